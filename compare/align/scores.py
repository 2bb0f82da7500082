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
from compare.align.cells import Met
from compare.align.choose import few_best, near_best
from compare.align.promising import find_promising
from compare.align.stack import Floats, Ints, Stack
from compare.align.vectors import Vectors, read_vectors

RIVALRY = 0.25
"""Share of a score that a pair keeps only as far as it is the best of either sentence in the other article."""
VERBATIM = 1.25
"""Weight of the likeness of wording: it decides only where sentences are copied."""
TIED = 1.25
"""Anchors lift a pair no further: beyond it long sentences that share much would all be told as the same."""
_AT_ONCE = 2**18
"""Pairs that are scored at a time: what a core keeps near."""
_MANY = 2**16
"""An article of so many pairs with the others has only those scored that may reach the threshold."""

Likenesses = tuple[Ints, Ints, Floats, Floats]
"""Pairs (i, j) of classes, sorted, their likeness and their likeness of wording."""


@dataclass(frozen=True)
class Scored:
    """Pairs of stacked sentences of two witnesses, i before j, with their score (0 to 1); sorted by (i, j).

    `verbatim` is true where the wording decided and not the words. `repeated` holds rows (i, m): sentence i has so many
    answers in witness m that only its best is among the pairs. `vectors` are those of all stacked sentences.
    """

    vectors: Vectors
    i: Ints
    j: Ints
    score: Floats
    verbatim: NDArray[np.bool_]
    repeated: Ints

    def likeness(self, i: Ints, j: Ints) -> float:
        """The best likeness of these pairs of stacked sentences, scored or not."""
        *_, words, wording = _score_pairs(self.vectors, i, j, 0.0)
        return float(np.maximum(words, wording).max(initial=0.0))


def score_stack(stack: Stack, least: float) -> Scored:
    """Every pair of sentences of different witnesses whose score may reach `least`."""
    alike = find_alike(stack)
    vectors = read_vectors(stack)
    parts = list(_score_articles(vectors.of_rows(alike.first), alike.owner, least))
    if not parts:
        none = np.zeros(0, np.int64)
        return Scored(vectors, none, none, np.zeros(0), np.zeros(0, np.bool_), none.reshape(0, 2))
    left, right, likeness, wording = (np.concatenate(part) for part in zip(*parts, strict=True))
    few = few_best(left, right, alike, np.maximum(likeness, wording))
    likeness, wording = likeness[few.of], wording[few.of]
    best = np.round(np.maximum(likeness, wording), 6)
    shares = near_best(few.i, few.j, stack.owner, best)
    score = np.round(np.minimum(best * (1 - RIVALRY + RIVALRY * shares), 1.0), 4)
    return Scored(vectors, few.i, few.j, score, wording > likeness, few.repeated)


def _score_articles(vectors: Vectors, owner: Ints, least: float) -> Iterator[Likenesses]:
    """The pairs of each article's classes with those of the articles after it."""
    classes = len(owner)
    promising = None
    for begin, end in pairwise((*np.flatnonzero(np.diff(owner, prepend=-1)).tolist(), classes)):
        rest = classes - end
        if not rest:
            continue
        if (end - begin) * rest <= _MANY:
            step = max(1, _AT_ONCE // rest)
            yield from (_score_block(vectors, at, min(at + step, end), end, least) for at in range(begin, end, step))
            continue
        promising = promising or find_promising(vectors, least**3, least / VERBATIM)
        yield from (_score_pairs(vectors, i, j, least) for i, j in promising.blocks(begin, end))


def _score_block(vectors: Vectors, start: int, end: int, rest: int, least: float) -> Likenesses:
    """The pairs of the classes start..end with those from `rest` on that may reach `least`: likeness and wording."""
    width = vectors.words.shape[0] - rest
    words, pairs = (table.shared(start, end, rest) for table in (vectors.words, vectors.pairs))
    sums = _sums(vectors, words, pairs, (end - start) * width)
    at: Ints = np.flatnonzero(sums[0])
    return _likenesses(vectors, at // width + start, at % width + rest, sums[:, at], least)


def _score_pairs(vectors: Vectors, i: Ints, j: Ints, least: float) -> Likenesses:
    """The same of these pairs alone."""
    sums = _sums(vectors, vectors.words.met(i, j), vectors.pairs.met(i, j), len(i))
    at: Ints = np.flatnonzero(sums[0])
    return _likenesses(vectors, i[at], j[at], sums[:, at], least)


def _sums(vectors: Vectors, words: Met, pairs: Met, size: int) -> Floats:
    """Rows of cosine, anchor, shared rarity and wording, over pairs numbered to `size`, from what each pair shares."""
    left, right, pair = words
    cosine = np.bincount(pair, vectors.cosine[left] * vectors.cosine[right], size)
    anchor = np.bincount(pair, vectors.anchor[left] * vectors.anchor[right], size)
    shared = np.bincount(pair, vectors.rarity[left], size)
    left, right, pair = pairs
    wording = np.bincount(pair, vectors.verbatim[left] * vectors.verbatim[right], size)
    return np.array([cosine, anchor, shared, wording], np.float64)


def _likenesses(vectors: Vectors, i: Ints, j: Ints, sums: Floats, least: float) -> Likenesses:
    cosine, anchor, shared, wording = sums
    dice = 2 * shared / (vectors.mass[i] + vectors.mass[j])
    likeness = np.asarray(np.cbrt(cosine * np.minimum(anchor, TIED) * dice), np.float64)
    copied = np.asarray(VERBATIM * wording, np.float64)
    found: Ints = np.flatnonzero(np.maximum(likeness, copied) >= least)
    return i[found], j[found], likeness[found], copied[found]
