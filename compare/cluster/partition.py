"""From scored pairs to groups of articles: components above the cut, filled up, then average linkage inside them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from compare.cluster.arrays import Flags, Floats, Ints
from compare.cluster.candidates import candidate_pairs
from compare.cluster.components import components
from compare.cluster.linkage import link_groups
from compare.cluster.particulars import Particulars
from compare.cluster.products import row_products
from compare.cluster.score import Scorer, company, score_pairs
from compare.cluster.weights import Vectors

FILLED = 1500
"""Articles of a component up to which all its pairs are scored; a larger one is linked over its candidate pairs."""

Measure = Callable[[Ints, Ints], Floats]
"""Log-odds of pairs of articles."""


@dataclass(frozen=True)
class Scored:
    """Scored pairs of articles, a < b, each once, in order."""

    a: Ints
    b: Ints
    score: Floats


@dataclass(frozen=True)
class Partition:
    """`group[i]` is the smallest article of the group that article i belongs to, `component[i]` of its component.

    `crowded[i]` says whether it had more candidates than were scored.
    """

    group: list[int]
    scored: Scored
    component: Ints
    crowded: Flags


def part(
    vectors: Vectors, known: Sequence[Particulars], cut: float, caution: float = 0.0, most_days: float = math.inf
) -> Partition:
    """Groups of articles of one event, over articles in an order that does not depend on the folder's."""
    a, b, crowded = candidate_pairs(vectors)
    words = row_products(vectors.words, a, b)
    scorer = Scorer(vectors.sizes(), known, company(words, a, b, len(known)), caution, most_days)
    measure = partial(score_pairs, scorer, vectors)
    return partition_of(Scored(a, b, measure(a, b, words)), measure, crowded, cut)


def partition_of(scored: Scored, measure: Measure, crowded: Flags, cut: float) -> Partition:
    """Groups of articles by their scored pairs; `measure` scores those that are missing within a component.

    `crowded[i]` says whether article i had more candidates than were scored.
    """
    count = len(crowded)
    keep = scored.score >= cut  # a merge above the cut needs one pair above it: work inside components loses nothing
    component = components(count, scored.a[keep], scored.b[keep])
    sizes = np.bincount(component, minlength=count)
    scored = _fill(measure, scored, component, sizes)
    inside = component[scored.a] == component[scored.b]
    edges = zip(scored.a[inside].tolist(), scored.b[inside].tolist(), scored.score[inside].tolist(), strict=True)
    return Partition(link_groups(count, edges, cut), scored, component, crowded)


def _fill(measure: Measure, scored: Scored, component: Ints, sizes: Ints) -> Scored:
    """Score the pairs inside components that were no candidates."""
    count = len(component)
    groups = np.split(np.argsort(component, kind="stable"), np.cumsum(sizes)[:-1]) if count else []
    pairs = [group[np.stack(np.triu_indices(len(group), 1))] for group in groups if 1 < len(group) <= FILLED]
    if not pairs:
        return scored
    a, b = np.concatenate(pairs, axis=1)
    known, inside = scored.a * count + scored.b, np.sort(a * count + b)
    missing = inside[~_are_in(inside, known)]
    if not len(missing):
        return scored
    a, b = missing // count, missing % count
    a, b = np.concatenate([scored.a, a]), np.concatenate([scored.b, b])
    score = np.concatenate([scored.score, measure(missing // count, missing % count)])
    order = np.lexsort((b, a))
    return Scored(a[order], b[order], score[order])


def _are_in(some: Ints, ordered: Ints) -> Flags:
    """Which of `some` are in the ascending `ordered`."""
    at = np.minimum(np.searchsorted(ordered, some), len(ordered) - 1)
    found: Flags = ordered[at] == some
    return found
