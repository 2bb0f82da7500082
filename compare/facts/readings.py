"""A figure being read: where it starts, its numerals, a range, its unit or currency."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.facts.bare_units import WORDS as BARE
from compare.facts.bare_units import bare_unit
from compare.facts.compounds import with_smaller
from compare.facts.fractions import read_fraction
from compare.facts.no_figures import is_no_figure
from compare.facts.numerals import SCALES, SMALL, Numeral, letter_scale, read_digits, read_words
from compare.facts.temperatures import end_of_below, first_below, letter_degrees, start_of_minus
from compare.facts.units import Unit, currency_before, unit_after
from compare.model import Span
from compare.text.words import Word

STARTERS = frozenset([*SMALL, "hundred", "thousand", "million", "billion", "trillion", "dozen", *BARE])
"""Folded words that a figure in words may begin with; any other figure begins with a digit."""

VAGUE = {"dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6, "billions": 2e9}
"""Figures without a figure, each with the least that it may stand for."""

_RANGE = re.compile(r"\s?[-–—]\s?(?=[\d$€£¥])|\s(?:to|or)\s(?=[\d$€£¥])")
_RANGE_WORDS = re.compile(r"\s(?:to|or)\s(?=[a-z])", re.IGNORECASE)
_SEVERAL = frozenset("several few couple many".split())
_TAIL = re.compile(r"(?<=[ -])\d+$")


@dataclass(slots=True)
class Reading:
    """A figure being read: where it stands, its numerals, its unit."""

    start: int
    first: int
    low: Numeral
    high: Numeral
    unit: Unit | None = None
    end: int = 0
    vague: bool = False
    below: bool = False
    """True for degrees below zero."""


def start_in(word: Word) -> int:
    """Where a figure may begin in this word (EUR 2 is one word), -1 where none does."""
    if word.folded[0].isdigit() or word.folded in STARTERS or word.folded in VAGUE:
        return word.start
    digits = _TAIL.search(word.written) if word.written[-1].isdigit() else None
    return word.start + digits.start() if digits else -1


def read_figure(text: str, span: Span, words: Sequence[Word], at: int, start: int) -> Reading | None:
    """The figure that starts at `start` in word `at`, without its hedge; None for scores, clocks, parts of names."""
    return _vague(words, at) or _share(text, span, words, at) or _figure(text, span, words, at, start)


def _share(text: str, span: Span, words: Sequence[Word], at: int) -> Reading | None:
    """Half of, two-thirds, one in five."""
    fraction = read_fraction(text, words, at, span.end)
    if fraction is None:
        return None
    first, numeral, unit = fraction
    return Reading(words[first].start, first, numeral, numeral, unit, numeral.end)


def _vague(words: Sequence[Word], at: int) -> Reading | None:
    """Dozens, hundreds, several thousand: at least two of them."""
    word = words[at]
    several = at > 0 and words[at - 1].folded in _SEVERAL
    value = VAGUE.get(word.folded) or (VAGUE.get(word.folded + "s") if several else None)
    if value is None:
        return None
    first = at - 1 if several else at
    numeral = Numeral(value, word.end, value, True)
    return Reading(words[first].start, first, numeral, numeral, end=numeral.end, vague=True)


def _figure(text: str, span: Span, words: Sequence[Word], at: int, start: int) -> Reading | None:
    word, first = words[at], at
    if word.folded in BARE:
        return _bare(text, span, words, at)
    numeral = (read_digits if text[start].isdigit() else read_words)(text, start, span.end)
    if numeral is None:
        return None
    if at and words[at - 1].folded in ("a", "an") and numeral.in_words:
        first, start = at - 1, words[at - 1].start
    elif word.folded in SCALES or word.folded == "dozen":
        return None  # the scale of a figure that could not be read (R26 million)
    currency = currency_before(text, span.start, start)
    if not currency and is_no_figure(text, span, words, at, numeral):
        return None
    if currency:
        numeral = letter_scale(text, numeral, span.end)
        start = currency[1]
        while first and words[first - 1].end > start:
            first -= 1
    read = Reading(start, first, numeral, numeral, currency[0] if currency else None, numeral.end)
    _read_range(text, span, read)
    if not currency:
        _read_unit(text, span, words, read)
        _read_further(text, span, read)
        _read_sign(text, span, words, read)
    return read


def _bare(text: str, span: Span, words: Sequence[Word], at: int) -> Reading | None:
    """ "A decade", "half a century", "half an hour": a unit without a figure."""
    bare = bare_unit(text, span, words, at)
    if bare is None:
        return None
    read = Reading(words[bare.first].start, bare.first, bare.numeral, bare.numeral, bare.unit, bare.end)
    if bare.unit is None:
        _read_unit(text, span, words, read)
    _read_further(text, span, read)
    return read


def _read_range(text: str, span: Span, read: Reading) -> None:
    """ "5-8", "5 to 8", "two or three": the second figure, where it is larger and no score."""
    pattern = _RANGE_WORDS if read.low.in_words else _RANGE
    joint = pattern.match(text, read.low.end, span.end)
    if not joint or _is_change(text, span, read):
        return
    sign = re.compile(r"[$€£¥]").match(text, joint.end())
    at = sign.end() if sign else joint.end()
    other = (read_words if read.low.in_words else read_digits)(text, at, span.end)
    if other and read.unit:
        other = letter_scale(text, other, span.end)
    if not other:
        return
    low = read.low
    if not sign and low.value < 1000 <= other.value and any(map(str.isalpha, text[at : other.end])):
        factor = next((s for s in (1e12, 1e9, 1e6, 1e3) if other.value >= s), 1.0)
        low = low.times(factor, low.end)
    if low.value < other.value:
        read.low, read.high, read.end = low, other, other.end


def _is_change(text: str, span: Span, read: Reading) -> bool:
    """True for "from 5 to 8": a change and no range."""
    return (
        text[max(span.start, read.start - 5) : read.start].lower() == "from "
        or text[read.start - 3 : read.start] == "by "
    )


def _read_unit(text: str, span: Span, words: Sequence[Word], read: Reading) -> None:
    unit = unit_after(text, read.end, span.end) or letter_degrees(text, read.end, span.end, words)
    if (
        unit
        and text[read.end : unit[1]].strip(" -\u00a0").lower() == "m"
        and _counts_after_m(text, words, read.first, unit[1])
    ):
        read.low, read.high = (letter_scale(text, n, span.end) for n in (read.low, read.high))
        read.end = read.high.end
        unit = unit_after(text, read.end, span.end)
    if unit:
        read.unit, read.end = unit
    elif read.low == read.high:
        scale = letter_scale(text, read.low, span.end)
        if scale.end > read.low.end and text[scale.end - 1] in "kKbB" and text[scale.end - 2].isdigit():
            read.low = read.high = scale
            read.end = scale.end


def _read_further(text: str, span: Span, read: Reading) -> None:
    """Add what the smaller units behind a measure tell; not to a range."""
    if read.unit and read.low is read.high:
        read.low, read.end = with_smaller(text, span.end, read.low, read.unit, read.end)
        read.high = read.low


def _read_sign(text: str, span: Span, words: Sequence[Word], read: Reading) -> None:
    """Degrees below zero: "minus 20", "-20C", "20 degrees below zero"."""
    if not read.unit or read.unit.dimension != "temperature":
        return
    minus, below = start_of_minus(text, span.start, read.start), end_of_below(text, read.end, span.end)
    if minus is not None:
        other = first_below(text, span.start, minus)
        if other is not None:
            read.high = Numeral(other, read.high.end, 1.0)
        read.start = minus
        while read.first and words[read.first - 1].end > minus:
            read.first -= 1
    read.end = below or read.end
    read.below = minus is not None or below is not None


def _counts_after_m(text: str, words: Sequence[Word], first: int, at: int) -> bool:
    """True where "5m" reads as five million: a plural noun or a currency follows."""
    following = next((words[n] for n in range(first, len(words)) if words[n].start >= at), None)
    if following is None or text[at : following.span.start].strip(" "):
        return False
    return following.folded.endswith("s") or following.folded in ("people", "euro", "dollar", "viewers")
