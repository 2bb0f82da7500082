"""Names for the arrays of this folder."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Octets = NDArray[np.uint8]
Hashes32 = NDArray[np.uint32]
Hashes64 = NDArray[np.uint64]
