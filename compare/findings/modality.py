"""One predicate told as done and as expected, planned, possible or reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compare.facts.modality import Modality, Status, read_fact
from compare.findings.comparer import Level, PairComparer, Passage
from compare.findings.pairing import Said, SentencePair
from compare.findings.predication import around, names_before
from compare.findings.published import is_earlier
from compare.model import Claim, Finding, Severity, Verdict
from compare.text.words import Word

_FEWEST_SHARED = 3
_FEWEST_ARGUMENTS = 2
_MOSTLY = 0.5
_NEARLY_ONE = 0.65
_OF_PASSIVE = frozenset("was were been being had has have".split())
_SOURCED = re.compile(r"\b(?:report|alleg|accord|claim|said|says?|told|sources?|believed|suspect)", re.IGNORECASE)
_GUESSED = re.compile(
    r"\b(?:appear|seem|apparent|likely|possib|perhaps|probab|believ|think|thought|suspect|claim|alleg|may|might)\w*",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:again|previously|formerly|no longer|used to|once more|restor\w+|resum\w+)\b", re.IGNORECASE)
"""Words by which a sentence tells of two times."""
_CERTAIN, _OPEN = frozenset(("will", "shall")), frozenset(("may", "might"))
_BE = frozenset("is are was were be been being".split())
_FUTURE = frozenset({Status.EXPECTED, Status.PLANNED})


@dataclass(frozen=True, slots=True)
class _Hedged:
    """The modal claims of a sentence."""

    said: Said
    claims: tuple[Claim, ...]


class ModalityComparer(PairComparer):
    """Fact against expectation, plan, possibility or report, for one predicate with shared arguments."""

    kind = "modality"
    levels = (
        Level("modality.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one says how sure it is: “{a}”."),
        Level("modality.equal", Verdict.AGREE, Severity.INFO, "Both tell it alike: “{a}” and “{b}”."),
        Level(
            "modality.in_between",
            Verdict.DIFFER,
            Severity.INFO,
            "“{a}” and “{b}”: it may have happened between the two.",
        ),
        Level(
            "modality.future",
            Verdict.DIFFER,
            Severity.MEDIUM,
            "One tells as a fact what the other expects: “{a}”, “{b}”.",
        ),
        Level(
            "modality.possible",
            Verdict.DIFFER,
            Severity.MEDIUM,
            "One tells as a fact what the other leaves open: “{a}”, “{b}”.",
        ),
        Level(
            "modality.likely",
            Verdict.DIFFER,
            Severity.LOW,
            "One expects what the other leaves open: “{a}”, “{b}”.",
        ),
        Level(
            "modality.certain",
            Verdict.DIFFER,
            Severity.MEDIUM,
            "One says that it will be so, the other that it may: “{a}”, “{b}”.",
        ),
    )

    skips_equal = False

    def compare_pair(self, pair: SentencePair, passage: Passage) -> Iterator[Finding]:
        """What each sentence hedges against what the other tells of it."""
        a, b = (_hedged(passage, said) for said in (pair.a, pair.b))
        yield from self._judge(a, b, pair, passage, flip=False)
        yield from self._judge(b, a, pair, passage, flip=True)

    def _judge(
        self, hedged: _Hedged, plain: _Hedged, pair: SentencePair, passage: Passage, *, flip: bool
    ) -> Iterator[Finding]:
        told = {claim.subject: claim for claim in plain.claims}
        spans = [claim.evidence.span for claim in plain.claims]
        for claim in hedged.claims:
            value = claim.value
            if not isinstance(value, Modality):
                continue
            if value.predicate in told:
                if not flip:
                    other = told[value.predicate]
                    relation = _certainty(claim, other) if len(pair.shared) >= _FEWEST_SHARED else "equal"
                    yield self.finding(relation, (claim, other))
                continue
            word = read_fact(plain.said.words, value.predicate, spans)
            if word is None or len(pair.shared) < _FEWEST_SHARED:
                continue
            if not _is_of_one_thing(pair, hedged.said, claim, plain.said, word):
                continue
            if _is_open_too(value, plain.said, word) or _is_of_the_doer(value, claim, hedged.said, plain.said, word):
                continue
            if value.status in _FUTURE and any(_AGAIN.search(_written(said)) for said in (hedged.said, plain.said)):
                continue
            fact = plain.said.claim(
                self.kind, Modality(Status.FACT, value.predicate), plain.said.whole(word), value.predicate
            )
            relation = _relation(value, claim, fact, passage)
            if relation == "future" and not _is_sooner(fact, claim, passage) and _is_progress(pair, plain.said, word):
                relation = "in_between"
            yield self.finding(relation, (fact, claim) if flip else (claim, fact))


def _hedged(passage: Passage, said: Said) -> _Hedged:
    claims = passage.whole.facts[said.index].claims[said.sentence]
    return _Hedged(said, tuple(claim for claim in claims if isinstance(claim.value, Modality)))


def _certainty(a: Claim, b: Claim) -> str:
    """Both hedge one predicate: alike, or one expects what is merely possible for the other."""
    status = {c.value.status for c in (a, b) if isinstance(c.value, Modality)}
    if Status.POSSIBLE not in status or not status & _FUTURE:
        return "equal"
    first = {c.evidence.quote.split()[0].casefold() for c in (a, b)}
    return "certain" if first & _CERTAIN and first & _OPEN else "likely"


def _relation(value: Modality, claim: Claim, fact: Claim, passage: Passage) -> str:
    """A fact against what is not told as one: expected before, or left open."""
    if value.status not in _FUTURE:
        return "possible"
    return "in_between" if _is_sooner(claim, fact, passage) else "future"


def _written(said: Said) -> str:
    return said.span.of(said.witness.article.text)


def _is_open_too(value: Modality, plain: Said, word: Word) -> bool:
    """True where the other sentence hands it on from somebody, or guesses too, in other words."""
    if value.status is Status.REPORTED:
        return bool(_SOURCED.search(_written(plain)))
    before = plain.witness.article.text[plain.span.start : word.start]
    return value.status is Status.POSSIBLE and bool(_GUESSED.search(before))


def _is_of_the_doer(value: Modality, claim: Claim, hedged: Said, plain: Said, word: Word) -> bool:
    """True for "he allegedly hit her" against "she was hit": what is alleged is who did it."""
    if value.status is not Status.REPORTED:
        return False
    at = plain.words.index(word)
    passive = at > 0 and plain.words[at - 1].folded in _BE
    behind = plain.words[at + 1].folded if at + 1 < len(plain.words) else ""
    cue = next(n for n, w in enumerate(hedged.words) if w.start >= claim.evidence.span.start)
    return passive and behind != "by" and not any(w.folded in _BE for w in hedged.words[max(0, cue - 1) : cue + 2])


def _is_sooner(a: Claim, b: Claim, passage: Passage) -> bool:
    """True where the article of the first claim is known to have come out before that of the second."""
    articles = {w.article.id: w.article for w in passage.whole.witnesses}
    return is_earlier(articles[a.evidence.article], articles[b.evidence.article])


def _is_progress(pair: SentencePair, plain: Said, word: Word) -> bool:
    """True for a finite past in a sentence of other words: a report of the eve and one of the day after differ so.

    A participle ("co-chaired by the two") tells of the same moment as the expectation, and so does a near copy.
    """
    return pair.alike < _NEARLY_ONE and not _is_participle(plain, word)


def _is_participle(said: Said, word: Word) -> bool:
    """True for a participle without an auxiliary: before "by", or as the first word of a sentence."""
    first, at = said.words.index(said.whole(word)[0]), said.words.index(word)
    if first == 0:
        return True
    behind = said.words[at + 1].folded if at + 1 < len(said.words) else ""
    return behind == "by" and said.words[first - 1].folded not in _OF_PASSIVE


def _is_of_one_thing(pair: SentencePair, hedged: Said, claim: Claim, plain: Said, word: Word) -> bool:
    """True where the predicates share what they are told of: a verb alone comes twice in any two reports."""
    at = claim.evidence.span
    told = next((w for w in reversed(hedged.words) if w.end <= at.end and w.stem), None)
    if told is None:
        return False
    doer = names_before(plain, word)
    if doer and doer.isdisjoint(hedged.stems) and pair.alike < _NEARLY_ONE:
        return False  # some cities have imposed a ban, another will impose one
    ours, theirs = around(hedged, told), around(plain, word)
    return len(ours & theirs) >= min(_FEWEST_ARGUMENTS, len(ours), len(theirs)) and pair.contained >= _MOSTLY
