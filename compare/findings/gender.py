"""One person, "he" in one witness and "she" in another; worded as what it is: the pronouns differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from compare.facts.pointers import PRONOUNS
from compare.findings.comparer import Level, PairComparer, Passage, StoryView
from compare.findings.pairing import SentencePair
from compare.findings.who import Figure, people_of, row_of
from compare.model import Claim, Finding, Severity, Verdict
from compare.text.words import Word

_ALIKE_FROM = 0.65
_LONGEST = 3


class GenderComparer(PairComparer):
    """Strong pronoun evidence on both sides, and each side of one mind; never a first name."""

    kind = "gender"
    levels = (
        Level("gender.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one has a pronoun for this person."),
        Level("gender.same_place", Verdict.DIFFER, Severity.HIGH, "The pronouns differ in one place: “{a}”, “{b}”."),
        Level("gender.pronouns_differ", Verdict.DIFFER, Severity.HIGH, "The pronouns for {name} differ: “{a}”, “{b}”."),
    )

    def compare_pair(self, pair: SentencePair, _: Passage) -> Iterator[Finding]:
        """Two sentences that are nearly one, with "he" where the other has "she"."""
        for block in pair.blocks if pair.alike >= _ALIKE_FROM else ():
            ours, theirs = _pronoun(block.a), _pronoun(block.b)
            if ours and theirs and PRONOUNS[ours.folded] != PRONOUNS[theirs.folded]:
                told = ((pair.a, ours), (pair.b, theirs))
                yield self.finding("same_place", [s.claim("pronoun", PRONOUNS[w.folded], [w]) for s, w in told])

    def compare_story(self, view: StoryView) -> Iterator[Finding]:
        """One finding for each person, with the evidence of every witness."""
        for figure in people_of(view):
            claims = [claim for index in sorted(figure.people) for claim in _evidence(view, index, figure)]
            first = next(iter(claims), None)
            other = next((c for c in claims if first and c.value != first.value), None)
            if first and other:
                row = row_of(view, other)
                row = row_of(view, first) if row is None else row
                quotes = {"a": first.evidence.quote, "b": other.evidence.quote, "name": figure.name}
                yield self.finding("pronouns_differ", claims, row, **quotes)


def _pronoun(words: Sequence[Word]) -> Word | None:
    """The pronoun of a block that holds little else."""
    found = [word for word in words if word.folded in PRONOUNS]
    return found[0] if len(found) == 1 and len(words) <= _LONGEST else None


def _evidence(view: StoryView, index: int, figure: Figure) -> list[Claim]:
    """The pronouns of one witness; none where the article itself has both."""
    by_name = _pronouns(view)[index]
    names = dict.fromkeys(person.name for person in figure.people[index])
    found = sorted((c for name in names for c in by_name.get(name, ())), key=lambda c: c.evidence.span)
    return found if len({claim.value for claim in found}) == 1 else []


@lru_cache(maxsize=2)
def _pronouns(view: StoryView) -> tuple[dict[str, list[Claim]], ...]:
    """For each witness: a person's name → the pronouns that stand for them."""
    found: tuple[dict[str, list[Claim]], ...] = tuple({} for _ in view.facts)
    for by_name, facts in zip(found, view.facts, strict=True):
        for claim in (c for claims in facts.claims for c in claims if c.kind == "pronoun"):
            by_name.setdefault(claim.subject, []).append(claim)
    return found
