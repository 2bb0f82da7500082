"""Stories told by workers: whole components of connected articles at a time, then what stands near each story."""

from __future__ import annotations

import pickle
from functools import partial
from operator import itemgetter
from typing import Any

import numpy as np

from compare.cluster.arrays import Ints
from compare.cluster.features import Labels
from compare.cluster.partition import Partition, Scored, partition_of
from compare.cluster.reasons import shared_labels
from compare.cluster.related import are_near, are_nearest, nearest_of
from compare.cluster.score import Scorer, score_pairs
from compare.cluster.stories import cut_of, most_days, tell_stories
from compare.cluster.voices import Voices, speaker_first
from compare.cluster.weights import Vectors
from compare.config import Config
from compare.engines.spark_batches import Batches, batch_of, runs_of
from compare.engines.spark_told import pack, unpack
from compare.engines.spark_vectors import gather, labels_at, unpack_labels

NEWS = "story string, voice bigint, told binary, a bigint, b bigint, score double, other string, shared string"
"""A story (`told`), the story of a voice (`voice`), or a near miss of two stories (`a`, `b`, `score`)."""


def story_rows(batches: Batches, config: Config, with_origins: bool) -> Batches:
    """The stories of whole components; rows are articles, voices, or scored pairs of these.

    A voice that hangs together with no other comes without its vector.
    """
    for _, rows in runs_of(batches, "part"):
        spoken = sorted((row for row in rows if row["size"] is not None), key=lambda row: row["voice"])
        numbers = np.array([row["voice"] for row in spoken])
        vectors = gather([row["vector"] or b"" for row in spoken])
        voices = _voices(spoken, [row for row in rows if row["told"]], vectors)
        scorer = Scorer(
            np.array([row["size"] for row in spoken]),
            voices.known,
            np.array([row["company"] for row in spoken]),
            config.stories.few_caution,
            most_days(config),
        )
        pairs = sorted((row["a"], row["b"], row["score"]) for row in rows if row["score"] is not None)
        a, b, score = np.array(pairs, dtype=float).reshape(-1, 3).T
        scored = Scored(np.searchsorted(numbers, a), np.searchsorted(numbers, b), score)
        crowded = np.array([bool(row["crowded"]) for row in spoken], dtype=bool)
        cut = cut_of(config)
        partition = partition_of(scored, partial(score_pairs, scorer, vectors), crowded, cut)
        stories = tell_stories(voices, partition, cut, with_origins)
        ids = [stories[group].id for group in partition.group]
        told = [(story.id, None, pack(story), None, None, None, None, None) for story in stories.values()]
        mine = [(ids[i], int(n), None, None, None, None, None, None) for i, n in enumerate(numbers)]
        every = told + mine + _near(voices, partition, ids, numbers)
        yield batch_of(NEWS, *zip(*every, strict=True))


def _voices(spoken: list[dict[str, Any]], members: list[dict[str, Any]], vectors: Vectors) -> Voices:
    of_voice: dict[int, list[tuple[int, Any]]] = {}
    cluster: dict[int, Any] = {}
    for row in members:
        of_voice.setdefault(row["voice"], []).append((row["degree"], unpack(row["told"])))
        if row.get("copies"):
            cluster[row["voice"]] = pickle.loads(row["copies"])
    numbers = [row["voice"] for row in spoken]
    told = [[t for _, t in sorted(of_voice[n], key=lambda m: speaker_first(*m))] for n in numbers]
    return Voices(
        told,
        [cluster.get(n) for n in numbers],
        _labels(vectors, spoken),
        vectors,
        [unpack(row["known"]) for row in spoken],
    )


def _labels(vectors: Vectors, spoken: list[dict[str, Any]]) -> Labels:
    words: list[str] = []
    pairs: list[str] = []
    for row, size in zip(spoken, np.diff(vectors.words.indptr).tolist(), strict=True):
        told = unpack_labels(unpack(row["labels"])) if row["labels"] else []
        words += told[:size]
        pairs += told[size:]
    names = (label for row in spoken for label in unpack_labels(row["names"] or b""))
    return Labels(labels_at(vectors.words, words), labels_at(vectors.pairs, pairs), labels_at(vectors.names, names))


def _near(voices: Voices, partition: Partition, ids: list[str], numbers: Ints) -> list[tuple[Any, ...]]:
    """Near misses of two stories of one component."""
    scored, group = partition.scored, np.array(partition.group)
    apart = group[scored.a] != group[scored.b]
    at = np.flatnonzero(apart & are_near(scored.score, voices.known, scored.a, scored.b))
    a, b = scored.a[at], scored.b[at]
    shared = shared_labels(voices.labels.names, voices.vectors.names, a, b)
    found = zip(a.tolist(), b.tolist(), scored.score[at].tolist(), shared, strict=True)
    return [
        (ids[i], None, None, int(numbers[i]), int(numbers[j]), score, ids[j], "\n".join(names))
        for i, j, score, names in found
    ]


_PAIRS = "story string, other string, a bigint, b bigint, score double, shared string"
RANKED = f"{_PAIRS}, distance double, pairs bigint, nearest int"


def ranked_rows(batches: Batches) -> Batches:
    """The near misses of each story with how many it has, and whether each is among the nearest."""
    for _, rows in runs_of(batches, "story"):
        rows.sort(key=itemgetter("a", "b"))
        score = np.array([row["score"] for row in rows])
        nearest = are_nearest(np.zeros(len(rows), dtype=np.int64), score)
        told = ([row[column.split()[0]] for row in rows] for column in _PAIRS.split(", "))
        yield batch_of(RANKED, *told, -score, [len(rows)] * len(rows), nearest.astype(np.int32))


NEAR = "story string, near binary"


def near_rows(batches: Batches) -> Batches:
    """What stands near each story, from the pairs that are looked at, the nearest first."""
    for story, rows in runs_of(batches, "story"):
        pairs = ((row["other"], row["score"], row["shared"].split("\n") if row["shared"] else []) for row in rows)
        yield batch_of(NEAR, [story], [pickle.dumps(nearest_of(pairs, rows[0]["pairs"]))])
