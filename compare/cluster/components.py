"""Connected components in arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def components(count: int, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each of `count` texts the smallest number it is connected with through the edges `left[i]`-`right[i]`."""
    label = np.arange(count)
    while True:
        lower = np.minimum(label[left], label[right])
        before = label.copy()
        for end in (label[left], label[right]):
            np.minimum.at(label, end, lower)
        while not np.array_equal(label, label[label]):
            label = label[label]
        if np.array_equal(label, before):
            return label
