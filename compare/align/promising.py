"""Pairs of very many sentences that may reach the threshold, found without going through every pair.

Words are put in one order, the commonest first. What of a sentence comes before a certain word is too common to carry a
pair to the threshold, whatever the other sentence is; so two sentences that reach it share a word after that place in
both. Nothing is lost by it. Method: prefix filtering (Chaudhuri, Ganti, Kaushik 2006; Bayardo, Ma, Srikant 2007), with
the bound taken over the three likenesses together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from compare.align.cells import Cells
from compare.align.stack import Floats, Ints
from compare.align.vectors import Vectors

_AT_ONCE = 2**20
"""Shared words that are gone through at a time."""
_SAFE = 1 - 1e-6
"""Bounds are sums of rounded numbers."""


@dataclass(frozen=True)
class Promising:
    """The cells of words, and of word pairs, that can carry a pair of sentences to the threshold."""

    words: Cells
    pairs: Cells

    def blocks(self, start: int, end: int) -> Iterator[tuple[Ints, Ints]]:
        """Pairs (i, j) of the sentences start..end with those from `end` on, block by block, sorted."""
        tables = (self.words, self.pairs)
        work = np.cumsum(sum(_joined(table, start, end) for table in tables))
        cuts = np.unique(np.searchsorted(work, np.arange(0, work[-1] + _AT_ONCE, _AT_ONCE), "right"))
        edges = [start, *(start + cuts[(cuts > 0) & (cuts < end - start)]).tolist(), end]
        width = self.words.shape[0] - end
        for low, high in pairwise(edges):
            pair: Ints = np.unique(np.concatenate([table.shared(low, high, end)[2] for table in tables]))
            yield pair // width + low, pair % width + end


def find_promising(vectors: Vectors, likeness: float, wording: float) -> Promising:
    """What can carry a pair to this product of the three likenesses, or to this likeness of wording."""
    words, pairs = vectors.words, vectors.pairs
    order = _commonest_first(words)
    most = _most(words, vectors.anchor)
    length = np.sqrt(_run(words, order, vectors.cosine**2))
    anchor = _run(words, order, vectors.anchor * most)
    rarity = _run(words, order, vectors.rarity)
    telling = length * anchor * np.minimum(1.0, 2 * rarity / (vectors.mass[words.row] + rarity))
    order = _commonest_first(pairs)
    beside = np.minimum(
        np.sqrt(_run(pairs, order, vectors.verbatim**2)),
        _run(pairs, order, vectors.verbatim * _most(pairs, vectors.verbatim)),
    )
    return Promising(_kept(words, telling >= likeness * _SAFE), _kept(pairs, beside >= wording * _SAFE))


def _commonest_first(cells: Cells) -> Ints:
    """The cells row by row, in each row those that most sentences hold first: one order of columns for all rows."""
    return np.lexsort((cells.col, -cells.spread[cells.col], cells.row))


def _run(cells: Cells, order: Ints, values: Floats) -> Floats:
    """For each cell the sum of its row from the commonest cell to this one."""
    total = np.cumsum(values[order])
    row = cells.row[order]
    before = np.concatenate([[0.0], total])[np.searchsorted(row, row)]
    found = np.empty_like(total)
    found[order] = np.maximum(total - before, 0.0)
    return found


def _most(cells: Cells, values: Floats) -> Floats:
    """For each cell the greatest value in its column."""
    most = np.zeros(cells.shape[1])
    np.maximum.at(most, cells.col, values)
    return most[cells.col]


def _kept(cells: Cells, kept: NDArray[np.bool_]) -> Cells:
    return Cells(cells.row[kept], cells.col[kept], cells.count[kept], cells.shape)


def _joined(cells: Cells, start: int, end: int) -> Ints:
    """For each sentence start..end how many cells of those from `end` on its own meet."""
    low, high = np.searchsorted(cells.row, (start, end))
    answers = np.bincount(cells.col[high:], minlength=cells.shape[1])[cells.col[low:high]]
    return np.bincount(cells.row[low:high] - start, answers, end - start).astype(np.int64)
