"""Everything that one article says, for asking whether it knows a name or a figure at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from compare.facts.numerals import SMALL, Numeral, read_digits, read_words
from compare.findings.nationality import territories_near, territory_of
from compare.text.witness import Witness
from compare.text.words import Word

_PREFIX = 4
_ROUNDING = 0.1


@dataclass(frozen=True, eq=False)
class Whole:
    """All words and figures of a witness, furniture too: what stands in a caption is known."""

    witness: Witness

    @cached_property
    def size(self) -> int:
        """Words in compared sentences."""
        return sum(len(self.witness.words[i]) for i in self.witness.compared)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Its content words."""
        return frozenset(word.stem for words in self.witness.words for word in words if word.stem)

    @cached_property
    def figures(self) -> tuple[Numeral, ...]:
        """Its figures, in digits and in words."""
        return tuple(figure for words in self.witness.words for _, figure in figures_in(self.witness, words))

    @cached_property
    def _prefixes(self) -> frozenset[str]:
        return frozenset(stem[:_PREFIX] for stem in self.stems)

    @cached_property
    def _initials(self) -> frozenset[str]:
        """Acronyms that its runs of capitals could be shortened to."""
        found: set[str] = set()
        for words in self.witness.words:
            letters = ""
            for word in words:
                letters = letters[-5:] + word.folded[0] if word.written[0].isupper() else ""
                found.update(letters[n:] for n in range(len(letters) - 1))
        return frozenset(found)

    @cached_property
    def _territories(self) -> frozenset[str]:
        """Territories that it names, by themselves, by their people or by a city."""
        capitals = (word for words in self.witness.words for word in words if word.written[0].isupper())
        return frozenset(code for word in capitals for code in territories_near(word))

    def has(self, quote: str) -> bool:
        """True where a name, figure or word of another text stands here too, word for word."""
        return re.search(rf"(?<!\w){re.escape(quote)}(?!\w)", self.witness.article.text, re.IGNORECASE) is not None

    def knows(self, word: Word) -> bool:
        """True where the article has the word, a form of it, or the words that it abbreviates."""
        if word.stem in self.stems or word.stem[:_PREFIX] in self._prefixes or word.folded in self._initials:
            return True
        territory = territory_of(word)
        return bool(territory) and territory in self._territories

    def knows_figure(self, figure: Numeral) -> bool:
        """True where one of its figures is the same, at the coarser of the two printed precisions."""
        return any(_is_same(figure, other) for other in self.figures)


def figures_in(witness: Witness, words: Sequence[Word]) -> Iterator[tuple[Word, Numeral]]:
    """Each figure of these words, with the word it begins at."""
    text, at = witness.article.text, 0
    for word in words:
        if word.start < at:
            continue
        if word.is_number:
            figure = read_digits(text, word.start, words[-1].end)
        elif word.folded in SMALL:
            figure = read_words(text, word.start, words[-1].end)
        else:
            continue
        if figure is not None:
            at = figure.end
            yield word, figure


def _is_same(a: Numeral, b: Numeral) -> bool:
    apart = abs(a.value - b.value)
    if a.step == b.step:
        return apart == 0
    return apart <= max(a.step, b.step) and apart <= _ROUNDING * max(a.value, b.value)
