"""How likely two sentences say the same: geometric mean of three likenesses of words, or one of wording.

Fitted on mixtures of labelled reports, event mentions and summary sentences, a logistic model over the logarithms gave
the three likenesses nearly equal weights and chose no better; so nothing is learned here but the threshold, one for
all sets, which stands in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from compare.align.choose import few_best, near_best
from compare.align.stack import Floats, Ints, Stack
from compare.align.vectors import Vectors, read_vectors

RIVALRY = 0.25
"""Share of a score that a pair keeps only as far as it is the best of either sentence in the other article."""
VERBATIM = 1.25
"""Weight of the likeness of wording: it decides only where sentences are copied."""
_AT_ONCE = 2**18
"""Pairs that are scored at a time: what a core keeps near."""


@dataclass(frozen=True)
class Scored:
    """Pairs of stacked sentences of two witnesses, i before j, with their score (0 to 1); sorted by (i, j).

    `verbatim` is true where the wording decided and not the words. `repeated` holds rows (i, m): sentence i has so many
    answers in witness m that only its best is among the pairs.
    """

    i: Ints
    j: Ints
    score: Floats
    verbatim: NDArray[np.bool_]
    repeated: Ints


def score_stack(stack: Stack, least: float) -> Scored:
    """Every pair of sentences of different witnesses whose score may reach `least`."""
    vectors = read_vectors(stack)
    parts = [_score_block(vectors, stack.owner, *block, least) for block in _blocks(stack)]
    if not parts:
        none = np.zeros(0, np.int64)
        return Scored(none, none, np.zeros(0), np.zeros(0, np.bool_), none.reshape(0, 2))
    i, j, likeness, wording, repeated = (np.concatenate(part) for part in zip(*parts, strict=True))
    best = np.round(np.maximum(likeness, wording), 6)
    shares = near_best(i, j, stack.owner, best)
    score = np.round(np.minimum(best * (1 - RIVALRY + RIVALRY * shares), 1.0), 4)
    return Scored(i, j, score, wording > likeness, repeated)


def _blocks(stack: Stack) -> Iterator[tuple[int, int, int]]:
    """(start, end, rest): sentences start..end of one article are compared with all from `rest` on."""
    sentences = len(stack.owner)
    for begin, end in pairwise(stack.bounds):
        step = max(1, _AT_ONCE // max(1, sentences - end))
        yield from ((start, min(start + step, end), end) for start in range(begin, end, step) if end < sentences)


def _score_block(
    vectors: Vectors, owner: Ints, start: int, end: int, rest: int, least: float
) -> tuple[Ints, Ints, Floats, Floats, Ints]:
    """Scores of the sentences start..end against all from `rest` on, and what of `Scored.repeated` is among them."""
    left, right, pair = vectors.words.shared(start, end, rest)
    cosine = np.bincount(pair, vectors.cosine[left] * vectors.cosine[right])
    anchor = np.bincount(pair, vectors.anchor[left] * vectors.anchor[right])
    shared = np.bincount(pair, vectors.rarity[left])
    left, right, pair = vectors.pairs.shared(start, end, rest)
    wording = VERBATIM * np.bincount(pair, vectors.verbatim[left] * vectors.verbatim[right], len(cosine))
    at: Ints = np.flatnonzero(cosine)
    width = vectors.words.shape[0] - rest
    i, j = at // width + start, at % width + rest
    dice = 2 * shared[at] / (vectors.mass[i] + vectors.mass[j])
    likeness = np.asarray(np.cbrt(cosine[at] * anchor[at] * dice), np.float64)
    copied = np.asarray(wording[at], np.float64)
    found: Ints = np.flatnonzero(np.maximum(likeness, copied) >= least)
    few, repeated = few_best(i[found], j[found], owner, np.maximum(likeness, copied)[found])
    keep = found[few]
    return i[keep], j[keep], likeness[keep], copied[keep], repeated
