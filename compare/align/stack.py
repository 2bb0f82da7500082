"""The compared sentences of a story, one under another, as sparse vectors of their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compare.text.witness import Witness

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Stack:
    """`owner[r]` is the witness of stacked sentence r, `index[r]` its place there; `stems[r]` its content words."""

    owner: Ints
    index: Ints
    stems: tuple[tuple[str, ...], ...]

    @cached_property
    def bounds(self) -> list[int]:
        """Where each witness begins in the stack, and the end."""
        ends: list[int] = np.searchsorted(self.owner, np.arange(int(self.owner.max(initial=-1)) + 2)).tolist()
        return ends

    @cached_property
    def words(self) -> Any:  # noqa: ANN401  # a scipy matrix, which ships no types
        """tf-idf rows of length 1 (scipy CSR), columns in the order of the sorted vocabulary; idf of this story."""
        from scipy.sparse import csr_matrix

        counts = [Counter(s) for s in self.stems]
        spread = Counter(stem for c in counts for stem in c)
        column = {stem: k for k, stem in enumerate(sorted(spread))}
        rarity = {stem: np.log((1 + len(counts)) / (1 + df)) + 1 for stem, df in spread.items()}
        at = [sorted((column[s], (1 + np.log(n)) * rarity[s]) for s, n in c.items()) for c in counts]
        ends = np.cumsum([0] + [len(row) for row in at])
        columns = np.array([c for row in at for c, _ in row], np.int64)
        weights = np.array([w for row in at for _, w in row], np.float64)
        norms = np.sqrt(np.add.reduceat(np.append(weights**2, 0.0), ends[:-1])) if counts else np.zeros(0)
        weights = weights / np.repeat(np.where(norms > 0, norms, 1.0), np.diff(ends))
        return csr_matrix((weights, columns, ends), shape=(len(counts), max(1, len(column))))

    def products(self, vectors: Any, least: float) -> tuple[Ints, Ints, Floats]:  # noqa: ANN401
        """Cosines of at least `least` between sentences of different witnesses: rows (i, j, cosine), i before j."""
        found = []
        for start, end in pairwise(self.bounds):
            block = (vectors[start:end] @ vectors[end:].T).tocoo()
            keep = block.data >= least
            found.append((block.row[keep] + start, block.col[keep] + end, block.data[keep]))
        i, j, score = (np.concatenate(parts) for parts in zip(*found, strict=True)) if found else (np.zeros(0),) * 3
        order = np.lexsort((j, i))
        return i[order].astype(np.int64), j[order].astype(np.int64), np.round(score[order], 9)


def stack_witnesses(witnesses: Sequence[Witness], kept: Sequence[Sequence[int]]) -> Stack:
    """Stack the sentences `kept[k]` of each witness k."""
    owner = np.repeat(np.arange(len(witnesses)), [len(k) for k in kept]).astype(np.int64)
    index = np.array([i for k in kept for i in k], np.int64)
    stems = tuple(
        tuple(word.stem for word in w.words[i] if word.stem) for w, k in zip(witnesses, kept, strict=True) for i in k
    )
    return Stack(owner, index, stems)
