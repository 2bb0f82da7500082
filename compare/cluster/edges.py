"""Verification: what each candidate pair really shares, counted on exact sets of shingles; the copies stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from compare.cluster.arrays import Flags, Floats, Ints
from compare.cluster.components import components
from compare.cluster.edited import edited_throughout
from compare.cluster.furniture import Spread
from compare.cluster.shingles import Shingles, offsets_of
from compare.cluster.sketcher import Sketcher
from compare.config import CopyConfig

PAIRS = 1024
"""Pairs that are verified at a time."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Verified pairs of text numbers, left < right, sorted, with exact Jaccard and containment of their shingles.

    `loose` marks the edges that do not chain: short texts, neither contained in the other.
    """

    left: Ints
    right: Ints
    jaccard: Floats
    containment: Floats
    loose: Flags

    def at(self, chosen: Ints | Flags) -> Edges:
        """These edges, in this order."""
        return Edges(
            self.left[chosen], self.right[chosen], self.jaccard[chosen], self.containment[chosen], self.loose[chosen]
        )

    def without(self, texts: Ints) -> Edges:
        """The edges that do not end in these texts."""
        return self.at(~(np.isin(self.left, texts) | np.isin(self.right, texts)))

    def numbered(self, numbers: Ints) -> Edges:
        """The same edges, counting in these ascending numbers of the texts."""
        return Edges(numbers[self.left], numbers[self.right], self.jaccard, self.containment, self.loose)

    def local(self) -> tuple[Ints, Edges]:
        """The texts of the edges, ascending, and the edges as counting in them."""
        nodes, at = np.unique(np.concatenate((self.left, self.right)), return_inverse=True)
        left, right = at[: len(self.left)], at[len(self.left) :]
        return nodes, Edges(left, right, self.jaccard, self.containment, self.loose)

    def joined_with(self, *others: Edges) -> Edges:
        """These edges and others, sorted."""
        every = (self, *others)
        edges = Edges(
            np.concatenate([e.left for e in every]),
            np.concatenate([e.right for e in every]),
            np.concatenate([e.jaccard for e in every]),
            np.concatenate([e.containment for e in every]),
            np.concatenate([e.loose for e in every]),
        )
        return edges.at(np.lexsort((edges.right, edges.left)))


@dataclass(frozen=True, slots=True)
class Shared:
    """What each pair shares: shares of 1, and counts of distinct shingles; `own` ones are not spread over articles."""

    jaccard: Floats
    containment: Floats
    own_containment: Floats
    smaller: Ints
    own: Ints


def verify(texts: Sequence[str], left: Ints, right: Ints, spread: Spread, sketcher: Sketcher) -> Edges:
    """The candidate pairs that are copies. Pairs that hang together are verified together: a text is shingled once."""
    group = components(len(texts), left, right)[left]
    order = np.lexsort((right, left, group))
    parts = [order[i : i + PAIRS] for i in range(0, len(order), PAIRS)] or [order]
    first, *rest = [_verify(texts, left[part], right[part], spread, sketcher) for part in parts]
    return first.joined_with(*rest)


def _verify(texts: Sequence[str], left: Ints, right: Ints, spread: Spread, sketcher: Sketcher) -> Edges:
    used, both = np.unique(np.concatenate((left, right)), return_inverse=True)
    a, b = both[: len(left)], both[len(left) :]
    settings = sketcher.settings
    words = sketcher.words([texts[i] for i in used.tolist()])
    shingles = sketcher.combine(words, settings.shingle)
    shared = what_is_shared(sketcher.as_sets(shingles), a, b, spread, sketcher)
    kept = are_copies(shared, settings)
    loose = are_loose(shared, settings)
    label = components(len(used), a[kept & ~loose], b[kept & ~loose])
    maybe = np.flatnonzero(~kept & may_be_edited(shared, settings) & (label[a] != label[b]))
    kept[maybe] = edited_throughout(shingles, words, a[maybe], b[maybe], spread, sketcher)
    return Edges(left, right, shared.jaccard, shared.containment, loose).at(kept)


def what_is_shared(sets: Shingles, a: Ints, b: Ints, spread: Spread, sketcher: Sketcher) -> Shared:
    """What text a[i] shares with text b[i], counted on sets of shingles (see `Sketcher.as_sets`)."""
    own = ~spread.shingles.holds(sets.values)
    size, own_size = sets.sizes(), np.diff(offsets_of(own, sets.offsets))
    both, both_own = sketcher.count_shared(sets, own, a, b)
    smaller, smaller_own = np.minimum(size[a], size[b]), np.minimum(own_size[a], own_size[b])
    jaccard = both / np.maximum(size[a] + size[b] - both, 1)
    own_containment = np.where(smaller_own > 0, both_own / np.maximum(smaller_own, 1), jaccard)
    return Shared(jaccard, both / np.maximum(smaller, 1), own_containment, smaller, both_own)


def are_copies(shared: Shared, settings: CopyConfig) -> Flags:
    """True for the pairs that are alike as wholes, and for those of which the shorter is contained in the longer."""
    evident = shared.own_containment >= settings.evidence
    alike = shared.jaccard >= settings.jaccard
    alike &= (shared.smaller >= settings.short) | (shared.containment >= settings.short_containment)
    alike &= ~are_loose(shared, settings) | (shared.own >= settings.least)
    held = (shared.containment >= settings.containment) & (shared.own >= settings.least)
    return evident & (alike | held)


def are_loose(shared: Shared, settings: CopyConfig) -> Flags:
    """True for short texts neither of which is contained in the other: what is alike with both need not be a copy."""
    loose: Flags = (shared.smaller < settings.long) & (shared.containment < settings.containment)
    return loose


def may_be_edited(shared: Shared, settings: CopyConfig) -> Flags:
    """True for long texts that share enough to be one text edited throughout."""
    return (shared.smaller >= settings.long) & (shared.own_containment >= settings.edited)
