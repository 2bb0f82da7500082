"""Word families: stems that one word has in its forms, as noun and verb (experi / experienc, negoti / negotiat)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter

SHORTEST = 4
"""Letters that two stems must share at least."""
ENDING = 3
"""Letters by which one stem may continue the other."""
LONG, SHARE = 6, 0.7
"""Else the shared beginning has at least this many letters, and this share of the longer stem."""


def word_families(stems: Iterable[str]) -> dict[str, str]:
    """Each stem with the stem that stands for its family: the first of them in the alphabet.

    Families join over their members (a - b, b - c); stems with a digit stand alone. Work grows with the letters of the
    stems, not with their pairs.

    >>> word_families(["inspect", "inspector", "talk"])
    {'inspect': 'inspect', 'inspector': 'inspect', 'talk': 'talk'}
    """
    head = {stem: stem for stem in sorted(set(stems))}
    words = (stem for stem in head if len(stem) >= SHORTEST and stem.isalpha())
    for _, near in groupby(words, itemgetter(slice(SHORTEST))):  # side by side, in the order of the alphabet
        group = list(near)
        if len(group) == 1:
            continue  # most stems begin like no other
        for one, other in (*_continued(group), *_begun_alike(group)):
            first, second = _first_of(one, head), _first_of(other, head)
            head[max(first, second)] = min(first, second)
        for stem in group:
            head[stem] = _first_of(stem, head)
    return head


def _first_of(stem: str, head: dict[str, str]) -> str:
    while head[stem] != stem:
        head[stem] = stem = head[head[stem]]  # each step halves the way for the next who asks
    return stem


def _continued(group: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each stem with those that it continues by an ending."""
    known = frozenset(group)
    for stem in group:
        beginnings = (stem[:-cut] for cut in range(1, ENDING + 1))
        yield from ((beginning, stem) for beginning in beginnings if beginning in known)


def _begun_alike(group: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs that tie together all stems that share a long beginning.

    Each stem needs to share so many of its own letters; two belong together where they share what both need. So one is
    filed under the beginning that it needs, and each is tied to those filed under any beginning that suffices for it.
    """
    need = {stem: _needed(len(stem)) for stem in group if len(stem) >= LONG}
    filed = {stem[:letters]: stem for stem, letters in need.items()}
    needed = sorted(set(need.values()))
    for stem, own in need.items():
        for letters in needed:
            if own <= letters <= len(stem) and (other := filed.get(stem[:letters])):
                yield other, stem


@cache
def _needed(length: int) -> int:
    """The fewest letters that suffice for a stem of so many."""
    return next(n for n in range(max(LONG, int(SHARE * length)), length + 1) if n >= SHARE * length)
