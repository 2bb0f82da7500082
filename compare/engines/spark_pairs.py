"""Candidate pairs on Spark's workers: the keys of a band travel packed, in ranges; a worker sorts one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from compare.cluster.arrays import Hashes16, Hashes64, Ints, distinct
from compare.cluster.bands import BUCKET, agreement, band_keys, pairs_in
from compare.engines.spark_batches import Batches, batch_of, runs_of, signatures_of

KEYS_EACH = 500_000
"""Keys of a band that a worker sorts together, about."""
AT_ONCE = 20_000
"""Articles whose keys are packed together."""
ROWS_EACH = 100_000
"""Pairs of one batch."""
KEYS = "range bigint, keys binary"
TOGETHER = 2_000_000
"""Pairs that are freed of repetitions together."""
_LOW, _HALF = np.uint64(0xFFFFFFFF), np.uint64(32)


def ranges_of(count: int) -> int:
    """Into how many bits of a key's upper end a band of so many articles is cut."""
    return max(0, count // KEYS_EACH).bit_length()


def key_rows(batches: Batches, cut: int) -> Batches:
    """The keys of each band in 2^`cut` ranges; a key is that of the band, in its lower 32 bits the article's number.

    A range is numbered by its band and its place in it.
    """
    for number, signatures in _together(batches):
        for band in range(len(signatures)):
            keys = band_keys(signatures, band) | number
            keys.sort()
            place = (keys >> np.uint64(64 - cut)).astype(np.int64) if cut else np.zeros(len(keys), np.int64)
            starts = np.flatnonzero(np.diff(place, prepend=-1))
            packed = [part.tobytes() for part in np.split(keys, starts[1:])]
            yield batch_of(KEYS, (band << cut) + place[starts], packed)


def _together(batches: Batches) -> Iterator[tuple[Hashes64, Hashes16]]:
    """Numbers and signatures of many articles at a time, for Spark's batches are small."""
    numbers: list[Hashes64] = []
    signed: list[Hashes16] = []
    for batch in batches:
        if batch.num_rows:
            numbers.append(batch.column("number").to_numpy().astype(np.uint64))
            signed.append(signatures_of(batch.column("signature")))
        if sum(map(len, numbers)) >= AT_ONCE:
            yield np.concatenate(numbers), np.concatenate(signed, axis=1)
            numbers, signed = [], []
    if numbers:
        yield np.concatenate(numbers), np.concatenate(signed, axis=1)


FOUND = "a bigint, b bigint, block binary"
LARGEST = -1
"""Stands for `a` where `b` is the size of a worker's largest bucket."""
BLOCK = 5000
"""Articles of one bucket that are paired together, and of which any worker pairs each part: some 150,000 pairs."""


def pair_rows(batches: Batches, block: int) -> Batches:
    """Pairs of articles in one bucket, from whole ranges of keys, and how large the largest bucket is.

    A bucket of more than `block` articles is handed on in blocks of no more, with the number from which each begins.
    """
    largest, pairs_of = 0, _Once()
    for _, rows in runs_of(batches, "range"):
        keys = np.frombuffer(b"".join(row["keys"] for row in rows), np.uint64).copy()
        keys.sort()
        keys, crowds = _without_crowds(keys, block)
        for crowd in crowds:
            largest = max(largest, len(crowd))
            yield from (batch_of(FOUND, [None], [at], [part.tobytes()]) for at, part in _blocks(crowd, block))
        pairs, size = pairs_in(keys >> _HALF, keys & _LOW)
        largest = max(largest, size)
        pairs_of.add(pairs)
    for a, b in _in_batches(pairs_of.all()):
        yield batch_of(FOUND, a, b, [None] * len(a))
    yield batch_of(FOUND, [LARGEST], [largest], [None])


class _Once:
    """Pairs that many bands find, each once."""

    def __init__(self) -> None:
        self._found, self._waiting = np.empty(0, np.uint64), [np.empty(0, np.uint64)]

    def add(self, pairs: Hashes64) -> None:
        self._waiting.append(pairs)
        if sum(map(len, self._waiting)) > TOGETHER:
            self.all()

    def all(self) -> Hashes64:
        """All pairs added, in order."""
        self._found, self._waiting = distinct(np.concatenate((self._found, *self._waiting))), []
        return self._found


def _without_crowds(keys: Hashes64, block: int) -> tuple[Hashes64, list[Hashes64]]:
    """The keys of buckets of no more than `block` articles, and the articles of each larger one."""
    starts = np.flatnonzero(np.diff(keys >> _HALF, prepend=~(keys[:1] >> _HALF)))
    sizes = np.diff(starts, append=len(keys))
    crowded = sizes > block
    crowds = [keys[at : at + size] & _LOW for at, size in zip(starts[crowded], sizes[crowded], strict=True)]
    return (keys[~np.repeat(crowded, sizes)] if crowds else keys), crowds


def _blocks(crowd: Hashes64, block: int) -> Iterator[tuple[int, Hashes64]]:
    """Parts of a bucket, each with the followers that its last articles have, and the number from which it begins.

    Numbers are halved until no part is too large: buckets of several bands that hold much the same articles are cut at
    the same numbers.
    """
    todo = [(0, 1 << 32, 0, len(crowd))]
    while todo:
        first, width, low, high = todo.pop()
        if high - low > block:
            width //= 2
            middle = low + int(np.searchsorted(crowd[low:high], np.uint64(first + width)))
            todo += [(first + width, width, middle, high), (first, width, low, middle)]
        elif high > low:
            yield first, crowd[low : high + BUCKET]


def block_rows(batches: Batches) -> Batches:
    """The pairs of the blocks that begin from one number, which are blocks of several bands; each pair once."""
    for _, rows in runs_of(batches, "b"):
        pairs_of = _Once()
        for row in rows:
            crowd = np.frombuffer(row["block"], np.uint64)
            pairs, _ = pairs_in(np.zeros(len(crowd), np.uint64), crowd)
            pairs_of.add(pairs)
        yield from (batch_of(PAIRS, a, b) for a, b in _in_batches(pairs_of.all()))


def _in_batches(pairs: Hashes64) -> Iterator[tuple[Ints, Ints]]:
    for start in range(0, len(pairs), ROWS_EACH):
        part = pairs[start : start + ROWS_EACH]
        yield (part >> _HALF).astype(np.int64), (part & _LOW).astype(np.int64)


PAIRS = "a bigint, b bigint"


def promising_rows(batches: Batches, least: float) -> Batches:
    """The pairs whose signatures agree enough."""
    for batch in batches:
        if batch.num_rows:
            both = np.concatenate([signatures_of(batch.column(name)) for name in ("one", "other")], axis=1)
            place = np.arange(batch.num_rows)
            kept = agreement(both, place, place + batch.num_rows) >= least
            yield batch_of(PAIRS, *(batch.column(name).to_numpy()[kept] for name in ("a", "b")))


PACKS = "part bigint, pairs binary"


def pack_rows(batches: Batches) -> Batches:
    """The pairs (root, a, b) of each part in one row, or in several where batches cut it."""
    for batch in batches:
        if batch.num_rows:
            part, root, a, b = (batch.column(name).to_numpy() for name in ("part", "root", "a", "b"))
            yield batch_of(PACKS, *packs(part, root, a, b))


def packs(part: Ints, root: Ints, a: Ints, b: Ints) -> tuple[Ints, list[bytes]]:
    """The parts, ascending as given, and for each its pairs as bytes of (root, a, b)."""
    starts = np.flatnonzero(np.diff(part, prepend=-1))
    rows = np.stack((root, a, b), axis=1).astype(np.int64)
    return part[starts], [piece.tobytes() for piece in np.split(rows, starts[1:])]


def unpack(rows: Any) -> tuple[Ints, Ints, Ints]:  # noqa: ANN401
    """Roots and pairs of one part, in their order."""
    found = np.frombuffer(b"".join(rows), np.int64).reshape(-1, 3)
    root, a, b = found[np.lexsort(found.T[::-1])].T
    return root, a, b
