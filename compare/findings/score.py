"""Scores of one match, set by set, whichever side is told first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.facts.scores import Score
from compare.findings.comparer import Level, Passage, Ruled
from compare.findings.matching import Placed, match_claims
from compare.model import Finding, Severity, Verdict

_FEWEST_SHARED = 2
"""Content words around both scores: two matches of one evening share few."""
_PARTIAL = re.compile(
    r"\b(?:half[\s-]?time|break|interval|aggregate|leg|ahead|up|down|lead|leads|led|leading|trail\w*|first set)\b",
    re.IGNORECASE,
)
"""Words of a score that was not the last one, or is that of several matches."""


class ScoreComparer(Ruled):
    """The same figures for both sides, or others."""

    kind = "score"
    levels = (
        Level("score.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one gives the score: “{a}”."),
        Level("score.equal", Verdict.AGREE, Severity.INFO, "Both say “{a}”."),
        Level("score.same", Verdict.AGREE, Severity.INFO, "“{a}” and “{b}” are one score."),
        Level("score.disagree", Verdict.DIFFER, Severity.HIGH, "“{a}” and “{b}” cannot both be the score."),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """Findings of one passage."""
        for match in match_claims(passage, self.kind, Score, _relate, ("equal", "same"), ("disagree",)):
            yield self.finding(match.relation, match.claims)


def _relate(x: Placed[Score], y: Placed[Score]) -> str:
    if y.value in (x.value, x.value.turned):
        return "equal" if x.quote == y.quote else "same"
    if len(x.value.parts) != len(y.value.parts) or _is_partial(x) or _is_partial(y):
        return ""
    return "disagree" if len(x.context & y.context) >= _FEWEST_SHARED else ""


def _is_partial(placed: Placed[Score]) -> bool:
    return bool(_PARTIAL.search(placed.said.span.of(placed.said.witness.article.text)))
