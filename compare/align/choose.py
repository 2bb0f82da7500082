"""How a pair stands among its rivals: the same sentences' other pairs."""

from __future__ import annotations

import numpy as np

from compare.align.stack import Floats, Ints

MOST_ANSWERS = 50
"""What would answer more sentences of one article than this is a line printed over and over."""


def near_best(i: Ints, j: Ints, owner: Ints, scores: Floats) -> Floats:
    """Each pair's share of the best that either sentence has in the other's article: 1 for a best pair."""
    articles = int(owner.max(initial=0)) + 1
    of_i, of_j = _best_of(i * articles + owner[j], scores), _best_of(j * articles + owner[i], scores)
    least = np.minimum(of_i, of_j)
    return scores / np.where(least > 0, least, 1.0)


def _best_of(groups: Ints, scores: Floats) -> Floats:
    _, inverse = np.unique(groups, return_inverse=True)
    best = np.zeros(int(inverse.max(initial=-1)) + 1)
    np.maximum.at(best, inverse, scores)
    return best[inverse]


def few_best(i: Ints, j: Ints, owner: Ints, scores: Floats) -> tuple[Ints, Ints]:
    """The pairs to keep, as sorted numbers: all, but of a line printed over and over its best, of equals the nearest.

    Prose never has so many answers; two texts of one repeated line would tie everything to everything. The second of
    the result holds rows (i, m): such a line, and the article in which it has so many answers.
    """
    articles = int(owner.max(initial=0)) + 1
    group = i * articles + owner[j]
    answers = np.bincount(group, minlength=1)
    many = np.flatnonzero(answers > MOST_ANSWERS)
    repeated: Ints = np.stack([many // articles, many % articles], 1)
    if not len(many):
        return np.arange(len(i)), repeated
    begins = np.searchsorted(owner, owner)
    order = np.lexsort((j, np.abs((i - begins[i]) - (j - begins[j])), -scores, group))
    ranked = group[order]
    rank = np.arange(len(i)) - np.searchsorted(ranked, ranked)
    kept: Ints = np.sort(order[(rank == 0) | (answers[ranked] <= MOST_ANSWERS)])
    return kept, repeated
