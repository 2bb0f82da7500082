"""The facts of each article, to be marked where they stand."""

from __future__ import annotations

from bisect import bisect_left

from compare.model import Comparison, Span
from compare.report.labels import fact, is_alarm
from compare.report.view_text import Mark, settle

LONGEST_MARK = 60
"""Characters; a longer claim (a statement, a quotation) is no single fact to mark."""

WHOLE = frozenset({"attribution", "statement", "wording", "sentence", "quotation"})
"""Kinds whose evidence is a clause or a sentence."""


class Marks:
    """Marks by article; a fact on which the sources differ is marked as such."""

    def __init__(self, comparison: Comparison) -> None:
        found: dict[str, list[Mark]] = {a.id: [] for a in comparison.story.articles}
        for claim in comparison.claims:
            if claim.kind not in WHOLE and len(claim.evidence.span) <= LONGEST_MARK:
                found[claim.evidence.article].append(Mark(claim.evidence.span, fact(claim.kind)))
        for finding in filter(is_alarm, comparison.findings):
            for claim in finding.claims:
                if len(claim.evidence.span) <= LONGEST_MARK:
                    mark = Mark(claim.evidence.span, fact(claim.kind), differs=True)
                    found[claim.evidence.article].append(mark)
        self._of = {article: settle(marks) for article, marks in found.items()}
        self._starts = {article: [m.span.start for m in marks] for article, marks in self._of.items()}
        self._ends = {article: [m.span.end for m in marks] for article, marks in self._of.items()}

    def within(self, article: str, span: Span) -> tuple[Mark, ...]:
        """The marks that touch the span."""
        first = bisect_left(self._ends[article], span.start)
        return self._of[article][first : bisect_left(self._starts[article], span.end)]
