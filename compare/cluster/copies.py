"""Near-duplicate copies: shingles, MinHash signatures, bands, verified edges, components."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.cluster.bands import candidates
from compare.cluster.components import components
from compare.cluster.edges import Edges, verify
from compare.cluster.furniture import find_spread
from compare.cluster.shingles import chunks, shingle
from compare.cluster.signature import sign
from compare.config import Config, CopyConfig
from compare.model import Article, Cluster, CopyEdge


def find_copies(articles: Sequence[Article], config: Config | None = None) -> list[Cluster]:
    """Clusters of articles that are printed from one text, largest first; articles without a copy are left out."""
    settings = (config or Config()).copies
    ordered = sorted(articles, key=lambda article: article.id)
    texts = [article.text for article in ordered]
    if len(texts) < 2:
        return []
    edges = find_edges(texts, settings)
    return _clusters(ordered, components(len(texts), edges.left, edges.right), edges)


def find_edges(texts: list[str], settings: CopyConfig) -> Edges:
    spread = find_spread(texts, settings.shingle)
    parts = (spread.without(shingle(texts[part], settings.shingle)) for part in chunks(texts))
    signatures = np.concatenate([sign(part, settings.permutations, settings.seed) for part in parts], axis=1)
    left, right, _ = candidates(signatures)
    alike = np.empty(len(left))
    for i in range(0, len(left), 65536):
        part = slice(i, i + 65536)
        alike[part] = (signatures[:, left[part]] == signatures[:, right[part]]).mean(axis=0)
    promising = alike >= settings.promising
    return verify(texts, left[promising], right[promising], spread, settings)


def _clusters(articles: list[Article], label, edges: Edges) -> list[Cluster]:
    members: dict[int, list[int]] = {}
    for i in np.flatnonzero(np.bincount(label, minlength=len(label))[label] > 1).tolist():
        members.setdefault(int(label[i]), []).append(i)
    by_label: dict[int, list[CopyEdge]] = {}
    columns = (edges.left, edges.right, edges.jaccard.round(4), edges.containment.round(4))
    for a, b, jaccard, containment in zip(*(column.tolist() for column in columns), strict=True):
        by_label.setdefault(int(label[a]), []).append(CopyEdge(articles[a].id, articles[b].id, jaccard, containment))
    made = []
    for first, group in members.items():
        fullest = max(group, key=lambda i: (len(articles[i].text), -i))
        dated = [i for i in group if articles[i].published]
        earliest = articles[min(dated, key=lambda i: (articles[i].published.timestamp(), i))].id if dated else ""
        ids = tuple(articles[i].id for i in group)
        made.append(Cluster(ids[0], ids, tuple(by_label[first]), articles[fullest].id, earliest))
    return sorted(made, key=lambda c: (-len(c.members), c.id))
