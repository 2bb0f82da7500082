"""Closed lists of names under one head: the same members, or other ones."""

from __future__ import annotations

from collections.abc import Iterator

from compare.facts.sets import Listing
from compare.findings.comparer import Level, Passage, Ruled
from compare.findings.matching import Placed, match_claims
from compare.model import Finding, Severity, Verdict


class ListComparer(Ruled):
    """Members of lists; "including" and "such as" leave a list open, so that nothing can be missing from it."""

    kind = "set"
    levels = (
        Level("set.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one lists these."),
        Level("set.equal", Verdict.AGREE, Severity.INFO, "Both list the same: “{a}”."),
        Level("set.differ", Verdict.DIFFER, Severity.LOW, "The lists differ: “{a}”, “{b}”."),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """Findings of one passage."""
        for match in match_claims(passage, self.kind, Listing, _relate, ("equal",), ("differ",)):
            yield self.finding(match.relation, match.claims)


def _relate(x: Placed[Listing], y: Placed[Listing]) -> str:
    ours, theirs = set(x.value.members), set(y.value.members)
    if ours == theirs:
        return "equal"
    if x.value.open or y.value.open or not ours & theirs or x.claim.subject != y.claim.subject:
        return ""
    return "differ" if x.claim.subject else ""
