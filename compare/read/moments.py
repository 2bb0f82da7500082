"""Points in time as files write them: ISO 8601, RFC 2822, epoch seconds, "21 May 2025"."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?\s?(Z|[+-]\d{2}:?\d{2})?$")
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_WRITTEN = re.compile(
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m1>[A-Za-z]{3,9})\.?|(?P<m2>[A-Za-z]{3,9})\.?\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?),?"
    r"\s+(?P<y>\d{4})(?:,?\s+(?:at\s+)?(?P<h>\d{1,2}):(?P<mi>\d\d)(?::\d\d)?\s*(?P<half>[ap]\.?m\.?)?)?",
    re.IGNORECASE,
)


def parse_moment(value: Any) -> datetime | None:  # noqa: ANN401  # a field of a file has any type
    """The moment that a field gives, with its zone where it has one; None where it gives none.

    >>> parse_moment("Wed, 21 May 2025 09:30:00 +0700").isoformat()
    '2025-05-21T09:30:00+07:00'
    """
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _epoch(float(value))
    return _text(str(value).strip())


def _epoch(value: float) -> datetime | None:
    seconds = value / 1000 if value > 1e11 else value
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds > 1e8 else None
    except (OverflowError, OSError, ValueError):
        return None


def _text(written: str) -> datetime | None:
    if not written or len(written) > 80:
        return None
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        pass
    compact = _COMPACT.match(written)
    try:
        if compact:
            digits = "".join(group or "" for group in compact.groups()[:6]).ljust(14, "0")
            zone = (compact[7] or "").replace("Z", "+00:00")
            return datetime.fromisoformat(f"{digits[:8]}T{digits[8:]}{zone}")
        if written.isdigit():
            return _epoch(float(written))
        if re.search(r"\d\d:\d\d", written) and re.match(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4}", written):
            return parsedate_to_datetime(written)
        return _long(written)
    except (ValueError, TypeError, OverflowError):
        return None


def _long(written: str) -> datetime | None:
    found = _WRITTEN.search(written)
    month = _MONTHS.get((found["m1"] or found["m2"])[:3].lower()) if found else None
    if not found or not month:
        return None
    hour = int(found["h"] or 0)
    if found["half"] and hour <= 12:
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    return datetime(int(found["y"]), month, int(found["d1"] or found["d2"]), hour, int(found["mi"] or 0))
