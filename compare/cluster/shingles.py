"""Shingle hashes from bytes: n consecutive words as one 32-bit number, computed in arrays for many texts at once.

The order and the repetitions of the text are kept; a text shorter than a shingle gives one shingle of all its words,
a text without words none. In scripts without spaces a word is a character with its two followers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np

from compare.cluster.arrays import Flags, Hashes32, Hashes64, Ints, Octets
from compare.cluster.letters import LOAD
from compare.cluster.words import Words

LONGEST = 64
"""Bytes of a word that are hashed; a longer one (an address, a blob) counts by these and its length."""
CHUNK = 500_000
"""Characters that are worked on at a time: small enough for the processor's cache."""

_U = np.uint64
_P, _Q, _R = _U(0x9E3779B97F4A7C15), _U(0xFF51AFD7ED558CCD), _U(0xC4CEB9FE1A85EC53)
_MASK = np.array([(1 << 8 * k) - 1 for k in range(LOAD + 1)], np.uint64)


@dataclass(frozen=True, slots=True)
class WordHashes:
    """A 64-bit hash of each word of several texts, those of text t at `values[offsets[t]:offsets[t + 1]]`."""

    values: Hashes64
    offsets: Ints

    def of(self, texts: Ints) -> WordHashes:
        """The words of these texts alone."""
        places, offsets = _places(self.offsets, texts)
        return WordHashes(self.values[places], offsets)


@dataclass(frozen=True, slots=True)
class Shingles:
    """Shingle hashes of several texts, those of text t at `values[offsets[t]:offsets[t + 1]]`."""

    values: Hashes32
    offsets: Ints

    def sizes(self) -> Ints:
        """How many shingles each text has."""
        return np.diff(self.offsets)

    def places(self, texts: Ints) -> Ints:
        """Where the shingles of these texts are in `values`, text by text."""
        return _places(self.offsets, texts)[0]

    def of(self, texts: Ints) -> Shingles:
        """The shingles of these texts alone."""
        places, offsets = _places(self.offsets, texts)
        return Shingles(self.values[places], offsets)

    def as_sets(self) -> Shingles:
        """The same without repetitions, sorted within each text."""
        values, offsets = self.values.copy(), self.offsets.tolist()
        for first, last in pairwise(offsets):  # many short sorts take a tenth of the time of a long one
            values[first:last].sort()
        new = np.append(True, values[1:] != values[:-1])[: len(values)]
        new[self.offsets[:-1][self.sizes() > 0]] = True
        return Shingles(values[new], offsets_of(new, self.offsets))


def offsets_of(kept: Flags, offsets: Ints) -> Ints:
    """Where each text's values begin when only the flagged ones are kept."""
    before = np.zeros(len(kept) + 1, np.int32 if len(kept) < 1 << 31 else np.int64)
    np.cumsum(kept, out=before[1:])
    return before[offsets].astype(np.int64)


_Hashes = TypeVar("_Hashes", WordHashes, Shingles)


def _places(offsets: Ints, texts: Ints) -> tuple[Ints, Ints]:
    """Where the values of these texts are, text by text, and where each text's begin among them."""
    sizes = np.diff(offsets)[texts]
    begins = np.concatenate(([0], np.cumsum(sizes)))
    places = np.arange(begins[-1]) + np.repeat(offsets[texts] - begins[:-1], sizes)
    return places, begins


def concatenate(kind: type[_Hashes], number: type[np.generic], parts: Sequence[_Hashes]) -> _Hashes:
    """The hashes of several lists of texts as those of one list."""
    values = np.concatenate([np.empty(0, number), *(part.values for part in parts)])
    sizes = np.concatenate([np.zeros(1, np.int64), *(np.diff(part.offsets) for part in parts)])
    return kind(values, np.cumsum(sizes))


def chunks(texts: Sequence[str]) -> Iterator[slice]:
    """Slices of consecutive texts of about `CHUNK` characters; a longer text stands alone."""
    ends = np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)))
    start = 0
    while start < len(texts):
        before = int(ends[start - 1]) if start else 0
        stop = max(start + 1, int(np.searchsorted(ends, before + CHUNK, side="right")))
        yield slice(start, stop)
        start = stop


def windows_of(octets: Octets) -> Hashes64:
    """The eight bytes from each byte on as one number."""
    return np.ndarray((len(octets) - LOAD + 1,), "<u8", octets.data, strides=(1,))


def hash_words(words: Words) -> WordHashes:
    """A 64-bit hash of each word, eight bytes at a step."""
    windows = windows_of(words.octets)
    length = words.stops - words.starts
    hashes = _mix((windows[words.starts] & _MASK[np.minimum(length, LOAD)]) + length.astype(_U) * _P)
    long = np.flatnonzero(length > LOAD)
    for k in range(LOAD, LONGEST, LOAD):
        if not len(long):
            break
        step = windows[words.starts[long] + k] & _MASK[np.minimum(length[long] - k, LOAD)]
        hashes[long] = _mix(hashes[long] ^ step * _P)
        long = long[length[long] > k + LOAD]
    followed = hashes if words.alone is None else _with_followers(hashes, words, words.alone)
    return WordHashes(followed, words.offsets)


def _with_followers(hashes: Hashes64, words: Words, alone: Flags) -> Hashes64:
    adjacent = alone[:-1] & alone[1:] & (words.starts[1:] == words.stops[:-1])
    joined = hashes.copy()
    one = np.flatnonzero(adjacent)
    joined[one] = _mix(joined[one] * _P + hashes[one + 1])
    two = np.flatnonzero(adjacent[:-1] & adjacent[1:])
    joined[two] = _mix(joined[two] * _P + hashes[two + 2])
    return joined


def combine(words: WordHashes, size: int) -> Shingles:
    """Shingle hashes from word hashes: a polynomial of `size` words, mixed, its upper 32 bits."""
    hashes, offsets = words.values, words.offsets
    count = np.diff(offsets)
    padded = np.concatenate((hashes, np.zeros(size - 1, _U)))
    rolled = padded[: len(hashes)].copy()
    for k in range(1, size):
        rolled *= _P
        rolled += padded[k : k + len(hashes)]
    kept = np.ones(len(hashes), bool)
    for k in range(1, size):
        kept[(offsets[1:] - k)[count >= k]] = False
    for k in range(1, size):  # shorter than a shingle: all words of the text
        first = offsets[:-1][count == k]
        whole = hashes[first]
        for j in range(1, k):
            whole = whole * _P + hashes[first + j]
        rolled[first], kept[first] = whole, True
    shingles = np.where(count > 0, np.maximum(count - size + 1, 1), 0)
    return Shingles((_mix(rolled[kept]) >> _U(32)).astype(np.uint32), np.concatenate(([0], np.cumsum(shingles))))


def _mix(h: Hashes64) -> Hashes64:
    """MurmurHash3's 64-bit finalizer."""
    h = h ^ (h >> _U(33))
    h *= _Q
    h ^= h >> _U(33)
    h *= _R
    h ^= h >> _U(33)
    return h
