"""What one finding makes needless of another in the same passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from compare.findings.wording import parts_of, told_otherwise
from compare.model import Claim, Evidence, Finding, Severity, Span, Verdict

_COVERED = 0.6
_OF_PEOPLE = ("age.", "place.home")
_SWAPS = frozenset({"swap.name", "swap.speaker", "swap.one_letter"})
_VALUES = frozenset({"number", "unit", "duration", "date", "time", "ordinal", "place"})
"""Kinds of which a difference that is too doubtful to alarm is no agreement either."""


def drop_needless(found: Sequence[Finding]) -> list[Finding]:
    """Without wording that a judged fact covers, equal or not, and without agreement of sentences that conflict."""
    judged = [f for f in found if f.verdict is Verdict.DIFFER and f.kind != "wording"]
    alarms = [f for f in judged if f.severity in (Severity.HIGH, Severity.MEDIUM)]
    told = [f for f in alarms if f.kind != "swap"]
    apart = [f for f in judged if f in alarms or (f.severity is Severity.LOW and f.kind in _VALUES)]
    kept = [f for f in found if not (_is_covered(f, judged) or _is_contradicted(f, apart) or _is_told(f, told))]
    agreed = _Agreed([f for f in found if f.verdict is Verdict.AGREE and f.kind != "statement"])
    return [left for f in kept if (left := _without_agreed(f, agreed))]


def drop_settled(found: Sequence[Finding]) -> list[Finding]:
    """Without what the story settles: ages and homes by whose they are, a swap by the two spellings of a name."""
    spelt = [f for f in found if f.kind == "name_spelling" and f.rule not in _SWAPS]
    settled: dict[tuple[str, Claim], list[set[Claim]]] = defaultdict(list)
    for finding in (f for f in found if f.rule.startswith(_OF_PEOPLE)):
        for claim in finding.claims:
            settled[finding.kind, claim].append(set(finding.claims))
    return [f for f in found if not (_is_settled(f, settled) or _is_spelt(f, spelt))]


def _is_settled(finding: Finding, settled: dict[tuple[str, Claim], list[set[Claim]]]) -> bool:
    if finding.rule.startswith(_OF_PEOPLE) or not finding.claims:
        return False
    return any(told.issuperset(finding.claims) for told in settled.get((finding.kind, finding.claims[0]), ()))


def _is_spelt(finding: Finding, spelt: Sequence[Finding]) -> bool:
    return finding.rule in _SWAPS and any(_lies_in(finding, other) for other in spelt)


class _Agreed:
    """Which agreements cover a claim, by number; each stretch of an article is looked at once."""

    def __init__(self, agreed: Sequence[Finding]) -> None:
        self._spans: dict[str, dict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
        self._known: dict[Evidence, frozenset[int]] = {}
        for number, finding in enumerate(agreed):
            for claim in finding.claims:
                self._spans[claim.evidence.article][number].append(claim.evidence.span)

    def covering(self, claim: Claim) -> frozenset[int]:
        """Numbers of the agreements that cover most of the claim."""
        stretch = claim.evidence
        if stretch not in self._known:
            there = self._spans[stretch.article].items()
            self._known[stretch] = frozenset(n for n, spans in there if _part(stretch.span, spans) >= _COVERED)
        return self._known[stretch]


def _without_agreed(finding: Finding, agreed: _Agreed) -> Finding | None:
    """The wording less what is two forms of one fact (UAE, United Arab Emirates); None if nothing is left."""
    if finding.kind != "wording":
        return finding
    parts = parts_of(finding)
    left = [(a, b) for a, b in parts if not agreed.covering(a) & agreed.covering(b)]
    if len(left) == len(parts):
        return finding
    return told_otherwise(left, finding.row) if left else None


def _is_told(finding: Finding, told: Sequence[Finding]) -> bool:
    """True for a mere swap of words where another comparer says what kind of fact it is."""
    return finding.kind == "swap" and any(_lies_in(other, finding) for other in told)


def _is_covered(finding: Finding, judged: Sequence[Finding]) -> bool:
    return finding.kind == "wording" and all(_share(claim, judged) >= _COVERED for claim in finding.claims)


def _share(claim: Claim, judged: Sequence[Finding]) -> float:
    """Share of the claim's characters that the evidence of judged differences covers."""
    here = claim.evidence
    return _part(here.span, [c.evidence.span for f in judged for c in f.claims if c.evidence.article == here.article])


def _part(span: Span, spans: Iterable[Span]) -> float:
    """Share of the span's characters that lie in one of the spans at least."""
    covered = {at for s in spans for at in range(max(span.start, s.start), min(span.end, s.end))}
    return len(covered) / max(1, len(span))


def _is_contradicted(finding: Finding, alarms: Sequence[Finding]) -> bool:
    return finding.kind == "statement" and any(_lies_in(alarm, finding) for alarm in alarms)


def _lies_in(alarm: Finding, statement: Finding) -> bool:
    """True where two witnesses' evidence of the difference touches what they are said to agree on."""
    touched = {
        mine.evidence.article
        for mine in statement.claims
        for theirs in alarm.claims
        if mine.evidence.article == theirs.evidence.article and mine.evidence.span.overlap(theirs.evidence.span)
    }
    return len(touched) > 1
