"""How many articles of a folder hold each feature, counted a block of articles at a time.

A block counts its own articles and asks, for each of its features, how many others hold it. Features are hashed over
ranges; one range is added up at a time, and answers every block that asked. So the features of all are nowhere
together: on Spark, or on a machine whose memory is short.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from compare.cluster.arrays import Hashes64, Ints
from compare.cluster.feature_ids import Spellings
from compare.cluster.feature_table import Table
from compare.cluster.features import Features


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
