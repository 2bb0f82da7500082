"""Signatures of known articles in blocks, and the candidates among them for new ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from compare.cluster.arrays import Flags, Hashes32, Hashes64, Ints, distinct
from compare.cluster.bands import BUCKET, agreement, band_keys
from compare.cluster.signature import EMPTY
from compare.cluster.store import as_written

BLOCK = 1024
"""Articles of one block: article n is in block n // BLOCK."""
AT_ONCE = 1 << 14
"""Known articles that are looked at together."""
_U = np.uint64


def append_signatures(db: sqlite3.Connection, first: int, signatures: Hashes32) -> None:
    """Store the signatures of the articles from number `first` on; earlier numbers are all taken."""
    count = signatures.shape[1]
    for start in range(first // BLOCK * BLOCK, first + count, BLOCK):
        part = signatures[:, max(start - first, 0) : start + BLOCK - first]
        if start < first:
            part = np.concatenate((_block(db, start, len(signatures)), part), axis=1)
        _write(db, start, part)


@as_written()
def forget_signatures(db: sqlite3.Connection, numbers: Ints, permutations: int) -> None:
    """Blank the signatures of these articles: they are candidates no more."""
    for start in np.unique(numbers // BLOCK * BLOCK).tolist():
        block = _block(db, start, permutations)
        block[:, numbers[numbers // BLOCK * BLOCK == start] - start] = EMPTY
        _write(db, start, block)


def known_candidates(db: sqlite3.Connection, new: Hashes32, promising: float) -> tuple[Ints, Ints, bool]:
    """Pairs of a known article's number and a new one's column whose signatures agree enough, and whether any bucket
    was so large that only its latest articles were looked at."""
    known, columns, capped = [np.empty(0, np.int64)], [np.empty(0, np.int64)], False
    sought = [_Sought.of(new, band) for band in range(len(new))]
    for first, signatures in _signatures(db, len(new)):
        both = np.concatenate((signatures, new), axis=1)
        left, right, large = _matches(signatures, sought)
        enough = agreement(both, left, right + signatures.shape[1]) >= promising
        known.append(left[enough] + first)
        columns.append(right[enough])
        capped |= large
    return np.concatenate(known), np.concatenate(columns), capped


@dataclass(frozen=True, slots=True)
class _Sought:
    """The new articles in one band: their keys, sorted, with their columns, and which 16 bits a key begins with."""

    keys: Hashes64
    columns: Ints
    begins: Flags

    @classmethod
    def of(cls, new: Hashes32, band: int) -> Self:
        filled = np.flatnonzero(new[0] != EMPTY)
        keys = band_keys(new, band)[filled]
        order = np.argsort(keys, kind="stable")
        begins = np.zeros(1 << 16, np.bool_)
        begins[keys >> _U(48)] = True
        return cls(keys[order], filled[order], begins)


def _matches(known: Hashes32, sought: Sequence[_Sought]) -> tuple[Ints, Ints, bool]:
    """Pairs (column of known, column of new) that agree in a band."""
    pairs, capped = [np.empty(0, _U)], False
    for band, new in enumerate(sought):
        theirs = band_keys(known, band)
        likely = np.flatnonzero(new.begins[theirs >> _U(48)])
        low, high = (np.searchsorted(new.keys, theirs[likely], side) for side in ("left", "right"))
        count = high - low
        left = np.repeat(likely, count)
        at = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count) + np.repeat(low, count)
        left, right, large = _latest(left, new.columns[at])
        capped |= large
        pairs.append(left.astype(_U) << _U(32) | right.astype(_U))
    unique = distinct(np.concatenate(pairs))
    left, right = (unique >> _U(32)).astype(np.int64), (unique & _U(0xFFFFFFFF)).astype(np.int64)
    kept = known[0][left] != EMPTY
    return left[kept], right[kept], capped


def _latest(left: Ints, right: Ints) -> tuple[Ints, Ints, bool]:
    """At most `BUCKET` known articles for each new one, the latest."""
    if not len(right) or np.bincount(right).max() <= BUCKET:
        return left, right, False
    order = np.lexsort((-left, right))
    place = np.arange(len(order)) - np.searchsorted(right[order], right[order])
    kept = order[place < BUCKET]
    return left[kept], right[kept], True


def _signatures(db: sqlite3.Connection, permutations: int) -> Iterator[tuple[int, Hashes32]]:
    """All signatures, in pieces of consecutive numbers: the first number, and one column per article."""
    first = 0
    pieces: list[Hashes32] = []
    for start, blob in db.execute("select first, signatures from block order by first"):
        if pieces and start - first >= AT_ONCE:
            yield first, np.concatenate(pieces, axis=1)
            pieces = []
        first = first if pieces else start
        pieces.append(_values(blob, permutations))
    if pieces:
        yield first, np.concatenate(pieces, axis=1)


@as_written()
def _values(blob: bytes, permutations: int) -> Hashes32:
    return np.frombuffer(memoryview(blob), "<u4").reshape(permutations, -1)


@as_written()
def _block(db: sqlite3.Connection, start: int, permutations: int) -> Hashes32:
    (blob,) = db.execute("select signatures from block where first = ?", (start,)).fetchone()
    return _values(blob, permutations).copy()


def _write(db: sqlite3.Connection, start: int, signatures: Hashes32) -> None:
    blob = np.ascontiguousarray(signatures, "<u4").tobytes()
    db.execute("insert or replace into block values (?, ?)", (start, blob))
