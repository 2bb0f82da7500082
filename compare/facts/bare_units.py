"""Measures without a figure: "a decade", "half a century", "half a dozen", "for a month", "a year in prison"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.facts.numerals import SCALES, Numeral
from compare.facts.units import Unit, unit_after
from compare.model import Span
from compare.text.words import Word

_LONG = frozenset({"decade", "century"})
_SHORT = frozenset({"hour", "day", "week", "month", "year"})
WORDS = _LONG | _SHORT | {"half", "quarter"}
"""Folded words that such a measure may begin with."""
_BEFORE = frozenset({"a", "one", "past", "last"})
_DOZEN = 12.0
_LEADS = frozenset(
    "for last lasts lasted lasting take takes took taken taking within after over than about around nearly almost "
    "under roughly least jailed serve serves served serving spend spends spent spending".split()
)
"""Words behind which "a month" tells how long something is; behind others it is "once a month"."""
_FOLLOWS = re.compile(r"\s(?:ago|earlier|later|long|in (?:prison|jail|custody|detention|hospital)|behind bars)\b|[’']s")


@dataclass(frozen=True, slots=True)
class Bare:
    """Such a measure: the index of its first word, its value, its unit (None for a dozen), and where it ends."""

    first: int
    numeral: Numeral
    unit: Unit | None
    end: int


def bare_unit(text: str, span: Span, words: Sequence[Word], at: int) -> Bare | None:
    """The measure at word `at`, None where the word tells none there."""
    word = words[at]
    if word.folded == "half":
        return _half(text, span, words, at)
    before = words[at - 1].folded if at else ""
    if word.folded in _SHORT:
        led = at > 1 and words[at - 2].folded in _LEADS
        follows = _FOLLOWS.match(text, word.end, span.end)
        if before not in ("a", "an") or not (follows or led) or (follows and follows.group()[0] in "’'"):
            return None
    elif before not in _BEFORE:
        return None
    unit = unit_after(text, word.start, span.end)
    if not unit or unit[0].dimension not in ("duration", "length"):
        return None
    first = at - 1 if before in ("a", "an", "one") else at
    return Bare(first, Numeral(1.0, word.end, 1.0, True), *unit)


def _half(text: str, span: Span, words: Sequence[Word], at: int) -> Bare | None:
    """ "Half an hour", "half a million", "half a dozen"."""
    if at + 2 >= len(words) or words[at + 1].folded not in ("a", "an"):
        return None
    inner = words[at + 2]
    scale = _DOZEN if inner.folded == "dozen" else SCALES.get(inner.folded)
    if scale:
        return Bare(at, Numeral(scale / 2, inner.end, scale / 2, True), None, inner.end)
    unit = unit_after(text, inner.start, span.end)
    if not unit or unit[0].dimension not in ("duration", "length", "points"):
        return None
    return Bare(at, Numeral(0.5, inner.end, 0.5, True), *unit)
