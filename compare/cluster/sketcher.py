"""From texts to shingles, signatures and counts: in numpy, or with numba where the extra `fast` is installed."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

import numpy as np

from compare.cluster.arrays import Flags, Hashes16, Hashes32, Ints
from compare.cluster.furniture import Table
from compare.cluster.letters import Letters, fold
from compare.cluster.overlap import count_shared, quarters
from compare.cluster.shingles import Shingles, WordHashes, chunks, combine, concatenate, hash_words
from compare.cluster.signature import sign
from compare.cluster.words import find_words
from compare.config import CopyConfig


@dataclass(frozen=True, slots=True)
class Sketcher:
    """The arithmetic in numpy alone; `FastSketcher` overrides the steps at the end and gives the same values."""

    settings: CopyConfig
    workers: int = 1

    def shingles(self, texts: Sequence[str]) -> tuple[Shingles, Shingles]:
        """The shingles of each text, and its words (shingles of size 1)."""
        sizes = (self.settings.shingle, 1)
        parts = [[self.combine(words, size) for size in sizes] for words in self._words(texts)]
        shingles, words = (concatenate(Shingles, np.uint32, [part[k] for part in parts]) for k in (0, 1))
        return shingles, words

    def words(self, texts: Sequence[str]) -> WordHashes:
        """The words of each text."""
        return concatenate(WordHashes, np.uint64, list(self._words(texts)))

    def _words(self, texts: Sequence[str]) -> Iterator[WordHashes]:
        return (self.hash_words(self.fold(texts[part])) for part in chunks(texts))

    def signatures(self, texts: Sequence[str], spread: Table) -> Hashes32:
        """Signatures of what is not spread, one column per text: shape (permutations, texts)."""
        signatures = np.empty((self.settings.permutations, len(texts)), np.uint32)
        self.fill(signatures, np.arange(len(texts)), texts, spread)
        return signatures

    def fill(self, signatures: Hashes16 | Hashes32, columns: Ints, texts: Sequence[str], spread: Table) -> None:
        """Write the signature of text i into column columns[i], or the lower half of its values."""

        def fill(part: slice) -> None:
            words = self.hash_words(self.fold(texts[part]))
            signatures[:, columns[part]] = self.sign(self.combine(words, self.settings.shingle), spread)

        if self.workers == 1:
            for part in chunks(texts):
                fill(part)
        else:
            with ThreadPoolExecutor(self.workers) as pool:
                list(pool.map(fill, chunks(texts)))

    def fold(self, texts: Sequence[str]) -> Letters:
        """The texts as folded bytes."""
        return fold(texts)

    def hash_words(self, letters: Letters) -> WordHashes:
        """Hashes of the words."""
        return hash_words(find_words(letters))

    def combine(self, words: WordHashes, size: int) -> Shingles:
        """Shingles of `size` words."""
        return combine(words, size)

    def sign(self, shingles: Shingles, spread: Table) -> Hashes32:
        """Signatures of what is not spread."""
        return sign(spread.without(shingles), self.settings.permutations, self.settings.seed)

    def as_sets(self, shingles: Shingles) -> Shingles:
        """The shingles of each text without repetitions, in whatever order `count_shared` and `quarters` like best."""
        return shingles.as_sets()

    def count_shared(self, sets: Shingles, counted: Flags, a: Ints, b: Ints) -> tuple[Ints, Ints]:
        """How many shingles the sets a[i] and b[i] share, and how many of them are flagged."""
        return count_shared(sets, counted, a, b)

    def quarters(self, shingles: Shingles, sets: Shingles, a: Ints, b: Ints) -> Ints:
        """How many shingles of each quarter of text a[i] are in the set b[i]: shape (pairs, 4)."""
        return quarters(shingles, sets, a, b)


def sketcher_for(settings: CopyConfig, workers: int = 1) -> Sketcher:
    """The quickest sketcher that is installed and allowed."""
    kind = _fast() if settings.fast and find_spec("numba") else Sketcher
    return kind(settings, workers)


@cache
def _fast() -> type[Sketcher]:
    try:
        from compare.cluster.fast import FastSketcher
    except Exception as fault:  # numba raises what it likes, and nothing but time is lost
        warnings.warn(f"the extra `fast` is installed but cannot be used, numpy is: {fault}", stacklevel=3)
        return Sketcher
    return FastSketcher
