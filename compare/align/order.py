"""The order of the rows, and which witnesses tell a passage out of the base's order."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.group import At
from compare.align.rising import longest_rising


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
    """For each row the witnesses that tell it out of the base's order: the fewest passages that must have moved.

    A reading of several sentences stays in place where any of them does; where the report begins does not matter.
    """
    moved: list[list[int]] = [[] for _ in rows]
    shared = [r for r, row in enumerate(rows) if any(k == base for k, _ in row)]
    for k in sorted({k for row in rows for k, _ in row} - {base}):
        # from the last sentence of a reading to its first: a run that rises takes one of them at most
        places = [(r, i) for r in shared for w, i in sorted(rows[r], reverse=True) if w == k]
        kept = {places[n][0] for n in longest_rising([i for _, i in places])}
        for r in sorted({r for r, _ in places} - kept):
            moved[r].append(k)
    return [tuple(sorted(out)) for out in moved]
