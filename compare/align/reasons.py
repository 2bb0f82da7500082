"""What two linked sentences have in common, in words: the people, names, figures and other words of both."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from compare.align.link import Link
from compare.facts.people import Person
from compare.text.folding import fold
from compare.text.words import Form

WORDING, COPIED = "same wording", "copied text"
BEFORE, AFTER = "neighbours: before", "neighbours: after"
_ORDER = (WORDING, COPIED, "person", "figure", "name", "word", BEFORE, AFTER)


class Said(dict[str, str]):
    """Family → the reason that a sentence gives by its first content word of it; each found once, when it is asked for.

    A sentence has as many links as the story has answers, and shares the same words with most of them.
    """

    def __init__(self, words: Sequence[Form], family: Mapping[str, str]) -> None:
        super().__init__()
        self._words = words
        self.places = {family[words[n].stem]: n for n in range(len(words) - 1, -1, -1)}

    def __missing__(self, family: str) -> str:
        reason = self[family] = _reason(self._words, self.places[family])
        return reason


def link_reasons(one: Said, other: Said, verbatim: bool) -> tuple[str, ...]:
    """The figures, names and other content words that two sentences share, as the first writes them."""
    reasons = sorted(map(one.__getitem__, one.places.keys() & other.places.keys()))
    return (WORDING, *reasons) if verbatim else tuple(reasons)


def _reason(words: Sequence[Form], n: int) -> str:
    word = words[n]
    kind = "figure" if word.is_number else "name" if n and word.written[:1].isupper() else "word"
    return f"{kind}: {_shown(word)}"


def _shown(word: Form) -> str:
    """As it is compared; what is not in Latin letters as it is written, two signs of a script without spaces."""
    if word.is_number or word.written.isascii() or unicodedata.name(word.written[0], "").startswith("LATIN"):
        return word.folded
    return word.stem if word.stem.startswith(word.written) else word.written.lower()


def with_people(reasons: Sequence[str], a: Sequence[Person], b: Sequence[Person]) -> tuple[str, ...]:
    """The people of both sentences by their fullest names, in the place of the single names that they are made of.

    `reasons` are in the order of `link_reasons`.
    """
    found: dict[str, tuple[str, ...]] = {}
    for mine in a:
        for theirs in b:
            short, full = sorted((mine, theirs), key=lambda person: (len(person.tokens), person.name))
            if short.tokens and set(short.tokens) <= set(full.tokens):
                found[f"person: {full.name}"] = full.tokens
    if not found:
        return tuple(reasons)
    parts = {token for tokens in found.values() for token in tokens}
    kept = [*found, *(r for r in reasons if not r.startswith("name: ") or fold(r.removeprefix("name: ")) not in parts)]
    return tuple(sorted(kept, key=_rank))


def merge_reasons(links: Iterable[Link]) -> tuple[str, ...]:
    """The reasons of all links of a row, by kind, those of most links first."""
    said = Counter(reason for link in links for reason in link.reasons)
    return tuple(sorted(said, key=lambda reason: (_rank(reason), -said[reason], reason)))


def _rank(reason: str) -> int:
    return _ORDER.index(reason if reason in _ORDER else reason.partition(": ")[0])
