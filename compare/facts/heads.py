"""The noun that a figure counts, and the state of a toll: "over 1,000 delegates", "killing at least two people"."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from compare.model import Span
from compare.text.words import Word, split_words

ENDS_NOUN = frozenset(
    "since amid among amongst despite ahead toward towards within without along across behind beyond inside outside "
    "near past via per plus versus except unlike ago later earlier yesterday today tonight tomorrow said says".split()
)
"""Words that carry meaning and end a noun phrase all the same: prepositions, adverbs of time, the verb of speech."""
_JOINED = frozenset("propelled powered guided fuelled fueled backed owned based led filled laden".split())
"""Participles that make the noun before them describe the next one: a rocket propelled grenade is no rocket."""
REACH = 4
"""Words after a figure among which its head is looked for."""
_STATE_REACH = 6


@dataclass(frozen=True, slots=True)
class _Nouns:
    family: dict[str, str]
    members: frozenset[str]
    state: dict[str, str]
    plurals: frozenset[str]


@lru_cache(maxsize=1)
def _nouns() -> _Nouns:
    table = tomllib.loads(files("compare.facts").joinpath("data/heads.toml").read_text(encoding="utf-8"))
    families = {stem: name for name, forms in table["families"].items() for stem in _stems(forms)}
    states = {form: name for name, forms in table["states"].items() for form in forms.split()}
    members = frozenset(form for forms in table["families"].values() for form in forms.split())
    return _Nouns(families, members, states, frozenset(table["plurals"]["irregular"].split()))


def _stems(forms: str) -> list[str]:
    return [word.stem for word in split_words(forms, Span(0, len(forms)))]


def family_of(head: str) -> str:
    """The name of the head's family, or the head itself: delegates, participants and people count the same."""
    return _nouns().family.get(head, head)


def find_head(text: str, words: Sequence[Word], first: int) -> tuple[str, int]:
    """The stem of the noun counted by a figure, and the index after it; `first` is the first word after the figure.

    The first plural within four words that no punctuation or function word parts from the figure, else the first word;
    "hundreds of people" may cross "of". ("", first) where nothing follows.
    """
    chosen, after, previous = "", first, first - 1
    for at in range(first, min(len(words), first + REACH)):
        word = words[at]
        gap = text[words[previous].end : word.start] if previous >= 0 else " "
        if gap.strip(" \u00a0-"):
            break
        if word.folded in ("of", "other", "more", "the") and not chosen:
            previous = at
            continue
        if word.folded[0].isdigit() and previous >= first and words[previous].written.isupper():
            chosen, previous = "", at  # AK-47 rifles
            continue
        if not word.stem or word.folded[0].isdigit() or word.folded in ENDS_NOUN:
            break
        if chosen and word.folded in _JOINED and at + 1 < len(words) and words[at + 1].stem:
            chosen, after, previous = "", first, at
            continue
        if not chosen or is_plural(word):
            chosen, after = _head_of(word), at + 1
            if is_plural(word):
                break
        previous = at
    return chosen, after


def _head_of(word: Word) -> str:
    """The stem, but the whole word where a stem would make it another noun: villages are no villagers."""
    nouns = _nouns()
    return word.folded if word.stem in nouns.family and word.folded not in nouns.members else word.stem


def is_plural(word: Word) -> bool:
    """True where the word looks like a plural noun."""
    form = word.folded
    return form in _nouns().plurals or (len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us", "is")))


def find_state(words: Sequence[Word], first: int, after: int) -> str:
    """What a toll counts: the nearest of dead, hurt, missing … around the figure's words `first:after`, "" for none."""
    states = _nouns().state
    low, high = max(0, first - _STATE_REACH), min(len(words), after + _STATE_REACH)
    near = [(at - after, at) for at in range(first, high)] + [(first - at, at) for at in range(low, first)]
    told = (at for _, at in sorted(near) if words[at].folded in states and not _is_of_heirs(words, at))
    return next((states[words[at].folded] for at in told), "")


def _is_of_heirs(words: Sequence[Word], at: int) -> bool:
    """True for "survived by two daughters": nobody was rescued."""
    return words[at].folded == "survived" and [word.folded for word in words[at + 1 : at + 2]] == ["by"]
