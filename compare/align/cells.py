"""A sparse table of sentences and what they hold, and the join that finds what two sentences share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from compare.align.stack import Floats, Ints

Met = tuple[Ints, Ints, Ints]
"""What pairs of sentences share: for each shared thing its cells in the one and in the other, and the pair's number."""


@dataclass(frozen=True)
class Cells:
    """Cells that are not empty, row by row: sentence `row` holds thing `col` `count` times; `shape` of the table."""

    row: Ints
    col: Ints
    count: Ints
    shape: tuple[int, int]

    @cached_property
    def spread(self) -> Ints:
        """How many sentences hold each thing."""
        return np.bincount(self.col, minlength=self.shape[1])

    @cached_property
    def _by_column(self) -> Ints:
        return np.argsort(self.col, kind="stable")

    def of_rows(self, rows: Ints) -> tuple[Cells, Ints]:
        """The table of these rows alone, which rise, and where each of its cells stands in this one."""
        kept = np.zeros(self.shape[0], np.bool_)
        kept[rows] = True
        at: Ints = np.flatnonzero(kept[self.row])
        row: Ints = np.searchsorted(rows, self.row[at])
        return Cells(row, self.col[at], self.count[at], (len(rows), self.shape[1])), at

    def shared(self, start: int, end: int, rest: int) -> Met:
        """What sentences start..end share with those from `rest` on.

        Each shared thing gives one entry: the two cells, and the number of the pair (i, j), which is
        (i - start) * (sentences - rest) + j - rest.
        """
        first, last, further = np.searchsorted(self.row, (start, end, rest))
        col = self.col[first:last]
        passed = np.bincount(self.col[:further], minlength=self.shape[1])  # how many before `rest` hold each thing
        low, many = (np.cumsum(self.spread) - self.spread + passed)[col], (self.spread - passed)[col]
        left = np.repeat(np.arange(first, last), many)
        right = self._by_column[np.arange(len(left)) + np.repeat(low - np.cumsum(many) + many, many)]
        return left, right, (self.row[left] - start) * (self.shape[0] - rest) + self.row[right] - rest

    @cached_property
    def _keys(self) -> Ints:
        return self.row * self.shape[1] + self.col

    def met(self, i: Ints, j: Ints) -> Met:
        """What sentences i[n] and j[n] share: for each shared thing the two cells, and n."""
        low, high = np.searchsorted(self.row, i), np.searchsorted(self.row, i, "right")
        many = high - low
        n = np.repeat(np.arange(len(i)), many)
        left = np.arange(len(n)) + np.repeat(low - np.cumsum(many) + many, many)
        wanted = j[n] * self.shape[1] + self.col[left]
        right = np.minimum(np.searchsorted(self._keys, wanted), len(self.row) - 1)
        found = self._keys[right] == wanted
        return left[found], right[found], n[found]


def count_cells(sentence: Ints, things: Ints, shape: tuple[int, int]) -> Cells:
    """The table of how often each sentence holds each thing, from what is held: `sentence[n]` holds `things[n]`."""
    keys = np.sort(sentence * shape[1] + things)
    is_new = np.ones(len(keys), np.bool_)
    is_new[1:] = keys[1:] != keys[:-1]
    first = np.flatnonzero(is_new)
    row, col = np.divmod(keys[first], shape[1])
    return Cells(row, col, np.diff(first, append=len(keys)), shape)


def unit_rows(cells: Cells, weights: Floats) -> Floats:
    """The weights, each row scaled to length 1."""
    norms = np.sqrt(np.bincount(cells.row, weights**2, cells.shape[0]))
    return weights / np.where(norms > 0, norms, 1.0)[cells.row]
