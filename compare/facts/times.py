"""Times of day as written, with their zone: "3:00 PM", "15:00 GMT", noon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from compare.model import Span

ZONES = {
    "gmt": 0,
    "utc": 0,
    "bst": 60,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "ist": 330,
    "ict": 420,
    "sgt": 480,
    "hkt": 480,
    "jst": 540,
    "kst": 540,
    "aest": 600,
    "aedt": 660,
    "nzst": 720,
    "nzdt": 780,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
}
"""Zone abbreviations of news and their minutes east of Greenwich (IANA tz database; IST read as India's)."""
_ZONE = re.compile(rf"\s?\(?({'|'.join(ZONES)}|et|pt|local\stime)\b\)?", re.IGNORECASE)
_TIME = re.compile(
    r"""(?<![\d:.,$€£])(?:
      (?P<race>\d{1,2}:[0-5]\d:[0-5]\d(?:\.\d+)?)
    | (?P<h1>\d{1,2})(?:[:.]\s?(?P<m1>\d\d))?\s?(?P<half>[ap])\.?\s?m(?:\.|\b)(?![a-z])
    | (?P<h2>[01]?\d|2[0-3])[:h](?P<m2>[0-5]\d)(?![\d:])
    | (?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d)\s?(?=hours\b|hrs\b|GMT\b|UTC\b)
    ) | \b(?P<name>noon|midnight|midday)\b""",
    re.VERBOSE | re.IGNORECASE,
)
TRIGGERS = frozenset({"noon", "midnight", "midday"})
"""Folded words that are a time by themselves; any other time begins with a digit."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: minutes after midnight, and the zone as written ("" where none is)."""

    minutes: int
    zone: str = ""

    def __str__(self) -> str:
        return f"{self.minutes // 60:02d}:{self.minutes % 60:02d}{' ' + self.zone if self.zone else ''}"

    @property
    def offset(self) -> int | None:
        """Minutes of the zone east of Greenwich, None for local time and where no zone is given."""
        return ZONES.get(self.zone.lower())


def find_times(text: str, span: Span) -> list[tuple[Span, Clock | timedelta | None]]:
    """Times of one sentence with their spans; what looks like one and is a result (2:03:45) is told as its duration.

    None stands for what no clock shows.
    """
    found: list[tuple[Span, Clock | timedelta | None]] = []
    for match in _TIME.finditer(text, span.start, span.end):
        if match["race"]:
            hours, minutes, seconds = match["race"].split(":")
            lasted = timedelta(hours=int(hours), minutes=int(minutes), seconds=float(seconds))
            found.append((Span(*match.span()), lasted))
            continue
        minutes = _minutes(match)
        zone = _ZONE.match(text, match.end(), span.end)
        end = zone.end() if zone else match.end()
        named = re.sub(r"\s+", " ", zone.group(1)) if zone else ""
        found.append((Span(match.start(), end), None if minutes is None else Clock(minutes, named)))
    return found


def _minutes(match: re.Match[str]) -> int | None:
    if match["name"]:
        return 0 if match["name"].lower() == "midnight" else 720
    hour, minute = next((match[f"h{n}"], match[f"m{n}"]) for n in "123" if match[f"h{n}"])
    value = int(hour) * 60 + int(minute or 0)
    if match["half"]:
        if not 1 <= int(hour) <= 12:
            return None
        value = value % 720 + (720 if match["half"].lower() == "p" else 0)
    return value
