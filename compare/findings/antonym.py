"""Opposed words in the place of each other: shares rose, shares fell."""

from __future__ import annotations

from collections.abc import Iterator

from compare.facts.negation import NEGATORS
from compare.facts.polarity import are_kin, are_opposed, is_polar, polar_root
from compare.findings.comparer import Level, Passage
from compare.findings.pairing import Said, SentencePair
from compare.model import Finding, Severity, Verdict
from compare.text.words import Word

_FEWEST_SHARED = 2


class AntonymComparer:
    """One of a closed list of opposed pairs, each half in one sentence only, with the same arguments."""

    kind = "antonym"
    levels = (
        Level("antonym.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one says “{a}”."),
        Level("antonym.opposed", Verdict.DIFFER, Severity.HIGH, "“{a}” and “{b}” are opposites."),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """Findings of one passage: at most one of two sentences."""
        for pair in passage.sentence_pairs:
            found = _opposed(pair) if len(pair.shared) >= _FEWEST_SHARED else None
            if found:
                a, b = found
                claims = (pair.a.claim(self.kind, a.folded, [a]), pair.b.claim(self.kind, b.folded, [b]))
                yield self.levels[1].finding(self.kind, claims, passage.index)


def _opposed(pair: SentencePair) -> tuple[Word, Word] | None:
    """The first two words that oppose each other, where neither sentence has kin of the other's word."""
    roots_a, roots_b = ({polar_root(word) for word in said.words} for said in (pair.a, pair.b))
    if bool(_negators(pair.a)) != bool(_negators(pair.b)):
        return None
    ours = [word for word in pair.a.words if is_polar(polar_root(word)) and polar_root(word) not in roots_b]
    theirs = [word for word in pair.b.words if is_polar(polar_root(word)) and polar_root(word) not in roots_a]
    for x in ours:
        for y in theirs:
            a, b = polar_root(x), polar_root(y)
            if (
                are_opposed(a, b)
                and not any(are_kin(a, z) for z in roots_b)
                and not any(are_kin(b, z) for z in roots_a)
            ):
                return x, y
    return None


def _negators(said: Said) -> set[str]:
    return {word.folded for word in said.words} & NEGATORS
