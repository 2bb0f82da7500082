"""Figures with hedge, range, unit and head noun, as intervals in the unit of reference of their dimension."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.facts.heads import family_of, find_head, find_state, is_plural
from compare.facts.hedges import Hedge, hedge_after, hedge_before
from compare.facts.numerals import SCALES, SMALL, Numeral, letter_scale, read_digits, read_words
from compare.facts.taken import Taken
from compare.facts.units import Unit, currency_before, reference_of, unit_after
from compare.model import Span
from compare.text.words import Word

STARTERS = frozenset(
    [*SMALL, "hundred", "thousand", "million", "billion", "trillion", "dozen", "decade", "century", "half"]
)
"""Folded words that a figure in words may begin with; any other figure begins with a digit."""

_VAGUE = {"dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6, "billions": 2e9}
_RANGE = re.compile(r"\s?[-–—]\s?(?=[\d$€£¥])|\s(?:to|or)\s(?=[\d$€£¥])")
_RANGE_WORDS = re.compile(r"\s(?:to|or)\s(?=[a-z])", re.IGNORECASE)
_NOT_FIGURE_AFTER = re.compile(r"\s?[:/]\s?\d|s\b|[-–—]\d|\.\d+\.\d|(?:st|nd|rd|th)\b", re.IGNORECASE)
_NOT_FIGURE_BEFORE = re.compile(r"[^\W\d_][-–]?$|[\d.,:#]$|\d\s?[/–—-]\s?$|\bNo\.?\s?$|\bnumber\s$")
_SEVERAL = frozenset("several few couple many".split())
_TAIL = re.compile(r"(?<=[ -])\d+$")
_SCORES = frozenset("victori win loss lead defeat draw vote decis record tie score triumph margin upset rout".split())
_AGE_WORDS = re.compile(r"[\s-]{1,3}(?:years?|yr)[\s-]{1,3}olds?\b", re.IGNORECASE)
_ONE_AFTER = frozenset("of the another and or to in who that is was day time thing way side hand".split())
_ONE_BEFORE = frozenset(
    "no any some every this that the each only another which at by as for a to last first next".split()
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: `low` and `high` as printed, equal but for a range, in the dimension's unit of reference.

    `unit` is the printed unit or currency, `head` the stem of the noun counted, `state` what a toll counts (dead,
    hurt), `step` the size of the last printed place: the precision that may be held against the figure.
    """

    low: float
    high: float
    hedge: Hedge = Hedge.NONE
    dimension: str = "count"
    unit: str = ""
    head: str = ""
    state: str = ""
    step: float = 1.0
    in_words: bool = False

    @property
    def interval(self) -> tuple[float, float]:
        """What the figure allows, its hedge taken into account."""
        return self.hedge.interval(self.low, self.high)

    @property
    def family(self) -> str:
        """The family of the head noun: delegates and participants are one."""
        return family_of(self.head)

    def __str__(self) -> str:
        name, size = reference_of(self.dimension, self.low)
        low, high = f"{self.low / size:.12g}", f"{self.high / size:.12g}"
        figure = low if low == high else f"{low}..{high}"
        unit = self.unit if self.dimension == "money" else name
        return " ".join(filter(None, (self.hedge.value, figure, unit, self.head, self.state)))


@dataclass(slots=True)
class _Read:
    """A figure being read: where it stands, its numerals, its unit."""

    start: int
    first: int
    low: Numeral
    high: Numeral
    unit: Unit | None = None
    end: int = 0
    vague: bool = False


def find_quantities(text: str, span: Span, words: Sequence[Word], taken: Taken) -> list[tuple[Span, Quantity]]:
    """Quantities of one sentence, by start; figures inside `taken` spans, names, scores and clocks are left out."""
    found: list[tuple[Span, Quantity]] = []
    reached = span.start
    for at, word in enumerate(words):
        start = _start(word)
        if start < reached or taken.meets(Span(start, start + 1)):
            continue
        read = _vague(words, at) or _read_figure(text, span, words, at, start)
        if read:
            where, quantity = _finish(text, span, words, read, taken)
            if quantity:
                found.append((where, quantity))
            reached = max(where.end if quantity else read.high.end, read.high.end)
    return found


def _start(word: Word) -> int:
    """Where a figure may begin in this word (EUR 2 is one word), -1 where none does."""
    if word.folded[0].isdigit() or word.folded in STARTERS or word.folded in _VAGUE:
        return word.span.start
    digits = _TAIL.search(word.written) if word.written[-1].isdigit() else None
    return word.span.start + digits.start() if digits else -1


