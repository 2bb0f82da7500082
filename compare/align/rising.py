"""The longest run that keeps its order: what stayed in place when passages moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def longest_rising(places: Sequence[int]) -> list[int]:
    """Positions of a longest strictly rising subsequence of `places`, in order (patience sorting, n log n).

    >>> longest_rising([3, 0, 1, 9, 2])
    [1, 2, 4]
    """
    tops: list[int] = []
    holder: list[int] = []
    before: list[int] = []
    for n, place in enumerate(places):
        pile = bisect_left(tops, place)
        before.append(holder[pile - 1] if pile else -1)
        tops[pile : pile + 1], holder[pile : pile + 1] = [place], [n]
    run = []
    n = holder[-1] if holder else -1
    while n >= 0:
        run.append(n)
        n = before[n]
    return run[::-1]
