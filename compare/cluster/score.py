"""How likely two articles report one event: log-odds from three cosines and what else the two tell.

z = 15·√words + 2.8·√pairs + 2.8·√names - 10.6 + what days, weekdays, figures and quotations say (`evidence`), fitted on
labelled news and rounded. Where a day is unknown its terms are 0.

n is the company of the two, those of the folder that are of their field: unrelated articles teach nothing about it. The
more of them, the more events there may be: -ln(n)/4. Few hardly tell these apart, so there three more things count. All
is in doubt: -caution/n. Long texts of one field share many words whatever they report: -6.5·ln(words/140)/(n + 2). A
long text without any day beside one that names its own is rarely the same report: -210·ln(words/75)/(n² + 20). Words
are the different ones of the shorter text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from compare.cluster.arrays import Floats, Ints
from compare.cluster.evidence import MOST_QUOTED, time_evidence, told_evidence
from compare.cluster.particulars import Particulars
from compare.cluster.products import row_products
from compare.cluster.report_day import day_gaps
from compare.cluster.weights import Vectors

WORDS, PAIRS, NAMES, BIAS = 15.0, 2.8, 2.8, -10.6
CROWD = 0.25
"""What a field e times as large says against one event."""
LENGTH, UNDATED = 6.5, 210.0
"""What length says against one event, and what it says where only one of the two is dated."""
FEWEST, ENOUGH, USUAL = 30, 75, 140
"""Different words: of the shortest, of one long enough to name its day, and of one whose length says nothing."""
STRANGE, AKIN = 0.05, 0.25
"""Cosine of words up to which two articles are of different fields, and from which they are of one."""
UNLIKELY = -5.0
"""A score that counts as no lower: linkage clips it above, and no near miss is told below."""
_STEPS = 2.0**20


Places = Callable[[Ints], Floats]
"""Values of pairs at these places among them."""


@dataclass(frozen=True)
class Scorer:
    """Scores pairs of a folder. `sizes[i]` is how many different words article i has, `known[i]` its particulars,
    `company[i]` how many articles are of its field, itself among them.

    `caution` is what a company of one would take off a score. Pairs whose firm days are more than `most_days` apart are
    told apart whatever they share.
    """

    sizes: Ints
    known: Sequence[Particulars]
    company: Floats
    caution: float
    most_days: float

    def log_odds(self, a: Ints, b: Ints, words: Floats, names: Floats, pairs: Places, told: Places) -> Floats:
        """Log-odds that articles `a[i]` and `b[i]` report one event, to nine decimals, from cosines of the two.

        `pairs` gives those of word pairs, `told` what figures and quotations say, at some of the places. Where
        these cannot lift a score above -5, with the days or without, they are not looked at: it stays lower.
        """
        evidence = time_evidence(self.known, a, b)
        score = BIAS - self._doubt(a, b)
        score += WORDS * root(words)
        score += NAMES * root(names)
        open_yet = np.flatnonzero(score + np.maximum(evidence, 0) + PAIRS + MOST_QUOTED >= UNLIKELY)
        score[open_yet] += PAIRS * root(pairs(open_yet)) + told(open_yet)
        score = np.round(score + evidence, 9)
        gap, firm = day_gaps([one.day for one in self.known], a, b)
        score[(firm == 2) & (gap > self.most_days)] = BIAS
        return score

    def _doubt(self, a: Ints, b: Ints) -> Floats:
        """What the articles of a field, the length of two texts, and a day that only one has, say against one event."""
        shorter = np.maximum(np.minimum(self.sizes[a], self.sizes[b]), FEWEST)
        dated = np.array([one.day is not None for one in self.known], dtype=bool)
        undated = np.log(np.maximum(shorter / ENOUGH, 1)) * (dated[a] != dated[b])
        n = np.sqrt(self.company[a] * self.company[b])
        doubt: Floats = self.caution / n + CROWD * np.log(n) + LENGTH / (n + 2) * np.log(shorter / USUAL)
        doubt += UNDATED / (n**2 + 20) * undated
        return doubt


def score_pairs(scorer: Scorer, vectors: Vectors, a: Ints, b: Ints, words: Floats | None = None) -> Floats:
    """Log-odds of each pair; `words` are their cosines of words, where these are known."""
    words = row_products(vectors.words, a, b) if words is None else words
    names = row_products(vectors.names, a, b)
    return scorer.log_odds(
        a,
        b,
        words,
        names,
        lambda at: row_products(vectors.pairs, a[at], b[at]),
        lambda at: told_evidence(scorer.known, a[at], b[at]),
    )


def company(words: Floats, a: Ints, b: Ints, articles: int) -> Floats:
    """How many articles are of the field of each, itself among them, by the cosines of words of pairs (a[i], b[i])."""
    found: Floats = np.ones(articles)
    for side in (a, b):
        found += np.bincount(side, akin(words), articles)
    return found


def akin(words: Floats) -> Floats:
    """How far each pair is of one field, 0 to 1, in steps of 2^-20: so their sums are exact in whatever order."""
    share = np.clip((words - STRANGE) / (AKIN - STRANGE), 0, 1)
    steps: Floats = np.round(share * _STEPS) / _STEPS
    return steps


def root(cosine: Floats) -> Floats:
    """Roots of cosines, which may fall below zero by rounding."""
    found: Floats = np.sqrt(np.maximum(cosine, 0))
    return found
