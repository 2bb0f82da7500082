"""A text edited throughout, as against one that shares a part with another, or a template filled in anew.

At 25 % changed words three in ten shingles are left, no more than two reports share that took one paragraph from an
agency. But edits are spread: every quarter of both texts shares its part. And rare words and figures mostly stay,
which in two fillings of a template are just what differs.
"""

from __future__ import annotations

import numpy as np

from compare.cluster.arrays import Flags, Ints
from compare.cluster.furniture import Spread
from compare.cluster.overlap import quarter_sizes
from compare.cluster.shingles import Shingles, WordHashes
from compare.cluster.sketcher import Sketcher


def edited_throughout(
    shingles: Shingles, words: WordHashes, a: Ints, b: Ints, spread: Spread, sketcher: Sketcher
) -> Flags:
    """True for each pair of texts a[i], b[i] of which one is the other edited throughout."""
    edited = np.zeros(len(a), np.bool_)
    likely = np.flatnonzero(_rare_words_stay(words, a, b, spread, sketcher))
    used, both = np.unique(np.concatenate((a[likely], b[likely])), return_inverse=True)
    own = spread.shingles.without(shingles.of(used))
    sets = sketcher.as_sets(own)
    left, right = both[: len(likely)], both[len(likely) :]
    edited[likely] = _evenly_shared(own, sets, left, right, sketcher) & _evenly_shared(own, sets, right, left, sketcher)
    return edited


def _rare_words_stay(words: WordHashes, a: Ints, b: Ints, spread: Spread, sketcher: Sketcher) -> Flags:
    used, both = np.unique(np.concatenate((a, b)), return_inverse=True)
    rare = sketcher.as_sets(spread.words.without(sketcher.combine(words.of(used), 1)))
    left, right = both[: len(a)], both[len(a) :]
    shared, _ = sketcher.count_shared(rare, np.zeros(len(rare.values), np.bool_), left, right)
    smaller = np.minimum(rare.sizes()[left], rare.sizes()[right])
    stay: Flags = shared >= sketcher.settings.edited_words * smaller
    return stay


def _evenly_shared(own: Shingles, sets: Shingles, a: Ints, b: Ints, sketcher: Sketcher) -> Flags:
    """True where text a[i] shares enough with b[i], and each of its quarters nearly as much as the whole."""
    sizes = own.sizes()[a]
    shared = sketcher.quarters(own, sets, a, b)
    part = shared.sum(axis=1) / np.maximum(sizes, 1)
    least = (shared / np.maximum(quarter_sizes(sizes), 1)).min(axis=1, initial=1.0)
    even: Flags = (part >= sketcher.settings.edited) & (least >= sketcher.settings.even * part)
    return even
