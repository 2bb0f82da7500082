"""How much each feature tells: folder and background frequencies joined, so five articles and fifty thousand compare.

tf = ln(1 + weighted occurrences); idf = (-ln((df + M·chance) / (N + M)))^1.3: M background articles beside the N of
the folder. A large folder knows its own common words (M is 80); in a small one a word may be in every article because
all tell one story, so it is the background that says what is rare (M is 1,680 beside five articles). What one article
alone has cannot join it to another and only lengthens its vector: damped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from compare.cluster.arrays import Floats, Ints
from compare.cluster.feature_table import Table
from compare.cluster.features import Features

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

POWER = 1.3


@dataclass(frozen=True)
class Vectors:
    """Unit vectors, one row per article, of words, pairs and names; `norms[kind, article]` were their lengths.

    `held_by` says for each feature of each kind how many articles of the folder hold it. Where the tables do not hold
    the features that one article alone has, `different` says how many words each had, and `heavy` are the heaviest.
    """

    words: csr_matrix
    pairs: csr_matrix
    names: csr_matrix
    norms: Floats
    held_by: tuple[Ints, Ints, Ints]
    different: Ints | None = None
    heavy: csr_matrix | None = None

    def tables(self) -> tuple[csr_matrix, csr_matrix, csr_matrix]:
        """Words, pairs, names."""
        return self.words, self.pairs, self.names

    def sizes(self) -> Ints:
        """How many different words each article has."""
        if self.different is not None:
            return self.different
        sizes: Ints = np.diff(self.words.indptr).astype(np.int64)
        return sizes


def weigh(features: Features) -> Vectors:
    """Weighted unit vectors of every article's features."""
    words, pairs, names = (_weighted(table, features.articles) for table in features.tables())
    norms = np.stack([_made_unit(matrix) for matrix in (words, pairs, names)])
    return Vectors(words, pairs, names, norms, (features.words.held_by, features.pairs.held_by, features.names.held_by))


def _weighted(table: Table, articles: int) -> csr_matrix:
    background = _background_articles(articles)
    expected = table.held_by + background * table.chances
    idf = np.maximum(-np.log(expected / (articles + background)), 0) ** POWER
    idf[table.held_by < 2] *= _alone(articles)
    return _with_data(table.counts, np.log1p(table.counts.data) * idf[table.counts.indices])


def _background_articles(articles: int) -> float:
    return 80 + 8000 / articles


def _alone(articles: int) -> float:
    """Weight of a feature that one article alone has: the larger the folder, the more such features are noise."""
    return 0.7 * 65 / (60 + max(articles, 5))


def _made_unit(matrix: csr_matrix) -> Floats:
    """Divide each row by its length; the lengths."""
    squares = _with_data(matrix, matrix.data * matrix.data)
    norms: Floats = np.sqrt(np.asarray(squares.sum(axis=1)).ravel())
    matrix.data /= np.repeat(np.maximum(norms, 1e-9), np.diff(matrix.indptr))
    return norms


def _with_data(matrix: csr_matrix, data: Floats) -> csr_matrix:
    """A matrix of other values in the same places, which both share."""
    from scipy.sparse import csr_matrix

    return csr_matrix((data, matrix.indices, matrix.indptr), shape=matrix.shape)
