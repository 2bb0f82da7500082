"""One predicate negated by one witness and not by the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.facts.negation import Negation
from compare.facts.verb_roots import root_of
from compare.findings.capitals import names_of
from compare.findings.comparer import Level, Passage
from compare.findings.pairing import Said, SentencePair
from compare.model import Claim, Finding, Severity, Verdict
from compare.text.words import Word

_FEWEST_SHARED = 2
_MOSTLY = 0.5
_SOFT_REACH = 7
_OBJECT_REACH = 4
_DETERMINERS = frozenset("a an the any its his her their our this that these those".split())
_HARD = re.compile(
    r"\b(?:not|no|never|none|nobody|n[o']t|cannot|neither|nor|nothing|without"
    r"|(?:have|has|had|did|do|does|is|are|was|were|could|would|should|wo)nt)\b|n['’]t\b",
    re.IGNORECASE,
)
_SOFT = re.compile(
    r"\b(?:rather than|far from|too|instead of|non|yet to|declin\w*|fail\w*|lack\w*|(?<!the )(?<!and )only|unable"
    r"|refus\w*|den(?:y|ie\w*)|oppos(?:e[ds]?|ing)|reject\w*|avoid\w*|prevent\w*|stop\w*|turn\w* down"
    r"|stay\w* away|absence|free of|other than|few|(?<!a )(?<!the )(?<!this )little|hardly|barely|against|despite"
    r"|although|but|un(?!der|til|it|i[oq]|iv|if)[a-z]{4,}|impossible"
    r"|dis(?!c(?:us|ov|ip)|t(?:r|an|in)|play|pat|put|ast|ea)[a-z]{5,})\b",
    re.IGNORECASE,
)


class NegationComparer:
    """Same predicate and arguments, one of them negated."""

    kind = "negation"
    levels = (
        Level("negation.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one speaks of it: “{a}”."),
        Level("negation.both", Verdict.AGREE, Severity.INFO, "Both deny it: “{a}” and “{b}”."),
        Level(
            "negation.one_side", Verdict.DIFFER, Severity.HIGH, "One says “{a}”, the other “{b}” without the negation."
        ),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """Findings of one passage."""
        for pair in passage.sentence_pairs:
            a, b = (_negations(passage, said) for said in (pair.a, pair.b))
            if a and b:
                yield from self._both(a, b, passage)
            elif a:
                yield from self._one_side(a, pair.a, pair.b, pair, passage)
            elif b:
                yield from self._one_side(b, pair.b, pair.a, pair, passage)

    def _both(self, a: list[Claim], b: list[Claim], passage: Passage) -> Iterator[Finding]:
        for x in a:
            same = next((y for y in b if y.subject == x.subject), None)
            if same:
                yield self.levels[1].finding(self.kind, (x, same), passage.index)

    def _one_side(
        self, negated: list[Claim], there: Said, plain: Said, pair: SentencePair, passage: Passage
    ) -> Iterator[Finding]:
        if len(negated) % 2 == 0 or (len(pair.shared) < _FEWEST_SHARED and pair.contained < _MOSTLY):
            return
        for claim in negated:
            value = claim.value
            word = next((w for w in plain.words if w.stem and _is_told(root_of(w), claim.subject)), None)
            if word is None or not isinstance(value, Negation):
                continue
            if _names_another(claim, there, plain) or _has_another_object(value, word, there, plain):
                continue
            if _may_deny(plain, word, there):
                continue
            other = plain.claim(self.kind, claim.subject, plain.whole(word), claim.subject)
            first = there is pair.a
            yield self.levels[2].finding(
                self.kind,
                (claim, other) if first else (other, claim),
                passage.index,
                a=claim.evidence.quote,
                b=other.evidence.quote,
            )
            return


def _text(said: Said) -> str:
    return said.span.of(said.witness.article.text)


def _may_deny(plain: Said, predicate: Word, negated: Said) -> bool:
    """True where words near the predicate may deny it in another way that the negated sentence does not have too."""
    at = plain.words.index(predicate)
    near = plain.words[max(0, at - _SOFT_REACH) : at + _SOFT_REACH]
    text = plain.witness.article.text[near[0].span.start : near[-1].span.end]
    return bool(_HARD.search(text)) or not _soft(text) <= _soft(_text(negated))


def _soft(text: str) -> set[str]:
    return {match.group().lower() for match in _SOFT.finditer(text)}


def _negations(passage: Passage, said: Said) -> list[Claim]:
    return [claim for claim in passage.whole.facts[said.index].claims[said.sentence] if claim.kind == "negation"]


def _names_another(claim: Claim, negated: Said, plain: Said) -> bool:
    """True where a name behind the negator is unknown to the plain sentence: "no album by Ann", "an album by Ben"."""
    start = claim.evidence.span.start
    return any(w.span.start > start and w.stem not in plain.stems for w in names_of(negated))


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
