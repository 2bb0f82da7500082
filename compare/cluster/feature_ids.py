"""Features of any folder under one number: hashes, so that folders read apart can be counted together.

62 bits tell the features of one kind apart (two of a billion share a number with a chance of one in ten), the upper
two bits the kinds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from compare.cluster.arrays import Hashes64, Ints

WORD, PAIR, NAME = 0, 1, 2
"""Kinds, in the order in which their features stand."""
_KIND, _SPARE = np.uint64(62), np.uint64(2)
_MIX = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1))


def name_ids(kind: int, names: Sequence[str]) -> Hashes64:
    """The ids of words or names of this kind."""
    digests = (blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest() for name in names)
    return _of_kind(kind, np.frombuffer(b"".join(digests), "<u8"))


def pair_ids(kind: int, first: Hashes64, second: Hashes64) -> Hashes64:
    """The ids of pairs of words, from the ids of the words."""
    return _of_kind(kind, _mixed(_mixed(first) + second))


def kinds_of(ids: Hashes64) -> Ints:
    """The kind of each."""
    return (ids >> _KIND).astype(np.int64)


def _of_kind(kind: int, hashes: Hashes64) -> Hashes64:
    ids: Hashes64 = hashes >> _SPARE | np.uint64(kind) << _KIND
    return ids


def _mixed(values: Hashes64) -> Hashes64:
    """The finish of SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014)."""
    for shift, factor in _MIX:
        values = (values ^ values >> np.uint64(shift)) * np.uint64(factor)
    return values


@dataclass(frozen=True)
class Spellings:
    """How often the written form `written[i]` of the word `ids[i]` stands in a folder; a form may be there twice."""

    ids: Hashes64
    written: Sequence[str]
    often: Ints

    def labels(self) -> list[str]:
        """For each word, in the order of the ids, the form that is used most, of several the first in order."""
        counts: Counter[tuple[int, str]] = Counter()
        for word, form, times in zip(self.ids.tolist(), self.written, self.often.tolist(), strict=True):
            counts[word, form] += times
        best: dict[int, tuple[int, str]] = {}
        for (word, form), times in counts.items():
            if word not in best or (-times, form) < best[word]:
                best[word] = -times, form
        return [best[word][1] for word in sorted(best)]