def _vague(words: Sequence[Word], at: int) -> _Read | None:
    """Dozens, hundreds, several thousand: at least two of them."""
    word = words[at]
    several = at > 0 and words[at - 1].folded in _SEVERAL
    value = _VAGUE.get(word.folded) or (_VAGUE.get(word.folded + "s") if several else None)
    if value is None:
        return None
    first = at - 1 if several else at
    numeral = Numeral(value, word.span.end, value, True)
    return _Read(words[first].span.start, first, numeral, numeral, end=numeral.end, vague=True)


def _read_figure(text: str, span: Span, words: Sequence[Word], at: int, start: int) -> _Read | None:
    word, first = words[at], at
    if word.folded in ("decade", "century", "half"):
        return _bare_unit(text, span, words, at)
    numeral = (read_digits if text[start].isdigit() else read_words)(text, start, span.end)
    if numeral is None:
        return None
    if at and words[at - 1].folded in ("a", "an") and numeral.in_words:
        first, start = at - 1, words[at - 1].span.start
    elif word.folded in SCALES or word.folded == "dozen":
        return None  # the scale of a figure that could not be read (R26 million)
    currency = currency_before(text, span.start, start)
    if not currency and _is_no_figure(text, span, words, at, numeral):
        return None
    if currency:
        numeral = letter_scale(text, numeral, span.end)
        start = currency[1]
        while first and words[first - 1].span.end > start:
            first -= 1
    read = _Read(start, first, numeral, numeral, currency[0] if currency else None, numeral.end)
    _read_range(text, span, read)
    if not currency:
        _read_unit(text, span, words, read)
    return read


def _bare_unit(text: str, span: Span, words: Sequence[Word], at: int) -> _Read | None:
    """ "a decade", "half a century", "half an hour": a unit without a figure; "half of" is 50 percent."""
    word = words[at]
    if word.folded == "half":
        if at + 2 >= len(words) or words[at + 1].folded not in ("a", "an"):
            return None
        inner, value = at + 2, 0.5
    else:
        if not at or words[at - 1].folded not in ("a", "one", "past", "last"):
            return None
        inner, value = at, 1.0
    scale = 12.0 if words[inner].folded == "dozen" else SCALES.get(words[inner].folded)
    end = words[inner].span.end
    if scale:
        numeral = Numeral(value * scale, end, value * scale, True)
        read = _Read(word.span.start, at, numeral, numeral, end=end)
        _read_unit(text, span, words, read)
        return read
    unit = unit_after(text, words[inner].span.start, span.end)
    if not unit or unit[0].dimension not in ("duration", "length"):
        return None
    start = at - 1 if word.folded != "half" and words[at - 1].folded in ("a", "one") else at
    numeral = Numeral(value, end, value, True)
    return _Read(words[start].span.start, start, numeral, numeral, unit[0], unit[1])


def _is_no_figure(text: str, span: Span, words: Sequence[Word], at: int, numeral: Numeral) -> bool:
    """True for a score, a clock, a part of a name or number, a bare "one"."""
    start = words[at].span.start
    following = words[at + 1] if at + 1 < len(words) else None
    if numeral.in_words:
        return words[at].folded in ("one", "zero") and numeral.value <= 1 and _is_idle_one(text, words, at)
    if _start(words[at]) != start or _NOT_FIGURE_BEFORE.search(text[max(span.start, start - 8) : start]):
        return True
    after = _NOT_FIGURE_AFTER.match(text, numeral.end, span.end)
    if after and not (after.group()[0] in "-–—" and _is_range(text, span, numeral)):
        return True
    if following and following.span.start == numeral.end and len(following.written) == 1:
        return following.folded not in "mbk"
    return at > 0 and _is_in_name(text, words, at, numeral)


def _is_idle_one(text: str, words: Sequence[Word], at: int) -> bool:
    before = words[at - 1].folded if at else ""
    if before in _ONE_BEFORE or at + 1 >= len(words) or words[at + 1].folded in _ONE_AFTER:
        return True
    return not words[at + 1].stem or bool(text[words[at].span.end : words[at + 1].span.start].strip(" -"))


