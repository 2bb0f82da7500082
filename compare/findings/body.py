"""One body in two witnesses: the same name, or its acronym and its long name."""

from __future__ import annotations

from collections.abc import Iterator

from compare.facts.bodies import Body
from compare.findings.comparer import Level, Passage, Ruled
from compare.findings.matching import Placed, match_claims
from compare.model import Finding, Severity, Verdict


class BodyComparer(Ruled):
    """Agreement on organisations; two bodies in one place are a swap of names."""

    kind = "organisation"
    levels = (
        Level("organisation.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one names “{a}”."),
        Level("organisation.equal", Verdict.AGREE, Severity.INFO, "Both name “{a}”."),
        Level("organisation.form", Verdict.AGREE, Severity.INFO, "“{a}” and “{b}” are one body."),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """One agreement for each body that two witnesses name in the passage."""
        seen: set[tuple[str, frozenset[str]]] = set()
        for match in match_claims(passage, self.kind, Body, _relate, ("equal", "form"), ()):
            pair = frozenset({match.a.claim.evidence.article, match.b.claim.evidence.article})
            if (match.a.value.acronym, pair) not in seen:  # a body is named again and again
                seen.add((match.a.value.acronym, pair))
                yield self.finding(match.relation, match.claims)


def _relate(x: Placed[Body], y: Placed[Body]) -> str:
    if x.value.acronym != y.value.acronym or x.value.acronym[-1].isdigit():
        return ""  # CCPCJ34 is a session, an ordinal
    return "equal" if x.quote == y.quote else "form"
