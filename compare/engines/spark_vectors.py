"""Vectors of some articles out of a folder: features by their ids, so that rows from anywhere can be laid together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from compare.cluster.arrays import Floats, Hashes64, Ints
from compare.cluster.feature_ids import NAME, PAIR, WORD, kinds_of
from compare.cluster.weights import Vectors

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix


def pack_floats(ids: Hashes64, values: Floats) -> bytes:
    """Ids and a value of each."""
    return ids.astype(np.uint64).tobytes() + values.astype(np.float64).tobytes()


def unpack_floats(packed: Sequence[bytes]) -> tuple[Ints, Hashes64, Floats]:
    """Of several such the lengths, and all their ids and values."""
    sizes = np.array([len(one) // 16 for one in packed], dtype=np.int64)
    ids = np.frombuffer(b"".join(one[: len(one) // 2] for one in packed), np.uint64)
    return sizes, ids, np.frombuffer(b"".join(one[len(one) // 2 :] for one in packed), np.float64)


def gather(packed: Sequence[bytes]) -> Vectors:
    """The rows as one folder, without lengths and counts; columns stand in the order of the ids, as on one machine."""
    from scipy.sparse import csr_matrix

    sizes, ids, values = unpack_floats(packed)
    row, kind = np.repeat(np.arange(len(packed)), sizes), kinds_of(ids)
    made: list[csr_matrix] = []
    for one in (WORD, PAIR, NAME):
        at = np.flatnonzero(kind == one)
        known, column = np.unique(ids[at], return_inverse=True)
        starts = np.concatenate([[0], np.cumsum(np.bincount(row[at], minlength=len(packed)))])
        made.append(csr_matrix((values[at], column, starts), shape=(len(packed), len(known))))
    nothing = np.zeros(0, dtype=np.int64)
    words, pairs, names = made
    return Vectors(words, pairs, names, np.zeros((3, len(packed))), (nothing, nothing, nothing))


def pack_labels(labels: Iterable[str]) -> bytes:
    """Labels, which have no line breaks."""
    return "".join(f"{label}\n" for label in labels).encode()


def unpack_labels(packed: bytes) -> list[str]:
    """The labels."""
    return packed.decode().split("\n")[:-1]


def labels_at(matrix: csr_matrix, told: Iterable[str]) -> list[str]:
    """The label of each column; `told` are those of the entries, in their order."""
    labels = [""] * matrix.shape[1]
    for column, label in zip(matrix.indices.tolist(), told, strict=True):
        labels[column] = label
    return labels
