"""From verified edges to clusters: what chains is joined by connection, what does not only where all are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from compare.cluster.arrays import Ints

if TYPE_CHECKING:
    from compare.cluster.edges import Edges


def components(count: int, left: Ints, right: Ints) -> Ints:
    """For each of `count` texts the smallest number it is connected with through the edges `left[i]`-`right[i]`."""
    label = np.arange(count)
    while True:
        lower = np.minimum(label[left], label[right])
        before = label.copy()
        for ends in (label[left], label[right]):
            np.minimum.at(label, ends, lower)
        while not np.array_equal(label, label[label]):
            label = label[label]
        if np.array_equal(label, before):
            return label


def join(count: int, edges: Edges) -> Ints:
    """For each text the smallest number of its cluster.

    Loose edges, the most alike first, join two clusters only where every text of the one has an edge to every text of
    the other: that a weekly notice is like the next and the next like the third does not make the first the third.
    """
    label = components(count, edges.left[~edges.loose], edges.right[~edges.loose])
    if not edges.loose.any():
        return label
    loose = np.flatnonzero(edges.loose)
    met = np.zeros(count, np.bool_)
    met[label[edges.left[loose]]] = met[label[edges.right[loose]]] = True
    near = np.flatnonzero(met[label[edges.left]] | met[label[edges.right]])
    known = set(zip(edges.left[near].tolist(), edges.right[near].tolist(), strict=True))
    members: dict[int, list[int]] = {}
    for text in np.flatnonzero(met[label]).tolist():
        members.setdefault(int(label[text]), []).append(text)
    for i in loose[np.lexsort((edges.right[loose], edges.left[loose], -edges.jaccard[loose]))].tolist():
        a, b = sorted((int(label[edges.left[i]]), int(label[edges.right[i]])))
        if a != b and all((min(x, y), max(x, y)) in known for x in members[a] for y in members[b]):
            label[members[b]] = a
            members[a] += members.pop(b)
    return label
