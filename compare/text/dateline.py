"""The dateline: place, date and agency before the first word of a report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from compare.model import Span

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?)"
_CAPITALS = r"[^\W\d_a-z][^\W\d_a-z.'’-]+(?:[ /-][^\W\d_a-z][^\W\d_a-z.'’-]*){0,4}"
_TITLED = r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3}"
_COUNTRY = r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,2}"
_REGION = rf"(?:, ?{_COUNTRY}){{0,2}}"
_AGENCY = r"\((?P<agency>[^\W\d_][\w./ &-]{1,30})\)"
_DASH = r"\s*(?:--?|–|—|―|_|:)\s*"
_PREFIX = re.compile(r"\s*(?:date:? )?(?P<day>\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?\s+")
_WITH_AGENCY = (
    re.compile(rf"\s*(?P<place>{_TITLED}){_REGION}(?:,? {_DAY})?[,.]? ?{_AGENCY}{_DASH}(?=\S)"),  # Hanoi (VNA) –
    re.compile(r"\s*(?P<place>)\((?P<agency>[^\W\d_]{2,10})\)\s*(?:[-–—]+\s*)?(?=[\"“‘]?[^\W\d_a-z])"),  # (CNN) --
)
_WITHOUT_AGENCY = tuple(
    re.compile(form)
    for form in (
        rf"\s*(?P<place>{_CAPITALS}){_REGION}(?:,? {_DAY})?\s*(?:--|–|—|―|_| - )\s*(?=\S)",  # VIENNA —
        rf"\s*(?P<place>{_TITLED})(?:, ?{_COUNTRY}){{1,2}}(?:,? {_DAY})?\s*(?:--|–|—| - )\s*(?=[\"“‘]?[^\W\d_a-z])",
        rf"\s*(?P<place>{_CAPITALS})(?:, {_DAY})?:\s+(?=[\"“‘]?[^\W\d_a-z][a-z])",  # NEW DELHI: The
    )
)
_SHORTEST_REPORT = 80
OPENING_LINES = 6
"""A dateline stands on one of so many lines; more than a headline, a standfirst and a byline seldom stand above it."""
_LINE = re.compile(r"[^\n]+")
_HAS_WORD = re.compile(r"[^\W_]")
# Capitals before a colon or dash that announce a kind of piece, not a place.
_NO_PLACE = frozenset(
    "UPDATE UPDATED WATCH BREAKING EXCLUSIVE ANALYSIS OPINION EDITORIAL COMMENT VIDEO PHOTOS PHOTO LIVE CORRECTION "
    "REVIEW INTERVIEW FACTBOX EXPLAINER TIMELINE SPECIAL NOTE WARNING ADVERTISEMENT QUESTION ANSWER Q A READ MORE "
    "RELATED".split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the dateline stands, the place and agency that it names, and the day of a date prefix."""

    span: Span
    place: str = ""
    agency: str = ""
    day: datetime | None = None


def find_dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline that begins at `start`, which must be the start of a line; None where there is none.

    >>> find_dateline("Hanoi (VNA) – A delegation").agency
    'VNA'
    """
    prefix = _PREFIX.match(text, start)
    day = _day(prefix["day"]) if prefix else None
    at = prefix.end() if prefix and day else start
    head = text[at : at + 200].split("\n", 1)[0]
    # A short line with capitals and a dash is a headline more often than a dateline.
    forms = _WITH_AGENCY + _WITHOUT_AGENCY if len(head) >= _SHORTEST_REPORT else _WITH_AGENCY
    for form in forms:
        found = form.match(head)
        if found and not _NO_PLACE.intersection(found["place"].split()):
            agency = found.groupdict().get("agency") or ""
            return Dateline(Span(start, at + found.end()), found["place"], agency, day)
    return Dateline(Span(start, at), day=day) if day else None


def opening_dateline(text: str) -> Dateline | None:
    """The dateline of the first of a text's opening lines that has one; a headline may stand above it."""
    lines = (line for line in _LINE.finditer(text) if _HAS_WORD.search(line.group()))
    return next(filter(None, (find_dateline(text, line.start()) for line in islice(lines, OPENING_LINES))), None)


def _day(written: str) -> datetime | None:
    try:
        return datetime.strptime(written, "%Y-%m-%d")
    except ValueError:
        return None
