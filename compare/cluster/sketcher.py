"""From texts to shingles and signatures: in numpy, or with numba where the extra `fast` is installed, same values."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np

from compare.cluster.arrays import Hashes32
from compare.cluster.furniture import Table
from compare.cluster.letters import Letters, fold
from compare.cluster.shingles import Shingles, chunks, combine, concatenate, hash_words
from compare.cluster.signature import sign
from compare.cluster.words import find_words
from compare.config import CopyConfig


@dataclass(frozen=True, slots=True)
class Sketcher:
    """Shingles and signatures in numpy alone."""

    settings: CopyConfig
    workers: int = 1

    def shingles(self, texts: Sequence[str]) -> tuple[Shingles, Shingles]:
        """The shingles of each text, and its words (shingles of size 1)."""
        parts = [self._shingles(fold(texts[part])) for part in chunks(texts)]
        return concatenate([part[0] for part in parts]), concatenate([part[1] for part in parts])

    def signatures(self, texts: Sequence[str], spread: Table) -> Hashes32:
        """Signatures of what is not spread, one column per text: shape (permutations, texts)."""

        def of(part: slice) -> Hashes32:
            return self._sign(spread.without(self._shingles(fold(texts[part]))[0]))

        empty = np.empty((self.settings.permutations, 0), np.uint32)
        if self.workers == 1:
            return np.concatenate([empty, *map(of, chunks(texts))], axis=1)
        with ThreadPoolExecutor(self.workers) as pool:
            return np.concatenate([empty, *pool.map(of, chunks(texts))], axis=1)

    def _shingles(self, letters: Letters) -> tuple[Shingles, Shingles]:
        words = find_words(letters)
        hashes = hash_words(words)
        return combine(hashes, words.offsets, self.settings.shingle), combine(hashes, words.offsets, 1)

    def _sign(self, shingles: Shingles) -> Hashes32:
        return sign(shingles, self.settings.permutations, self.settings.seed)


def sketcher_for(settings: CopyConfig, workers: int = 1) -> Sketcher:
    """The quickest sketcher that is installed and allowed."""
    if settings.fast and find_spec("numba"):
        from compare.cluster.fast import FastSketcher

        return FastSketcher(settings, workers)
    return Sketcher(settings, workers)
