"""The same arithmetic in compiled loops, in one pass over the bytes; the tests hold its values equal to numpy's."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.cluster.arrays import Flags, Hashes32, Ints, Octets
from compare.cluster.furniture import BITS, Table
from compare.cluster.letters import Letters, fold
from compare.cluster.loops import load_loops
from compare.cluster.overlap import QUARTERS
from compare.cluster.shingles import Shingles, WordHashes
from compare.cluster.signature import EMPTY, permutations
from compare.cluster.sketcher import Sketcher

_LOOPS = load_loops()


class FastSketcher(Sketcher):
    """The arithmetic in compiled loops."""

    __slots__ = ()

    def fold(self, texts: Sequence[str]) -> Letters:
        """The texts as folded bytes."""
        return fold(texts, _classify)

    def hash_words(self, letters: Letters) -> WordHashes:
        """Hashes of the words."""
        most = len(letters.octets) // 2 + len(letters.begins)
        words, touches = np.empty(most, np.uint64), np.empty(most, np.uint8)
        offsets = np.zeros(len(letters.begins), np.int64)
        texts = len(letters.begins) - 1
        _LOOPS["hash_words"](letters.octets, letters.kinds, letters.begins, texts, touches, words, offsets)
        return WordHashes(words[: offsets[-1]], offsets)

    def combine(self, words: WordHashes, size: int) -> Shingles:
        """Shingles of `size` words."""
        counts = np.diff(words.offsets)
        made = np.concatenate(([0], np.cumsum(np.where(counts > 0, np.maximum(counts - size + 1, 1), 0))))
        shingles = np.empty(made[-1], np.uint32)
        _LOOPS["combine"](words.values, words.offsets, len(counts), size, shingles)
        return Shingles(shingles, made)

    def sign(self, shingles: Shingles, spread: Table) -> Hashes32:
        """Signatures of what is not spread."""
        factors, addends = permutations(self.settings.permutations, self.settings.seed)
        sizes = shingles.sizes()
        signatures = np.full((len(sizes), len(factors)), EMPTY, np.uint32)
        _LOOPS["sign"](
            shingles.values,
            shingles.offsets,
            len(sizes),
            spread.bits.view(np.uint8),
            32 - BITS,
            factors,
            addends,
            len(factors),
            np.empty(sizes.max(initial=0) + 3, np.uint32),
            signatures,
        )
        return signatures.T

    def as_sets(self, shingles: Shingles) -> Shingles:
        """The shingles of each text without repetitions, as they come."""
        sets, offsets = np.empty_like(shingles.values), np.zeros_like(shingles.offsets)
        texts = len(offsets) - 1
        _LOOPS["as_sets"](shingles.values, shingles.offsets, texts, *_slots(shingles), sets, offsets)
        return Shingles(sets[: offsets[-1]], offsets)

    def count_shared(self, sets: Shingles, counted: Flags, a: Ints, b: Ints) -> tuple[Ints, Ints]:
        """How many shingles the sets share, and how many of them are flagged."""
        shared, flagged = np.empty(len(a), np.int64), np.empty(len(a), np.int64)
        flags, slots = counted.view(np.uint8), _slots(sets)
        _LOOPS["count_shared"](sets.values, sets.offsets, flags, *slots, a, b, len(a), shared, flagged)
        return shared, flagged

    def quarters(self, shingles: Shingles, sets: Shingles, a: Ints, b: Ints) -> Ints:
        """How many shingles of each quarter of text a[i] are in the set b[i]."""
        shared = np.empty((len(a), QUARTERS), np.int64)
        texts = (shingles.values, shingles.offsets, sets.values, sets.offsets)
        _LOOPS["quarters"](*texts, *_slots(sets), a, b, len(a), QUARTERS, shared)
        return shared


def _slots(sets: Shingles) -> tuple[Hashes32, Ints]:
    """Room for the values of the longest text, half of it free, and whose value is in each place: nobody's."""
    slots = 1 << max(2, (2 * int(sets.sizes().max(initial=0)) - 1).bit_length())
    return np.empty(slots, np.uint32), np.full(slots, -1, np.int64)


def _classify(raw: bytes) -> tuple[Octets, Octets]:
    octets, kinds = np.empty(len(raw), np.uint8), np.empty(len(raw), np.uint8)
    _LOOPS["classify"](np.frombuffer(raw, np.uint8), len(raw), octets, kinds)
    return octets, kinds
