"""Ordinals of one body: 34th session against 35th session; CCPCJ34 is its 34th session."""

from __future__ import annotations

from collections.abc import Iterator

from compare.facts.negation import NEGATORS
from compare.facts.ordinals import Ordinal
from compare.findings.comparer import Level, Passage, Ruled
from compare.findings.matching import Placed, match_claims
from compare.model import Finding, Severity, Verdict

_REACH = 3


class OrdinalComparer(Ruled):
    """Same body and head noun, same or another number."""

    kind = "ordinal"
    levels = (
        Level("ordinal.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one counts it: “{a}”."),
        Level("ordinal.equal", Verdict.AGREE, Severity.INFO, "Both say “{a}”."),
        Level("ordinal.same_number", Verdict.AGREE, Severity.INFO, "“{a}” and “{b}” have one number."),
        Level("ordinal.acronym", Verdict.AGREE, Severity.INFO, "“{a}” and “{b}” have one number."),
        Level("ordinal.disagree", Verdict.DIFFER, Severity.HIGH, "“{a}” and “{b}”: one body, two numbers."),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """Findings of one passage."""
        for match in match_claims(
            passage, self.kind, Ordinal, _relate, ("equal", "same_number", "acronym"), ("disagree",), weak="acronym"
        ):
            yield self.finding(match.relation, match.claims)


def _relate(x: Placed[Ordinal], y: Placed[Ordinal]) -> str:
    a, b = x.value, y.value
    one_head = a.head == b.head or not (a.head and b.head)
    if a.number == b.number:
        if one_head and x.quote == y.quote:
            return "equal"
        return "same_number" if a.head == b.head else "acronym" if one_head else ""
    if not a.head or not b.head:
        return "disagree" if a.head == b.head and a.body == b.body else ""
    if _is_negated(x) != _is_negated(y):
        return ""  # "was not the first": the second
    one_body = not (a.body and b.body) or bool(a.body & b.body)
    return "disagree" if a.head == b.head and one_body and x.context & y.context else ""


def _is_negated(placed: Placed[Ordinal]) -> bool:
    before = [word.folded for word in placed.said.words if word.end <= placed.claim.evidence.span.start]
    return bool(NEGATORS & set(before[-_REACH:]))
