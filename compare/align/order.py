"""The order of the rows, and which witnesses tell a passage out of the base's order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from compare.align.group import At


def order_groups(groups: Sequence[tuple[At, ...]], base: int) -> list[tuple[At, ...]]:
    """Rows in the base's order; a passage that the base lacks follows what its own article says before it."""
    of = {at: group for group in groups for at in group}
    witnesses = [base, *sorted({k for k, _ in of} - {base})]
    after: dict[tuple[At, ...] | None, list[tuple[At, ...]]] = {}
    placed: set[tuple[At, ...]] = set()
    for k in witnesses:
        before: tuple[At, ...] | None = None
        for at in sorted(at for at in of if at[0] == k):
            if of[at] not in placed:
                placed.add(of[at])
                after.setdefault(before, []).insert(0, of[at])
                before = of[at]
            elif k != base:
                before = of[at]
    return _walk(after)


def _walk(after: dict[tuple[At, ...] | None, list[tuple[At, ...]]]) -> list[tuple[At, ...]]:
    ordered: list[tuple[At, ...]] = []
    waiting = list(reversed(after.get(None, [])))
    while waiting:
        group = waiting.pop()
        ordered.append(group)
        waiting.extend(reversed(after.get(group, [])))
    return ordered


def moved_witnesses(rows: Sequence[tuple[At, ...]], base: int) -> list[tuple[int, ...]]:
    """For each row the witnesses whose reading breaks the longest run that keeps the base's order."""
    moved: list[list[int]] = [[] for _ in rows]
    shared = [r for r, row in enumerate(rows) if any(k == base for k, _ in row)]
    for k in sorted({k for row in rows for k, _ in row} - {base}):
        first = {r: min(i for w, i in rows[r] if w == k) for r in shared if any(w == k for w, _ in rows[r])}
        kept = _longest_rising([(first[r], r) for r in sorted(first)])
        for r in sorted(set(first) - kept):
            moved[r].append(k)
    return [tuple(sorted(out)) for out in moved]


def _longest_rising(steps: Sequence[tuple[int, int]]) -> set[int]:
    """Names of a longest rising run of (place, name); patience sorting."""
    tops: list[int] = []
    at: list[int] = []
    back: list[int] = []
    for n, (place, _) in enumerate(steps):
        pile = bisect_left(tops, place)
        back.append(at[pile - 1] if pile else -1)
        tops[pile : pile + 1], at[pile : pile + 1] = [place], [n]
    return _trace(at, back, steps)


def _trace(at: list[int], back: list[int], steps: Sequence[tuple[int, int]]) -> set[int]:
    found = set()
    n = at[-1] if at else -1
    while n >= 0:
        found.add(steps[n][1])
        n = back[n]
    return found
