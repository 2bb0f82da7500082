"""Why two articles were taken for one story, in plain words: shared names, rare words, and the days of the reports."""

from __future__ import annotations

from calendar import day_name
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from compare.cluster.arrays import Ints
from compare.cluster.evidence import hashes_shared
from compare.cluster.features import Labels
from compare.cluster.particulars import Particulars
from compare.cluster.products import AT_ONCE
from compare.cluster.report_day import Day, day_gaps
from compare.cluster.tokens import are_written_together
from compare.cluster.weights import Vectors

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

SHOWN = 4
"""Features named of each kind."""
LOOKED_AT = 3 * SHOWN
"""Heaviest features among which those with a name are sought."""


def edge_reasons(
    labels: Labels, vectors: Vectors, known: Sequence[Particulars], a: Ints, b: Ints
) -> list[tuple[str, ...]]:
    """For each pair the heaviest features that both have, how far apart their reports are, what else both tell."""
    names = shared_labels(labels.names, vectors.names, a, b)
    words = shared_labels(labels.words, vectors.words, a, b, LOOKED_AT)
    pairs = shared_labels(labels.pairs, vectors.pairs, a, b)
    gaps, _ = day_gaps([one.day for one in known], a, b)
    quoted, _ = hashes_shared([one.quoted for one in known], a, b)
    return [
        tuple(
            reason
            for reason in (
                _list("shared names", names[i]),
                _list("rare words", _runs(words[i])[:SHOWN]),
                # words of scripts read in pairs are phrases already
                _list("phrases", [pair for pair in pairs[i] if pair not in words[i]]),
                _apart(gaps[i], known[a[i]].day),
                _weekdays(known[a[i]].weekdays & known[b[i]].weekdays),
                "quotations in common" if quoted[i] else "",
            )
            if reason
        )
        for i in range(len(a))
    ]


def shared_labels(labels: Sequence[str], matrix: csr_matrix, a: Ints, b: Ints, most: int = SHOWN) -> list[list[str]]:
    """For each pair of articles the labels of the heaviest features that both have, so many at most."""
    return [
        shared
        for at in range(0, len(a), AT_ONCE)
        for shared in _heaviest(
            labels, matrix[a[at : at + AT_ONCE]].multiply(matrix[b[at : at + AT_ONCE]]).tocsr(), most
        )
    ]


def _runs(words: Sequence[str]) -> list[str]:
    """Pairs of signs that overlap as the run that they stand for (万东, 东省 → 万东省); other words as they are."""
    runs: list[str] = []
    for word in words:
        run = word
        while (other := next((o for o in runs if _overlap(o, run) or _overlap(run, o)), "")) and run not in runs:
            runs[runs.index(other)] = ""
            run = other + run[1:] if _overlap(other, run) else run + other[1:]
        runs.append(run)
    return list(dict.fromkeys(filter(None, runs)))


def _overlap(first: str, second: str) -> bool:
    return first[-1:] == second[:1] and len(first) > 1 and are_written_together(first[-2], first[-1])


def _heaviest(labels: Sequence[str], products: csr_matrix, most: int) -> list[list[str]]:
    """For each row of products the labels of its heaviest features."""
    found = []
    for row in range(products.shape[0]):
        columns = products.indices[products.indptr[row] : products.indptr[row + 1]]
        weights = products.data[products.indptr[row] : products.indptr[row + 1]]
        heaviest = columns[np.lexsort((columns, -np.round(weights, 12)))][:LOOKED_AT].tolist()
        found.append([label for column in heaviest if (label := labels[column])][:most])
    return found


def _list(label: str, names: Sequence[str]) -> str:
    return f"{label}: {', '.join(names)}" if names else ""


def _weekdays(both: int) -> str:
    named = [name for number, name in enumerate(day_name) if both >> number & 1]
    return f"both name {' and '.join(named)}" if named else ""


def _apart(gap: float, day: Day | None) -> str:
    if np.isnan(gap):
        return ""
    if gap == 0:
        return f"same day: {day}"
    return f"{gap:.0f} day{'s' if gap > 1 else ''} apart"
