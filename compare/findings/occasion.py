"""Whether two figures are of one occasion: behind one word, none the sum of several, none told beside the other."""

from __future__ import annotations

import re

from compare.facts.quantities import Quantity
from compare.facts.verb_roots import root_of
from compare.findings.comparer import Passage
from compare.findings.figure_slot import are_terms, measured
from compare.findings.matching import Match, Placed

_SO_FAR = re.compile(r"\b(?:so far|to date|until now|in total|in all|altogether|since)\b", re.IGNORECASE)
_CLOSE = 1.1
"""So far beyond "more than 250" a sum may lie that somebody rounded so."""
FEWEST_SHARED = 2
"""Content words around both figures that must be the same before their difference alarms."""


def is_governed_alike(match: Match[Quantity]) -> bool:
    """True where one word stands before both ("fell 150 metres", "falling 200 ft"), and of tolls, and terms."""
    of_one_state = match.a.value.state and match.a.value.state == match.b.value.state
    if of_one_state or are_terms(match.a, match.b):
        return True
    is_lasting = match.a.value.dimension == "duration" and match.shared >= FEWEST_SHARED
    if is_lasting and measured(match.a) & measured(match.b):
        return True
    before = [
        next((root_of(w) for w in reversed(p.said.words) if w.stem and w.end <= p.claim.evidence.span.start), "")
        for p in (match.a, match.b)
    ]
    return bool(before[0]) and before[0] == before[1]


def is_given_too(match: Match[Quantity], passage: Passage) -> bool:
    """True where one sentence has the other's figure as well, of the same thing or by another name of it."""
    return any(
        (x.value.low, x.value.high) == (other.low, other.high)
        for x, y in ((match.a, match.b), (match.b, match.a))
        for other in _others(passage, y, x.value.dimension)
        if other.state == x.value.state and not _is_counted_apart(other, x, passage)
    )


def _is_counted_apart(other: Quantity, placed: Placed[Quantity], passage: Passage) -> bool:
    """True where the sentence counts that noun too, and otherwise: it is no other name of what the figure counts."""
    here = [q for q in _others(passage, placed, "count") if q.head and q.family == other.family]
    return bool(here) and all((q.low, q.high) != (other.low, other.high) for q in here)


def is_of_one_thing(match: Match[Quantity], passage: Passage) -> bool:
    """Between two reports: both tolls or neither, both sums of several occasions or neither, of the same people."""
    a, b = match.a, match.b
    if bool(a.value.state) != bool(b.value.state) or _is_sum_of(a, b, passage) or _is_sum_of(b, a, passage):
        return False
    if are_of_several(match):
        return False
    return a.value.dimension != "duration" or is_governed_alike(match) or _leads_alike(a, b)


def are_of_several(match: Match[Quantity]) -> bool:
    """True where one is the sum of several occasions: "so far", "in all"."""
    a, b = (bool(_SO_FAR.search(p.said.span.of(p.said.witness.article.text))) for p in (match.a, match.b))
    return a != b


def _is_sum_of(whole: Placed[Quantity], part: Placed[Quantity], passage: Passage) -> bool:
    """True for "three people shot" against "one killed and two others hurt"."""
    sums = [q.low + part.value.low for q in _others(passage, part, "count")]
    low, high = whole.value.interval if whole.value.hedge else (whole.value.low, whole.value.low)
    return whole.value.dimension == "count" and any(low <= one <= min(high, _CLOSE * low) for one in sums)


def _others(passage: Passage, placed: Placed[Quantity], dimension: str) -> list[Quantity]:
    """The further figures of the sentence, of one dimension."""
    claims = passage.whole.facts[placed.said.index].claims[placed.said.sentence]
    values = [c.value for c in claims if c is not placed.claim and isinstance(c.value, Quantity)]
    return [value for value in values if value.dimension == dimension]


def _leads_alike(a: Placed[Quantity], b: Placed[Quantity]) -> bool:
    """True where one word stands behind both: two weeks ago, three weeks ago; two hours of talks, an hour of talks."""
    behind = [[w for w in p.said.words if w.start >= p.claim.evidence.span.end] for p in (a, b)]
    ours, theirs = ({root_of(w) for w in [w for w in words if w.stem][:FEWEST_SHARED]} for words in behind)
    nearest = [words[0].folded if words else "" for words in behind]
    return not ours.isdisjoint(theirs) or nearest[0] == nearest[1] == "ago"
