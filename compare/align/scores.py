"""How likely two sentences say the same: geometric mean of three likenesses of words, or one likeness of letters.

Fitted on six sets of labelled pairs, a logistic model over the logarithms gave the three likenesses equal weights on
each of them; so nothing is learned here but the threshold, which stands in the configuration.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from compare.align.choose import near_best
from compare.align.stack import Floats, Ints, Stack
from compare.align.vectors import Vectors, read_vectors

RIVALRY = 0.25
"""Share of a score that a pair keeps only as far as it is the best of either sentence in the other article."""
VERBATIM = 1.1
"""Weight of the likeness by letters: it decides only where wording is copied."""
_FAINT = 0.02
"""Cosine below which a pair is not looked at."""
_BLOCK = 512
"""Sentences of one article that are multiplied at a time."""


@dataclass(frozen=True)
class Scored:
    """Pairs of stacked sentences of two witnesses, i before j, with their score (0 to 1); sorted by (i, j).

    `verbatim` is true where the letters decided and not the words.
    """

    i: Ints
    j: Ints
    score: Floats
    verbatim: np.ndarray


def score_stack(stack: Stack) -> Scored:
    """Every pair of sentences of different witnesses that shares a word worth looking at."""
    vectors = read_vectors(stack)
    parts = [
        _score_block(vectors, start, min(start + _BLOCK, end), end)
        for begin, end in zip(stack.bounds, stack.bounds[1:], strict=False)
        for start in range(begin, end, _BLOCK)
    ]
    if not parts:
        return Scored(*(np.zeros(0, np.int64),) * 2, np.zeros(0), np.zeros(0, bool))
    i, j, likeness, letters = (np.concatenate(part) for part in zip(*parts, strict=True))
    order = np.lexsort((j, i))
    i, j, likeness, letters = i[order], j[order], likeness[order], letters[order]
    best = np.round(np.maximum(likeness, letters), 6)
    shares = near_best(i, j, stack.owner, best)
    score = np.round(np.minimum(best * (1 - RIVALRY + RIVALRY * shares), 1.0), 4)
    return Scored(i, j, score, letters > likeness)


def _score_block(vectors: Vectors, start: int, end: int, rest: int) -> tuple[Ints, Ints, Floats, Floats]:
    """Scores of the sentences start..end against all from `rest` on."""
    words = (vectors.words[start:end] @ vectors.words[rest:].T).tocoo()
    anchors = (vectors.anchors[start:end] @ vectors.anchors[rest:].T).data
    masses = (vectors.masses[start:end] @ vectors.masses[rest:].T).data
    keep = words.data >= _FAINT
    i, j = words.row[keep].astype(np.int64) + start, words.col[keep].astype(np.int64) + rest
    dice = 2 * masses[keep] / (vectors.mass[i] + vectors.mass[j])
    likeness = np.cbrt(words.data[keep] * anchors[keep] * dice)
    return i, j, likeness, VERBATIM * _cosines(vectors.runs, i, j)


def _cosines(matrix: object, i: Ints, j: Ints) -> Floats:
    found = np.zeros(len(i))
    for at in range(0, len(i), 50_000):
        part = slice(at, at + 50_000)
        found[part] = np.asarray(matrix[i[part]].multiply(matrix[j[part]]).sum(axis=1)).ravel()  # type: ignore[index]
    return found
