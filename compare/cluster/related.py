"""Near misses: stories that share names with one another and yet report different events. Told, never joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from compare.cluster.arrays import Flags, Floats, Ints
from compare.cluster.evidence import time_evidence
from compare.cluster.particulars import Particulars
from compare.cluster.partition import Partition
from compare.cluster.reasons import shared_labels
from compare.cluster.voices import Voices
from compare.model import Related

FROM = -5.0
"""Log-odds, days and weekdays aside, from which a pair of articles of two stories that share a name is a near miss."""
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

    def notes(self) -> tuple[str, ...]:
        """What is not told of it."""
        if self.more:
            return (f"only the {MOST} nearest of its related stories are told",)
        if self.cut:
            return (f"related stories were looked for among its {LOOKED_AT} nearest pairs of articles only",)
        return ()


Row = tuple[str, float, Sequence[str]]
"""A pair of articles as a near miss of the story of one: the story of the other, log-odds, names that both have."""


def find_related(voices: Voices, partition: Partition, ids: Sequence[str]) -> list[Near]:
    """For every voice's group its nearest other stories, five at most; `ids[i]` is the story of voice i."""
    group = np.array(partition.group, dtype=np.int64)
    scored = partition.scored
    apart = group[scored.a] != group[scored.b]
    near = np.flatnonzero(apart & are_near(scored.score, voices.known, scored.a, scored.b))
    a, b, score = group[scored.a[near]], group[scored.b[near]], scored.score[near]
    pairs = np.bincount(np.concatenate([a, b]), minlength=len(group))
    of_either = are_nearest(np.stack([a, b], axis=1).ravel(), np.repeat(score, 2))
    near = near[of_either.reshape(-1, 2).any(axis=1)]
    near = near[np.lexsort((scored.b[near], scored.a[near], -scored.score[near]))]
    rows: list[list[Row]] = [[] for _ in ids]
    shared = shared_labels(voices.labels.names, voices.vectors.names, scored.a[near], scored.b[near])
    for pair, names in zip(near.tolist(), shared, strict=True):
        one, other = int(group[scored.a[pair]]), int(group[scored.b[pair]])
        rows[one].append((ids[other], float(scored.score[pair]), names))
        rows[other].append((ids[one], float(scored.score[pair]), names))
    return [nearest_of(of_story, count) for of_story, count in zip(rows, pairs.tolist(), strict=True)]


def are_near(score: Floats, known: Sequence[Particulars], a: Ints, b: Ints) -> Flags:
    """Which pairs of articles are alike enough for a near miss, were they of two stories."""
    near: Flags = score - time_evidence(known, a, b) >= FROM
    return near


def are_nearest(story: Ints, score: Floats) -> Flags:
    """Which of the pairs are among the nearest of the story that each stands under; ties as they stand."""
    order = np.lexsort((np.arange(len(story)), -score, story))
    rank = np.arange(len(order)) - np.searchsorted(story[order], story[order])
    found = np.zeros(len(story), dtype=bool)
    found[order[rank < LOOKED_AT]] = True
    return found


def nearest_of(rows: Iterable[Row], pairs: int) -> Near:
    """The nearest stories of a story with so many pairs, from those that are looked at, the nearest first."""
    found: dict[str, Related] = {}
    for other, score, shared in rows:
        names = tuple(name for name in shared if not name[0].isdigit())
        if names and len(found) <= MOST:
            found.setdefault(other, Related(other, round(score, 2), names))
    told = tuple(found.values())
    return Near(told[:MOST], len(told) > MOST, pairs > LOOKED_AT)
