"""Days as other languages write them: "25 de octubre de 2025", 25.10.2025, 2025年10月25日, weekdays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from compare.facts.dates import Day, checked_day, days_from
from compare.facts.locales import Signs
from compare.model import Span

_LETTER = r"[^\W\d_]"


@lru_cache(maxsize=64)
def _pattern(signs: Signs) -> re.Pattern[str]:
    """Every way to write a date in the language."""
    named, days = _any_of(signs.months), _any_of(signs.weekdays)
    short = rf"(?:{_LETTER}{{1,3}}\s+)?"
    parts = [
        r"(?<![\d.,/-])(?P<iso>\d{4}-\d\d-\d\d)(?!\d)",
        rf"(?<![\d.,:/])(?P<d1>\d{{1,2}})(?:º|er|\.)?(?:\s?[-–]\s?(?P<e1>\d{{1,2}})\.?)?\s+{short}(?P<m1>{named})\b\.?"
        rf"(?:,?\s+{short}(?P<y1>\d{{4}})(?!\d))?",
        rf"\b(?P<m2>{named})\b\.?,?\s+{short}(?P<y2>\d{{4}})(?!\d)",
        r"(?<![\d.,:/-])(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y3>\d{4})(?!\d|[./-]\d)",
        rf"(?<!{_LETTER})(?P<weekday>{days})(?!{_LETTER})" if not signs.signed else rf"(?P<weekday>{days})",
    ]
    if signs.language == "vi":
        parts.append(r"(?:(?<=ngày )|(?<=sáng )|(?<=chiều )|(?<=tối ))(?P<d6>\d{1,2})/(?P<m6>\d{1,2})(?![\d/])")
    if signs.signed:
        y, m, d = tuple(signs.signed)
        parts.insert(
            0,
            rf"(?:(?P<y4>\d{{4}})\s?{y}\s?)?(?<!\d)(?P<m4>\d{{1,2}})\s?{m}(?:\s?(?P<d4>\d{{1,2}})\s?{d}?"
            rf"(?:\s?[-–—~至到]\s?(?:\d{{1,2}}\s?{m}\s?)?(?P<e4>\d{{1,2}})\s?{d})?)?",
        )
        parts.insert(1, rf"(?<!\d)(?P<y5>(?:1[5-9]|20)\d\d)\s?{y}")
    return re.compile("|".join(parts), re.IGNORECASE)


def _any_of(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))) or "(?!)"


def find_foreign_days(text: str, span: Span, signs: Signs, published: date | None) -> Iterator[tuple[Span, Day | None]]:
    """Dates of one sentence with their spans; None for what looks like a date and is none."""
    for match in _pattern(signs).finditer(text, span.start, span.end):
        part = match.groupdict()
        where = Span(*match.span())
        if part["weekday"]:
            yield where, _weekday(signs.weekdays.get(part["weekday"].lower()), published)
        elif part["iso"]:
            fields = [int(field) for field in part["iso"].split("-")]
            yield where, checked_day(Day(fields[0], fields[1], fields[2]))
        elif part["sep"]:
            day, month = (part["a"], part["b"]) if signs.day_first else (part["b"], part["a"])
            yield where, checked_day(Day(int(part["y3"]), int(month), int(day)))
        else:
            yield where, checked_day(_named(part, signs))


def _named(part: dict[str, str | None], signs: Signs) -> Day:
    numbers = {key: next((int(v) for n in "12456" if (v := part.get(key + n))), None) for key in "yde"}
    name = part.get("m1") or part.get("m2")
    month = signs.months.get(name.lower(), -1) if name else int(part.get("m4") or part.get("m6") or 0) or None
    return Day(numbers["y"], month, numbers["d"], numbers["e"])


def _weekday(weekday: int | None, published: date | None) -> Day | None:
    """The last such day up to the day of publication; None for a name in odd letters."""
    if weekday is None:
        return None
    resolved = days_from(published, -((published.weekday() - weekday) % 7)) if published else None
    return Day(weekday=weekday, resolved=resolved)
