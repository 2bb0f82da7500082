"""Verification: what two texts really share, counted on their exact sets of shingles, and whether that makes a copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.cluster.components import components
from compare.cluster.furniture import Spread
from compare.cluster.shingles import Shingles, chunks, concatenate, shingle
from compare.config import CopyConfig

PAIRS = 2048
"""Pairs that are verified at a time."""
_U = np.uint64
_Ints = NDArray[np.int64]
_Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Edges:
    """Pairs of text numbers, left < right, with the exact Jaccard of their shingles and the containment."""

    left: _Ints
    right: _Ints
    jaccard: _Floats
    containment: _Floats


def verify(texts: Sequence[str], left: _Ints, right: _Ints, spread: Spread, settings: CopyConfig) -> Edges:
    """The pairs that are copies. Pairs that hang together are verified together, so that a text is shingled once."""
    group = components(len(texts), left, right)[left]
    order = np.lexsort((right, left, group))
    parts = [order[i : i + PAIRS] for i in range(0, len(order), PAIRS)]
    found = [_verify(texts, left[part], right[part], spread, settings) for part in parts]
    columns = [np.concatenate(c) for c in zip(*found, strict=True)] if found else [np.empty(0)] * 3
    kept = columns[0].astype(bool)
    order = order[kept]
    by_pair = np.lexsort((right[order], left[order]))
    order = order[by_pair]
    return Edges(left[order], right[order], columns[1][kept][by_pair], columns[2][kept][by_pair])


def _verify(
    texts: Sequence[str], left: _Ints, right: _Ints, spread: Spread, settings: CopyConfig
) -> tuple[NDArray[np.bool_], _Floats, _Floats]:
    used, both = np.unique(np.concatenate((left, right)), return_inverse=True)
    a, b = both[: len(left)], both[len(left) :]
    chosen = [texts[i] for i in used.tolist()]
    ordered = concatenate([shingle(chosen[part], settings.shingle) for part in chunks(chosen)])
    sets = ordered.as_sets()
    core = Shingles(sets.values, np.concatenate(([0], np.cumsum(~spread.holds(sets.values))))[sets.offsets])
    size, own = np.diff(sets.offsets), np.diff(core.offsets)
    shared, shared_own = _shared(sets, a, b, spread)
    smaller = np.minimum(size[a], size[b])
    jaccard = shared / np.maximum(size[a] + size[b] - shared, 1)
    containment = shared / np.maximum(smaller, 1)
    evidence = np.where(np.minimum(own[a], own[b]) > 0, shared_own / np.maximum(np.minimum(own[a], own[b]), 1), jaccard)
    alike = (jaccard >= settings.jaccard) & (evidence >= settings.evidence)
    alike &= (smaller >= settings.short) | (containment >= settings.short_containment)
    held = (containment >= settings.containment) & (evidence >= settings.evidence) & (shared_own >= settings.least)
    kept = alike | held
    maybe = np.flatnonzero(~kept & (smaller >= settings.edited_from) & (evidence >= settings.edited))
    for i in maybe.tolist():
        kept[i] = _is_edited(ordered, chosen, int(a[i]), int(b[i]), spread, settings)
    return kept, jaccard, containment


def _shared(sets: Shingles, a: _Ints, b: _Ints, spread: Spread) -> tuple[_Ints, _Ints]:
    """How many shingles each pair shares, and how many of them are not spread."""
    keys = np.concatenate((_keyed(sets, a), _keyed(sets, b)))
    keys.sort()
    twice = keys[1:][keys[1:] == keys[:-1]]
    pair = (twice >> _U(32)).astype(np.int64)
    own = ~spread.holds((twice & _U(0xFFFFFFFF)).astype(np.uint32))
    return np.bincount(pair, minlength=len(a)), np.bincount(pair[own], minlength=len(a))


def _keyed(sets: Shingles, texts: _Ints) -> NDArray[np.uint64]:
    """The shingles of the texts, each under the number of its pair."""
    sizes = sets.offsets[texts + 1] - sets.offsets[texts]
    before = np.cumsum(sizes) - sizes
    at = np.arange(int(sizes.sum())) + np.repeat(sets.offsets[texts] - before, sizes)
    return np.repeat(np.arange(len(texts), dtype=_U), sizes) << _U(32) | sets.values[at]


def _is_edited(ordered: Shingles, texts: list[str], a: int, b: int, spread: Spread, settings: CopyConfig) -> bool:
    """True where a text was edited throughout: each quarter of both shares its part, and the rare words are the same."""
    first, second = (ordered.values[ordered.offsets[i] : ordered.offsets[i + 1]] for i in (a, b))
    first, second = first[~spread.holds(first)], second[~spread.holds(second)]
    for here, there in ((first, second), (second, first)):
        found = np.isin(here, there)
        least = min(float(part.mean()) for part in np.array_split(found, 4))
        if found.mean() < settings.edited or least < settings.even * found.mean():
            return False
    words = shingle([texts[a], texts[b]], 1).as_sets()
    rare = [words.values[words.offsets[i] : words.offsets[i + 1]] for i in (0, 1)]
    rare = [values[~spread.holds_word(values)] for values in rare]
    shared = np.intersect1d(*rare, assume_unique=True)
    return len(shared) >= settings.edited_words * min(map(len, rare))
