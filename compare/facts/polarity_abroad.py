"""Opposed words of languages besides English: forms as they are written, from the closed list of `data/`."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from compare.model import Span
from compare.text.words import Word, split_words


@dataclass(frozen=True, slots=True)
class Polarity:
    """What one language has: each folded form with its (pair, side), and the folded words that deny."""

    sides: dict[str, tuple[int, int]]
    negators: frozenset[str]

    def denies(self, words: Sequence[Word]) -> bool:
        """True where one of the words denies."""
        return any(word.folded in self.negators for word in words)

    def told(self, words: Sequence[Word]) -> dict[tuple[int, int], Word]:
        """The (pair, side) places that words of a sentence stand at, each with its first word."""
        found: dict[tuple[int, int], Word] = {}
        for word in words:
            if word.folded in self.sides:
                found.setdefault(self.sides[word.folded], word)
        return found


@lru_cache(maxsize=16)
def polarity_of(language: str) -> Polarity | None:
    """The opposed words of a language (ISO 639-1), None where the list has none."""
    path = files("compare.facts").joinpath("data/antonyms_foreign.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8")).get(language)
    if table is None:
        return None
    sides = {
        form: (number, side)
        for number, line in enumerate(table["pairs"])
        for side, forms in enumerate(line.split("|"))
        for form in _folded(forms, language)
    }
    return Polarity(sides, frozenset(_folded(table["negators"], language)))


def _folded(forms: str, language: str) -> list[str]:
    return [word.folded for word in split_words(forms, Span(0, len(forms)), language)]
