"""Which full names of a story are a slip apart, within each article and across them; found once for all who ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from typing import TypeVar

from compare.facts.namesakes import MOST_ALIKE, Spellings
from compare.facts.people import Person
from compare.findings.comparer import StoryView
from compare.findings.who import Figure, people_of

N = TypeVar("N", Person, Figure)
MOST_SLIPS = 10
"""A name that is a slip away from more others than this is one of a made list, and nobody's misspelling."""
_STRUCK = 2
"""Letters that two words may be filed without."""


@dataclass(frozen=True)
class Slips:
    """`within[k]` are the pairs of one article, `across` those of the story; `passed_over` words of too many slips."""

    within: tuple[tuple[tuple[Person, Person], ...], ...]
    across: tuple[tuple[Figure, Figure], ...]
    passed_over: frozenset[str]


@lru_cache(maxsize=2)
def slips_of(view: StoryView) -> Slips:
    """Every two people whose names are equal but for a slip in one word; by first and last word where one is longer."""
    passed_over: set[str] = set()
    within = tuple(
        tuple(_a_slip_apart([p for p in facts.people if len(p.tokens) > 1], passed_over)) for facts in view.facts
    )
    across = tuple(_a_slip_apart([f for f in people_of(view) if len(f.tokens) > 1], passed_over))
    return Slips(within, across, frozenset(passed_over | _crowded(view)))


def slip_notes(view: StoryView) -> tuple[str, ...]:
    """A note where names were not held against each other because too many are alike."""
    names = sorted(slips_of(view).passed_over)
    if not names:
        return ()
    shown = ", ".join(f"“{name}”" for name in names[:3])
    more = f" and {len(names) - 3:,} more" if len(names) > 3 else ""
    return (
        f"{shown}{more}: so many names here differ by a letter or two that none of these is taken for another's "
        "misspelling, as in a made list.",
    )


def _a_slip_apart(named: Sequence[N], passed_over: set[str]) -> list[tuple[N, N]]:
    """Every two whose names are equal but for a slip in one word.

    Names are filed under what is left without one word, so that work grows with the names and not with their pairs.
    """
    groups: dict[tuple[str, ...], dict[str, list[int]]] = {}
    for n, one in enumerate(named):
        for rest, word in _without_a_word(one.tokens):
            groups.setdefault(rest, {}).setdefault(word, []).append(n)
    pairs: set[tuple[int, int]] = set()
    for holders in (group for group in groups.values() if len(group) > 1):
        slips = Spellings(holders, len(holders), initial=False)
        near = {word: list(islice(slips.near(word), MOST_SLIPS + 1)) for word in holders}
        many = {word for word, others in near.items() if len(others) > MOST_SLIPS}
        passed_over |= many
        for word in holders.keys() - many:
            for other in set(near[word]) - many:
                pairs.update((a, b) for a in holders[word] for b in holders[other] if a < b)
    return [(named[a], named[b]) for a, b in sorted(pairs)]


def _without_a_word(tokens: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is left of a name without each of its words, and that word; its first and last word as a name as well."""
    for at, word in enumerate(tokens):
        yield (str(len(tokens)), str(at), *tokens[:at], *tokens[at + 1 :]), word
    yield ("last", tokens[-1]), tokens[0]
    yield ("first", tokens[0]), tokens[-1]


def _crowded(view: StoryView) -> frozenset[str]:
    """The capitalised words that `Spellings` may have passed over, here or where people are told apart."""
    every = chain.from_iterable(words for witness in view.witnesses for words in witness.words)
    names = {word.folded for word in every if word.written[:1].isupper()}
    opening = Counter(letter for name in names for letter in set(name[: _STRUCK + 1]))
    if max(opening.values(), default=0) <= MOST_ALIKE:
        return frozenset()  # words of one key have one letter in common among the first, so no key is crowded
    return Spellings(names, len(names), initial=False).crowded
