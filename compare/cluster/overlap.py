"""Counting what pairs of texts share, by sorting: exact, but for collisions of 32-bit hashes (one in ten thousand)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from compare.cluster.arrays import Floats, Hashes32, Hashes64, Ints
from compare.cluster.furniture import Table
from compare.cluster.shingles import Shingles

_U = np.uint64


@dataclass(frozen=True, slots=True)
class Shared:
    """What each pair shares: shares of 1, and counts of distinct shingles; `own` ones are not spread over articles."""

    jaccard: Floats
    containment: Floats
    own_containment: Floats
    smaller: Ints
    own: Ints


def count_shared(sets: Shingles, a: Ints, b: Ints, spread: Table) -> Shared:
    """What text a[i] shares with text b[i], counted on sets of shingles (see `Shingles.as_sets`)."""
    size = np.diff(sets.offsets)
    own_size = np.diff(np.concatenate(([0], np.cumsum(~spread.holds(sets.values))))[sets.offsets])
    keys = shared_keys(sets, a, b)
    pair, own = keys_pair(keys), ~spread.holds(keys_value(keys))
    both, both_own = np.bincount(pair, minlength=len(a)), np.bincount(pair[own], minlength=len(a))
    smaller, smaller_own = np.minimum(size[a], size[b]), np.minimum(own_size[a], own_size[b])
    jaccard = both / np.maximum(size[a] + size[b] - both, 1)
    own_containment = np.where(smaller_own > 0, both_own / np.maximum(smaller_own, 1), jaccard)
    return Shared(jaccard, both / np.maximum(smaller, 1), own_containment, smaller, both_own)


def shared_keys(sets: Shingles, a: Ints, b: Ints) -> Hashes64:
    """The shingles that both texts of a pair hold, as pair << 32 | shingle, sorted."""
    keys = np.concatenate((keyed(sets, a), keyed(sets, b)))
    keys.sort()
    twice: Hashes64 = keys[1:][keys[1:] == keys[:-1]]
    return twice


def keyed(shingles: Shingles, texts: Ints) -> Hashes64:
    """The shingles of the texts, in their order, each as pair << 32 | shingle."""
    sizes = shingles.offsets[texts + 1] - shingles.offsets[texts]
    before = np.cumsum(sizes) - sizes
    at = np.arange(int(sizes.sum())) + np.repeat(shingles.offsets[texts] - before, sizes)
    keys: Hashes64 = np.repeat(np.arange(len(texts), dtype=_U), sizes) << _U(32) | shingles.values[at]
    return keys


def keys_pair(keys: Hashes64) -> Ints:
    """The pair of each key."""
    return (keys >> _U(32)).astype(np.int64)


def keys_value(keys: Hashes64) -> Hashes32:
    """The shingle of each key."""
    return (keys & _U(0xFFFFFFFF)).astype(np.uint32)
