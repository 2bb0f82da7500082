"""One predicate negated by one witness and not by the other."""

from __future__ import annotations

from collections.abc import Iterator

from compare.facts.negation import Negation
from compare.facts.titles import title_words
from compare.facts.verb_roots import root_of
from compare.findings.capitals import names_of
from compare.findings.comparer import Level, PairComparer, Passage
from compare.findings.denials import is_bounded, may_deny
from compare.findings.exclusive import classes
from compare.findings.kinds import kinds_of
from compare.findings.negated_form import (
    COPULAS,
    is_for,
    is_had,
    is_having,
    is_name,
    is_noun,
    is_other_form,
    is_told_where,
    is_where,
    is_without,
    negates_noun,
)
from compare.findings.pairing import Said, SentencePair
from compare.findings.predication import (
    around,
    have_other_particles,
    is_infinitive,
    is_nominal,
    mood_of,
    names_before,
    shares_arguments,
    told_twice,
)
from compare.model import Claim, Finding, Severity, Verdict
from compare.text.words import Word

_FEWEST_SHARED = 2
_MOSTLY = 0.5
_MOSTLY_TOLD = 0.6
"""A sentence of which the other tells so much is about the same, wherever its arguments stand."""
_OBJECT_REACH = 4
_BESIDE = 2
"""Content words."""
_AUXILIARIES = frozenset("do does did has have had is are was were can could will would should may might must".split())
_RELATIVE, _RELATIVE_FROM = frozenset(("who", "which", "that")), 2
_COPULA_REACH = 5
_OF_SPEECH = frozenset("say says said tell tells told think thinks thought believe believes believed know knew".split())
"""Who did not say, or does not think, one thing says another."""
_DETERMINERS = frozenset("a an the any its his her their our this that these those".split())


class NegationComparer(PairComparer):
    """Same predicate and arguments, one of them negated."""

    kind = "negation"
    levels = (
        Level("negation.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one speaks of it: “{a}”."),
        Level("negation.both", Verdict.AGREE, Severity.INFO, "Both deny it: “{a}” and “{b}”."),
        Level(
            "negation.one_side", Verdict.DIFFER, Severity.HIGH, "One says “{a}”, the other “{b}” without the negation."
        ),
    )

    skips_equal = False

    def compare_pair(self, pair: SentencePair, passage: Passage) -> Iterator[Finding]:
        """What both deny, or the first thing that one denies and the other tells."""
        a, b = (_negations(passage, said) for said in (pair.a, pair.b))
        if a and b:
            same = ((x, next((y for y in b if y.subject == x.subject), None)) for x in a)
            yield from (self.finding("both", (x, y)) for x, y in same if y)
        elif a or b:
            there, plain = (pair.a, pair.b) if a else (pair.b, pair.a)
            yield from self._one_side(a or b, there, plain, pair)

    def _one_side(self, negated: list[Claim], there: Said, plain: Said, pair: SentencePair) -> Iterator[Finding]:
        if len(negated) % 2 == 0 or (len(pair.shared) < _FEWEST_SHARED and pair.contained < _MOSTLY):
            return
        for claim in negated:
            value = claim.value
            if not isinstance(value, Negation) or is_bounded(claim, there, pair):
                continue
            told = (w for w in plain.words if w.stem and _is_told(root_of(w), claim.subject))
            word = next((w for w in told if _is_denied(claim, value, there, plain, w, pair)), None)
            if word is None:
                continue
            other = plain.claim(self.kind, claim.subject, plain.whole(word), claim.subject)
            claims = (claim, other) if there is pair.a else (other, claim)
            yield self.finding("one_side", claims, a=claim.evidence.quote, b=other.evidence.quote)
            return


def _is_denied(claim: Claim, value: Negation, there: Said, plain: Said, word: Word, pair: SentencePair) -> bool:
    """True where the plain sentence tells by this word what the other denies."""
    if told_twice(there, value.predicate) and value.complement not in around(plain, word):
        return False  # it denies it of one thing and tells it of another
    if _names_another(claim, there, plain):
        return False
    if _has_another_object(value, word, there, plain) and not _is_denied_clause(claim, value, plain, word):
        return False
    return not may_deny(plain, word, there) and _is_same_predication(claim, there, plain, word, pair)


def _is_denied_clause(claim: Claim, value: Negation, plain: Said, word: Word) -> bool:
    """True for "denied that workers had warned the company" against "workers had warned the firm"."""
    quote = claim.evidence.quote.lower()
    return quote.startswith("den") and " that " in quote and value.complement in around(plain, word, _BESIDE)


