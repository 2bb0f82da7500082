"""Where the words of folded texts lie, found in arrays.

A word is what `\\w+(?:[.,]\\d+)*` finds in the lower-cased text (1,000 and 3.5 stay whole), with two additions:
combining marks belong to their word (Hindi, Thai), and in scripts written without spaces every character is a word.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from compare.cluster.arrays import Flags, Ints, Octets, distinct
from compare.cluster.letters import ALONE, DIGIT, GAP, LETTER, POINT, Letters


@dataclass(frozen=True, slots=True)
class Words:
    """Words of several texts: bytes `octets[starts[i]:stops[i]]`; text t has words `offsets[t]` to `offsets[t + 1]`.

    `alone` marks the words that are one character of a script without spaces (None where there are none).
    """

    octets: Octets
    starts: Ints
    stops: Ints
    offsets: Ints
    alone: Flags | None


def find_words(letters: Letters) -> Words:
    """The words of the texts."""
    kinds = letters.kinds.copy()
    breaks = np.concatenate((letters.breaks, _join_figures(kinds)))
    word = kinds != GAP
    turns = np.flatnonzero(word[1:] != word[:-1]) + 1
    turns = np.concatenate((np.zeros(int(word[0]), np.int64), turns))
    starts, stops = turns[::2], turns[1::2]
    inside = distinct(breaks[word[breaks] & word[breaks - 1] & (breaks > 0)])
    if len(inside):
        starts = np.insert(starts, np.searchsorted(starts, inside), inside)
        stops = np.insert(stops, np.searchsorted(stops, inside), inside)
    offsets = np.searchsorted(starts, letters.begins)
    return Words(letters.octets, starts, stops, offsets, kinds[starts] == ALONE if len(letters.breaks) else None)


def _join_figures(kinds: Octets) -> Ints:
    """Take the point of 3.5 and the comma of 1,000 into the word; where letters follow the figure, a word begins."""
    points = np.flatnonzero(kinds == POINT)
    before = kinds[np.maximum(points - 1, 0)]
    joined = (kinds[points + 1] == DIGIT) & (before != GAP) & (before != POINT) & (points > 0)
    kinds[points[~joined]] = GAP
    marks = points[joined]
    if not len(marks):
        return np.empty(0, np.int64)
    digit = kinds == DIGIT
    ends = np.flatnonzero(digit[:-1] & ~digit[1:]) + 1
    after = ends[np.searchsorted(ends, marks + 1, side="right")]
    begins: Ints = after[kinds[after] != POINT]
    kinds[marks] = LETTER
    return begins
