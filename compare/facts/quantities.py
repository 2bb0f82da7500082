"""Figures with hedge, range, unit and head noun, as intervals in the unit of reference of their dimension."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.facts.ages import end_of_age, is_age
from compare.facts.heads import family_of, find_head, find_state
from compare.facts.hedges import Hedge, hedge_after, hedge_before
from compare.facts.readings import Reading, read_figure, start_in
from compare.facts.taken import Taken
from compare.facts.temperatures import is_signed
from compare.facts.units import Unit, reference_of
from compare.model import Span
from compare.text.words import Word

_SCORES = frozenset("victori win loss lead defeat draw vote decis record tie score triumph margin upset rout".split())
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude(?:\s(?:of|was|at))?[\s-]$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(r"[\s-]{1,3}magnitude\b|\s(?:in magnitude|on the (?:Richter|moment))\b", re.IGNORECASE)
_MAGNITUDE_REACH = 16
_PERCENT = frozenset({"percent", "pct", "percentage"})


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


def kind_of(quantity: Quantity) -> str:
    """The kind of a quantity's claim: number for counts, money, percent and ages; unit for measures; duration."""
    if quantity.dimension in ("count", "money", "percent", "points", "age", "magnitude", "multiple"):
        return "number"
    return "duration" if quantity.dimension == "duration" else "unit"


def find_quantities(text: str, span: Span, words: Sequence[Word], taken: Taken) -> list[tuple[Span, Quantity]]:
    """Quantities of one sentence, by start; figures inside `taken` spans, names, scores and clocks are left out."""
    found: list[tuple[Span, Quantity]] = []
    reached = span.start
    for at, word in enumerate(words):
        start = start_in(word)
        if start < reached or taken.meets(Span(start, start + 1)):
            continue
        read = read_figure(text, span, words, at, start)
        if read:
            where, quantity = _finish(text, span, words, read, taken)
            if quantity:
                found.append((where, quantity))
            reached = max(where.end if quantity else read.high.end, read.high.end)
    return found


def _finish(text: str, span: Span, words: Sequence[Word], read: Reading, taken: Taken) -> tuple[Span, Quantity | None]:
    """The quantity with its hedge and head, and the span from the hedge to the head noun."""
    first = read.first
    hedge, first = hedge_before(words, first) if first else (Hedge.NONE, first)
    behind, end = hedge_after(text, read.end, span.end)
    hedge = hedge if hedge is not Hedge.NONE else behind
    if read.vague and hedge is Hedge.NONE:
        hedge = Hedge.OVER
    start = min(words[first].start, read.start) if first < read.first else read.start
    age = end_of_age(text, read.high.end, span.end)
    if age is not None:
        return Span(read.start, age), _quantity(read, Hedge.NONE, "age", "", "")
    after = next((n for n in range(read.first + 1, len(words)) if words[n].start >= end), len(words))
    head, last = find_head(text, words, after) if after < len(words) else ("", after)
    if last > after and taken.meets(words[last - 1].span):
        head, last = "", after
    if read.low is not read.high and not read.unit and (not head or head in _SCORES):
        return Span(start, read.end), None  # a score, or figures that a unit would have made a range
    if last > after and (read.unit is None or read.unit.dimension in ("count", "percent")):
        end = words[last - 1].end
    dimension = read.unit.dimension if read.unit else "count"
    where = Span(read.start, read.end)
    if dimension == "count" and is_signed(text, span.start, read.start, words):
        return where, None
    if dimension == "count" and _is_magnitude(text, where):
        return where, _quantity(read, hedge, "magnitude", "", "")
    if dimension == "count" and read.low is read.high and is_age(text, span, words, read.first, where, read.low.value):
        return where, _quantity(read, hedge, "age", "", "")
    state = find_state(words, first, after) if dimension == "count" else ""
    head = head if dimension == "count" or _is_share(words, after, dimension) else ""
    return Span(start, end), _quantity(read, hedge, dimension, head, state)


def _is_magnitude(text: str, where: Span) -> bool:
    """True for "a 6.4-magnitude earthquake" and "of magnitude 6.4": the figure counts nothing."""
    before = text[max(0, where.start - _MAGNITUDE_REACH) : where.start]
    return bool(_MAGNITUDE_BEFORE.search(before) or _MAGNITUDE_AFTER.match(text, where.end))


def _is_share(words: Sequence[Word], after: int, dimension: str) -> bool:
    """True for "74 percent of men" and "one in five men": the noun is what the share is of."""
    if dimension != "percent" or after >= len(words):
        return False
    return words[after].folded == "of" or words[after - 1].folded not in _PERCENT


def _quantity(read: Reading, hedge: Hedge, dimension: str, head: str, state: str) -> Quantity:
    unit = read.unit or Unit("", "count", 1.0)
    if dimension == "age":
        unit = Unit("year", "age", 1.0)
    sign = -1 if read.below else 1
    low, high = sorted((unit.convert(sign * read.low.value), unit.convert(sign * read.high.value)))
    step = abs(float(f"{max(read.low.step, read.high.step) * unit.factor:.12g}"))
    return Quantity(low, high, hedge, dimension, unit.name, head, state, step, read.low.in_words)
