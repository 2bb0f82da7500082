"""The same content from another speaker, or from the narrator."""

from __future__ import annotations

from collections.abc import Iterator

from compare.facts.attribution import Statement
from compare.findings.comparer import Level, Passage
from compare.findings.matching import Placed, match_claims
from compare.model import Finding, Severity, Verdict

_ALIKE_FROM = 0.6
_FEWEST = 3
_VAGUE = frozenset(
    "he she they it i we you who his her their that which official officials source sources people police authorities "
    "report reports statement spokesman spokeswoman spokesperson critics experts analysts one others some many".split()
)


class AttributionComparer:
    """Who says what: two people known by their full names; a pronoun or title stands for its person."""

    kind = "attribution"
    levels = (
        Level("attribution.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one names a speaker."),
        Level("attribution.same", Verdict.AGREE, Severity.INFO, "Both report this as said by {speaker}."),
        Level("attribution.speaker", Verdict.DIFFER, Severity.MEDIUM, "One has this from {a}, the other from {b}."),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """Findings of one passage."""
        for match in match_claims(passage, self.kind, Statement, _relate, ("same",), ("speaker",)):
            a, b = match.a, match.b
            level = self.levels[1 if match.relation == "same" else 2]
            names = {"a": a.value.speaker, "b": b.value.speaker, "speaker": a.value.speaker}
            yield level.finding(self.kind, (a.claim, b.claim), passage.index, **names)


def _relate(x: Placed[Statement], y: Placed[Statement]) -> str:
    if not _same_content(x, y):
        return ""
    ours, theirs = _speaker(x), _speaker(y)
    if not ours or not theirs:
        return ""
    if ours & theirs:
        return "same"
    if len(x.value.person) < 2 or len(y.value.person) < 2 or set(x.value.person) & set(y.value.person):
        return ""  # bodies have many names; of a person half a name is not enough
    return "" if ours & _others(y) or theirs & _others(x) else "speaker"


def _same_content(x: Placed[Statement], y: Placed[Statement]) -> bool:
    ours, theirs = _stems(x), _stems(y)
    shared = len(ours & theirs)
    return shared >= _FEWEST and 2 * shared >= _ALIKE_FROM * (len(ours) + len(theirs))


def _stems(placed: Placed[Statement]) -> frozenset[str]:
    span = placed.claim.evidence.span
    return frozenset(w.stem for w in placed.said.words if w.stem and span.start <= w.span.start < span.end)


def _speaker(placed: Placed[Statement]) -> frozenset[str]:
    """The speaker's words without function words; empty for a pronoun or for nobody in particular."""
    words = placed.value.speaker.lower().replace("’s", "").replace("'s", "").split()
    told = {word.strip(".,") for word in words}
    if told <= _VAGUE:
        return frozenset()
    return frozenset(told - _VAGUE - {"the", "a", "an", "of", "and", "mr", "mrs", "ms", "dr", "for", "in", "at"})


def _others(placed: Placed[Statement]) -> frozenset[str]:
    """Every word of the sentence that holds the statement."""
    return frozenset(word.written.lower() for word in placed.said.words)
