"""Figures as other languages write them: decimal comma, millones and 亿, digits of any script, units and currencies.

Only digits are read, no numbers in words. The values are those of English figures, so that all comparers fit.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files

from compare.facts.dates import Day
from compare.facts.foreign_dates import find_foreign_days
from compare.facts.hedges import Hedge
from compare.facts.locales import Signs
from compare.facts.numerals import LONGEST, clean, step_of
from compare.facts.ordinals import Ordinal
from compare.facts.quantities import Quantity, kind_of
from compare.facts.taken import Taken
from compare.facts.times import Clock, find_times
from compare.facts.units import Unit, currency_before, units_by_form
from compare.model import Span
from compare.text.words import Word

_COUNT = Unit("", "count", 1.0)
_SPACES = "\u00a0\u202f\u2009"
_ORDINAL = re.compile(r"\.?[ªº°]|(?:e|er|ère|ème|th)\b|\.(?=\s[^\W\d_])")
_ORDINAL_BEFORE = re.compile(r"(?:第|thứ )$", re.IGNORECASE)
_CODE_BEFORE = re.compile(r"[A-Za-z][-–]?$|[\d.,:/#][-–]?$")
_CODE_AFTER = re.compile(r"[:/]\d|-?[A-Za-z]\d|[.,]\d")
_MEASURE_WORDS = "届屆名个個位条條家次项項种種艘架辆輛起件座所支"
_HEDGE_REACH = 24
_TO_A_LEVEL = re.compile(r"(?:%|\bpor ciento|\bpour cent|\bper cento|\bpor cento),? (?:hasta|jusqu[’']à|até|fino a)$")
"""Behind a change "up to" is "to": "sube un 4,4 % hasta 1.184 euros"."""
_HEAD_REACH = 4
_OF = frozenset("de d d' des del di da von of".split())
_YEARS = range(1900, 2100)
_YEAR = 4
_GROUP = 3

Found = tuple[str, object, Span, str]
"""Kind, value, span and head noun of one figure."""


def find_foreign(signs: Signs, text: str, span: Span, words: Sequence[Word], published: date | None) -> Iterator[Found]:
    """Dates, times and figures of one sentence, in that order; what is no figure is left out."""
    days = list(find_foreign_days(text, span, signs, published))
    taken = Taken(where for where, _ in days)
    clocks = [c for c in find_times(text, span) if ":" in c[0].of(text) or "h" in c[0].of(text)]
    clocks = [c for c in clocks if not taken.meets(c[0])]
    taken = taken.with_more(where for where, _ in clocks)
    yield from (("date", day, where, "") for where, day in days if day)
    yield from (("time", clock, where, "") for where, clock in clocks if isinstance(clock, Clock))
    for match in _number(signs).finditer(text, span.start, span.end):
        if not taken.meets(Span(*match.span())) and len(match.group()) <= LONGEST:
            yield from _read(text, span, words, signs, match)


@lru_cache(maxsize=64)
def _number(signs: Signs) -> re.Pattern[str]:
    scales = "|".join(re.escape(word) for word in sorted(signs.scales, key=lambda word: (-len(word), word)))
    decimal, group = (",٫", ".") if signs.decimal == "," else (".٫", ",")
    ending = "" if signs.signed else r"(?:\w{1,2})?(?!\w)"
    return re.compile(
        rf"(?P<whole>\d{{1,3}}(?:[{group}٬'’{_SPACES}]\d{{3}}){{1,8}}(?!\d)|\d{{1,3}}(?: \d{{3}}){{1,8}}(?!\d)|\d+)"
        rf"(?:[{decimal}](?P<decimals>\d+))?(?:[\s{_SPACES}]?(?P<scale>{scales or '(?!)'}){ending})?",
        re.IGNORECASE,
    )


def _read(text: str, span: Span, words: Sequence[Word], signs: Signs, match: re.Match[str]) -> Iterator[Found]:
    start, end = match.span()
    before = text[max(span.start, start - _HEDGE_REACH) : start]
    if _CODE_AFTER.match(text, end, span.end) or (
        _CODE_BEFORE.search(before) and not currency_before(text, span.start, start)
    ):
        return
    ordinal = _ORDINAL.match(text, end, span.end)
    if not match["scale"] and not match["decimals"] and (ordinal or _ORDINAL_BEFORE.search(before)):
        yield from _ordinal(text, words, signs, start, ordinal.end() if ordinal else end, int(match["whole"][:4]))
        return
    unit, last = _unit(text, span, signs, start, end)
    if unit is None and _is_year(words, signs, match):
        yield "date", Day(int(match["whole"])), Span(start, end), ""
        return
    yield _quantity(text, words, signs, match, before, unit or _COUNT, last)


def _quantity(
    text: str, words: Sequence[Word], signs: Signs, match: re.Match[str], before: str, unit: Unit, end: int
) -> Found:
    value, step = _value(signs, match)
    hedge, size = _hedge(signs.language, before)
    first = match.start() - size
    if unit.dimension == "money" and not size:
        money = currency_before(text, max(0, first - _HEDGE_REACH), first)
        first = money[1] if money else first
    head, end = _head(text, words, signs, end) if unit.dimension in ("count", "percent") else ("", end)
    low, step = unit.convert(value), abs(clean(step * unit.factor))
    quantity = Quantity(low, low, hedge, unit.dimension, unit.name, head, "", step)
    return kind_of(quantity), quantity, Span(first, end), head


def _value(signs: Signs, match: re.Match[str]) -> tuple[float, float]:
    """What a figure is worth, and the size of its last place; a bare 1,500 is 1500 where the comma is decimal too."""
    digits, decimals = (str(int(re.sub(r"\D", "", match["whole"]))), match["decimals"] or "")
    if signs.decimal == "," and len(decimals) == _GROUP and digits != "0" and not match["scale"]:
        digits, decimals = digits + str(int(decimals)).zfill(_GROUP), ""
    factor = signs.scales.get((match["scale"] or "").lower(), 1.0)
    value = int(digits) + (int(decimals) / 10 ** len(decimals) if decimals else 0)
    step = 10.0 ** -len(decimals) if decimals else step_of(digits)
    return clean(value * factor), clean(step * factor)


def _unit(text: str, span: Span, signs: Signs, start: int, end: int) -> tuple[Unit | None, int]:
    """The currency before the figure, or the unit behind it (longest form first), and where it ends."""
    money = currency_before(text, span.start, start)
    if money:
        return money[0], end
    match = _units(signs).match(text, end, span.end)
    form = _plain(match[1]) if match else ""
    unit = signs.units.get(form) or units_by_form().get(form)
    return (unit, match.end()) if match and unit else (None, end)


@lru_cache(maxsize=64)
def _units(signs: Signs) -> re.Pattern[str]:
    forms = "|".join(re.escape(f).replace(r"\ ", r"\s") for f in sorted(signs.units, key=lambda f: (-len(f), f)) if f)
    ending = "" if signs.unspaced else r"(?:(?<=\w{3})n)?(?!\w)"
    return re.compile(rf"[\s{_SPACES}]?(?:de\s|d['’])?({forms}|[€$£¥]){ending}", re.IGNORECASE)


def _plain(form: str) -> str:
    return re.sub(r"\s", " ", form.lower())


def _is_year(words: Sequence[Word], signs: Signs, match: re.Match[str]) -> bool:
    """True for four bare digits behind a preposition or the word for year."""
    if len(match.group()) != _YEAR or not match.group().isdecimal() or int(match.group()) not in _YEARS:
        return False
    at = _word_at(words, match.start())
    if not at:
        return False
    before = words[at - 1]
    unit = signs.units.get(before.written.lower())
    return not before.stem or (unit is not None and unit.name == "year")


def _ordinal(text: str, words: Sequence[Word], signs: Signs, start: int, end: int, number: int) -> Iterator[Found]:
    """The 34th of what follows; in Vietnamese of what stands before."""
    head, last = _head(text, words, signs, end)
    if signs.language == "vi":
        at = _word_at(words, start)
        head, last = (words[at - 2].stem, end) if at > 1 else ("", end)
    if head:
        yield "ordinal", Ordinal(number, head, frozenset()), Span(start, last), head


def _word_at(words: Sequence[Word], at: int) -> int:
    """The index of the first word that starts at this character or later."""
    return bisect_left(words, at, key=lambda word: word.start)


def _head(text: str, words: Sequence[Word], signs: Signs, end: int) -> tuple[str, int]:
    """The stem of the first content word behind the figure, no sign between; in Chinese after the measure word."""
    reached = end
    at = _word_at(words, end)
    for word in words[at : at + _HEAD_REACH]:
        if word.start - reached > 1 or text[reached : word.start].strip() or word.written[0].isdigit():
            break
        if signs.unspaced and word.written in _MEASURE_WORDS and reached == end:
            reached = word.end
            continue
        if word.stem:
            if word.written == "人":
                return "人", word.end
            return word.stem, word.end + (len(word.stem) - len(word.written) if signs.unspaced else 0)
        if word.folded not in _OF:
            break
        reached = word.end
    return "", end


@lru_cache(maxsize=1)
def _hedges() -> dict[str, list[tuple[str, Hedge]]]:
    """Language → its hedges, longest first."""
    table = tomllib.loads(files("compare.facts").joinpath("data/hedges_foreign.toml").read_text(encoding="utf-8"))
    found = {
        language: [(form, Hedge(kind)) for kind, forms in kinds.items() for form in forms.split("|")]
        for language, kinds in table.items()
    }
    return {language: sorted(forms, key=lambda f: (-len(f[0]), f[0])) for language, forms in found.items()}


def _hedge(language: str, before: str) -> tuple[Hedge, int]:
    """The hedge that ends the text before a figure, and how many characters of it belong to it."""
    told = before.rstrip().lower()
    if _TO_A_LEVEL.search(told):
        return Hedge.NONE, 0
    for form, hedge in _hedges().get(language, ()):
        if told.endswith(form) and (
            not form[0].isascii() or len(told) == len(form) or not told[-len(form) - 1].isalnum()
        ):
            return hedge, len(form) + len(before) - len(before.rstrip())
    return Hedge.NONE, 0
