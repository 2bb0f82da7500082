"""Word families: stems that one word has in its forms, as noun and verb (experi / experienc, negoti / negotiat)."""

from __future__ import annotations

from collections.abc import Iterable
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

    Families join over their members (a - b, b - c); stems with a digit stand alone.

    >>> word_families(["inspect", "inspector", "talk"])
    {'inspect': 'inspect', 'inspector': 'inspect', 'talk': 'talk'}
    """
    head = {stem: stem for stem in sorted(set(stems))}
    for _, near in groupby(head, itemgetter(slice(SHORTEST))):  # side by side, in the order of the alphabet
        group = list(near)
        for n, longer in enumerate(group[1:], 1):
            for other in group[:n]:
                if head[other] != head[longer] and _is_one_family(other, longer):
                    _join(head, group[: n + 1], head[other], head[longer])
    return head


def _join(head: dict[str, str], near: list[str], one: str, two: str) -> None:
    kept, dropped = min(one, two), max(one, two)
    for stem in near:
        if head[stem] == dropped:
            head[stem] = kept


def _is_one_family(one: str, two: str) -> bool:
    shorter, longer = sorted((len(one), len(two)))
    if shorter < SHORTEST or not (one.isalpha() and two.isalpha()):
        return False
    shared = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), shorter)
    return (shared == shorter and longer - shorter <= ENDING) or (shared >= LONG and shared >= SHARE * longer)
