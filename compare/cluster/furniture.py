"""Phrases that many otherwise unrelated articles hold: an outlet's furniture, the fixed words of a template, idiom.

They are found by their spread in a sample and left out of signatures and of the evidence for a copy. A shingle of a
widely syndicated story is spread as well, but its holders share nearly all else; those of furniture do not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from compare.cluster.arrays import Flags, Hashes32, Ints
from compare.cluster.shingles import Shingles

SAMPLE = 2000
"""Articles that are looked at: enough to see what one in four hundred holds."""
HOLDERS = 5
"""A shingle or word is spread only from this many articles of the sample on."""
SHARE = 0.0025
"""A shingle is spread from this share of the sample on."""
WORD_SHARE = 0.01
"""A word is common from this share of the sample on."""
APART = 0.3
"""The holders of furniture have on average at least this share of their shingles to themselves or to few."""
BITS = 18
"""Bits of a hash that a table looks at."""
AT_ONCE = 1 << 22
"""Texts times words that are looked at together."""
_SHIFT = np.uint32(32 - BITS)
_FINE = 20
_FINE_SHIFT = np.uint32(32 - _FINE)
_U = np.uint64


@dataclass(frozen=True, slots=True)
class Table:
    """A set of shingles, by the upper bits of their hashes to fit the cache; of others it holds a few in a hundred."""

    bits: Flags

    @classmethod
    def of(cls, values: Hashes32) -> Table:
        """The table that holds these shingles."""
        bits = np.zeros(1 << BITS, np.bool_)
        bits[values >> _SHIFT] = True
        return cls(bits)

    def pack(self) -> bytes:
        """The table as bytes."""
        return np.packbits(self.bits).tobytes()

    @classmethod
    def unpack(cls, packed: bytes) -> Table:
        """The table from its bytes."""
        return cls(np.unpackbits(np.frombuffer(packed, np.uint8)).astype(np.bool_))

    def holds(self, values: Hashes32) -> Flags:
        """True for each shingle that is in the table."""
        held: Flags = self.bits[values >> _SHIFT]
        return held

    def without(self, shingles: Shingles) -> Shingles:
        """The shingles that are not in the table; a text that has no other keeps all."""
        kept = ~self.holds(shingles.values)
        offsets = _offsets(kept, shingles)
        empty = np.diff(offsets) == 0
        if empty.any():
            kept |= np.repeat(empty, np.diff(shingles.offsets))
            offsets = _offsets(kept, shingles)
        return Shingles(shingles.values[kept], offsets)


@dataclass(frozen=True, slots=True)
class Spread:
    """Shingles that are spread over unrelated articles, and words that are common."""

    shingles: Table
    words: Table


def sample_of(count: int) -> Ints:
    """An even sample of the numbers of so many texts, whose order depends on nothing but them."""
    return np.unique(np.linspace(0, max(count - 1, 0), min(SAMPLE, count)).astype(np.int64))


def find_spread(shingles: Shingles, words: Shingles) -> Spread:
    """What is spread over a sample of texts, of their shingles and their words."""
    common = _common_words(words, max(HOLDERS, WORD_SHARE * (len(words.offsets) - 1)))
    return Spread(Table.of(spread_shingles(shingles)), common)


def spread_shingles(shingles: Shingles) -> Hashes32:
    """The shingles that many texts hold which are otherwise apart."""
    least = max(HOLDERS, SHARE * (len(shingles.offsets) - 1))
    slots = shingles.values >> _FINE_SHIFT
    place = np.flatnonzero((np.bincount(slots, minlength=1 << _FINE) >= least)[slots])
    text = np.searchsorted(shingles.offsets, place, side="right") - 1
    held, times = np.unique(shingles.values[place].astype(_U) << _U(32) | text.astype(_U), return_counts=True)
    text, (value, which, holders) = (
        (held & _U(0xFFFFFFFF)).astype(np.int64),
        np.unique(held >> _U(32), return_inverse=True, return_counts=True),
    )
    many = holders >= least
    kept = many[which]
    shared = np.bincount(text[kept], times[kept], len(shingles.offsets) - 1)
    own = 1 - shared / np.maximum(shingles.sizes(), 1)
    apart = np.bincount(which, own[text], len(value)) / np.maximum(holders, 1)
    return value[many & (apart >= APART)].astype(np.uint32)


def _common_words(words: Shingles, least: float) -> Table:
    """The places of a table whose words at least so many texts hold."""
    slots = words.values >> _SHIFT
    often = np.bincount(slots, minlength=1 << BITS) >= least
    rank = np.cumsum(often) - 1
    width = int(often.sum())
    kept = often[slots]
    text = np.repeat(np.arange(len(words.offsets) - 1), words.sizes())[kept]
    column, holders = rank[slots[kept]], np.zeros(width, np.int64)
    step = max(1, AT_ONCE // max(width, 1))
    for first in range(0, len(words.offsets) - 1, step):
        low, high = np.searchsorted(text, (first, first + step))
        held = np.zeros((step, width), np.bool_)
        held[text[low:high] - first, column[low:high]] = True
        holders += held.sum(axis=0)
    bits = np.zeros(1 << BITS, np.bool_)
    bits[often] = holders >= least
    return Table(bits)


def _offsets(kept: Flags, shingles: Shingles) -> Ints:
    offsets: Ints = np.concatenate(([0], np.cumsum(kept)))[shingles.offsets]
    return offsets
