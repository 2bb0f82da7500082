"""Near-duplicate copies: shingles, MinHash signatures, bands, verified edges, components."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.cluster.bands import candidates
from compare.cluster.components import components
from compare.cluster.edges import shared_shingles, unique_shingles
from compare.cluster.shingles import Shingles, chunks, shingle
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
    left, right, jaccard, containment = _edges(texts, settings)
    label = components(len(texts), left, right)
    return _clusters(ordered, label, left, right, jaccard, containment)


def _edges(texts: list[str], settings: CopyConfig):
    parts = [shingle(texts[c], 3) for c in chunks(texts)]
    values = np.concatenate([p.values for p in parts])
    offsets = np.concatenate([[0], np.cumsum(np.concatenate([np.diff(p.offsets) for p in parts]))])
    signatures = np.concatenate([sign(p, settings.permutations, settings.seed) for p in parts], axis=1)
    left, right, _ = candidates(signatures)
    alike = np.zeros(len(left))
    for s in range(0, len(left), 65536):
        alike[s : s + 65536] = (signatures[:, left[s : s + 65536]] == signatures[:, right[s : s + 65536]]).mean(axis=0)
    left, right = left[alike > 0.15], right[alike > 0.15]
    sets = unique_shingles(Shingles(values, offsets))
    shared, sizes = shared_shingles(sets, left, right), np.diff(sets.offsets)
    jaccard = shared / np.maximum(sizes[left] + sizes[right] - shared, 1)
    containment = shared / np.maximum(np.minimum(sizes[left], sizes[right]), 1)
    keep = (jaccard >= 0.5) | ((containment >= 0.8) & (np.minimum(sizes[left], sizes[right]) >= 10))
    return left[keep], right[keep], jaccard[keep], containment[keep]


def _clusters(articles, label, left, right, jaccard, containment) -> list[Cluster]:
    members: dict[int, list[int]] = {}
    for i in np.flatnonzero(np.bincount(label, minlength=len(label))[label] > 1).tolist():
        members.setdefault(int(label[i]), []).append(i)
    edges: dict[int, list[CopyEdge]] = {}
    for a, b, j, c in zip(left.tolist(), right.tolist(), jaccard.tolist(), containment.tolist(), strict=True):
        edges.setdefault(int(label[a]), []).append(CopyEdge(articles[a].id, articles[b].id, round(j, 4), round(c, 4)))
    made = []
    for first, group in members.items():
        fullest = max(group, key=lambda i: (len(articles[i].text), -i))
        dated = [i for i in group if articles[i].published]
        earliest = articles[min(dated, key=lambda i: (articles[i].published.timestamp(), i))].id if dated else ""
        ids = tuple(articles[i].id for i in group)
        made.append(Cluster(ids[0], ids, tuple(edges[first]), articles[fullest].id, earliest))
    return sorted(made, key=lambda c: (-len(c.members), c.id))
