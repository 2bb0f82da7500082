"""The day a report is about: when it was published; else what its text dates itself by.

Without a publication date: the first day in the first thousand characters that the text does not announce as future,
else the latest such day with a year. A published day, or one that the text opens with, is firm; any other may be the
day of something else. A day that only names something ("the Jan. 6 riot", "the Awards' February 22 date") dates no
report, nor does the day on which somebody was born. Two earthquakes in one town differ by nothing but this.
"""

from __future__ import annotations

import re
import tomllib
from calendar import month_abbr
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files

import numpy as np

from compare.cluster.arrays import Floats, Ints
from compare.cluster.tokens import plain
from compare.model import Article

_LEAD = 1000
"""Characters in which a day is most likely the report's own."""
_OPENING = 40
"""Characters in which a day with its year dates the report itself."""
_FUTURE = re.compile(
    r"\b(?:will|scheduled|upcoming|expected|planned|due|to be held|slated|next|until|through|prevu|prochain|proximo|"
    r"previsto|kommenden|soll|wird)\b"
)
_NAMING = re.compile(r"(?:\b(?:the|its|their)|['’]s?)\s+$")
_DATING = re.compile(r"\d(?:st|nd|rd|th)\b|\bof\b")
"""The 6th of January is a day even behind an article."""
_BORN = re.compile(r"\b(?:born|birthday|nacio|nacid[oa]|nee?|nascid[oa]|nasceu|nat[oa]|geboren|sinh|ولدت?)\b|生[于於]$")
"""Folded words before the day on which somebody was born."""
_BORN_AFTER = re.compile(r"\s?(?:出生|生まれ|に生)")
_SENTENCE_END = re.compile(r"[.!?]\s")
_BEFORE = 90
"""Characters before a day in which it may be announced as future."""


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A calendar day; `year` is 0 where the text leaves it open, `firm` where it is sure to be the report's own."""

    year: int
    month: int
    day: int
    firm: bool = False

    def __str__(self) -> str:
        if self.year:
            return f"{self.year}-{self.month:02}-{self.day:02}"
        return f"{month_abbr[self.month]} {self.day}"


def report_day(article: Article, text: str, language: str = "en") -> Day | None:
    """The day the article reports on, None where nothing tells it; `text` is what is read of it, in `language`."""
    if article.published:
        return Day(article.published.year, article.published.month, article.published.day, firm=True)
    days = [(at, day) for at, day, other in find_days(text, language) if not other]
    for at, day in days:
        if at < _OPENING and day.year:
            return replace(day, firm=True)
        if at < _LEAD:
            return day
    return max((day for _, day in days if day.year), default=None)


def find_days(text: str, language: str = "en") -> Iterator[tuple[int, Day, bool]]:
    """Days named in a text: place, day, and whether it is another than the report's: announced, part of a name, or the
    day of a birth.

    In English 5/6/2025 may be either and is left out.
    """
    folded = plain(text)
    last = 0
    for found in _pattern().finditer(folded):
        day = _day(found, language == "en")
        if day:
            before = _SENTENCE_END.split(folded[max(0, found.start() - _BEFORE) : found.start()])[-1]
            names = _NAMING.search(before) and not _DATING.search(found.group())
            since = before[max(0, len(before) - (found.start() - last)) :]
            born = _BORN.search(since) or _BORN_AFTER.match(folded, found.end())
            yield found.start(), day, bool(names or born or _FUTURE.search(before))
            last = found.end()


def day_gaps(days: Sequence[Day | None], a: Ints, b: Ints) -> tuple[Floats, Ints]:
    """Days between the reports of each pair, NaN where one is unknown, and how many of the two days are firm.

    Where a year is missing the nearest one is taken.
    """
    nan = float("nan")
    full = np.array([_ordinal(d, d.year) if d and d.year else nan for d in days])
    yearless = np.array([_ordinal(d, 2001) if d else nan for d in days])
    firm = np.array([int(bool(d and d.firm)) for d in days])
    apart = np.abs(yearless[a] - yearless[b])
    exact = np.abs(full[a] - full[b])
    gaps: Floats = np.where(np.isnan(exact), np.minimum(apart, 365 - apart), exact)
    return gaps, firm[a] + firm[b]


def _ordinal(day: Day, year: int) -> float:
    return float(date(year, day.month, min(day.day, 28 if day.month == 2 else 30)).toordinal())


def _day(found: re.Match[str], slash_is_open: bool) -> Day | None:
    part = found.groupdict()
    name = part["month_after"] or part["month_before"]
    month = _months()[name] if name else int(part["month"] or part["slash_month"] or part["han_month"])
    day = int(next(part[key] for key in ("day_before", "day_after", "day", "slash_day", "han_day") if part[key]))
    years = ("year_after", "year_before", "year", "slash_year", "han_year")
    year = _year(next((part[key] for key in years if part[key]), "0"))
    if part["slash_month"]:
        if slash_is_open and max(month, day) <= 12:
            return None
        month, day = (day, month) if month > 12 else (month, day)
    return Day(year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _year(written: str) -> int:
    """1970 to 2069 where two digits are written (11/28/05), as POSIX strptime has it but for one year."""
    year = int(written)
    return year if len(written) != 2 else year + (1900 if year >= 70 else 2000)


@cache
def _months() -> dict[str, int]:
    source = files("compare.cluster").joinpath("data/months.toml").read_text(encoding="utf-8")
    return {
        name: number
        for months in tomllib.loads(source).values()
        for number, names in enumerate(months, 1)
        for name in plain(names).split()
    }


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=lambda name: (-len(name), name)))
    first = "".join(sorted({name[0] for name in _months()}))  # at most places nothing else is looked at
    year = r"(?:19|20)\d\d"
    return re.compile(
        rf"(?=[\d{first}])(?:\b(?P<year>{year})-(?P<month>\d\d)-(?P<day>\d\d)\b"
        rf"|(?:(?P<han_year>{year})\s?年?)?(?P<han_month>\d{{1,2}})月(?P<han_day>\d{{1,2}})日"
        rf"|\b(?P<slash_day>\d{{1,2}})(?:\s?[/.-]\s?| thang )(?P<slash_month>\d{{1,2}})"
        rf"(?:\s?[/.-]\s?|,? nam )(?P<slash_year>{year}|(?:(?<=/)|(?<=/ ))\d\d)\b"
        rf"|\b(?P<day_before>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[^\S\n](?:of\s|de\s)?(?P<month_after>{names})\b\.?"
        rf"(?:,?\s(?:de\s)?(?P<year_after>{year})\b)?"
        rf"|\b(?P<month_before>{names})\b\.?\s(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
        rf"(?:\s?[-–]\s?\d{{1,2}}(?!\d))?(?:\s?,?\s(?P<year_before>{year})\b)?)"
    )
