"""Which of many quotations shares most word triples with a given one, without comparing every two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

_GRAM = 3
MOST_HOLDERS = 50
"""Texts that have a triple; one that more have is a refrain, and counted at once for all texts of the same refrains."""


class Triples:
    """Texts by their word triples.

    A refrain that every text has would bring every two together. Texts of the same refrains are alike but for their
    other triples; so one of them, the first, is looked at for all that share nothing else.
    """

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        self._holders: dict[tuple[str, ...], list[int]] = {}
        grams = [_grams(text) for text in texts]
        for n, held in enumerate(grams):
            for gram in held:
                self._holders.setdefault(gram, []).append(n)
        refrains = {gram for gram, holders in self._holders.items() if len(holders) > MOST_HOLDERS}
        self._refrains = [held & refrains for held in grams]
        self._first: dict[frozenset[tuple[str, ...]], int] = {}
        for n, held in enumerate(self._refrains):
            if held:
                self._first.setdefault(held, n)

    def nearest(self, text: Sequence[str]) -> int | None:
        """The number of the text that shares most triples with this one, the first of several; None if none does."""
        grams = _grams(text)
        found = (self._holders.get(gram, ()) for gram in grams)
        counts = Counter(n for holders in found if len(holders) <= MOST_HOLDERS for n in holders)
        for n in counts:
            counts[n] += len(grams & self._refrains[n])
        for held, first in self._first.items():
            if shared := len(grams & held):
                counts[first] = max(counts[first], shared)
        return max(counts, key=lambda n: (counts[n], -n), default=None)


def _grams(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[i : i + _GRAM]) for i in range(len(words) - _GRAM + 1))
