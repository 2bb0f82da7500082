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

from compare.align.alike import find_alike
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
    alike = find_alike(stack)
    vectors = read_vectors(stack).of_rows(alike.first)
    parts = [_score_block(vectors, *block, least) for block in _blocks(alike.owner)]
    if not parts:
        none = np.zeros(0, np.int64)
        return Scored(none, none, np.zeros(0), np.zeros(0, np.bool_), none.reshape(0, 2))
    left, right, likeness, wording = (np.concatenate(part) for part in zip(*parts, strict=True))
    few = few_best(left, right, alike, np.maximum(likeness, wording))
    likeness, wording = likeness[few.of], wording[few.of]
    best = np.round(np.maximum(likeness, wording), 6)
    shares = near_best(few.i, few.j, stack.owner, best)
    score = np.round(np.minimum(best * (1 - RIVALRY + RIVALRY * shares), 1.0), 4)
    return Scored(few.i, few.j, score, wording > likeness, few.repeated)


def _blocks(owner: Ints) -> Iterator[tuple[int, int, int]]:
    """(start, end, rest): classes start..end of one article are compared with all from `rest` on."""
    classes = len(owner)
    for begin, end in pairwise((*np.flatnonzero(np.diff(owner, prepend=-1)).tolist(), classes)):
        step = max(1, _AT_ONCE // max(1, classes - end))
        yield from ((start, min(start + step, end), end) for start in range(begin, end, step) if end < classes)


def _score_block(vectors: Vectors, start: int, end: int, rest: int, least: float) -> tuple[Ints, Ints, Floats, Floats]:
    """The pairs of the classes start..end with those from `rest` on that may reach `least`: likeness and wording."""
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
    return i[found], j[found], likeness[found], copied[found]
