"""Verification: how much two texts really share, from their sets of shingles."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from compare.cluster.shingles import Shingles

_U = np.uint64
PAIRS = 4096
"""Pairs that are counted at a time."""


def unique_shingles(shingles: Shingles) -> Shingles:
    """The set of shingles of each text, sorted."""
    text = np.repeat(np.arange(len(shingles.offsets) - 1, dtype=_U), np.diff(shingles.offsets))
    keys = np.unique(text << _U(32) | shingles.values)
    offsets = np.searchsorted(keys, np.arange(len(shingles.offsets), dtype=_U) << _U(32))
    return Shingles((keys & _U(0xFFFFFFFF)).astype(np.uint32), offsets)


def shared_shingles(sets: Shingles, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many shingles each pair of texts shares."""
    counts = np.empty(len(left), np.int64)
    for start in range(0, len(left), PAIRS):
        part = slice(start, start + PAIRS)
        counts[part] = _count_shared(sets, left[part], right[part])
    return counts


def _count_shared(sets: Shingles, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.int64]:
    keys = np.concatenate([_keyed(sets, texts) for texts in (left, right)])
    keys.sort()
    twice = keys[1:][keys[1:] == keys[:-1]] >> _U(32)
    return np.bincount(twice.astype(np.int64), minlength=len(left))


def _keyed(sets: Shingles, texts: NDArray[np.int64]) -> NDArray[np.uint64]:
    """The shingles of the texts, each under the number of its pair."""
    sizes = sets.offsets[texts + 1] - sets.offsets[texts]
    before = np.cumsum(sizes) - sizes
    at = np.arange(int(sizes.sum())) + np.repeat(sets.offsets[texts] - before, sizes)
    return np.repeat(np.arange(len(texts), dtype=_U), sizes) << _U(32) | sets.values[at]
