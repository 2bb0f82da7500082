"""What the witnesses of a passage say alike, sentence for sentence; facts agree in the comparers of their kinds."""

from __future__ import annotations

from collections.abc import Iterator

from compare.findings.comparer import Level, PairComparer, Passage
from compare.findings.pairing import Said, SentencePair
from compare.model import Claim, Finding, Severity, Verdict

_FEWEST, _FEWEST_TOLD = 2, 3
_ALIKE_FROM = 0.65
_SHARED_FROM = 0.25
_WITHIN_FROM = 0.5


class AgreementComparer(PairComparer):
    """Sentences that answer one another, from "the same words" down to "the same matter".

    Of sentences that share a few words among many, no more is said than that both touch the matter: read by hand, half
    of them do not say the same (30 pairs of reports by BASIL and AllSides).
    """

    kind = "statement"
    levels = (
        Level("statement.none", Verdict.ONLY_IN, Severity.INFO, "Only one says this."),
        Level("statement.same_words", Verdict.AGREE, Severity.INFO, "Both say this in the same words."),
        Level("statement.same_content", Verdict.AGREE, Severity.INFO, "Both say this, nearly in the same words."),
        Level("statement.shared", Verdict.AGREE, Severity.INFO, "Both report this, each in its own words."),
        Level("statement.touched", Verdict.AGREE, Severity.INFO, "Both speak of this; each says more of it, or other."),
    )

    skips_equal = False

    def compare_pair(self, pair: SentencePair, passage: Passage) -> Iterator[Finding]:
        """At most one agreement, over the words that both have."""
        if pair.is_equal or len(pair.shared) >= _FEWEST:
            yield self.finding(_relation(pair, passage), (_shared(pair.a, pair), _shared(pair.b, pair)))


def _relation(pair: SentencePair, passage: Passage) -> str:
    if pair.is_equal:
        return "same_words"
    if pair.alike >= _ALIKE_FROM:
        return "same_content"
    if _denies(pair.a, passage) != _denies(pair.b, passage) or len(pair.shared) < _FEWEST_TOLD:
        return "touched"  # one denies something; or nothing but a name and a figure is in both
    return "shared" if pair.alike >= _SHARED_FROM or pair.contained >= _WITHIN_FROM else "touched"


def _denies(said: Said, passage: Passage) -> bool:
    """True where the sentence denies something; "not merely" denies nothing."""
    return any(claim.kind == "negation" for claim in passage.whole.facts[said.index].claims[said.sentence])


def _shared(said: Said, pair: SentencePair) -> Claim:
    """The stretch from the first to the last content word that the other sentence has too."""
    words = [word for word in said.words if word.stem in pair.shared]
    return said.claim("statement", " ".join(sorted(pair.shared)), words)
