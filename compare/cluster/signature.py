"""MinHash signatures of shingle hashes, equal to datasketch's `affine32` values, computed for many texts at once.

`datasketch.MinHash(num_perm, seed, hashfunc=...)` fed the same shingle hashes holds the same values. The permutations
are drawn as datasketch draws them, without its import, which costs more than a small run.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.cluster.arrays import Hashes32

if TYPE_CHECKING:
    from compare.cluster.shingles import Shingles
    from compare.config import CopyConfig

EMPTY = np.uint32(0xFFFFFFFF)
"""The value of a text without shingles."""
DATASKETCH_MAJOR = 2
"""The datasketch whose scheme this is."""


@lru_cache(maxsize=8)
def permutations(count: int, seed: int) -> tuple[Hashes32, Hashes32]:
    """Factors (odd) and addends of the permutations h → a·h + b modulo 2^32; to be read only."""
    draw = np.random.RandomState(seed)
    factors = draw.randint(0, 1 << 31, count, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    addends = draw.randint(0, 1 << 32, count, dtype=np.uint32)
    for values in (factors, addends):
        values.setflags(write=False)
    return factors, addends


def sign(shingles: Shingles, count: int, seed: int) -> Hashes32:
    """Signatures, one column per text: shape (count, texts)."""
    factors, addends = permutations(count, seed)
    texts = np.flatnonzero(np.diff(shingles.offsets))
    signatures = np.full((count, len(shingles.offsets) - 1), EMPTY, np.uint32)
    if len(texts):
        starts, mixed = shingles.offsets[texts], _mix(shingles.values)
        permuted = np.empty_like(mixed)
        for k in range(count):
            np.multiply(mixed, factors[k], out=permuted)
            permuted += addends[k]
            signatures[k, texts] = np.minimum.reduceat(permuted, starts)
    return signatures


def as_minhash(signature: Hashes32, config: CopyConfig) -> Any:  # noqa: ANN401  # datasketch has no types
    """One signature as a `datasketch.MinHash`, to be used with datasketch's own indexes."""
    from datasketch import MinHash

    return MinHash(len(signature), seed=config.seed, hashvalues=signature, scheme=config.scheme)


def _mix(h: Hashes32) -> Hashes32:
    """MurmurHash3's 32-bit finalizer, with which datasketch mixes every hash once."""
    h = h ^ (h >> np.uint32(16))
    h *= np.uint32(0x85EBCA6B)
    h ^= h >> np.uint32(13)
    h *= np.uint32(0xC2B2AE35)
    h ^= h >> np.uint32(16)
    return h
