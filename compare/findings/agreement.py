"""What the witnesses of a passage say alike, sentence for sentence; facts agree in the comparers of their kinds."""

from __future__ import annotations

from collections.abc import Iterator

from compare.facts.polarity import are_opposed, is_polar
from compare.facts.quantities import Quantity
from compare.facts.verb_roots import root_of
from compare.findings.comparer import Level, PairComparer, Passage
from compare.findings.pairing import Said, SentencePair
from compare.findings.quantity_relation import AGREEING, comparable, relate_quantities
from compare.model import Claim, Finding, Severity, Verdict

_FEWEST, _FEWEST_TOLD = 2, 3
_ALIKE_FROM = 0.65
_SHARED_FROM = 0.25
_WITHIN_FROM = 0.5
_SAID = frozenset("said says told tells added".split())


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
    if pair.alike < _SHARED_FROM and pair.contained < _WITHIN_FROM:
        return "touched"
    if len(pair.shared) < _FEWEST_TOLD and pair.alike < _ALIKE_FROM:
        return "touched"  # nothing but a name and a figure is in both
    if _denies(pair.a, passage) != _denies(pair.b, passage) or _are_opposed(pair) or _count_otherwise(pair, passage):
        return "touched"
    if pair.alike >= _ALIKE_FROM:
        return "same_content"
    told = pair.shared - _speaker(pair.a, passage) - _speaker(pair.b, passage)
    return "shared" if len(told) >= _FEWEST else "touched"


def _are_opposed(pair: SentencePair) -> bool:
    """True for "rose 4 percent" against "fell after an early rise": words that one alone has are opposites."""
    ours, theirs = (
        {root_of(w) for w in said.words if w.stem and w.stem not in pair.shared} for said in (pair.a, pair.b)
    )
    polar = [root for root in theirs if is_polar(root)]
    return any(are_opposed(one, other) for one in ours if is_polar(one) for other in polar)


def _count_otherwise(pair: SentencePair, passage: Passage) -> bool:
    """True where both count one kind of thing and no figure of the one goes with any of the other."""
    ours, theirs = (list(_values(said, passage)) for said in (pair.a, pair.b))
    compared = [
        relate_quantities(x, y)
        for x in ours
        for y in theirs
        if comparable(x, y) and (x.family == y.family or not (x.head and y.head) or len(ours) == len(theirs) == 1)
    ]
    return bool(compared) and not any(relation in AGREEING for relation in compared)


def _values(said: Said, passage: Passage) -> Iterator[Quantity]:
    for claim in passage.whole.facts[said.index].claims[said.sentence]:
        if isinstance(claim.value, Quantity):
            yield claim.value


def _speaker(said: Said, passage: Passage) -> frozenset[str]:
    """The words for who says it and that it is said: that one body speaks in both does not make them say the same."""
    claims = passage.whole.facts[said.index].claims[said.sentence]
    names = [word for c in claims if c.kind == "attribution" for word in c.subject.casefold().split()]
    return frozenset(w.stem for w in said.words if w.folded in names or w.folded in _SAID) if names else frozenset()


def _denies(said: Said, passage: Passage) -> bool:
    """True where the sentence denies something; "not merely" denies nothing."""
    return any(claim.kind == "negation" for claim in passage.whole.facts[said.index].claims[said.sentence])


def _shared(said: Said, pair: SentencePair) -> Claim:
    """The stretch from the first to the last content word that the other sentence has too."""
    words = [word for word in said.words if word.stem in pair.shared]
    return said.claim("statement", " ".join(sorted(pair.shared)), words)
