"""How many articles hold each feature, counted by workers: blocks of articles ask, ranges of features answer.

A block counts its own articles and asks for each of its features how many others hold it. Features are hashed over
ranges; a worker adds up one range and answers every block that asked. So no machine holds the features of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

import numpy as np

from compare.cluster.arrays import Floats, Hashes64, Ints
from compare.cluster.candidates import heaviest
from compare.cluster.feature_ids import Spellings
from compare.cluster.feature_table import Table
from compare.cluster.features import Features
from compare.cluster.weights import Vectors, weigh
from compare.engines.spark_batches import Batches, batch_of, runs_of
from compare.engines.spark_told import Names, pack, unpack
from compare.engines.spark_vectors import pack_floats, pack_labels

ASKED = "range bigint, block bigint, asked binary"
ANSWERS = "block bigint, answer binary"


@dataclass(frozen=True)
class Asked:
    """Features of one block in one range: in how many of its articles each is, its words' forms, its names' labels.

    A name is labelled as the first article writes it: `first` are the numbers of these.
    """

    block: int
    ids: Hashes64
    held_by: Ints
    spellings: Spellings
    names: Hashes64
    labels: Sequence[str]
    first: Ints


@dataclass(frozen=True)
class Answer:
    """The same features in the whole folder."""

    ids: Hashes64
    held_by: Ints
    words: dict[int, str]
    names: dict[int, str]


def ask_rows(batches: Batches, names: Names, ranges: int) -> Batches:
    """What each block asks of each range."""
    for block, rows in runs_of(batches, "block"):
        rows.sort(key=itemgetter("voice"))
        features = names.features([unpack(row["forms"]) for row in rows])
        asked = list(ask(block, features, np.array([row["voice"] for row in rows]), ranges))
        yield batch_of(ASKED, range(ranges), [block] * ranges, list(map(pack, asked)))


def ask(block: int, features: Features, voices: Ints, ranges: int) -> Iterator[Asked]:
    """What a block with these features asks of each range; `voices` are the numbers of its articles."""
    ids = np.concatenate([table.ids for table in features.tables()])
    held_by = np.concatenate([table.held_by for table in features.tables()])
    forms, names = features.spellings, features.names
    by_name = names.counts.tocsc()
    first = voices[by_name.indices[by_name.indptr[:-1]]]  # rows ascend
    of_id, of_form, of_name = (_range(some, ranges) for some in (ids, forms.ids, names.ids))
    for one in range(ranges):
        at = np.flatnonzero(of_form == one)
        spelt = Spellings(forms.ids[at], [forms.written[i] for i in at.tolist()], forms.often[at])
        mine, named = of_id == one, np.flatnonzero(of_name == one)
        labels = [names.labels[i] for i in named.tolist()]
        yield Asked(block, ids[mine], held_by[mine], spelt, names.ids[named], labels, first[named])


def _range(ids: Hashes64, ranges: int) -> Ints:
    return (ids % np.uint64(ranges)).astype(np.int64)


def answer_rows(batches: Batches) -> Batches:
    """What each range answers to each block."""
    for _, rows in runs_of(batches, "range"):
        asked = [unpack(row["asked"]) for row in rows]
        for question, told in zip(asked, answers(asked), strict=True):
            yield batch_of(ANSWERS, [question.block], [pack(told)])


def answers(asked: Sequence[Asked]) -> Iterator[Answer]:
    """The answer to each of the questions, which are all those of one range."""
    ids, which = np.unique(np.concatenate([question.ids for question in asked]), return_inverse=True)
    held_by = np.bincount(which, np.concatenate([question.held_by for question in asked])).astype(np.int64)
    spelt = Spellings(
        np.concatenate([question.spellings.ids for question in asked]),
        [form for question in asked for form in question.spellings.written],
        np.concatenate([question.spellings.often for question in asked]),
    )
    words = dict(zip(np.unique(spelt.ids).tolist(), spelt.labels(), strict=True))
    named: dict[int, tuple[int, str]] = {}
    for question in asked:
        for name, label, first in zip(question.names.tolist(), question.labels, question.first.tolist(), strict=True):
            named[name] = min(named.get(name, (first, label)), (first, label))
    for question in asked:
        at = np.searchsorted(ids, question.ids)
        spoken = {word: words[word] for word in set(question.spellings.ids.tolist())}
        yield Answer(question.ids, held_by[at], spoken, {name: named[name][1] for name in question.names.tolist()})


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


def in_folder(features: Features, known: Sequence[Answer], articles: int) -> Features:
    """The features of a block as a folder of so many articles knows them."""
    ids = np.concatenate([answer.ids for answer in known])
    order = np.argsort(ids)
    ids, held_by = ids[order], np.concatenate([answer.held_by for answer in known])[order]
    labels = {name: label for answer in known for name, label in answer.names.items()}

    def with_counts(table: Table) -> Table:
        return replace(table, held_by=held_by[np.searchsorted(ids, table.ids)])

    names = replace(features.names, labels=[labels[name] for name in features.names.ids.tolist()])
    words, pairs, names = map(with_counts, (features.words, features.pairs, names))
    return replace(features, words=words, pairs=pairs, names=names, articles=articles)


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