def _is_in_name(text: str, words: Sequence[Word], at: int, numeral: Numeral) -> bool:
    """A bare figure right after a capitalised word belongs to a name (Boeing 737), unless a plural noun follows."""
    previous, word = words[at - 1], words[at]
    if not previous.written[0].isupper() or not previous.stem or text[previous.span.end : word.span.start] != " ":
        return False
    if numeral.step < 1 or "," in word.written or numeral.end > word.span.end:
        return False
    if unit_after(text, numeral.end, numeral.end + 24):
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    close = following is not None and text[word.span.end : following.span.start] == " "
    return not (following is not None and close and is_plural(following))


def _is_range(text: str, span: Span, numeral: Numeral) -> bool:
    """True where a larger figure follows the dash; a smaller one makes a score."""
    joint = _RANGE.match(text, numeral.end, span.end)
    other = read_digits(text, joint.end(), span.end) if joint else None
    return other is not None and other.value > numeral.value


def _read_range(text: str, span: Span, read: _Read) -> None:
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


def _is_change(text: str, span: Span, read: _Read) -> bool:
    """True for "from 5 to 8": a change and no range."""
    return (
        text[max(span.start, read.start - 5) : read.start].lower() == "from "
        or text[read.start - 3 : read.start] == "by "
    )


def _read_unit(text: str, span: Span, words: Sequence[Word], read: _Read) -> None:
    unit = unit_after(text, read.end, span.end)
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


def _counts_after_m(text: str, words: Sequence[Word], first: int, at: int) -> bool:
    """True where "5m" reads as five million: a plural noun or a currency follows."""
    following = next((words[n] for n in range(first, len(words)) if words[n].span.start >= at), None)
    if following is None or text[at : following.span.start].strip(" "):
        return False
    return following.folded.endswith("s") or following.folded in ("people", "euro", "dollar", "viewers")


def _finish(text: str, span: Span, words: Sequence[Word], read: _Read, taken: Taken) -> tuple[Span, Quantity | None]:
    """The quantity with its hedge and head, and the span from the hedge to the head noun."""
    first = read.first
    hedge, first = hedge_before(words, first) if first else (Hedge.NONE, first)
    behind, end = hedge_after(text, read.end, span.end)
    hedge = hedge if hedge is not Hedge.NONE else behind
    if read.vague and hedge is Hedge.NONE:
        hedge = Hedge.OVER
    start = min(words[first].span.start, read.start) if first < read.first else read.start
    age = _AGE_WORDS.match(text, read.high.end, span.end)
    if age:
        return Span(read.start, age.end()), _quantity(read, Hedge.NONE, "age", "", "")
    after = next((n for n in range(read.first + 1, len(words)) if words[n].span.start >= end), len(words))
    head, last = find_head(text, words, after) if after < len(words) else ("", after)
    if last > after and taken.meets(words[last - 1].span):
        head, last = "", after
    if read.low is not read.high and not read.unit and (not head or head in _SCORES):
        return Span(start, read.end), None  # a score, or figures that a unit would have made a range
    if last > after and (read.unit is None or read.unit.dimension in ("count", "percent")):
        end = words[last - 1].span.end
    dimension = read.unit.dimension if read.unit else "count"
    if dimension == "count" and _is_age(text, span, words, read):
        return Span(read.start, read.end), _quantity(read, hedge, "age", "", "")
    state = find_state(words, first, after) if dimension == "count" else ""
    head = head if dimension == "count" else ""
    return Span(start, end), _quantity(read, hedge, dimension, head, state)


def _is_age(text: str, span: Span, words: Sequence[Word], read: _Read) -> bool:
    """ "Duncan Rait, 36, died" and "aged 36"."""
    if read.first and words[read.first - 1].folded in ("aged", "age"):
        return True
    between = text[read.end : read.end + 1] in (",", ")") and text[max(span.start, read.start - 2) : read.start] in (
        ", ",
        " (",
    )
    named = read.first > 0 and words[read.first - 1].written[0].isupper() and not words[read.first - 1].is_number
    return between and named and read.low.value < 120 and read.low is read.high


def _quantity(read: _Read, hedge: Hedge, dimension: str, head: str, state: str) -> Quantity:
    unit = read.unit or Unit("", "count", 1.0)
    if dimension == "age":
        unit = Unit("year", "age", 1.0)
    low, high = unit.convert(read.low.value), unit.convert(read.high.value)
    step = abs(float(f"{max(read.low.step, read.high.step) * unit.factor:.12g}"))
    return Quantity(low, high, hedge, dimension, unit.name, head, state, step, read.low.in_words)
