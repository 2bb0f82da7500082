"""Vectors of a folder that wait in a database: rows and labels are read when they are asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from compare.cluster.arrays import Floats, Hashes64, Ints
from compare.cluster.candidates import heaviest
from compare.cluster.feature_ids import NAME, PAIR, WORD, kinds_of
from compare.cluster.feature_table import Table
from compare.cluster.features import Features, Labels
from compare.cluster.weights import Vectors, weigh

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_KINDS = (WORD, PAIR, NAME)
_TABLES = (
    "create table vector(n integer primary key, row blob not null)",
    "create table label(feature integer primary key, label blob not null)",
)
_ROW = "insert into vector values (?, ?)"
_LABEL = "insert or ignore into label values (?, ?)"
_ENTRY = 12
"""Bytes of an entry: its column and its weight."""


class VectorStore:
    """Takes the features of a folder a block at a time, and gives the vectors of all.

    `shared` are the ids, ascending, of the features that two articles or more have: no other makes two articles alike.
    Columns are places among those of their kind.
    """

    def __init__(self, db: sqlite3.Connection, shared: Hashes64) -> None:
        self._db, self._shared = db, shared
        self._starts = np.searchsorted(kinds_of(shared), [*_KINDS, NAME + 1]).tolist()
        self._sizes: list[Ints] = []
        self._heavy: list[csr_matrix] = []
        for table in _TABLES:
            db.execute(table)

    def add(self, features: Features) -> None:
        """The next articles of the folder, their features counted over all of it."""
        from scipy.sparse import csr_matrix

        vectors, first = weigh(features), sum(map(len, self._sizes))
        heavy = heaviest(vectors)
        every = np.concatenate([table.ids for table in features.tables()])
        column = np.searchsorted(self._shared, every[heavy.indices])
        self._heavy.append(csr_matrix((heavy.data, column, heavy.indptr), (heavy.shape[0], len(self._shared))))
        self._sizes.append(vectors.sizes())
        for kind, matrix, table in zip(_KINDS, vectors.tables(), features.tables(), strict=True):
            place = np.searchsorted(self._shared, table.ids)
            rows = _shared_rows(matrix, table, place - self._starts[kind])
            self._db.executemany(_ROW, ((_row_number(kind, first + i), row) for i, row in enumerate(rows)))
            at = np.flatnonzero(table.held_by > 1)
            shown = (table.labels[i].encode("utf-8", "surrogatepass") for i in at.tolist())
            self._db.executemany(_LABEL, zip(place[at].tolist(), shown, strict=True))

    def vectors(self) -> tuple[Labels, Vectors]:
        """What the features of the folder are called, and its vectors."""
        from scipy.sparse import vstack

        sizes, heavy = np.concatenate(self._sizes), vstack(self._heavy).tocsr()
        spans = [range(self._starts[kind], self._starts[kind + 1]) for kind in _KINDS]
        words, pairs, names = (_Rows(self._db, kind, (len(sizes), len(spans[kind]))) for kind in _KINDS)
        nothing = np.zeros(0, dtype=np.int64)
        held_by = (nothing, nothing, nothing)
        vectors = Vectors(words, pairs, names, np.zeros((3, 0)), held_by, different=sizes, heavy=heavy)
        return Labels(*(_Labels(self._db, span) for span in spans)), vectors


def _row_number(kind: int, article: int) -> int:
    return kind << 40 | article


def _shared_rows(matrix: csr_matrix, table: Table, column: Ints) -> Iterator[bytes]:
    """Of each row the columns of the features that others hold too, and their weights."""
    shared = table.held_by[matrix.indices] > 1
    columns, weights = column[matrix.indices[shared]].astype(np.int32), matrix.data[shared]
    ends = np.concatenate([[0], np.cumsum(shared)])[matrix.indptr].tolist()
    for start, end in pairwise(ends):
        yield columns[start:end].tobytes() + weights[start:end].tobytes()


@dataclass(frozen=True)
class _Rows:
    """One table of vectors, as far as vectors are asked of a sparse matrix: its shape, and some of its rows."""

    db: sqlite3.Connection
    kind: int
    shape: tuple[int, int]

    def __getitem__(self, rows: Ints) -> csr_matrix:
        from scipy.sparse import csr_matrix

        wanted, at = np.unique(rows, return_inverse=True)
        query = "select row from vector where n = ?"
        numbers = (_row_number(self.kind, article) for article in wanted.tolist())
        packed = [self.db.execute(query, (number,)).fetchone()[0] for number in numbers]
        sizes = [len(row) // _ENTRY for row in packed]
        columns = np.frombuffer(b"".join(row[: 4 * n] for row, n in zip(packed, sizes, strict=True)), np.int32)
        weights: Floats = np.frombuffer(b"".join(row[4 * n :] for row, n in zip(packed, sizes, strict=True)))
        starts = np.concatenate([[0], np.cumsum(sizes)])
        return csr_matrix((weights, columns, starts), shape=(len(wanted), self.shape[1]))[at]


@dataclass(frozen=True)
class _Labels(Sequence[str]):
    """The labels of one kind of features, at these places among all."""

    db: sqlite3.Connection
    places: range

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, feature: int) -> str:  # type: ignore[override]  # nobody asks for a slice
        query = "select label from label where feature = ?"
        label: bytes = self.db.execute(query, (self.places[feature],)).fetchone()[0]
        return label.decode("utf-8", "surrogatepass")
