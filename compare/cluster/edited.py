"""A text edited throughout, as against one that shares a part with another, or a template filled in anew.

At 25 % changed words three in ten shingles are left, no more than two reports share that took one paragraph from an
agency. But edits are spread: every quarter of both texts shares its part. And rare words and figures mostly stay,
which in two fillings of a template are just what differs.
"""

from __future__ import annotations

import numpy as np

from compare.cluster.arrays import Flags, Hashes64, Ints
from compare.cluster.furniture import Spread
from compare.cluster.overlap import count_shared, keyed, keys_pair, shared_keys
from compare.cluster.shingles import Shingles
from compare.config import CopyConfig

_QUARTERS = 4


def edited_throughout(
    shingles: Shingles, words: Shingles, a: Ints, b: Ints, spread: Spread, settings: CopyConfig
) -> Flags:
    """True for each pair of texts a[i], b[i] of which one is the other edited throughout."""
    edited = np.ones(len(a), np.bool_)
    own = spread.shingles.without(shingles)
    both = shared_keys(own.as_sets(), a, b)
    for texts in (a, b):
        edited &= _evenly_shared(own, texts, both, settings)
    rare = spread.words.without(words)
    edited &= count_shared(rare.as_sets(), a, b, spread.words).containment >= settings.edited_words
    return edited


def _evenly_shared(own: Shingles, texts: Ints, both: Hashes64, settings: CopyConfig) -> Flags:
    """True where the text shares enough, and each of its quarters nearly as much as the whole."""
    keys = keyed(own, texts)
    pair = keys_pair(keys)
    size = np.bincount(pair, minlength=len(texts))
    place = np.arange(len(keys)) - np.repeat(np.cumsum(size) - size, size)
    quarter = pair * _QUARTERS + place * _QUARTERS // np.maximum(size, 1)[pair]
    found = both[np.minimum(np.searchsorted(both, keys), len(both) - 1)] == keys if len(both) else np.zeros(len(keys))
    shared = np.bincount(quarter, found, len(texts) * _QUARTERS).reshape(-1, _QUARTERS)
    sizes = np.bincount(quarter, minlength=len(texts) * _QUARTERS).reshape(-1, _QUARTERS)
    part = shared.sum(axis=1) / np.maximum(size, 1)
    least = (shared / np.maximum(sizes, 1)).min(axis=1)
    edited: Flags = (part >= settings.edited) & (least >= settings.even * part)
    return edited
