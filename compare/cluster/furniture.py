"""Phrases that many otherwise unrelated articles hold: an outlet's furniture, the fixed words of a template, idiom.

They are found by their spread in a sample and left out of signatures and of the evidence for a copy. A shingle of a
widely syndicated story is spread as well, but its holders share nearly all else; those of furniture do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.cluster.shingles import Shingles, chunks, concatenate, shingle

SAMPLE = 2000
"""Articles that are looked at: enough to see what one in four hundred holds."""
HOLDERS = 5
"""A shingle is spread from this many articles of the sample on, and from `SHARE` of it."""
SHARE = 0.0025
WORD_SHARE = 0.01
"""A word is common from this share of the sample on."""
APART = 0.3
"""The holders of furniture have on average at least this share of their shingles to themselves or to few."""
_BITS = 22
_SHIFT = np.uint32(32 - _BITS)


@dataclass(frozen=True, slots=True)
class Spread:
    """What is spread: tables over the upper bits of a shingle's and of a word's hash (one in two hundred by chance)."""

    shingles: NDArray[np.bool_]
    words: NDArray[np.bool_]

    def holds(self, values: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """True for each shingle that is spread."""
        return self.shingles[values >> _SHIFT]

    def holds_word(self, values: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """True for each word (a shingle of size 1) that is common."""
        return self.words[values >> _SHIFT]

    def without(self, shingles: Shingles) -> Shingles:
        """The shingles that are not spread; a text that has no other keeps them all."""
        kept = ~self.holds(shingles.values)
        left = np.concatenate(([0], np.cumsum(kept)))[shingles.offsets]
        empty = np.diff(left) == 0
        if empty.any():
            kept |= np.repeat(empty, np.diff(shingles.offsets))
            left = np.concatenate(([0], np.cumsum(kept)))[shingles.offsets]
        return Shingles(shingles.values[kept], left)


def find_spread(texts: Sequence[str], size: int) -> Spread:
    """What is spread over the texts (in an order that depends on nothing but them), from an even sample of them."""
    at = np.unique(np.linspace(0, len(texts) - 1, min(SAMPLE, len(texts))).astype(np.int64)) if texts else ()
    sample = [texts[i] for i in at]
    return Spread(_spread_shingles(sample, size), _common_words(sample))


def _spread_shingles(sample: list[str], size: int) -> NDArray[np.bool_]:
    shingles = concatenate([shingle(sample[part], size) for part in chunks(sample)]).as_sets()
    value, which, holders = np.unique(shingles.values, return_inverse=True, return_counts=True)
    spread = holders >= max(HOLDERS, SHARE * len(sample))
    text = np.repeat(np.arange(len(sample)), np.diff(shingles.offsets))
    own = np.bincount(text, ~spread[which], len(sample)) / np.maximum(np.diff(shingles.offsets), 1)
    apart = np.bincount(which, own[text], len(value)) / np.maximum(holders, 1)
    return _table(value[spread & (apart >= APART)])


def _common_words(sample: list[str]) -> NDArray[np.bool_]:
    words = concatenate([shingle(sample[part], 1) for part in chunks(sample)]).as_sets()
    value, holders = np.unique(words.values, return_counts=True)
    return _table(value[holders >= max(HOLDERS, WORD_SHARE * len(sample))])


def _table(values: NDArray[np.uint32]) -> NDArray[np.bool_]:
    table = np.zeros(1 << _BITS, np.bool_)
    table[values >> _SHIFT] = True
    return table
