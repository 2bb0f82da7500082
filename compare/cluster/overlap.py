"""Counting what pairs of texts share, by sorting: exact, but for collisions of 32-bit hashes (one in ten thousand)."""

from __future__ import annotations

import numpy as np

from compare.cluster.arrays import Flags, Hashes64, Ints
from compare.cluster.shingles import Shingles

QUARTERS = 4
_U = np.uint64


def count_shared(sets: Shingles, counted: Flags, a: Ints, b: Ints) -> tuple[Ints, Ints]:
    """How many shingles the sets a[i] and b[i] share, and how many of them are flagged (see `Shingles.as_sets`)."""
    places = np.concatenate((sets.places(a), sets.places(b)))
    keys = np.concatenate((_pair_of(sets, a), _pair_of(sets, b))) << _U(33)
    keys |= sets.values[places].astype(_U) << _U(1) | counted[places]
    keys.sort(kind="stable")  # two sorted halves: they are merged, in a tenth of the time
    shared = keys[1:][keys[1:] == keys[:-1]]
    pair = (shared >> _U(33)).astype(np.int64)
    flagged = (shared & _U(1)).astype(np.bool_)
    return np.bincount(pair, minlength=len(a)), np.bincount(pair[flagged], minlength=len(a))


def quarters(shingles: Shingles, sets: Shingles, a: Ints, b: Ints) -> Ints:
    """How many shingles of each quarter of text a[i] are in the set b[i]: shape (pairs, 4)."""
    here, there = _keys(shingles, a), _keys(sets, b)
    found = there[np.minimum(np.searchsorted(there, here), len(there) - 1)] == here if len(there) else here < 0
    counts = np.bincount(_quarter(shingles, a)[found], minlength=len(a) * QUARTERS)
    return counts.reshape(-1, QUARTERS)


def quarter_sizes(sizes: Ints) -> Ints:
    """How many shingles the quarters of texts of these sizes have: shape (texts, 4)."""
    bounds = -(-sizes[:, None] * np.arange(QUARTERS + 1) // QUARTERS)
    return np.diff(bounds)


def _quarter(shingles: Shingles, texts: Ints) -> Ints:
    size = shingles.sizes()[texts]
    place = np.arange(int(size.sum())) - np.repeat(np.cumsum(size) - size, size)
    quarter: Ints = np.repeat(np.arange(len(texts)), size) * QUARTERS + place * QUARTERS // np.repeat(size, size)
    return quarter


def _keys(shingles: Shingles, texts: Ints) -> Hashes64:
    """The shingles of the texts, in their order, each under the number of its pair."""
    return _pair_of(shingles, texts) << _U(32) | shingles.values[shingles.places(texts)]


def _pair_of(shingles: Shingles, texts: Ints) -> Hashes64:
    return np.repeat(np.arange(len(texts), dtype=_U), shingles.sizes()[texts])
