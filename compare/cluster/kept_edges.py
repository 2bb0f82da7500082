"""Which edges a story keeps as its reasons: all that stand above the cut, of a large story its strongest tree."""

from __future__ import annotations

import numpy as np

from compare.cluster.arrays import Flags, Ints
from compare.cluster.partition import Partition, Scored
from compare.cluster.points import tell_points
from compare.cluster.reasons import edge_reasons
from compare.cluster.voices import Voices
from compare.model import StoryEdge

WHOLE = 25
"""Voices of a story up to which all its edges above the cut are kept."""


def kept_edges(voices: Voices, partition: Partition, cut: float) -> dict[int, list[StoryEdge]]:
    """Group → its edges, strongest first."""
    group = np.array(partition.group, dtype=np.int64)
    scored = partition.scored
    inside = np.flatnonzero(group[scored.a] == group[scored.b])
    small = np.bincount(group, minlength=len(group))[group] <= WHOLE
    keep = _tree(scored, inside, len(voices)) | ((scored.score[inside] >= cut) & small[scored.a[inside]])
    kept = inside[keep]
    kept = kept[np.lexsort((scored.b[kept], scored.a[kept], -scored.score[kept]))]
    a, b = scored.a[kept], scored.b[kept]
    reasons = edge_reasons(voices.labels, voices.vectors, voices.known, a, b)
    points = tell_points(voices.vectors, voices.known, a, b, scored.score[kept], cut)
    edges: dict[int, list[StoryEdge]] = {}
    for i, j, score, why, made in zip(
        a.tolist(), b.tolist(), scored.score[kept].tolist(), reasons, points, strict=True
    ):
        ends = sorted((voices.members[i][0].article.id, voices.members[j][0].article.id))
        edges.setdefault(partition.group[i], []).append(StoryEdge(ends[0], ends[1], round(score, 2), (*why, made)))
    return edges


def unkept_edges(partition: Partition, cut: float) -> dict[int, int]:
    """Group of more than `WHOLE` voices → its edges above the cut that are not kept, where there are any."""
    group = np.array(partition.group, dtype=np.int64)
    scored, sizes = partition.scored, np.bincount(group, minlength=len(group))
    inside = group[scored.a][(group[scored.a] == group[scored.b]) & (scored.score >= cut)]
    above = np.bincount(inside, minlength=len(group))
    large = np.flatnonzero((sizes > WHOLE) & (above >= sizes))
    return dict(zip(large.tolist(), (above - sizes + 1)[large].tolist(), strict=True))


def _tree(scored: Scored, inside: Ints, count: int) -> Flags:
    """Which of the pairs inside groups are in the strongest spanning tree of their group."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import minimum_spanning_tree

    a, b = scored.a[inside], scored.b[inside]
    cost = np.empty(len(inside))
    cost[np.lexsort((b, a, -scored.score[inside]))] = np.arange(1.0, len(inside) + 1)  # scipy leaves ties to chance
    tree = minimum_spanning_tree(csr_matrix((cost, (a, b)), shape=(count, count))).tocoo()
    chosen = tree.row.astype(np.int64) * count + tree.col
    found: Flags = np.isin(a * count + b, chosen)
    return found
