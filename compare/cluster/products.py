"""Products of the rows of pairs: cosines of unit vectors, or how much two rows of ones share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from compare.cluster.arrays import Floats, Ints

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

AT_ONCE = 8192
"""Pairs multiplied at a time: both their rows are copied for it, some 2 KB a pair."""
_DENSE = 1500
"""Articles up to which all products are made at once."""


def row_products(matrix: csr_matrix, a: Ints, b: Ints) -> Floats:
    """Products of rows a[i] and b[i]."""
    if matrix.shape[0] <= _DENSE and len(a) > matrix.shape[0]:
        whole = matrix[np.arange(matrix.shape[0])]
        every: Floats = (whole @ whole.T).toarray()[a, b]
        return every
    parts = [
        np.asarray(matrix[a[at : at + AT_ONCE]].multiply(matrix[b[at : at + AT_ONCE]]).sum(axis=1)).ravel()
        for at in range(0, len(a), AT_ONCE)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)
