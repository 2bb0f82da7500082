"""Times of day of one event, more than a quarter of an hour apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.facts.times import Clock
from compare.findings.comparer import Level, Passage, Ruled
from compare.findings.matching import Placed, match_claims
from compare.model import Finding, Severity, Verdict

_CLOSE = 15
_DAY = 24 * 60
_HEDGED = (
    (re.compile(r"\b(?:shortly|just|right|soon|moments|minutes) before\s$", re.IGNORECASE), (-45, 0)),
    (re.compile(r"\b(?:shortly|just|right|soon|moments|minutes) after\s$|\bjust past\s$", re.IGNORECASE), (0, 45)),
    (re.compile(r"\b(?:before|by|until|till)\s$", re.IGNORECASE), (-_DAY // 4, 0)),
    (re.compile(r"\b(?:after|since|from)\s$", re.IGNORECASE), (0, _DAY // 4)),
    (re.compile(r"\b(?:about|around|roughly|approximately|towards?|nearly|almost)\s$", re.IGNORECASE), (-15, 15)),
)
"""What stands before a time, and by how many minutes the event may have been earlier or later; by hand."""
_HEDGE_REACH = 24


class TimeComparer(Ruled):
    """Times with and without a zone."""

    kind = "time"
    levels = (
        Level("time.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one gives the time: “{a}”."),
        Level("time.equal", Verdict.AGREE, Severity.INFO, "Both say “{a}”."),
        Level("time.same", Verdict.AGREE, Severity.INFO, "“{a}” and “{b}” are one time."),
        Level("time.zone_missing", Verdict.DIFFER, Severity.INFO, "“{a}” and “{b}”: whole hours apart, zone missing."),
        Level("time.disagree", Verdict.DIFFER, Severity.MEDIUM, "“{a}” and “{b}” cannot both be the time."),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """Findings of one passage."""
        for match in match_claims(passage, self.kind, Clock, _relate, ("equal", "same"), ("zone_missing", "disagree")):
            yield self.finding(match.relation, match.claims)


def _relate(x: Placed[Clock], y: Placed[Clock]) -> str:
    relation = relate_times(x.value, y.value)
    if relation == "same" and x.quote == y.quote:
        return "equal"
    if relation == "disagree" and _may_be_one(x, y):
        return ""
    return relation if relation == "same" or x.context & y.context else ""


def _may_be_one(x: Placed[Clock], y: Placed[Clock]) -> bool:
    """True for "shortly before 4 a.m." and "3:40 a.m."; what both tell alike ("until 5 p.m.") must be the same time."""
    around, around_other = _around(x), _around(y)
    if around == around_other:
        return False
    (early, late), (earlier, later) = around, around_other
    return early - later - _CLOSE <= _apart(x.value, y.value) <= late - earlier + _CLOSE


def _around(placed: Placed[Clock]) -> tuple[int, int]:
    """How many minutes before and after the time printed the event may lie."""
    start = placed.claim.evidence.span.start
    before = placed.said.witness.article.text[max(0, start - _HEDGE_REACH) : start]
    return next((minutes for form, minutes in _HEDGED if form.search(before)), (0, 0))


def relate_times(a: Clock, b: Clock) -> str:
    """The relation by name: same, zone_missing, disagree; zones are taken into account where both are known."""
    apart = abs(_apart(a, b))
    if apart <= _CLOSE:
        return "same"
    return "zone_missing" if apart % 60 == 0 and not _is_one_zone(a, b) else "disagree"


def _apart(a: Clock, b: Clock) -> int:
    """By how many minutes b is later than a, the shorter way round the clock."""
    minutes = b.minutes - a.minutes
    if a.offset is not None and b.offset is not None:
        minutes += a.offset - b.offset
    return (minutes + _DAY // 2) % _DAY - _DAY // 2


def _is_one_zone(a: Clock, b: Clock) -> bool:
    return a.zone.casefold() == b.zone.casefold() or (a.offset is not None and b.offset is not None)
