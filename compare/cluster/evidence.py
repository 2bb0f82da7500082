"""What speaks for or against one event besides words: the days of two reports, their weekdays, figures, quotations.

Read off labelled news set by set, and rounded to what holds in all of them. Figures and quotations are as the lead and
the quotation marks have them (`particulars`); what one of two reports lacks says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from compare.cluster.arrays import Flags, Floats, Ints
from compare.cluster.particulars import Particulars
from compare.cluster.products import row_products
from compare.cluster.report_day import day_gaps

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

NEAR, NEAR_DAYS = 1.5, 5.0
FAR_FROM = 3.0
FAR = ((3.0, 30.0), (5.0, 80.0), (5.0, 10.0))
"""The most that distance says against one event, and the days over which it fades in, by how many days are firm."""
WEEKDAYS = (0.5, -0.5, -1.5, -1.5)
"""What the nearest weekdays of two leads say, by the days between them: papers print it on the day or on the next."""
OTHER_FIGURES = -0.3
"""What it says that both leads have figures, and none in common."""
QUOTED, MOST_QUOTED = 0.6, 1.5
"""What quotations in common say, times ln(1 + runs of words), and the most that they say."""
_BITS = np.arange(7)


def time_evidence(known: Sequence[Particulars], a: Ints, b: Ints) -> Floats:
    """What the days of two reports, and the weekdays of their leads, say for (up to 2) or against one event (-6.5).

    Two firm days say all that weekdays can.
    """
    gap, firm = day_gaps([one.day for one in known], a, b)
    most, fade = np.array(FAR).T
    near = NEAR * np.exp(-gap / NEAR_DAYS)
    far = most[firm] * (1 - np.exp(-np.maximum(0, gap - FAR_FROM) / fade[firm]))
    evidence: Floats = np.nan_to_num(near - far) + np.where(firm < 2, _weekday_evidence(known, a, b), 0.0)
    return evidence


def _weekday_evidence(known: Sequence[Particulars], a: Ints, b: Ints) -> Floats:
    masks = np.array([one.weekdays for one in known], dtype=np.int64)
    evidence: Floats = _WEEKDAY_TABLE[masks[a], masks[b]]
    return evidence


def _weekday_table() -> Floats:
    """Evidence for each two masks of weekdays, 0 where one names none."""
    masks = np.arange(128)
    named = masks[:, None] >> _BITS & 1 > 0
    apart = np.abs(_BITS[:, None] - _BITS)
    apart = np.minimum(apart, 7 - apart)
    table = np.zeros((128, 128))
    for days in reversed(range(4)):  # the nearest two of them speak
        meet = named @ (apart == days) @ named.T > 0
        table[meet] = WEEKDAYS[days]
    return table


_WEEKDAY_TABLE = _weekday_table()


def told_evidence(known: Sequence[Particulars], a: Ints, b: Ints) -> Floats:
    """What the figures of two leads say against one event, and quotations in common for it (up to 1.5)."""
    shared, both = hashes_shared([one.figures for one in known], a, b)
    evidence: Floats = np.where(both & (shared == 0), OTHER_FIGURES, 0.0)
    shared, _ = hashes_shared([one.quoted for one in known], a, b)
    return evidence + np.minimum(QUOTED * np.log1p(shared), MOST_QUOTED)


def hashes_shared(packed: Sequence[bytes], a: Ints, b: Ints) -> tuple[Floats, Flags]:
    """How many hashes each two reports share, and whether both have any."""
    has = np.array([len(one) > 0 for one in packed], dtype=bool)
    both: Flags = has[a] & has[b]
    shared = np.zeros(len(a))
    shared[both] = row_products(_held(packed), a[both], b[both])
    return shared, both


def _held(packed: Sequence[bytes]) -> csr_matrix:
    """Packed hashes as a table of ones: shape (reports, different hashes)."""
    from scipy.sparse import csr_matrix

    different, column = np.unique(np.frombuffer(b"".join(packed), "<u4"), return_inverse=True)
    starts = np.concatenate([[0], np.cumsum([len(one) // 4 for one in packed])])
    return csr_matrix((np.ones(len(column)), column, starts), shape=(len(packed), max(1, len(different))))
