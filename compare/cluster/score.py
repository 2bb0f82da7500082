"""How likely two articles report one event: log-odds from three cosines and the days between their reports.

z = 15·√words + 2.8·√pairs + 2.8·√names - 10.8 + 1.5·e^(-days/5) - most·(1 - e^(-(days - 3)/fade)), fitted on labelled
news and rounded. How much distance in time says against one event, and how soon, depends on how sure the two days are:
two published days speak after a week or two, a day that the text mentions may be the day of something else. Where a day
is unknown the terms of the days are 0.

A small folder hardly tells rare words from common ones, so there two more things count. Long texts of one field share
many words whatever they report: -7.5·ln(words/140)/(articles + 2). A long text without any day beside one that names
its own is rarely the same report: -180·ln(words/75)/(articles² + 20). Words are the different ones of the shorter text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from compare.cluster.arrays import Floats, Ints
from compare.cluster.report_day import Day, day_gaps
from compare.cluster.weights import Vectors

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

WORDS, PAIRS, NAMES, BIAS = 15.0, 2.8, 2.8, -10.8
NEAR, NEAR_DAYS = 1.5, 5.0
FAR_FROM = 3.0
FAR = ((3.0, 30.0), (5.0, 80.0), (3.5, 10.0))
"""The most that distance says against one event, and the days over which it fades in, by how many days are firm."""
LENGTH, UNDATED = 7.5, 180.0
"""What length says against one event, and what it says where only one of the two is dated."""
FEWEST, ENOUGH, USUAL = 30, 75, 140
"""Different words: of the shortest, of one long enough to name its day, and of one whose length says nothing."""
UNLIKELY = -4.0
"""A score that counts as no lower: linkage clips it, and no near miss is told below."""
AT_ONCE = 8192
"""Pairs multiplied at a time: both their rows are copied for it, some 2 KB a pair."""
_DENSE = 1500
"""Articles up to which all products are made at once."""


def pair_scores(
    vectors: Vectors, days: Sequence[Day | None], a: Ints, b: Ints, most_days: float = float("inf")
) -> Floats:
    """Log-odds that articles `a[i]` and `b[i]` report one event, to nine decimals.

    Where word pairs cannot lift a score above -4, with the days or without, they are not looked at: it stays lower.
    Pairs whose firm days are more than `most_days` apart are told apart whatever they share.
    """
    evidence = day_evidence(days, a, b)
    score = BIAS - small_folder_doubt(vectors, days, a, b)
    for weight, matrix in ((WORDS, vectors.words), (NAMES, vectors.names)):
        score += weight * np.sqrt(np.maximum(cosines(matrix, a, b), 0))
    open_yet = np.flatnonzero(score + np.maximum(evidence, 0) + PAIRS >= UNLIKELY)
    score[open_yet] += PAIRS * np.sqrt(np.maximum(cosines(vectors.pairs, a[open_yet], b[open_yet]), 0))
    score = np.round(score + evidence, 9)
    gap, firm = day_gaps(days, a, b)
    score[(firm == 2) & (gap > most_days)] = BIAS
    return score


def day_evidence(days: Sequence[Day | None], a: Ints, b: Ints) -> Floats:
    """What the days between two reports say for (up to 1.5) or against (down to -5) one event."""
    gap, firm = day_gaps(days, a, b)
    most, fade = np.array(FAR).T
    near = NEAR * np.exp(-gap / NEAR_DAYS)
    far = most[firm] * (1 - np.exp(-np.maximum(0, gap - FAR_FROM) / fade[firm]))
    evidence: Floats = np.nan_to_num(near - far)
    return evidence


def small_folder_doubt(vectors: Vectors, days: Sequence[Day | None], a: Ints, b: Ints) -> Floats:
    """What the length of two texts, and a day that only one of them has, say against one event."""
    words = np.diff(vectors.words.indptr)
    shorter = np.maximum(np.minimum(words[a], words[b]), FEWEST)
    dated = np.array([day is not None for day in days], dtype=bool)
    undated = np.log(np.maximum(shorter / ENOUGH, 1)) * (dated[a] != dated[b])
    doubt: Floats = LENGTH / (len(words) + 2) * np.log(shorter / USUAL) + UNDATED / (len(words) ** 2 + 20) * undated
    return doubt


def cosines(matrix: csr_matrix, a: Ints, b: Ints) -> Floats:
    """Products of the rows of each pair."""
    if matrix.shape[0] <= _DENSE and len(a) > matrix.shape[0]:
        products: Floats = (matrix @ matrix.T).toarray()[a, b]
        return products
    parts = [
        np.asarray(matrix[a[at : at + AT_ONCE]].multiply(matrix[b[at : at + AT_ONCE]]).sum(axis=1)).ravel()
        for at in range(0, len(a), AT_ONCE)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)
