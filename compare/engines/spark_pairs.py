"""Candidate pairs on Spark's workers: keys of bands in ranges of their order, pairs within and between the ranges."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

import numpy as np

from compare.cluster.arrays import Ints
from compare.cluster.bands import BUCKET, agreement, band_keys, pairs_in
from compare.engines.spark_batches import Batches, batch_of, columns_of, signatures_of

BANDS = "band int, key bigint"


def band_rows(batches: Batches, bits: int) -> Batches:
    """For each article and band a key: the hash of the band, in its lowest `bits` the number of the article."""
    for batch in batches:
        if batch.num_rows:
            signatures = signatures_of(batch.column("signature"))
            number = batch.column("number").to_numpy().astype(np.uint64)
            width = np.uint64(bits)
            keys = [band_keys(signatures, band) >> width << width | number for band in range(len(signatures))]
            bands = np.repeat(np.arange(len(signatures), dtype=np.int32), batch.num_rows)
            yield batch_of(BANDS, bands, np.concatenate(keys).view(np.int64))


PAIR, EDGE_OF_PARTITION, RUN = 0, 1, 2
FOUND = "kind int, partition int, band int, a bigint, b bigint, size bigint"


def pair_rows(batches: Batches, bits: int) -> Batches:
    """Pairs of articles in one bucket, from a partition of the keys in their order.

    A bucket may go on in the next partition: so the first and last keys (a: key, b: place, size: keys of the
    partition) are told besides, and how long runs of one bucket are (a: bucket, b: length).
    """
    partition, band, key = columns_of(batches, "partition", "band", "key")
    if not len(key):
        return
    order = np.lexsort((key, band))
    band, key = band[order], key[order]
    bucket = key >> bits
    turns = np.flatnonzero((np.diff(band) != 0) | (np.diff(bucket) != 0)) + 1
    starts = np.concatenate(([0], turns))
    lengths = np.diff(np.append(starts, len(key)))
    pairs, _ = pairs_in(
        np.repeat(np.arange(len(starts), dtype=np.uint64), lengths), (key & ((1 << bits) - 1)).astype(np.uint64)
    )
    left, right = (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)
    yield _found(PAIR, partition[0], np.zeros(len(left), np.int32), left, right)
    place = np.arange(len(key))
    place = place[(place < BUCKET) | (place >= len(key) - BUCKET)]
    yield _found(EDGE_OF_PARTITION, partition[0], band[place], key[place], place, len(key))
    told = np.flatnonzero(lengths > BUCKET)
    told = np.union1d(told, [0, len(starts) - 1])
    yield _found(RUN, partition[0], band[starts[told]], bucket[starts[told]], lengths[told])


def _found(kind: int, partition: int, band: Any, a: Ints, b: Ints, size: int = 0) -> Any:  # noqa: ANN401
    count = len(a)
    ones = np.ones(count, np.int32)
    return batch_of(FOUND, ones * kind, ones * np.int32(partition), band, a, b, np.full(count, size, np.int64))


def pairs_between(rows: Sequence[tuple[int, int, int, int, int]], bits: int) -> list[tuple[int, int]]:
    """Pairs whose keys lie in neighbouring partitions, from (partition, band, key, place, keys of the partition)."""
    if not rows:
        return []
    partition, band, key, place, size = np.array(sorted(rows, key=itemgetter(0, 3)), dtype=np.int64).T
    held = dict(zip(partition.tolist(), size.tolist(), strict=True))
    before = dict(zip(held, np.cumsum([0, *held.values()]).tolist(), strict=False))
    at = place + np.array([before[p] for p in partition.tolist()])
    bucket, mask = key >> bits, (1 << bits) - 1
    found: list[tuple[int, int]] = []
    for lag in range(1, BUCKET + 1):
        same = (band[lag:] == band[:-lag]) & (bucket[lag:] == bucket[:-lag]) & (at[lag:] - at[:-lag] <= BUCKET)
        i = np.flatnonzero(same & (partition[lag:] != partition[:-lag]))
        found += zip((key[i] & mask).tolist(), (key[i + lag] & mask).tolist(), strict=True)
    return sorted(set(found))


PAIRS = "a bigint, b bigint"


def promising_rows(batches: Batches, least: float) -> Batches:
    """The pairs whose signatures agree enough."""
    for batch in batches:
        if batch.num_rows:
            both = np.concatenate([signatures_of(batch.column(name)) for name in ("one", "other")], axis=1)
            place = np.arange(batch.num_rows)
            kept = agreement(both, place, place + batch.num_rows) >= least
            yield batch_of(PAIRS, *(batch.column(name).to_numpy()[kept] for name in ("a", "b")))