def _is_same_predication(claim: Claim, there: Said, plain: Said, word: Word, pair: SentencePair) -> bool:
    """True where both tell the predicate of something that they share, the one denying what the other tells as done."""
    at = claim.evidence.span
    denied = next((w for w in there.words if w.start >= at.start and w.stem and root_of(w) == claim.subject), None)
    if denied is None or denied.folded in _OF_SPEECH or is_name(claim, denied, there) or _is_of_title(plain, word):
        return False
    if mood_of(there, denied) != mood_of(plain, word) or is_infinitive(plain, word):
        return False
    if have_other_particles(there, denied, plain, word, strict=pair.of_reports):
        return False
    is_doer = root_of(word) != claim.subject  # a writer writes
    if is_nominal(plain, word) and not (is_doer or is_noun(claim, there, denied)):
        return False
    subject = names_before(there, denied)
    if subject and subject.isdisjoint(plain.stems):
        return False
    if pair.of_reports and subject and (other := names_before(plain, word)) and subject.isdisjoint(other):
        return False
    if _is_of_others(claim, there, plain) or is_other_form(claim, there, denied, word):
        return False
    if (is_without(claim) or (pair.of_reports and is_having(claim))) and not is_had(plain, word):
        return False
    if is_for(claim, denied, there, plain, word):
        return False
    if (pair.of_reports or claim.evidence.quote.lower().startswith("none of")) and negates_noun(claim):
        return pair.contained >= _MOSTLY_TOLD and not (pair.of_reports and _is_another_deed(claim, plain, word))
    if pair.of_reports and is_where(claim, denied, there) and not is_told_where(plain, word):
        return False
    if _is_of_another_member(claim, there, plain):
        return False
    if not pair.of_reports and _are_people(there, denied, plain, word):
        return True
    return pair.contained >= _MOSTLY_TOLD or _shares_arguments(claim, there, denied, plain, word)


def _is_another_deed(claim: Claim, plain: Said, word: Word) -> bool:
    """True for "no decision was reached" where the decision is told of without the reaching right beside it."""
    if claim.evidence.quote.lower().startswith("none of"):
        return True  # of them it denies what follows, not that there are any
    complement = claim.value.complement if isinstance(claim.value, Negation) else ""
    return bool(complement) and complement not in around(plain, word, _BESIDE)


def _is_of_title(plain: Said, word: Word) -> bool:
    """True for the first word of "prime minister"."""
    behind = plain.words[plain.words.index(word) + 1 :][:1]
    return word.folded in title_words().modifiers and any(w.folded in title_words().offices for w in behind)


def _is_of_another_member(claim: Claim, there: Said, plain: Said) -> bool:
    """True for "is not wearing a red shirt" against "wears a blue shirt": only the colour is denied."""
    at = claim.evidence.span
    denied = {classes().get(w.folded) for w in there.words if at.start <= w.start < at.end} - {None}
    words = {w.folded for w in there.words}
    return any(classes().get(w.folded) in denied and w.folded not in words for w in plain.words)


def _are_people(there: Said, denied: Word, plain: Said, word: Word) -> bool:
    """True where somebody does it here and there: people, a man, children."""
    subjects = [
        [w for w in said.words[: said.words.index(verb)] if kinds_of(w) == "person"]
        for said, verb in ((there, denied), (plain, word))
    ]
    return all(subjects)


def _is_of_others(claim: Claim, there: Said, plain: Said) -> bool:
    """True for "others who did not vote" where the other sentence knows no others: it tells of somebody else."""
    at = next(n for n, w in enumerate(there.words) if w.start >= claim.evidence.span.start)
    while at and there.words[at - 1].folded in _AUXILIARIES:
        at -= 1
    if at < _RELATIVE_FROM or there.words[at - 1].folded not in _RELATIVE:
        return False
    whom, before = there.words[at - 2], there.words[max(0, at - 2 - _COPULA_REACH) : at - 2]
    is_description = any(w.folded in COPULAS for w in before[:-1])  # "she is an actress who did not"
    return not is_description and root_of(whom) not in _roots(plain)


def _shares_arguments(claim: Claim, there: Said, denied: Word, plain: Said, word: Word) -> bool:
    """True where what is denied of the predicate, or who it is denied of, is told of it in the plain sentence too.

    "No X did Y" denies of X that it did Y: there it is Y that both must tell.
    """
    value = claim.value
    complement = value.complement if isinstance(value, Negation) else ""
    told = root_of(word) != claim.subject or not complement or complement in around(plain, word)
    if negates_noun(claim):
        return told and bool(around(there, denied) & around(plain, word) or not complement)
    return (told and bool(complement)) or shares_arguments(there, denied, plain, word)


def _negations(passage: Passage, said: Said) -> list[Claim]:
    return [claim for claim in passage.whole.facts[said.index].claims[said.sentence] if claim.kind == "negation"]


def _names_another(claim: Claim, negated: Said, plain: Said) -> bool:
    """True where a name behind the negator is unknown to the plain sentence: "no album by Ann", "an album by Ben"."""
    start = claim.evidence.span.start
    return any(w.start > start and w.stem not in plain.stems for w in names_of(negated))


def _has_another_object(value: Negation, predicate: Word, negated: Said, plain: Said) -> bool:
    """True where each predicate has an object of its own: "did not sign the treaty", "signed the declaration"."""
    there = next((word for word in negated.words if root_of(word) == value.predicate), None)
    if there is None:
        return False
    ours, theirs = _object(negated, there), _object(plain, predicate)
    return bool(ours and theirs) and not ours & _roots(plain) and not theirs & _roots(negated)


def _is_told(root: str, predicate: str) -> bool:
    """True for the predicate and for who does it: write, writer; direct, director."""
    return root == predicate or root in (predicate + "r", predicate + "er", predicate + "or")


def _object(said: Said, predicate: Word) -> set[str]:
    """Roots of the noun phrase right after the predicate."""
    found = set()
    for word in said.words[said.words.index(predicate) + 1 :][:_OBJECT_REACH]:
        if word.stem:
            found.add(root_of(word))
        elif word.folded not in _DETERMINERS:
            break
    return found


def _roots(said: Said) -> set[str]:
    return {root_of(word) for word in said.words if word.stem}
