"""The same shingles and signatures with numba, in one pass over the bytes: two to three times as fast as numpy.

This is the only module that imports numba; the tests hold its values equal to those of numpy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numba
import numpy as np
from numba import uint32, uint64

from compare.cluster.arrays import Hashes32, Hashes64, Ints, Octets
from compare.cluster.letters import ALONE, DIGIT, GAP, LETTER, LOAD, POINT, Letters
from compare.cluster.shingles import LONGEST, Shingles, windows_of
from compare.cluster.signature import EMPTY, permutations
from compare.cluster.sketcher import Sketcher

_F = TypeVar("_F", bound=Callable[..., Any])
_P, _Q, _R = uint64(0x9E3779B97F4A7C15), uint64(0xFF51AFD7ED558CCD), uint64(0xC4CEB9FE1A85EC53)
_ONES = uint64(0xFFFFFFFFFFFFFFFF)


def _compiled(function: _F) -> _F:
    """Compile at first use and keep the result on disk, where that can be written."""
    try:
        made: _F = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:  # no place to keep it: an installation that is read-only
        made = numba.njit(nogil=True)(function)
    return made


class FastSketcher(Sketcher):
    """Shingles and signatures with numba."""

    __slots__ = ()

    def _shingles(self, letters: Letters) -> tuple[Shingles, Shingles]:
        words = np.empty(len(letters.octets) // 2 + len(letters.begins), np.uint64)
        word_offsets = np.zeros(len(letters.begins), np.int64)
        _hash_words(windows_of(letters.octets), letters.octets, letters.kinds, letters.begins, words, word_offsets)
        counts = np.diff(word_offsets)
        size = self.settings.shingle
        offsets = np.concatenate(([0], np.cumsum(np.where(counts > 0, np.maximum(counts - size + 1, 1), 0))))
        shingles, single = np.empty(offsets[-1], np.uint32), np.empty(word_offsets[-1], np.uint32)
        _combine(words, word_offsets, size, shingles)
        _combine(words, word_offsets, 1, single)
        return Shingles(shingles, offsets), Shingles(single, word_offsets)

    def _sign(self, shingles: Shingles) -> Hashes32:
        factors, addends = permutations(self.settings.permutations, self.settings.seed)
        signatures = np.full((len(shingles.offsets) - 1, len(factors)), EMPTY, np.uint32)
        _sign(shingles.values, shingles.offsets, factors, addends, signatures)
        return np.ascontiguousarray(signatures.T)


@_compiled
def _mix(h: Any) -> Any:  # noqa: ANN401  # numba's own scalars
    h ^= h >> uint64(33)
    h *= _Q
    h ^= h >> uint64(33)
    h *= _R
    return h ^ (h >> uint64(33))


@_compiled
def _word_hash(windows: Hashes64, start: int, stop: int) -> Any:  # noqa: ANN401
    length = stop - start
    h = _mix((windows[start] & _ONES >> uint64(8 * (LOAD - min(length, LOAD)))) + uint64(length) * _P)
    for k in range(LOAD, min(length, LONGEST), LOAD):
        h = _mix(h ^ (windows[start + k] & _ONES >> uint64(8 * (LOAD - min(length - k, LOAD)))) * _P)
    return h


@_compiled
def _word_end(kinds: Octets, i: int, figure: bool) -> int:
    """Where the word ends that goes on at i; `figure` is true after the point of a figure, where a letter ends it."""
    while True:
        if kinds[i] == DIGIT or (kinds[i] == LETTER and not figure):
            i += 1
        elif kinds[i] == POINT and kinds[i + 1] == DIGIT:
            figure = True
            i += 2
        else:
            return i


@_compiled
def _hash_words(windows: Hashes64, octets: Octets, kinds: Octets, begins: Ints, words: Hashes64, offsets: Ints) -> None:
    """Hash the words of each text; what a word is, `find_words` tells."""
    count = 0
    touches = np.zeros(len(words), np.bool_)  # a character that is a word by itself, and so is the next
    for text in range(len(begins) - 1):
        i, end = begins[text], begins[text + 1]
        while i < end:
            start, kind = i, kinds[i]
            if kind == ALONE:
                i += 1
                while octets[i] & 0xC0 == 0x80:
                    i += 1
                touches[count] = kinds[i] == ALONE
            elif kind == POINT and i > begins[text] and kinds[i - 1] == ALONE and kinds[i + 1] == DIGIT:
                i = _word_end(kinds, i, False)
            elif kind == GAP or kind == POINT:
                i += 1
                continue
            else:
                i = _word_end(kinds, i + 1, False)
            words[count] = _word_hash(windows, start, i)
            count += 1
        offsets[text + 1] = count
    for i in range(count):
        if touches[i]:
            followed = _mix(words[i] * _P + words[i + 1])
            words[i] = _mix(followed * _P + words[i + 2]) if touches[i + 1] else followed


@_compiled
def _combine(words: Hashes64, offsets: Ints, size: int, shingles: Hashes32) -> None:
    count = 0
    for text in range(len(offsets) - 1):
        first, last = offsets[text], offsets[text + 1]
        length = min(size, last - first)
        for i in range(first, last - length + 1 if length else first):
            rolled = words[i]
            for k in range(1, length):
                rolled = rolled * _P + words[i + k]
            shingles[count] = uint32(_mix(rolled) >> uint64(32))
            count += 1


@_compiled
def _sign(values: Hashes32, offsets: Ints, factors: Hashes32, addends: Hashes32, signatures: Hashes32) -> None:
    for text in range(len(offsets) - 1):
        row = signatures[text]
        for i in range(offsets[text], offsets[text + 1]):
            h = values[i]
            h = uint32((h ^ (h >> uint32(16))) * uint32(0x85EBCA6B))
            h = uint32((h ^ (h >> uint32(13))) * uint32(0xC2B2AE35))
            h = uint32(h ^ (h >> uint32(16)))
            for k in range(len(factors)):
                row[k] = min(row[k], uint32(factors[k] * h + addends[k]))
