"""Near misses: stories that share names with one another and yet report different events. Told, never joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from compare.cluster.arrays import Flags, Floats, Ints
from compare.cluster.partition import Partition
from compare.cluster.reasons import shared_labels
from compare.cluster.score import day_evidence
from compare.cluster.voices import Voices
from compare.model import Related

FROM = -5.0
"""Log-odds, days aside, from which a pair of articles of two stories that share a name is a near miss."""
MOST = 5
"""Related stories told of each story: the nearest."""
LOOKED_AT = 8 * MOST
"""Pairs of a story, the nearest first, whose names are looked at."""


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest other stories of a story, whether there are more than are told, whether not all were looked at."""

    told: tuple[Related, ...]
    more: bool
    cut: bool


def find_related(voices: Voices, partition: Partition, ids: Sequence[str]) -> list[Near]:
    """For every voice's group its nearest other stories, five at most; `ids[i]` is the story of voice i."""
    group = np.array(partition.group, dtype=np.int64)
    scored = partition.scored
    alike = scored.score - day_evidence(voices.days, scored.a, scored.b)
    near = np.flatnonzero((alike >= FROM) & (group[scored.a] != group[scored.b]))
    pairs = np.bincount(group[np.concatenate([scored.a[near], scored.b[near]])], minlength=len(group))
    near = near[_among_nearest(group[scored.a[near]], group[scored.b[near]], scored.score[near])]
    near = near[np.lexsort((scored.b[near], scored.a[near], -scored.score[near]))]
    found: list[dict[int, Related]] = [{} for _ in ids]
    shared = shared_labels(voices.features.names, voices.vectors.names, scored.a[near], scored.b[near])
    for pair, names in zip(near.tolist(), shared, strict=True):
        names = [name for name in names if not name[0].isdigit()]
        if not names:
            continue
        a, b = int(group[scored.a[pair]]), int(group[scored.b[pair]])
        for one, other in ((a, b), (b, a)):
            if len(found[one]) <= MOST:
                found[one].setdefault(other, Related(ids[other], round(float(scored.score[pair]), 2), tuple(names)))
    told = [tuple(stories.values()) for stories in found]
    return [Near(t[:MOST], len(t) > MOST, n > LOOKED_AT) for t, n in zip(told, pairs.tolist(), strict=True)]


def _among_nearest(a: Ints, b: Ints, score: Floats) -> Flags:
    """Which pairs of stories are among the nearest of either."""
    story, pair = np.concatenate([a, b]), np.tile(np.arange(len(a)), 2)
    order = np.lexsort((pair, -score[pair], story))
    rank = np.arange(len(order)) - np.searchsorted(story[order], story[order])
    found = np.zeros(len(a), dtype=bool)
    found[pair[order[rank < LOOKED_AT]]] = True
    return found
