"""Names for the arrays of this folder, and what numpy does too slowly with them."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Octets = NDArray[np.uint8]
Hashes16 = NDArray[np.uint16]
Hashes32 = NDArray[np.uint32]
Hashes64 = NDArray[np.uint64]

_Number = TypeVar("_Number", np.int64, np.uint32, np.uint64)


def distinct(values: NDArray[_Number]) -> NDArray[_Number]:
    """The values, ascending, each once. `np.unique` hashes them since numpy 2.3, which takes twenty times as long."""
    ordered = np.sort(values)
    once: NDArray[_Number] = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
    return once


def in_order(upper: Hashes16, lower: Hashes16) -> Ints:
    """The places in the order of their two values, equal ones as they stand.

    numpy sorts 16 bits by counting, which takes a third of the time of any other sort.
    """
    order = np.argsort(lower, kind="stable")
    ordered: Ints = order[np.argsort(upper[order], kind="stable")]
    return ordered
