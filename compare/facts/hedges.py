"""Hedges around a figure: over, nearly, about, up to. A closed class; each stands for an interval."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from enum import StrEnum

from compare.text.words import Word


class Hedge(StrEnum):
    """How a figure is hedged; `interval` says what it then allows."""

    NONE = ""
    OVER = "over"
    UNDER = "up to"
    NEARLY = "nearly"
    ABOUT = "about"

    def interval(self, low: float, high: float) -> tuple[float, float]:
        """Lowest and highest value allowed: over N [N, ∞), up to N [0, N], nearly N [.9N, N], about N ±15 %."""
        if self is Hedge.OVER:
            return low, math.inf
        if self is Hedge.UNDER:
            return min(0.0, low), high
        if self is Hedge.NEARLY:
            return min(low * 0.9, low), high
        if self is Hedge.ABOUT:
            return low - abs(low) * 0.15, high + abs(high) * 0.15
        return low, high

    def opposes(self, other: Hedge) -> bool:
        """True where one says more than and the other less than the figure."""
        return Hedge.OVER in (self, other) and bool({self, other} & {Hedge.NEARLY, Hedge.UNDER})


_FORMS = {
    Hedge.OVER: "over|more than|at least|no fewer than|no less than|not less than|not fewer than|upwards of"
    "|upward of|above|exceeding|in excess of|topped|topping|exceeded|surpassed|surpassing|just over|slightly over"
    "|slightly more than|a little over|a little more than|well over|a minimum of|greater than|not under",
    Hedge.UNDER: "up to|as many as|as much as|at most|no more than|not more than|fewer than|less than|under|below"
    "|a maximum of|well under",
    Hedge.NEARLY: "nearly|almost|close to|just under|just short of|just below|slightly less than|slightly under"
    "|nearing|approaching",
    Hedge.ABOUT: "about|around|some|roughly|approximately|approx|an estimated|estimated|circa|in the region of"
    "|or so|something like|about some",
}
HEDGES: dict[tuple[str, ...], Hedge] = {
    tuple(form.split()): hedge for hedge, forms in _FORMS.items() for form in forms.split("|")
}
_MOVED = frozenset(
    "edged edging inched ticked crept went gone moved jumped climbed climbing rose risen shot nudged drove".split()
)
"""Verbs of motion that take "up"."""
_PART = frozenset("percent cent pct points half third quarter times".split())
_LONGEST = max(map(len, HEDGES))
_AFTER_WORDS = re.compile(
    r"\s?\+|(?:\s?-\s?|\s)plus\b|[\s-]odd\b|\sor\s(more|so|less)\b|\sor\sthereabouts\b", re.IGNORECASE
)


def hedge_before(words: Sequence[Word], at: int) -> tuple[Hedge, int]:
    """The hedge that ends before word `at`, and the index of its first word (`at` where there is none).

    "over the 20 years" and "about a dozen" may hold an article between. "Edged up to 9.8 billion" and "18 percent more
    than a year before" hold none.
    """
    end = at - 1 if at and words[at - 1].folded in ("a", "an", "the") else at
    for size in range(min(_LONGEST, end), 0, -1):
        hedge = HEDGES.get(tuple(word.folded for word in words[end - size : end]))
        if hedge and not _is_of_change(words, end - size, words[end - size].folded):
            return hedge, end - size
    return Hedge.NONE, at


def _is_of_change(words: Sequence[Word], at: int, first: str) -> bool:
    """True where the words that could hedge tell where something moved, or by how much it is more than before."""
    before = words[at - 1].folded if at else ""
    if first == "up":
        return before in _MOVED
    return first in ("more", "less", "fewer") and before in _PART


def hedge_after(text: str, at: int, end: int) -> tuple[Hedge, int]:
    """The hedge that follows a figure ("1,000 or more", "100+", "200-odd"), and where it ends."""
    match = _AFTER_WORDS.match(text, at, end)
    if not match:
        return Hedge.NONE, at
    form = match.group().lower()
    if "less" in form:
        return Hedge.UNDER, match.end()
    return (Hedge.OVER if "+" in form or "plus" in form or "more" in form else Hedge.ABOUT), match.end()
