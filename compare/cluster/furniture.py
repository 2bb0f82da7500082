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
_SHIFT = np.uint32(32 - BITS)


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
    value, holders = np.unique(words.as_sets().values, return_counts=True)
    common = value[holders >= max(HOLDERS, WORD_SHARE * (len(words.offsets) - 1))]
    return Spread(Table.of(spread_shingles(shingles.as_sets())), Table.of(common))


def spread_shingles(sets: Shingles) -> Hashes32:
    """The shingles that many texts hold which are otherwise apart."""
    count = len(sets.offsets) - 1
    value, holders = np.unique(sets.values, return_counts=True)
    many = value[holders >= max(HOLDERS, SHARE * count)]
    if not len(many):
        return many
    place = np.flatnonzero(Table.of(many).holds(sets.values))
    which = np.minimum(np.searchsorted(many, sets.values[place]), len(many) - 1)
    place, which = (column[many[which] == sets.values[place]] for column in (place, which))
    text = np.searchsorted(sets.offsets, place, side="right") - 1
    own = 1 - np.bincount(text, minlength=count) / np.maximum(sets.sizes(), 1)
    apart = np.bincount(which, own[text], len(many)) / np.bincount(which, minlength=len(many))
    return many[apart >= APART]


def _offsets(kept: Flags, shingles: Shingles) -> Ints:
    offsets: Ints = np.concatenate(([0], np.cumsum(kept)))[shingles.offsets]
    return offsets
