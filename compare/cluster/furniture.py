"""Phrases that many otherwise unrelated articles hold: an outlet's furniture, the fixed words of a template, idiom.

They are found by their spread in a sample and left out of signatures and of the evidence for a copy. A shingle of a
widely syndicated story is spread as well, but its holders share nearly all else; those of furniture do not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from compare.cluster.arrays import Flags, Hashes32, Ints, in_order
from compare.cluster.shingles import Shingles, offsets_of

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
_FINE = 19
_FINE_SHIFT, _FINE_MASK = np.uint32(32 - _FINE), np.uint32((1 << _FINE) - 1)


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
        """The table from its bytes; raises `ValueError` where there are not as many as of a table."""
        bits = np.unpackbits(np.frombuffer(packed, np.uint8)).astype(np.bool_)
        if len(bits) != 1 << BITS:
            raise ValueError(f"a table of {len(bits)} bits")
        return cls(bits)

    def holds(self, values: Hashes32) -> Flags:
        """True for each shingle that is in the table."""
        held: Flags = self.bits[values >> _SHIFT]
        return held

    def without(self, shingles: Shingles) -> Shingles:
        """The shingles that are not in the table; a text that has no other keeps all."""
        kept = ~self.holds(shingles.values)
        offsets = offsets_of(kept, shingles.offsets)
        empty = np.diff(offsets) == 0
        if empty.any():
            kept |= np.repeat(empty, np.diff(shingles.offsets))
            offsets = offsets_of(kept, shingles.offsets)
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
    least = max(HOLDERS, WORD_SHARE * (len(words.offsets) - 1))
    places = Shingles(words.values >> _SHIFT, words.offsets).as_sets().values
    common = Table(np.bincount(places, minlength=1 << BITS) >= least)
    return Spread(Table.of(spread_shingles(shingles.as_sets())), common)


def spread_shingles(sets: Shingles) -> Hashes32:
    """The shingles that many texts hold which are otherwise apart."""
    count = len(sets.offsets) - 1
    place = _held_often(sets.values, max(HOLDERS, SHARE * count))
    text = np.searchsorted(sets.offsets, place, side="right") - 1
    own = 1 - np.bincount(text, minlength=count) / np.maximum(sets.sizes(), 1)
    value = sets.values[place]
    order = _in_order(value)
    first = _first_of_each(value[order])
    apart = np.add.reduceat(own[text][order], first) / np.diff(np.append(first, len(value))) if len(value) else own[:0]
    return value[order][first[apart >= APART]]


def _held_often(values: Hashes32, least: float) -> Ints:
    """The places of the values that are there at least so many times."""
    fine = values >> _FINE_SHIFT  # most are not, and need not be sorted
    place = np.flatnonzero((np.bincount(fine, minlength=1 << _FINE) >= least)[fine])
    fine = values[place] & _FINE_MASK
    place = place[(np.bincount(fine, minlength=1 << _FINE) >= least)[fine]]
    order = _in_order(values[place])
    first = _first_of_each(values[place][order])
    times = np.diff(np.append(first, len(place)))
    often = np.zeros(len(place), np.bool_)
    often[order] = np.repeat(times >= least, times)
    held: Ints = place[often]
    return held


def _in_order(values: Hashes32) -> Ints:
    return in_order((values >> np.uint32(16)).astype(np.uint16), values.astype(np.uint16))


def _first_of_each(ordered: Hashes32) -> Ints:
    """Where the runs of equal values begin."""
    first: Ints = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)])
    return first
