"""How alike two passages must be before a difference between them may alarm.

A "high" needs two sentences that share most of their content: values of two moments of one event were the largest
class of false alarms. Furniture never alarms.

Where the gates stand was swept once over six sets of judged pairs, 2,800 in all. Alarms of real conflicts: 86 % at
`medium_from` .25, 85 % at .4, which loses one true alarm in six. High ones: 86 % at `high_from` .4 and at .5, with a
quarter fewer false ones at .5; 84 % at .55 and 76 % at .7. Hence .25 and .5.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import combinations

from compare.config import FindingConfig
from compare.findings.comparer import Passage, Side
from compare.findings.pairing import SentencePair
from compare.model import Claim, Finding, Severity, Verdict

UNGATED = frozenset({"name_spelling", "gender", "internal", "quote_wording", "wording", "only_in", "unsupported"})
"""Kinds whose evidence ties the two places by itself: one person, one quotation."""


def pass_gate(finding: Finding, passage: Passage, config: FindingConfig) -> Finding | None:
    """The finding, with the severity that its passages allow; None if too little of it stands in the story itself."""
    if finding.verdict is not Verdict.DIFFER:
        return finding
    claims = tuple(claim for claim in finding.claims if _is_compared(claim, passage))
    if len(claims) < len(finding.claims):
        if len({claim.evidence.article for claim in claims}) < 2:
            return None
        finding = replace(finding, claims=claims)
    if finding.kind in UNGATED or finding.severity.rank > Severity.MEDIUM.rank:
        return finding
    alike = _alike(finding, passage)
    allowed = Severity.HIGH if alike >= config.high_from else Severity.MEDIUM
    if alike < config.medium_from:
        allowed = Severity.LOW
    return finding if finding.severity.rank >= allowed.rank else replace(finding, severity=allowed)


def _alike(finding: Finding, passage: Passage) -> float:
    """The best likeness of two sentences that hold the evidence."""
    places = [place for claim in finding.claims if (place := _place(claim, passage))]
    return max(
        (
            SentencePair(a.said[i], b.said[j]).likeness
            for (a, i), (b, j) in combinations(places, 2)
            if a.index != b.index
        ),
        default=0.0,
    )


def _place(claim: Claim, passage: Passage) -> tuple[Side, int] | None:
    """The side and the number of its sentence that hold the claim's evidence."""
    for side in passage.sides:
        if side.witness.article.id == claim.evidence.article:
            for n, said in enumerate(side.said):
                if said.span.overlap(claim.evidence.span):
                    return side, n
    return None


def _is_compared(claim: Claim, passage: Passage) -> bool:
    """False for evidence that lies in a caption, a teaser or other furniture."""
    for witness in passage.whole.witnesses:
        if witness.article.id == claim.evidence.article:
            starts = [sentence.span.start for sentence in witness.sentences]
            at = bisect_right(starts, claim.evidence.span.start) - 1
            return at < 0 or witness.sentences[at].role.is_compared
    return False
