"""One kind of feature of a folder as a table, and tables of parts of a folder laid together as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from compare.cluster.arrays import Floats, Hashes64, Ints
from compare.cluster.tokens import are_written_together

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix


@dataclass(frozen=True)
class Table:
    """One kind of feature; `ids[feature]`, ascending, are hashes that tell the kind in their upper two bits.

    `counts[article, feature]` are its position-weighted occurrences, `chances[feature]` says how common it is at large,
    `held_by[feature]` how many articles of the folder hold it, `labels[feature]` how to name it to a reader ("" for
    what says nothing by itself, as a bare small number).
    """

    counts: csr_matrix
    ids: Hashes64
    held_by: Ints
    labels: Sequence[str]
    chances: Floats


@dataclass(frozen=True)
class PairLabels(Sequence[str]):
    """The labels of word pairs, written only when one is shown: there are more pairs than words in a folder."""

    labels: Sequence[str]
    first: Ints
    second: Ints

    def __len__(self) -> int:
        return len(self.first)

    def __getitem__(self, pair: int) -> str:  # type: ignore[override]  # nobody asks for a slice
        first, second = self.labels[self.first[pair]], self.labels[self.second[pair]]
        return first + second if are_written_together(first, second) else f"{first} {second}"


def lay_together(parts: Sequence[Table]) -> Table:
    """The table of a folder from those of its parts, in their order; what no article holds is left out.

    A feature that several parts have is labelled as the first of them labels it.
    """
    from scipy.sparse import csr_matrix

    if len(parts) == 1:
        return parts[0]
    held = [np.flatnonzero(part.held_by) for part in parts]
    every = np.concatenate([part.ids[at] for part, at in zip(parts, held, strict=True)])
    order = np.argsort(every, kind="stable")
    first = order[np.diff(every[order], prepend=~every[order[:1]]) != 0]
    ids = every[first]
    indices = [np.searchsorted(ids, part.ids)[part.counts.indices] for part in parts]
    lengths = np.concatenate([np.diff(part.counts.indptr) for part in parts])
    counts = csr_matrix(
        (
            np.concatenate([part.counts.data for part in parts]),
            np.concatenate(indices).astype(np.int32),
            np.concatenate([[0], np.cumsum(lengths)]),
        ),
        shape=(len(lengths), len(ids)),
    )
    chances = np.concatenate([part.chances[at] for part, at in zip(parts, held, strict=True)])[first]
    held_by = np.bincount(counts.indices, minlength=len(ids))
    return Table(counts, ids, held_by, _labels([part.labels for part in parts], held, first), chances)


def _labels(labels: Sequence[Sequence[str]], held: Sequence[Ints], first: Ints) -> Sequence[str]:
    """The labels of the features that stand `first` among those that are held, the parts one after the other."""
    pairs = [some for some in labels if isinstance(some, PairLabels)]
    if len(pairs) == len(labels):
        both = [(some.first[at], some.second[at]) for some, at in zip(pairs, held, strict=True)]
        one, other = (np.concatenate(ends)[first] for ends in zip(*both, strict=True))
        return PairLabels(pairs[0].labels, one, other)
    every = [some[i] for some, at in zip(labels, held, strict=True) for i in at.tolist()]
    return [every[i] for i in first.tolist()]
