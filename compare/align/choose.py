"""Which scored pairs are links: near the best of their row or of their column, and above the threshold."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from compare.align.stack import Floats, Ints


def best_of(groups: Ints, scores: Floats) -> Floats:
    """For each pair the best score of its group."""
    _, inverse = np.unique(groups, return_inverse=True)
    best = np.zeros(int(inverse.max(initial=-1)) + 1)
    np.maximum.at(best, inverse, scores)
    return best[inverse]


def near_best(i: Ints, j: Ints, owner: Ints, scores: Floats) -> Floats:
    """Each pair's share of the best that either sentence has in the other's article: 1 for a best pair."""
    articles = int(owner.max(initial=0)) + 1
    of_i, of_j = best_of(i * articles + owner[j], scores), best_of(j * articles + owner[i], scores)
    least = np.minimum(of_i, of_j)
    return scores / np.where(least > 0, least, 1.0)


def choose(shares: Floats, scores: Floats, threshold: float, near: float) -> NDArray[np.bool_]:
    """True for the pairs that score `threshold` or more and `near` or more of the best."""
    return (scores >= threshold) & (shares >= near)
