"""Dates of one event: a field that both give and that disagrees; a year that one leaves out is no difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from compare.facts.dates import Day
from compare.findings.comparer import Level, Passage, Ruled
from compare.findings.dated import have_one_predicate, tell_of_two_periods
from compare.findings.matching import Match, Placed, match_claims
from compare.model import Finding, Severity, Verdict

_ZONED = re.compile(r"\b(?:local time|GMT|UTC|[ECMP][SD]T|BST|CEST?|JST|AEST)\b")
_NEARLY_ONE = 0.65
_NEAR = timedelta(days=7)
_MONTHS_OF = {f"Q{n}": (3 * n - 2, 3 * n - 1, 3 * n) for n in range(1, 5)}
_MONTHS_OF |= {"spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11), "winter": (12, 1, 2)}
_LIFE = frozenset({"born", "died"})
_LIFE_REACH = 6
_BOUNDS = frozenset("since beginning starting after before following until till".split())
_BOUND_REACH = 3
_SPEECH = frozenset("said says told tells added reporters interview statement comment announced".split())


class DateComparer(Ruled):
    """Whole and partial dates, ranges and weekdays."""

    kind = "date"
    levels = (
        Level("date.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one gives the date: “{a}”."),
        Level("date.equal", Verdict.AGREE, Severity.INFO, "Both say “{a}”."),
        Level("date.compatible", Verdict.AGREE, Severity.INFO, "“{a}” and “{b}” are one date, or one holds the other."),
        Level("date.time_zone", Verdict.DIFFER, Severity.INFO, "“{a}” and “{b}”: one day apart, perhaps by time zone."),
        Level("date.weekday", Verdict.DIFFER, Severity.MEDIUM, "“{a}” and “{b}”: two days of the week."),
        Level("date.disagree", Verdict.DIFFER, Severity.HIGH, "“{a}” and “{b}” cannot both be the date."),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """Findings of one passage."""
        found = match_claims(passage, self.kind, Day, _relate, ("equal", "compatible"), ("disagree", "weekday"))
        for match in found:
            if match.relation in ("disagree", "weekday") and not _is_of_one_thing(match, passage):
                continue
            name = "time_zone" if match.relation == "disagree" and _by_time_zone(match) else match.relation
            yield self.finding(name, match.claims)


def _is_of_one_thing(match: Match[Day], passage: Passage) -> bool:
    if _life(match.a) & _life(match.b):
        return True
    is_copy = match.pair.alike >= _NEARLY_ONE
    return (is_copy or have_one_predicate(match.a, match.b)) and not tell_of_two_periods(match, passage)


def _relate(x: Placed[Day], y: Placed[Day]) -> str:
    a, b = x.value, y.value
    relation = relate_days(a, b)
    if relation in ("disagree", "weekday"):
        return relation if _one_event(x, y, a, b) else ""
    if relation in ("equal", "compatible"):
        return "equal" if x.quote == y.quote else "compatible"
    return relation


def relate_days(a: Day, b: Day) -> str:
    """The relation by name: equal, compatible (a field is missing, a range holds the point), disagree, weekday, ""."""
    if a.part or b.part:
        return _relate_parts(a, b)
    if (a.month is None and a.year is None) or (b.month is None and b.year is None):
        return _relate_weekdays(a, b)
    if a.year and b.year and not _years(a) & _years(b):
        return "disagree"
    if a.month is None or b.month is None:
        return ("equal" if a == b else "compatible") if a.year and b.year else ""
    if a.month != b.month:
        return "disagree"
    if a.day is None or b.day is None:
        return "equal" if a == b else "compatible"
    if a.day <= (b.day_to or b.day) and b.day <= (a.day_to or a.day):
        return "equal" if a == b else "compatible"
    return "disagree"


def _relate_parts(a: Day, b: Day) -> str:
    """Quarters and seasons agree or hold a month; a season, or a quarter of no year, is too loose to conflict."""
    if a.year and b.year and not _years(a) & _years(b):
        return "disagree"
    if a.part and b.part:
        if a.part != b.part:
            return "disagree" if a.part[0] == b.part[0] == "Q" and a.year and b.year else ""
        return "equal" if a == b else "compatible"
    whole, other = (a, b) if a.part else (b, a)
    if other.month is not None:
        return "compatible" if other.month in _MONTHS_OF[whole.part] else ""
    return "compatible" if whole.year and other.year else ""


def _years(day: Day) -> set[int]:
    return set(range(day.year or 0, (day.year_to or day.year or 0) + 1))


def _relate_weekdays(a: Day, b: Day) -> str:
    """A weekday or "yesterday" against another, or against a full date that falls on it."""
    if a.resolved and b.resolved and a.resolved == b.resolved:
        return "equal"
    x, y = _weekday(a), _weekday(b)
    if x is None or y is None:
        return _relate_partial(a, b)
    near = not (a.resolved and b.resolved) or abs(a.resolved - b.resolved) <= _NEAR
    if x == y:
        return "compatible" if near else ""
    return "weekday" if near else ""


def _relate_partial(a: Day, b: Day) -> str:
    """A resolved weekday against "May 19": the day must be that one, or nothing is said."""
    whole, part = (a, b) if a.resolved else (b, a)
    if whole.resolved and part.day and (part.month, part.day) == (whole.resolved.month, whole.resolved.day):
        return "compatible"
    return ""


def _weekday(day: Day) -> int | None:
    if day.weekday is not None:
        return day.weekday
    return day.resolved.weekday() if isinstance(day.resolved, date) else None


def _dates_speech(placed: Placed[Day]) -> bool:
    """True for "said Sunday": the day of the speaking, not of what is told."""
    before = [word.folded for word in placed.said.words if word.end <= placed.claim.evidence.span.start]
    return bool(_SPEECH & set(before[-3:]))


def _one_event(x: Placed[Day], y: Placed[Day], a: Day, b: Day) -> bool:
    """Two births or deaths, or dates with shared words around them; of two precisions, with more of them."""
    if (a.weekday is not None or b.weekday is not None) and _dates_speech(x) != _dates_speech(y):
        return False
    if _bound(x) != _bound(y) or _opens_report(x) or _opens_report(y):
        return False
    if _life(x) & _life(y):
        return True
    as_precise = (a.month is None) == (b.month is None) and (a.day is None) == (b.day is None)
    return len(x.context & y.context) >= (1 if as_precise else 2)


def _bound(placed: Placed[Day]) -> str:
    """The word that makes the date a bound ("since 2019"): what began then need not have happened then."""
    before = [word.folded for word in placed.said.words if word.end <= placed.claim.evidence.span.start]
    return next((word for word in before[-_BOUND_REACH:] if word in _BOUNDS), "")


def _opens_report(placed: Placed[Day]) -> bool:
    """True in a dateline (WASHINGTON, April 27): the day of the report."""
    before = [w.written for w in placed.said.words if w.end <= placed.claim.evidence.span.start]
    at = placed.claim.evidence.span.end
    behind = placed.said.witness.article.text[at : placed.said.span.end].lstrip(" )")
    named = bool(before) and before[0].isupper() and len(before[0]) > 1 and all(w[0].isupper() for w in before)
    return named and behind[:1] in ("", "-", "–", "—")


def _life(placed: Placed[Day]) -> set[str]:
    """Whether a birth or a death is dated, which happens once."""
    before = [word.folded for word in placed.said.words if word.end <= placed.claim.evidence.span.start]
    return set(_LIFE & set(before[-_LIFE_REACH:]))


def _by_time_zone(match: Match[Day]) -> bool:
    a, b = match.a.value, match.b.value
    if (
        a.month != b.month
        or not a.day
        or not b.day
        or abs(a.day - b.day) != 1
        or (a.year and b.year and a.year != b.year)
    ):
        return False
    return any(_ZONED.search(p.said.witness.sentences[p.said.sentence].text) for p in (match.a, match.b))
