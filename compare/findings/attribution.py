"""The same content from another speaker, or from the narrator."""

from __future__ import annotations

from collections.abc import Iterator

from compare.facts.attribution import Statement
from compare.facts.pointers import PRONOUNS
from compare.findings.comparer import Level, Passage, Ruled, Side
from compare.findings.matching import Placed, match_claims, placed_claims
from compare.findings.pairing import Said
from compare.findings.speakers import speaker_words
from compare.model import Finding, Role, Severity, Verdict
from compare.text.folding import fold

_ALIKE_FROM = 0.6
_TOLD_FROM = 0.8
_FEWEST = 3
_SOURCED = frozenset(
    "i we my our me us reportedly allegedly apparently according reports sources alleged purported".split()
)
"""Words of a sentence that is somebody's own or hands on what somebody says."""
_MARKS = ('"', "“", "”", "''", "«", "»", "„")


class AttributionComparer(Ruled):
    """Who says what: two people known by their full names; a pronoun or title stands for its person."""

    kind = "attribution"
    levels = (
        Level("attribution.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one names a speaker."),
        Level("attribution.same", Verdict.AGREE, Severity.INFO, "Both have this from {speaker}."),
        Level("attribution.speaker", Verdict.DIFFER, Severity.MEDIUM, "One has this from {a}, the other from {b}."),
        Level("attribution.narrator", Verdict.DIFFER, Severity.LOW, "One has this from {a}, the other says it itself."),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """Findings of one passage."""
        for match in match_claims(passage, self.kind, Statement, _relate, ("same",), ("speaker",)):
            a, b = match.a.value.speaker, match.b.value.speaker
            yield self.finding(match.relation, match.claims, a=a, b=b, speaker=a)
        for a_side, b_side in passage.pairs():
            if self.kind not in a_side.by_kind and self.kind not in b_side.by_kind:
                continue
            for pair in passage.standing(a_side, b_side):
                yield from self._told(a_side, pair.a, b_side, pair.b)
                yield from self._told(b_side, pair.b, a_side, pair.a)

    def _told(self, side: Side, said: Said, other: Side, plain: Said) -> Iterator[Finding]:
        """What a speaker says in one sentence and the narrator in the other, which names no source at all."""
        if self.kind not in side.by_kind or not _is_narrated(other, plain):
            return
        for placed in (p for p in placed_claims(side, self.kind, Statement) if p.said is said):
            content = _stems(placed)
            shared = [word for word in plain.words if word.stem in content]
            enough = max(_FEWEST, _TOLD_FROM * len(content), _TOLD_FROM * len(plain.stems))
            if _is_told_by(placed, plain) and len({word.stem for word in shared}) >= enough:
                told = plain.claim(self.kind, Statement(" ".join(w.folded for w in shared)), shared)
                claims = (placed.claim, told) if side.index < other.index else (told, placed.claim)
                yield self.finding("narrator", claims, a=placed.value.speaker)


def _relate(x: Placed[Statement], y: Placed[Statement]) -> str:
    if not _same_content(x, y):
        return ""
    ours, theirs = speaker_words(x.value), speaker_words(y.value)
    if not ours or not theirs or not (x.value.asserted and y.value.asserted):
        return ""
    if ours & theirs:
        return "same"
    if any(placed.claim.subject.casefold() in PRONOUNS for placed in (x, y)):
        return ""  # whom a pronoun stands for is read from the sentences before, and not surely
    if len(x.value.person) < 2 or len(y.value.person) < 2 or set(x.value.person) & set(y.value.person):
        return ""  # bodies have many names; of a person half a name is not enough
    return "" if ours & _others(y) or theirs & _others(x) else "speaker"


def _same_content(x: Placed[Statement], y: Placed[Statement]) -> bool:
    ours, theirs = _stems(x), _stems(y)
    shared = len(ours & theirs)
    if ours == theirs and ours and len(x.said.stems & y.said.stems) >= _FEWEST:
        return True  # "said on Friday that he welcomed the decision": short, and the same throughout
    return shared >= _FEWEST and 2 * shared >= _ALIKE_FROM * (len(ours) + len(theirs))


def _stems(placed: Placed[Statement]) -> frozenset[str]:
    span = placed.claim.evidence.span
    return frozenset(w.stem for w in placed.said.words if w.stem and span.start <= w.start < span.end)


def _is_told_by(placed: Placed[Statement], plain: Said) -> bool:
    """True for a statement of somebody of whom the other sentence says nothing; "coast" alone is no coast guard."""
    words, there = speaker_words(placed.value), {fold(word.written) for word in plain.words}
    named = words & there if placed.value.person else words <= there
    return placed.value.asserted and bool(words) and not named


def _is_narrated(side: Side, said: Said) -> bool:
    """True for a sentence of the body that names no source, in the third person."""
    if said.witness.sentences[said.sentence].role is not Role.BODY:
        return False
    written = said.span.of(said.witness.article.text)
    if any(word.folded in _SOURCED for word in said.words) or any(mark in written for mark in _MARKS):
        return False
    return not any(
        claim.kind in ("attribution", "quotation")
        for claim in (*side.facts.claims[said.sentence], *side.facts.running.get(said.sentence, ()))
    )


def _others(placed: Placed[Statement]) -> frozenset[str]:
    """Every word of the sentence that holds the statement."""
    return frozenset(fold(word.written) for word in placed.said.words)
