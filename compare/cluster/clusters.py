"""Verified edges as clusters that people read: members, edges, the fullest text, the earliest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from itertools import pairwise
from operator import attrgetter

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
    ranked, label, edges = _by_id(members, label, edges)
    joined = label[edges.left] == label[edges.right]
    inside = np.flatnonzero(joined)
    inside = inside[np.argsort(label[edges.left[inside]], kind="stable")]
    told = _as_told(ranked, edges)
    nodes = distinct(np.concatenate((edges.left[inside], edges.right[inside])))
    nodes = nodes[np.argsort(label[nodes], kind="stable")]
    groups = zip(_runs(label[nodes]), _runs(label[edges.left[inside]]), strict=True)
    order, at = nodes.tolist(), inside.tolist()
    whole = [_cluster([ranked[i] for i in order[n]], [told[i] for i in at[e]], notes) for n, e in groups]
    apart = np.flatnonzero(~joined).tolist()
    pairs = [_cluster([ranked[edges.left[i]], ranked[edges.right[i]]], [told[i]], (*notes, LOOSE)) for i in apart]
    return [*sorted(whole, key=lambda cluster: (-len(cluster.members), cluster.id)), *pairs]


def redundant(clusters: Iterable[Cluster]) -> set[str]:
    """Ids of the articles of which another member of the cluster is kept; a loose pair makes neither redundant."""
    return {m for cluster in clusters if LOOSE not in cluster.notes for m in cluster.members if m != cluster.fullest}


def _by_id(members: Sequence[Member], label: Ints, edges: Edges) -> tuple[list[Member], Ints, Edges]:
    """The same, counting in the members ordered by id, the edges in the order of their ends."""
    order = sorted(range(len(members)), key=lambda i: members[i].id)
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    left, right = (pick(rank[edges.left], rank[edges.right]) for pick in (np.minimum, np.maximum))
    ranked = replace(edges, left=left, right=right).at(np.lexsort((right, left)))
    return [members[i] for i in order], label[order], ranked


def _as_told(members: Sequence[Member], edges: Edges) -> list[CopyEdge]:
    ids = [member.id for member in members]
    ends = ([ids[i] for i in side.tolist()] for side in (edges.left, edges.right))
    return list(map(CopyEdge, *ends, edges.jaccard.round(4).tolist(), edges.containment.round(4).tolist()))


def _runs(labels: Ints) -> list[slice]:
    """Where the runs of equal labels are."""
    ends = [*(np.flatnonzero(np.diff(labels)) + 1).tolist(), len(labels)]
    return [slice(first, last) for first, last in pairwise([0, *ends]) if last > first]


def _cluster(members: list[Member], edges: list[CopyEdge], notes: tuple[str, ...]) -> Cluster:
    fullest = max(members, key=_length)
    dated = [(member.published, member.id) for member in members if member.published is not None]
    ids = tuple([member.id for member in members])
    return Cluster(ids[0], ids, tuple(edges), fullest.id, min(dated)[1] if dated else "", notes)


_length = attrgetter("length")
