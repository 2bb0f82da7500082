"""The words that people read for kinds, severities and counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from compare.model import Finding, Severity, Verdict

DISCLAIMER = (
    "twosource reports what the sources say and where they differ; it does not say who is right. "
    "A difference is a question to ask."
)

_DIFFERENCE = {
    "number": "figures differ",
    "hedge": "precision differs",
    "ordinal": "ordinals differ",
    "score": "scores differ",
    "unit": "measures differ",
    "duration": "durations differ",
    "date": "dates differ",
    "time": "times differ",
    "name_spelling": "name spelled two ways",
    "name_conflict": "names differ",
    "title_role": "titles differ",
    "place": "places differ",
    "gender": "pronouns differ",
    "modality": "fact or expectation",
    "negation": "one says the opposite",
    "antonym": "opposite words",
    "attribution": "another speaker",
    "quote_wording": "quotation worded differently",
    "set": "lists differ",
    "wording": "worded differently",
    "only_in": "only in one source",
    "internal": "conflict inside one article",
    "swap": "one name or word for another",
    "unsupported": "not in the longer report",
    "house_style": "not in house style",
    "amount": "amounts differ",
}

_FACT = {
    "title_role": "title",
    "set": "list",
    "organisation": "body",
    "negation": "denial",
    "attribution": "speaker",
    "statement": "account",
    "quote_wording": "quotation",
    "mention": "in other passages",
}

SEVERITY = {
    Severity.HIGH: "cannot both hold",
    Severity.MEDIUM: "the meaning shifts",
    Severity.LOW: "precision or wording",
    Severity.INFO: "no cause for alarm",
}

_MONTHS = "January February March April May June July August September October November December".split()


def difference(kind: str) -> str:
    """A kind of finding in words."""
    return _DIFFERENCE.get(kind, f"{kind.replace('_', ' ')} differs")


def is_alarm(finding: Finding) -> bool:
    """True for a difference to look at: neither other words for one thing nor what is mere info."""
    return finding.verdict is Verdict.DIFFER and finding.severity is not Severity.INFO and finding.kind != "wording"


def fact(kind: str) -> str:
    """A kind of fact in words."""
    return _FACT.get(kind, kind.replace("_", " "))


def count(n: int, one: str, many: str = "") -> str:
    """
    >>> count(1, "story", "stories"), count(1200, "article")
    ('1 story', '1,200 articles')
    """
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listing(words: Iterable[str]) -> str:
    """
    >>> listing(["A"]), listing(["A", "B"]), listing(["A", "B", "C"])
    ('A', 'A and B', 'A, B and C')
    """
    *front, last = list(words) or [""]
    return f"{', '.join(front)} and {last}" if front else last


def day(moment: datetime | None) -> str:
    """
    >>> day(datetime(2025, 5, 21)), day(datetime(2025, 5, 21, 9, 30))
    ('21 May 2025', '21 May 2025, 09:30')
    """
    if moment is None:
        return ""
    date = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    if not (moment.hour or moment.minute):
        return date
    zone = moment.tzname() or ""
    return f"{date}, {moment:%H:%M}{' ' + zone if zone else ''}"


def calendar(value: str) -> str:
    """An ISO day, month or year, or a range of them, in words; anything else as it is.

    >>> calendar("2025-05-21"), calendar("--10-25..26"), calendar("2025-05"), calendar("Mon")
    ('21 May 2025', '25–26 October', 'May 2025', 'Mon')
    """
    value, _, until = value.partition("..")
    parts = value.removeprefix("--").split("-")
    if not all(p.isascii() and p.isdigit() for p in parts) or len(parts) > 3:
        return f"{value}–{until}" if until else value
    year = "" if value.startswith("--") else parts.pop(0)
    month = parts.pop(0) if parts else ""
    if month and not 1 <= int(month) <= 12:
        return value
    named = [str(int(parts[0]))] if parts else []
    last = len(named) - 1
    words = [*named, *([_MONTHS[int(month) - 1]] if month else []), *([year] if year else [])]
    words[last] += f"–{until}" if until else ""
    return " ".join(words)


def siglum(index: int) -> str:
    """
    >>> siglum(0), siglum(25), siglum(26), siglum(59)
    ('A', 'Z', 'AA', 'BH')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
