"""Days as written: whole, partial, ranges, weekdays, and "yesterday" against the publication date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from compare.facts.calendars import find_other_days, is_counted_otherwise, month_words, our_year
from compare.facts.heads import family_of
from compare.facts.hedges import Hedge, hedge_before
from compare.facts.taken import Taken
from compare.facts.units import unit_after
from compare.model import Span
from compare.text.words import Word

_MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SHORT = "jan feb mar apr jun jul aug sept sep oct nov dec".split()
_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_QUARTERS = {"first": "Q1", "second": "Q2", "third": "Q3", "fourth": "Q4"}
_SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
_DECADES = {name: 20 + 10 * n for n, name in enumerate("twenties thirties forties fifties sixties seventies".split())}
_DECADES |= {"eighties": 80, "nineties": 90}
_PARTS = ("quarter", "q1", "q2", "q3", "q4", *_SEASONS, *_DECADES)
TRIGGERS = frozenset([*_MONTHS, *_SHORT, *(day.lower() for day in WEEKDAYS), *_DEICTIC, *_PARTS]) | month_words()
"""Folded words that a date may begin or hold; a date without one begins with a digit."""

_M = "|".join([*_MONTHS, *_SHORT])
_W = "|".join(WEEKDAYS)
_TO = r"\s?(?:-|–|—|to|and|or|through)\s?"
_AT = r"in|this|last|next|since|until|till|by|late|early|mid|of|during|from|before|after|through|throughout|for|between"
_COUNT = rf"(?!(?<=\bthe\s)\d{{1,2}}\s+(?:{_M})\b\.?\s\d{{1,2}}\s)"
"""Not "the 19 Sept. 11 hijackers", of which there are nineteen."""
_DATE = re.compile(
    rf"""\b(?:(?P<iso>\d{{4}}-\d\d-\d\d)\b
    | (?:(?P<w1>{_W}),?\s+(?:the\s+)?)?{_COUNT}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?
      (?:{_TO}(?P<e1>\d{{1,2}})(?:st|nd|rd|th)?)?
      \s+(?:of\s+)?(?P<m1>{_M})\b\.?(?:,?\s+(?P<y1>\d{{4}})\b(?!,\d))?
    | (?:(?P<w2>{_W}),?\s+)?(?P<m2>{_M})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)
      (?:{_TO}(?P<e2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|\s?[ap]\.?m\b))?(?:,?\s+(?P<y2>\d{{4}})\b(?!,\d))?
    | (?P<m3>{_M})\b\.?,?\s+(?:of\s+)?(?P<y3>\d{{4}})\b(?!,\d)
    | (?:{_AT})[\s-]+(?P<m4>{_M})\b(?!\.?\s+\d)
    | (?:(?P<nth>{"|".join(_QUARTERS)})[\s-]quarter|(?P<quarter>Q[1-4]))\b(?:,?\s+(?:of\s+)?(?P<y6>\d{{4}})\b(?!,\d))?
    | (?P<season>{"|".join(_SEASONS)})\s+(?:of\s+)?(?P<y7>\d{{4}})\b(?!,\d)
    | (?:in|last|this|next|since|until|by|during)(?:\s+the)?\s+(?P<season2>spring|summer|autumn|winter)\b(?!\s+\d)
    | (?P<y8>1[5-9]\d0|20\d0)['’]?s\b
    | (?:in|of|since|until|during)\s+the\s+(?:(?:early|mid|late)[\s-])?(?P<decade>{"|".join(_DECADES)})\b
    | (?P<y5>\d{{4}})(?:[-–](?P<z5>\d{{4}}|\d\d))?\b(?![,.]\d|[-–/:]\d)
    | (?:(?P<q>last|next)\s+)?(?P<w6>{_W})\b
    | (?P<deictic>today|tonight|yesterday|tomorrow)\b(?!['’]s) )""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR_AFTER = frozenset("in since until till during throughout early late mid year fiscal by".split())
_COUNTED = frozenset(
    "people troops workers officers children students fighters protesters homes companies vehicles votes".split()
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date with the fields that were written; `day_to` and `year_to` end a range, `weekday` counts from Monday 0;
    `part` is a quarter (Q3) or season of a year.

    `resolved` is the day of the calendar that it means, by its own fields or against the publication date; it is kept
    beside the fields, for what was written is the evidence.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    day_to: int | None = None
    year_to: int | None = None
    weekday: int | None = None
    part: str = ""
    resolved: date | None = None

    def __str__(self) -> str:
        if self.part:
            return f"{self.year or ''}-{self.part}"
        if self.month is None and self.year is None:
            named = WEEKDAYS[self.weekday][:3] if self.weekday is not None else ""
            return " ".join(filter(None, (named, f"({self.resolved})" if self.resolved else "")))
        parts = [str(self.year)] if self.year is not None else ["-"] if self.month else []
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        until = f"..{self.day_to:02d}" if self.day_to else f"..{self.year_to}" if self.year_to else ""
        return "-".join(parts) + until


def find_days(text: str, span: Span, words: Sequence[Word], published: date | None) -> list[tuple[Span, Day | None]]:
    """Dates of one sentence with their spans; None stands for what looks like a date and is none (31 February), and for
    a day of another calendar.
    """
    other = list(find_other_days(text, span))
    found: list[tuple[Span, Day | None]] = [(where, None) for where in other]
    taken = Taken(other)
    starts = {word.start: at for at, word in enumerate(words)}
    for match in _DATE.finditer(text, span.start, span.end):
        read = _read(match, text, span, words, starts, published)
        if read and not taken.meets(read[0]):
            found.append((read[0], None if is_counted_otherwise(text, read[0].end, span.end) else read[1]))
    return sorted(found, key=lambda day: day[0])


def _read(
    match: re.Match[str],
    text: str,
    span: Span,
    words: Sequence[Word],
    starts: dict[int, int],
    published: date | None,
) -> tuple[Span, Day | None] | None:
    kind = match.lastgroup
    part = match.groupdict()
    if part["deictic"]:
        return _deictic(match, published)
    if part["w6"]:
        return _weekday(match, published) if part["w6"][0].isupper() else None
    if part["y5"]:
        return _year(match, text, span, words, starts)
    if part["nth"] or part["quarter"] or part["season"] or part["season2"]:
        return _part_of_year(match)
    if part["y8"] or part["decade"]:
        year = int(part["y8"] or 1900 + _DECADES[part["decade"].lower()])
        return Span(match.start("y8") if part["y8"] else match.start("decade"), match.end()), Day(
            year, year_to=year + 9
        )
    month = next((part[m] for m in ("m1", "m2", "m3", "m4") if part[m]), "")
    if kind != "iso" and not month[:1].isupper():
        return None
    return Span(match.start("m4") if part["m4"] else match.start(), match.end()), _whole(part, month)


def _part_of_year(match: re.Match[str]) -> tuple[Span, Day] | None:
    """The third quarter (of 2025), spring 2025, "last summer"."""
    year = match["y6"] or match["y7"]
    if match["season"] or match["season2"]:
        name = "season" if match["season"] else "season2"
        if name == "season2" and match[name][0].isupper():
            return None  # a place: in Summer Street
        return Span(match.start(name), match.end()), Day(
            int(year) if year else None, part=_SEASONS[match[name].lower()]
        )
    named = match["quarter"] or _QUARTERS[match["nth"].lower()]
    return Span(*match.span()), Day(int(year) if year else None, part=named.upper())


def _whole(part: dict[str, str | None], month: str) -> Day | None:
    if part["iso"]:
        year, number, day = map(int, part["iso"].split("-"))
        made = Day(year, number, day)
    else:
        fields = {key: _first(part, key) for key in "dey"}
        made = Day(fields["y"], _month_number(month), fields["d"], fields["e"])
        weekday = part["w1"] or part["w2"]
        made = replace(made, weekday=WEEKDAYS.index(weekday.title()) if weekday else None)
    return checked_day(made)


def _first(part: dict[str, str | None], key: str) -> int | None:
    return next((int(value) for n in "1234" if (value := part.get(key + n))), None)


def checked_day(day: Day) -> Day | None:
    """The day with its place in the calendar, Thai years in ours; None where no calendar has it."""
    if day.year is not None and day.year != our_year(day.year):
        return checked_day(replace(day, year=our_year(day.year)))
    if day.year is not None and not 1 <= day.year <= 9999:
        return None
    if day.day is None:
        return day if 1 <= (day.month or 1) <= 12 else None
    try:
        exact = date(day.year or 2000, day.month or 1, day.day)
        if day.day_to is not None:
            date(day.year or 2000, day.month or 1, day.day_to)
    except ValueError:
        return None
    if day.day_to is not None and day.day_to <= day.day:
        return replace(day, day_to=None, resolved=exact if day.year else None)
    return replace(day, resolved=exact if day.year else None)


def _month_number(month: str) -> int:
    return next(n for n, name in enumerate(_MONTHS, 1) if name[:3] == month[:3].lower())


def _deictic(match: re.Match[str], published: date | None) -> tuple[Span, Day] | None:
    word = match["deictic"]
    if published is None or (
        word[0].isupper() and match.start() and match.string[match.start() - 2 : match.start()] != ". "
    ):
        return None
    moment = days_from(published, _DEICTIC[word.lower()])
    return (Span(*match.span()), Day(resolved=moment)) if moment else None


def days_from(day: date, days: int) -> date | None:
    """So many days on; None beyond the calendar's first and last year, where a file's broken date may lie."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _weekday(match: re.Match[str], published: date | None) -> tuple[Span, Day]:
    weekday = WEEKDAYS.index(match["w6"].title())
    moment = None
    if published is not None:
        back = (published.weekday() - weekday) % 7
        qualifier = (match["q"] or "").lower()
        moment = days_from(published, 7 - back if qualifier == "next" else -(back or 7) if qualifier else -back)
    return Span(*match.span()), Day(weekday=weekday, resolved=moment)


def _year(
    match: re.Match[str], text: str, span: Span, words: Sequence[Word], starts: dict[int, int]
) -> tuple[Span, Day] | None:
    year, at = int(match["y5"]), starts.get(match.start())
    if at is None or not 1500 <= year <= 2099 or text[match.start() - 1 : match.start()] in tuple("$€£¥₹.,/:-–"):
        return None
    before = words[at - 1].folded if at else ""
    following = words[at + 1] if at + 1 < len(words) else None
    if before not in _YEAR_AFTER:
        counted = following is not None and family_of(following.stem) in _COUNTED
        hedge, _ = hedge_before(words, at)
        if counted or unit_after(text, match.end(), span.end) or hedge in (Hedge.OVER, Hedge.NEARLY) or year < 1800:
            return None
    until = match["z5"]
    year_to = int(until if until and len(until) == 4 else f"{year // 100}{until}") if until else None
    if year_to is not None and not year < year_to <= year + 200:
        return None
    return Span(*match.span()), Day(year=year, year_to=year_to)
