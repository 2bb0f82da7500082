"""The same arithmetic with numba, in one pass over the bytes; the tests hold its values equal to those of numpy."""

from __future__ import annotations

import gc
from collections.abc import Sequence

import numpy as np

from compare.cluster import kernels
from compare.cluster.arrays import Flags, Hashes32, Ints, Octets
from compare.cluster.furniture import BITS, Table
from compare.cluster.letters import Letters, fold
from compare.cluster.overlap import QUARTERS
from compare.cluster.shingles import Shingles, WordHashes, windows_of
from compare.cluster.signature import EMPTY, permutations
from compare.cluster.sketcher import Sketcher
from compare.config import CopyConfig


class FastSketcher(Sketcher):
    """The arithmetic with numba."""

    __slots__ = ()

    def fold(self, texts: Sequence[str]) -> Letters:
        """The texts as folded bytes."""
        return fold(texts, _classify)

    def hash_words(self, letters: Letters) -> WordHashes:
        """Hashes of the words."""
        words = np.empty(len(letters.octets) // 2 + len(letters.begins), np.uint64)
        offsets = np.zeros(len(letters.begins), np.int64)
        octets, kinds = letters.octets, letters.kinds
        kernels.hash_words(windows_of(octets), octets, windows_of(kinds), kinds, letters.begins, words, offsets)
        return WordHashes(words[: offsets[-1]], offsets)

    def combine(self, words: WordHashes, size: int) -> Shingles:
        """Shingles of `size` words."""
        counts = np.diff(words.offsets)
        made = np.concatenate(([0], np.cumsum(np.where(counts > 0, np.maximum(counts - size + 1, 1), 0))))
        shingles = np.empty(made[-1], np.uint32)
        kernels.combine(words.values, words.offsets, size, shingles)
        return Shingles(shingles, made)

    def sign(self, shingles: Shingles, spread: Table) -> Hashes32:
        """Signatures of what is not spread."""
        factors, addends = permutations(self.settings.permutations, self.settings.seed)
        signatures = np.full((len(shingles.offsets) - 1, len(factors)), EMPTY, np.uint32)
        kernels.sign(shingles.values, shingles.offsets, spread.bits, np.uint32(32 - BITS), factors, addends, signatures)
        return signatures.T

    def as_sets(self, shingles: Shingles) -> Shingles:
        """The shingles of each text without repetitions, as they come."""
        sets, offsets = np.empty_like(shingles.values), np.zeros_like(shingles.offsets)
        kernels.as_sets(shingles.values, shingles.offsets, sets, offsets)
        return Shingles(sets[: offsets[-1]], offsets)

    def count_shared(self, sets: Shingles, counted: Flags, a: Ints, b: Ints) -> tuple[Ints, Ints]:
        """How many shingles the sets share, and how many of them are flagged."""
        shared, flagged = np.zeros(len(a), np.int64), np.zeros(len(a), np.int64)
        kernels.count_shared(sets.values, sets.offsets, counted, a, b, shared, flagged)
        return shared, flagged

    def quarters(self, shingles: Shingles, sets: Shingles, a: Ints, b: Ints) -> Ints:
        """How many shingles of each quarter of text a[i] are in the set b[i]."""
        shared = np.zeros((len(a), QUARTERS), np.int64)
        kernels.quarters(shingles.values, shingles.offsets, sets.values, sets.offsets, a, b, shared)
        return shared


def _classify(raw: bytes) -> tuple[Octets, Octets]:
    octets, kinds = np.empty(len(raw), np.uint8), np.empty(len(raw), np.uint8)
    kernels.classify(np.frombuffer(raw, np.uint8), octets, kinds)
    return octets, kinds


def _load() -> None:
    """Call every loop once: numba compiles, or reads what it kept, at the first call."""
    sketcher, texts = FastSketcher(CopyConfig()), ["one text of five words", "one text of six other words"]
    shingles, words = sketcher.shingles(texts)
    sketcher.signatures(texts, Table.of(shingles.values[:1]))
    a, b = np.array([0]), np.array([1])
    sets = sketcher.as_sets(words)
    sketcher.count_shared(sets, np.zeros(len(sets.values), np.bool_), a, b)
    sketcher.quarters(words, sets, a, b)
    gc.collect()  # of the many objects that numba leaves, and not in the middle of the first work


_load()
