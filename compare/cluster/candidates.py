"""Which pairs are worth scoring: all in a small folder, else those that share the heaviest features of both.

An inverted index over the thirty heaviest features of each article that two to three hundred articles have. Bands of
MinHash values of one row over the same features find the same pairs by chance that this finds for certain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from compare.cluster.arrays import Flags, Ints
from compare.cluster.weights import Vectors

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

ALL_PAIRS = 1500
"""Articles up to which every pair is scored."""
HEAVIEST = 30
MOST_ARTICLES = 300
"""A feature of more articles finds no pairs."""
LEAST = 0.015
"""Cosine over the heaviest features from which a pair is scored."""
NEAREST = 100
"""Candidates of one article, those with the highest cosine, besides those that have it among theirs."""
_ROWS = 500
"""Articles looked up at a time: on a beat each meets thousands of others."""


def candidate_pairs(vectors: Vectors) -> tuple[Ints, Ints, Flags]:
    """Pairs (a[i] < b[i]) of articles worth an exact score, in order, and which articles had more than they keep.

    On a beat whose notices share figures and firms by chance the pairs would grow with the square of the articles:
    each article keeps its nearest.
    """
    articles = vectors.words.shape[0]
    if articles <= ALL_PAIRS:
        a, b = np.triu_indices(articles, 1)
        return a.astype(np.int64), b.astype(np.int64), np.zeros(articles, dtype=bool)
    heavy = heaviest(vectors) if vectors.heavy is None else vectors.heavy
    turned = heavy.T.tocsr()
    found = [nearest(heavy[at : at + _ROWS] @ turned, at) for at in range(0, articles, _ROWS)]
    pairs = np.sort(np.concatenate([near for near, _ in found]))  # np.unique hashes, at five times the time
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    return pairs // articles, pairs % articles, np.concatenate([crowded for _, crowded in found])


def heaviest(vectors: Vectors) -> csr_matrix:
    """The heaviest features of every article as unit rows; the columns are words, pairs and names."""
    from scipy.sparse import csr_matrix, diags, hstack

    words, pairs, names = (
        diags(norm) @ matrix for norm, matrix in zip(vectors.norms * [[1], [1], [0.5]], vectors.tables(), strict=True)
    )
    every = hstack([words, pairs, names]).tocsr()
    held_by = np.concatenate(vectors.held_by)[every.indices]
    row = np.repeat(np.arange(every.shape[0]), np.diff(every.indptr))
    keep = (held_by > 1) & (held_by <= MOST_ARTICLES) & (every.data > 0)
    row, column, weight = row[keep], every.indices[keep], every.data[keep]
    order = np.lexsort((column, -weight, row))
    row, column, weight = row[order], column[order], weight[order]
    rank = np.arange(len(row)) - np.searchsorted(row, row)
    row, column, weight = row[rank < HEAVIEST], column[rank < HEAVIEST], weight[rank < HEAVIEST]
    norm = np.sqrt(np.bincount(row, weights=weight**2, minlength=every.shape[0]))
    return csr_matrix((weight / norm[row], (row, column)), shape=every.shape)


def nearest(products: csr_matrix, first: int) -> tuple[Ints, Flags]:
    """The nearest of each row, the first of which is article `first`, as a·articles + b with a < b, and whether there
    were more.
    """
    found = products.data >= LEAST
    row = np.repeat(np.arange(products.shape[0]), np.diff(products.indptr))
    crowded: Flags = np.bincount(row, found, products.shape[0]) > NEAREST + 1  # itself too
    for at in np.flatnonzero(crowded).tolist():
        part = slice(products.indptr[at], products.indptr[at + 1])
        found[part] &= products.data[part] >= np.partition(products.data[part], -NEAREST - 1)[-NEAREST - 1]
    one, other = row[found] + first, products.indices[found].astype(np.int64)
    pairs: Ints = (np.minimum(one, other) * products.shape[1] + np.maximum(one, other))[one != other]
    return pairs, crowded
