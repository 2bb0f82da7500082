"""Near-duplicate copies: shingles, MinHash signatures, bands, verified edges, components."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from compare.cluster.arrays import Floats, Hashes32, Ints
from compare.cluster.bands import BUCKET, candidates
from compare.cluster.components import join
from compare.cluster.edges import Edges, verify
from compare.cluster.furniture import find_spread
from compare.cluster.sketcher import sketcher_for
from compare.config import Config, CopyConfig
from compare.model import Article, Cluster, CopyEdge

LOOSE = "alike in wording, but not with all of a larger cluster: kept as a pair"


def find_copies(articles: Sequence[Article], config: Config | None = None) -> list[Cluster]:
    """Clusters of articles that are printed from one text, largest first; articles without a copy are left out.

    Clusters do not overlap, but for pairs of short texts that are alike while their other copies are not: such a pair
    stands last, with a note. Raises ValueError where two articles have one id.
    """
    settings = (config or Config()).copies
    ordered = _ordered(articles)
    edges, notes = find_edges([article.text for article in ordered], settings, (config or Config()).workers)
    label = join(len(ordered), edges)
    return _clusters(ordered, label, edges, notes)


def _ordered(articles: Sequence[Article]) -> list[Article]:
    """The articles by id, so that their order changes nothing."""
    twice = sorted(name for name, n in Counter(article.id for article in articles).items() if n > 1)
    if twice:
        raise ValueError(f"articles need ids of their own; given twice: {', '.join(map(repr, twice[:5]))}")
    return sorted(articles, key=lambda article: article.id)


def find_edges(texts: list[str], settings: CopyConfig, workers: int = 1) -> tuple[Edges, tuple[str, ...]]:
    """The verified pairs among the texts, and notes on what was not compared."""
    sketcher = sketcher_for(settings, workers)
    spread = find_spread(texts, sketcher)
    signatures = sketcher.signatures(texts, spread.shingles)
    left, right, largest = candidates(signatures)
    promising = _agreement(signatures, left, right) >= settings.promising
    edges = verify(texts, left[promising], right[promising], spread, sketcher)
    capped = f"in a bucket of {largest} articles each was compared with the nearest {BUCKET} only"
    return edges, (capped,) if largest > BUCKET else ()


def _agreement(
    signatures: Hashes32,
    left: Ints,
    right: Ints,
) -> Floats:
    """The share of values in which the signatures of each pair agree."""
    step = 1 << 16
    slices = [slice(i, i + step) for i in range(0, len(left), step)]
    equal = [(signatures[:, left[s]] == signatures[:, right[s]]).mean(axis=0) for s in slices]
    return np.concatenate([np.empty(0), *equal])


def _clusters(articles: list[Article], label: Ints, edges: Edges, notes: tuple[str, ...]) -> list[Cluster]:
    """Clusters of two or more, largest first, then the pairs that were not joined."""
    members: dict[int, list[Article]] = {}
    for i in np.unique(np.concatenate((edges.left, edges.right))).tolist():
        members.setdefault(int(label[i]), []).append(articles[i])
    kept: dict[int, list[CopyEdge]] = {first: [] for first in members}
    pairs = []
    columns = (edges.left, edges.right, edges.jaccard.round(4), edges.containment.round(4))
    for a, b, jaccard, containment in zip(*(column.tolist() for column in columns), strict=True):
        edge = CopyEdge(articles[a].id, articles[b].id, jaccard, containment)
        if label[a] == label[b]:
            kept[int(label[a])].append(edge)
        else:
            pairs.append(_cluster([articles[a], articles[b]], [edge], (*notes, LOOSE)))
    whole = [_cluster(group, kept[first], notes) for first, group in members.items() if len(group) > 1]
    return [*sorted(whole, key=lambda cluster: (-len(cluster.members), cluster.id)), *pairs]


def _cluster(members: list[Article], edges: list[CopyEdge], notes: tuple[str, ...]) -> Cluster:
    fullest = max(members, key=lambda article: len(article.text))
    dated = [(article.published.timestamp(), article.id) for article in members if article.published]
    ids = tuple(article.id for article in members)
    return Cluster(ids[0], ids, tuple(edges), fullest.id, min(dated)[1] if dated else "", notes)
