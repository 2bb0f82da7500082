"""The edges that an index keeps, and what hangs together through them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import numpy as np

from compare.cluster.arrays import Ints
from compare.cluster.edges import Edges
from compare.cluster.store import as_written

_AT_ONCE = 400
_COLUMNS = "a, b, jaccard, containment, loose"


def store_edges(db: sqlite3.Connection, edges: Edges) -> None:
    """Keep these edges; they count in article numbers."""
    columns = (edges.left, edges.right, edges.jaccard, edges.containment, edges.loose.astype(int))
    rows = zip(*(column.tolist() for column in columns), strict=True)
    db.executemany("insert or replace into edge values (?, ?, ?, ?, ?)", rows)


def forget_edges(db: sqlite3.Connection, numbers: Ints) -> None:
    """Drop the edges of these articles."""
    db.executemany("delete from edge where a = ? or b = ?", ((n, n) for n in numbers.tolist()))


def all_edges(db: sqlite3.Connection) -> Edges:
    """Every edge."""
    return as_edges(db.execute(f"select {_COLUMNS} from edge").fetchall())


def reachable(db: sqlite3.Connection, numbers: Ints) -> Edges:
    """The edges of all articles that hang together with these."""
    found: dict[tuple[int, int], tuple[int, int, float, float, int]] = {}
    seen: set[int] = set()
    front = set(numbers.tolist())
    while front:
        seen |= front
        rows = [row for part in _parts(sorted(front)) for row in _touching(db, part)]
        found.update(((row[0], row[1]), row) for row in rows)
        front = {n for row in rows for n in row[:2]} - seen
    return as_edges(sorted(found.values()))


@as_written()
def as_edges(rows: Sequence[tuple[int, int, float, float, int]]) -> Edges:
    """Rows of the table as arrays."""
    left, right, jaccard, containment, loose = zip(*rows, strict=True) if rows else ((), (), (), (), ())
    return Edges(
        np.array(left, np.int64),
        np.array(right, np.int64),
        np.array(jaccard, np.float64),
        np.array(containment, np.float64),
        np.array(loose, np.bool_),
    )


def _touching(db: sqlite3.Connection, part: list[int]) -> list[tuple[int, int, float, float, int]]:
    marks = ", ".join("?" * len(part))
    either = f"select {_COLUMNS} from edge where a in ({marks}) union select {_COLUMNS} from edge where b in ({marks})"
    return db.execute(either, part + part).fetchall()


def _parts(numbers: list[int]) -> Iterator[list[int]]:
    for i in range(0, len(numbers), _AT_ONCE):
        yield numbers[i : i + _AT_ONCE]
