"""Who is credited: agencies in the dateline, in a signature, in a source line."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_CREDIT = r"(?P<names>[^\W\d_][\w.&’' -]{1,40}?(?:\s?[/,]\s?[^\W\d_][\w.&’' -]{1,40}?){0,3})"
_SOURCE = re.compile(rf"^\W*(?:Sources?|SOURCES?|Nguồn|Quelle|Fuente|Fonte)\s?: ?(?=[^\W\d_a-z]){_CREDIT}\W*$")
_SIGNATURE = re.compile(rf"^(?P<mark>[—–(/\[-]*)\s*{_CREDIT}\s*[)\].]*$")
_STAFF = re.compile(
    r"^\W*(?:\((?:additional )?(?:reporting|writing|editing|compiled|with (?:inputs|files|reporting|agency)) ?.*"
    r"|(?:reporting|writing|editing) by .*|additional reporting by .*"
    r"|(?:with (?:agency )?(?:inputs?|reports?|files|material) from .{2,80})"
    r"|.{2,120} (?:contributed to this (?:report|story|article)|contributed reporting)\.?"
    r"|this (?:report|story|article) (?:was|is) (?:first |originally )?published (?:by|on|in) .{2,80})$",
    re.IGNORECASE,
)
_LONGEST = 70
_FROM = re.compile(r"(?:inputs?|reports?|files|material) from (.{2,80}?)\W*$", re.IGNORECASE)
_BY_AGENCY = re.compile(r"^\W*(?:The )?([\w -]{2,40}?) contributed to this")


@cache
def _names() -> dict[str, str]:
    """Lower-case name → short form, from `data/agencies.toml`."""
    table = tomllib.loads(Path(__file__).with_name("data").joinpath("agencies.toml").read_text("utf-8"))["agencies"]
    return {name.lower(): short for short, others in table.items() for name in (short, *others)}


def short_agency(name: str) -> str:
    """The short form of a news agency's name, "" where it is none that is known.

    >>> short_agency("The Associated Press"), short_agency("Smith")
    ('AP', '')
    """
    return _names().get(name.strip().lower(), "")


def is_signature(line: str) -> bool:
    """Whether a closing line credits who wrote it: "— VNA/VNS", "Source: VNA", "(Reporting by …; Editing by …)"."""
    if len(line) <= 300 and _STAFF.match(line):
        return True
    return len(line) <= _LONGEST and bool(_SOURCE.match(line) or (_SIGNATURE.match(line) and signed_by(line)))


def signed_by(line: str) -> tuple[str, ...]:
    """The agencies that a signature names; an outlet after "Source:" counts as it is written."""
    staff = _FROM.search(line) or _BY_AGENCY.match(line)
    if staff:
        return tuple(filter(None, map(short_agency, re.split(r",| and |/", staff[1]))))
    source = _SOURCE.match(line)
    found = source or _SIGNATURE.match(line)
    if not found or len(line) > _LONGEST:
        return ()
    names = [name.strip() for name in re.split(r"[/,]", found["names"])]
    known = tuple(short for name in names if (short := short_agency(name)))
    return known or (tuple(names) if source else ())
