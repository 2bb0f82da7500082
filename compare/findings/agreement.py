"""What the witnesses of a passage say alike, sentence for sentence; facts agree in the comparers of their kinds."""

from __future__ import annotations

from collections.abc import Iterator

from compare.findings.comparer import Level, Passage
from compare.findings.pairing import Said, SentencePair
from compare.model import Claim, Finding, Severity, Verdict

_FEWEST = 2
_ALIKE_FROM = 0.65
_SHARED_FROM = 0.25
_WITHIN_FROM = 0.5


class AgreementComparer:
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

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """One agreement for each two sentences that stand against each other, over the words that both have."""
        for pair in passage.sentence_pairs:
            level = self._level(pair)
            if level is not None:
                yield level.finding(self.kind, (_shared(pair.a, pair), _shared(pair.b, pair)), passage.index)

    def _level(self, pair: SentencePair) -> Level | None:
        if pair.is_equal:
            return self.levels[1]
        if len(pair.shared) < _FEWEST:
            return None
        if pair.alike >= _ALIKE_FROM:
            return self.levels[2]
        return self.levels[3] if pair.alike >= _SHARED_FROM or pair.contained >= _WITHIN_FROM else self.levels[4]


def _shared(said: Said, pair: SentencePair) -> Claim:
    """The stretch from the first to the last content word that the other sentence has too."""
    words = [word for word in said.words if word.stem in pair.shared]
    return said.claim("statement", " ".join(sorted(pair.shared)), words)
