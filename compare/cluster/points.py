"""A score as an editor reads it: points for one event by what they are for, and how many were needed to join.

The log-odds of two articles are what speaks for one event, less a constant and less what few articles, long texts and
a day that only one has are in doubt about. Joined is what stands above the cut: so the points needed are the cut, the
constant and the doubt together, and points above them are the margin.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.cluster.arrays import Floats, Ints
from compare.cluster.evidence import time_evidence, told_evidence
from compare.cluster.particulars import Particulars
from compare.cluster.products import row_products
from compare.cluster.score import NAMES, PAIRS, WORDS, root
from compare.cluster.weights import Vectors

_LEAST = 0.05
"""Points that are not worth a word."""


def tell_points(
    vectors: Vectors, known: Sequence[Particulars], a: Ints, b: Ints, score: Floats, cut: float
) -> list[str]:
    """For each pair its points, of how many needed, and what they are for."""
    parts = {
        "words": WORDS * root(row_products(vectors.words, a, b)),
        "phrases": PAIRS * root(row_products(vectors.pairs, a, b)),
        "names": NAMES * root(row_products(vectors.names, a, b)),
        "days": time_evidence(known, a, b),
        "figures and quotations": told_evidence(known, a, b),
    }
    points: Floats = sum(parts.values(), start=0.0 * score)
    needed = points - (score - cut)
    return [
        f"points: {points[i]:.1f} of {needed[i]:.1f} needed ({', '.join(_named(parts, i))})" for i in range(len(score))
    ]


def _named(parts: dict[str, Floats], i: int) -> list[str]:
    return [f"{name} {values[i]:+.1f}" for name, values in parts.items() if abs(values[i]) >= _LEAST]
