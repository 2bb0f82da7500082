"""Average linkage that does not chain: two groups join while the mean score over all their pairs stays above the cut.

Two groups that are close knit, each within itself, are two events of one kind rather than one told loosely: between
them half of their closeness more is asked for (relative closeness: Karypis, Han and Kumar 1999, Chameleon).

Scores are log-odds clipped to ±4; a pair that was not scored counts as -4. Only scored pairs are stored, and the best
pair waits in a heap, so a component of thousands costs its edges and not its square.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence

CLIP = 4.0
"""No single pair speaks louder than this."""
SUREST = CLIP - 0.25
"""A higher cut would join nothing."""
CLOSE_FROM, CLOSE = -0.5, 0.5
"""Mean score within a group from which it is close knit, and the part of what is above that raises the cut."""

Edge = tuple[int, int, float]


def link_groups(count: int, edges: Iterable[Edge], cut: float) -> list[int]:
    """For each of `count` nodes the smallest node of its group; ties go to the smaller node numbers.

    `edges` are (a, b, log-odds) with a < b, each pair once.
    """
    near: list[dict[int, float]] = [{} for _ in range(count)]
    for a, b, score in edges:
        gain = min(score, CLIP) + CLIP
        if gain > 0:
            near[a][b] = near[b][a] = gain
    return _merge(near, cut + CLIP)


def _merge(near: list[dict[int, float]], least: float) -> list[int]:
    parent, size, within = list(range(len(near))), [1] * len(near), [0.0] * len(near)
    heap = [(-gain, a, b) for a, others in enumerate(near) for b, gain in others.items() if a < b and gain >= least]
    heapq.heapify(heap)
    while heap:
        mean, a, b = heapq.heappop(heap)
        if b not in near[a] or -mean != near[a][b] / (size[a] * size[b]):
            continue  # one of the two has grown since
        if -mean < least + CLOSE * max(0.0, _closeness(a, b, size, within) - CLOSE_FROM - CLIP):
            continue  # until one of them grows
        within[a] += within[b] + near[a][b]
        _absorb(near, a, b)
        size[a] += size[b]
        parent[b] = a
        for other, gain in near[a].items():
            mean = gain / (size[a] * size[other])
            if mean >= least:
                heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return _roots(parent)


def _closeness(a: int, b: int, size: Sequence[int], within: Sequence[float]) -> float:
    """Mean gain of the pairs within the looser of two groups, 0 where one of them is a single article."""
    pairs = [size[group] * (size[group] - 1) / 2 for group in (a, b)]
    return min(within[a] / pairs[0], within[b] / pairs[1]) if all(pairs) else 0.0


def _absorb(near: list[dict[int, float]], a: int, b: int) -> None:
    """Give the summed scores of `b` to `a`."""
    del near[a][b], near[b][a]
    for other, gain in near[b].items():
        near[a][other] = near[other][a] = near[a].get(other, 0.0) + gain
        del near[other][b]
    near[b] = {}


def _roots(parent: Sequence[int]) -> list[int]:
    roots = list(parent)
    for node in range(len(roots)):  # a parent is always the smaller number, so it is already settled
        roots[node] = roots[roots[node]]
    return roots
