"""How many articles hold each feature, counted by workers: blocks of articles ask, ranges of features answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

import numpy as np

from compare.cluster.arrays import Floats, Ints
from compare.cluster.candidates import heaviest
from compare.cluster.features import Features
from compare.cluster.folder_names import Names
from compare.cluster.tally import answers, ask, in_folder
from compare.cluster.weights import Vectors, weigh
from compare.engines.spark_batches import Batches, batch_of, runs_of
from compare.engines.spark_told import pack, unpack
from compare.engines.spark_vectors import pack_floats, pack_labels

ASKED = "range bigint, block bigint, asked binary"
ANSWERS = "block bigint, answer binary"


def ask_rows(batches: Batches, names: Names, ranges: int) -> Batches:
    """What each block asks of each range."""
    for block, rows in runs_of(batches, "block"):
        rows.sort(key=itemgetter("voice"))
        features = names.features([unpack(row["forms"]) for row in rows])
        asked = list(ask(block, features, np.array([row["voice"] for row in rows]), ranges))
        yield batch_of(ASKED, range(ranges), [block] * ranges, list(map(pack, asked)))


def answer_rows(batches: Batches) -> Batches:
    """What each range answers to each block."""
    for _, rows in runs_of(batches, "range"):
        asked = [unpack(row["asked"]) for row in rows]
        for question, told in zip(asked, answers(asked), strict=True):
            yield batch_of(ANSWERS, [question.block], [pack(told)])


VECTORS = "voice bigint, size bigint, vector binary, heavy binary, names binary, labels binary"


def vector_rows(batches: Batches, names: Names, articles: int) -> Batches:
    """The weighed features of each article, from its block and what was answered to it.

    `vector` holds what at least two articles have, `heavy` the heaviest, `labels` names what the vector holds.
    """
    for _, rows in runs_of(batches, "block"):
        mine = sorted((row for row in rows if row["forms"]), key=itemgetter("voice"))
        known = [unpack(row["answer"]) for row in rows if row["answer"]]
        words = {word: label for answer in known for word, label in answer.words.items()}
        features = in_folder(names.features([unpack(row["forms"]) for row in mine], words), known, articles)
        yield from _vectors([row["voice"] for row in mine], features)


def _vectors(voices: Sequence[int], features: Features) -> Batches:
    vectors, labels = weigh(features), features.labels()
    shown = labels.words, labels.pairs, labels.names
    heavy = heaviest(vectors)
    ids = np.concatenate([table.ids for table in features.tables()])
    starts = np.cumsum([0, *(len(table.ids) for table in features.tables())]).tolist()
    rows: list[list[bytes]] = [[], [], [], []]
    for i in range(len(voices)):
        parts = list(_shared(vectors, i))
        at = np.concatenate([columns + start for (columns, _), start in zip(parts, starts[:-1], strict=True)])
        words, pairs, names = ([of[c] for c in columns.tolist()] for (columns, _), of in zip(parts, shown, strict=True))
        one = slice(heavy.indptr[i], heavy.indptr[i + 1])
        rows[0].append(pack_floats(ids[at], np.concatenate([data for _, data in parts])))
        rows[1].append(pack_floats(ids[heavy.indices[one]], heavy.data[one]))
        rows[2].append(pack_labels(names))
        rows[3].append(pack(pack_labels(words + pairs)))
    yield batch_of(VECTORS, voices, vectors.sizes(), *rows)


def _shared(vectors: Vectors, row: int) -> Iterator[tuple[Ints, Floats]]:
    """For each kind the columns that at least two articles hold, and what stands there in the row."""
    for matrix, held_by in zip(vectors.tables(), vectors.held_by, strict=True):
        part = slice(matrix.indptr[row], matrix.indptr[row + 1])
        columns, data = matrix.indices[part].astype(np.int64), matrix.data[part]
        shared = held_by[columns] > 1
        yield columns[shared], data[shared]
