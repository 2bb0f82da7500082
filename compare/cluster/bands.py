"""Candidate pairs from signatures: each two neighbouring values are a band; texts that agree in one are candidates.

The bands overlap (values 1 and 2, 2 and 3, ... last and first), which finds more than twice as many separate ones at
the same cost: at a Jaccard of .3 and 64 values one pair in two thousand is missed. A band is found by sorting.
"""

from __future__ import annotations

import numpy as np

from compare.cluster.arrays import Hashes32, Hashes64, Ints
from compare.cluster.signature import EMPTY

BUCKET = 30
"""Articles of one bucket that are all paired; in a larger one each is paired with its nearest this many followers."""

_U = np.uint64


def band_keys(signatures: Hashes32, band: int) -> Hashes64:
    """One hash per text of the two values of the band."""
    first, second = signatures[band], signatures[(band + 1) % len(signatures)]
    key: Hashes64 = (first.astype(_U) << _U(32) | second) * _U(0x9E3779B97F4A7C15)
    key ^= key >> _U(32)
    key *= _U(0xD6E8FEB86659FD93)
    return key


def candidates(signatures: Hashes32) -> tuple[Ints, Ints, int]:
    """Pairs of text numbers (left < right, sorted, each once), and the size of the largest bucket."""
    texts = np.flatnonzero(signatures[0] != EMPTY)
    bits = max(1, int(signatures.shape[1]).bit_length())
    pairs, largest = [np.empty(0, _U)], 0
    for band in range(len(signatures)):
        key = band_keys(signatures, band)[texts] >> _U(bits) << _U(bits) | texts.astype(_U)
        key.sort()
        found, size = pairs_in(key >> _U(bits), key & _U((1 << bits) - 1))
        pairs.append(found)
        largest = max(largest, size)
    unique = np.unique(np.concatenate(pairs))
    return (unique >> _U(32)).astype(np.int64), (unique & _U(0xFFFFFFFF)).astype(np.int64), largest


def pairs_in(bucket: Hashes64, text: Hashes64) -> tuple[Hashes64, int]:
    """Pairs within equal runs of `bucket`, as left << 32 | right, and the longest run."""
    shared = np.flatnonzero(np.append(bucket[1:] == bucket[:-1], False))
    found = [np.empty(0, _U)]
    lag = 1
    while len(shared):
        if lag <= BUCKET:
            found.append(text[shared] << _U(32) | text[shared + lag])
        lag += 1
        shared = shared[shared + lag < len(bucket)]
        shared = shared[bucket[shared] == bucket[shared + lag]]
    return np.concatenate(found), lag
