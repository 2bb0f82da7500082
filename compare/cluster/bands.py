"""Candidate pairs from signatures: each two neighbouring values are a band; texts that agree in one are candidates.

The bands overlap (values 1 and 2, 2 and 3, ... last and first), which finds more than twice as many separate ones at
the same cost: at a Jaccard of .3 and 64 values one pair in two thousand is missed. A band is found by sorting. Of each
value 16 bits are looked at (b-bit minwise hashing, Li and König 2010): signatures may be kept as such.
"""

from __future__ import annotations

import numpy as np

from compare.cluster.arrays import Flags, Floats, Hashes16, Hashes32, Hashes64, Ints, distinct, in_order
from compare.cluster.signature import EMPTY

BUCKET = 30
"""Articles of one bucket that are all paired; in a larger one each is paired with its nearest this many followers."""
TOGETHER = 1 << 18
"""Pairs of several bands that are freed of repetitions together."""

_U = np.uint64
_LOW = _U(0xFFFFFFFF)


def band_keys(signatures: Hashes16 | Hashes32, band: int) -> Hashes64:
    """The two values of the band, one number per text; its lower 32 bits are free."""
    first, second = _short(signatures[band]), _short(signatures[(band + 1) % len(signatures)])
    return first.astype(_U) << _U(48) | second.astype(_U) << _U(32)


def candidates(signatures: Hashes16 | Hashes32) -> tuple[Ints, Ints, int]:
    """Pairs of text numbers (left < right, sorted, each once), and the size of the largest bucket."""
    texts = np.flatnonzero(_is_filled(signatures))
    found, waiting, largest = np.empty(0, _U), [np.empty(0, _U)], 0
    for band in range(len(signatures)):
        first, second = (_short(signatures[k % len(signatures)])[texts] for k in (band, band + 1))
        order = in_order(first, second)
        bucket = first[order].astype(np.uint32) << np.uint32(16) | second[order]
        pairs, size = pairs_in(bucket, texts[order].astype(_U))
        waiting.append(pairs)
        largest = max(largest, size)
        if sum(map(len, waiting)) > TOGETHER or band == len(signatures) - 1:
            found, waiting = distinct(np.concatenate((found, *waiting))), []
    return (found >> _U(32)).astype(np.int64), (found & _LOW).astype(np.int64), largest


def pairs_in(bucket: Hashes32 | Hashes64, text: Hashes64) -> tuple[Hashes64, int]:
    """Pairs within equal runs of `bucket`, as left << 32 | right, and the longest run."""
    shared = np.flatnonzero(np.append(bucket[1:] == bucket[:-1], False))
    found = [np.empty(0, _U)]
    lag = 1
    while len(shared) and lag <= BUCKET:
        found.append(text[shared] << _U(32) | text[shared + lag])
        lag += 1
        shared = shared[shared + lag < len(bucket)]
        shared = shared[bucket[shared] == bucket[shared + lag]]
    if len(shared):  # counted, for to go on would take the square of the run
        starts = np.flatnonzero(np.append(True, bucket[1:] != bucket[:-1]))
        lag = int(np.diff(starts, append=len(bucket)).max())
    return np.concatenate(found), lag


def agreement(signatures: Hashes16 | Hashes32, left: Ints, right: Ints) -> Floats:
    """The share of values in which the signatures of each pair agree."""
    equal = np.zeros(len(left), np.int64)
    for row in map(_short, signatures):
        equal += row[left] == row[right]
    return equal / len(signatures)


def _is_filled(signatures: Hashes16 | Hashes32) -> Flags:
    """False for the texts without shingles, whose values are all `EMPTY`; of others four are never so."""
    filled: Flags = (signatures[:4] != EMPTY.astype(signatures.dtype)).any(axis=0)
    return filled


def _short(values: Hashes16 | Hashes32) -> Hashes16:
    return values.astype(np.uint16, copy=False)
