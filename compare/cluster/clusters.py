"""Verified edges as clusters that people read: members, edges, the fullest text, the earliest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC

import numpy as np

from compare.cluster.arrays import Ints, distinct
from compare.cluster.edges import Edges
from compare.model import Article, Cluster, CopyEdge

LOOSE = "alike in wording, but not with all of a larger cluster: kept as a pair"


@dataclass(frozen=True, slots=True)
class Member:
    """What a cluster tells of an article: its id, the length of its text, when it was published (seconds)."""

    id: str
    length: int
    published: float | None = None

    @classmethod
    def of(cls, article: Article) -> Member:
        """An article as a member; a time without a zone counts as UTC."""
        time = article.published
        if time and time.tzinfo is None:
            time = time.replace(tzinfo=UTC)
        return cls(article.id, len(article.text), time.timestamp() if time else None)


def make_clusters(members: Sequence[Member], label: Ints, edges: Edges, notes: tuple[str, ...]) -> list[Cluster]:
    """Clusters of two or more, largest first, then the pairs that were not joined; numbers count in `members`."""
    groups: dict[int, list[Member]] = {}
    for i in distinct(np.concatenate((edges.left, edges.right))).tolist():
        groups.setdefault(int(label[i]), []).append(members[i])
    kept: dict[int, list[CopyEdge]] = {first: [] for first in groups}
    pairs = []
    columns = (edges.left, edges.right, edges.jaccard.round(4), edges.containment.round(4))
    for a, b, jaccard, containment in zip(*(column.tolist() for column in columns), strict=True):
        edge = _edge(members[a].id, members[b].id, jaccard, containment)
        if label[a] == label[b]:
            kept[int(label[a])].append(edge)
        else:
            pairs.append(_cluster([members[a], members[b]], [edge], (*notes, LOOSE)))
    whole = [_cluster(group, kept[first], notes) for first, group in groups.items() if len(group) > 1]
    pairs.sort(key=lambda cluster: cluster.members)
    return [*sorted(whole, key=lambda cluster: (-len(cluster.members), cluster.id)), *pairs]


def redundant(clusters: Iterable[Cluster]) -> set[str]:
    """Ids of the articles of which another member of the cluster is kept; a loose pair makes neither redundant."""
    return {m for cluster in clusters if LOOSE not in cluster.notes for m in cluster.members if m != cluster.fullest}


def _edge(a: str, b: str, jaccard: float, containment: float) -> CopyEdge:
    return CopyEdge(min(a, b), max(a, b), jaccard, containment)


def _cluster(members: list[Member], edges: list[CopyEdge], notes: tuple[str, ...]) -> Cluster:
    members = sorted(members, key=lambda member: member.id)
    fullest = max(members, key=lambda member: member.length)
    dated = [(member.published, member.id) for member in members if member.published is not None]
    ids = tuple(member.id for member in members)
    edges = sorted(edges, key=lambda edge: (edge.a, edge.b))
    return Cluster(ids[0], ids, tuple(edges), fullest.id, min(dated)[1] if dated else "", notes)
