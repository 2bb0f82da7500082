"""One person, "he" in one witness and "she" in another; worded as what it is: the pronouns differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.facts.pointers import PRONOUNS
from compare.findings.comparer import Level, Passage, StoryView
from compare.findings.who import Figure, people_of, rows_by_sentence
from compare.model import Claim, Finding, Severity, Verdict
from compare.text.words import Word

_ALIKE_FROM = 0.65
_LONGEST = 3


class GenderComparer:
    """Strong pronoun evidence on both sides, and each side of one mind; never a first name."""

    kind = "gender"
    levels = (
        Level("gender.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one has a pronoun for this person."),
        Level("gender.same_place", Verdict.DIFFER, Severity.HIGH, "The pronouns differ in one place: “{a}”, “{b}”."),
        Level("gender.pronouns_differ", Verdict.DIFFER, Severity.HIGH, "The pronouns for {name} differ: “{a}”, “{b}”."),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """Two sentences that are nearly one, with "he" where the other has "she"."""
        for pair in passage.sentence_pairs:
            if pair.alike >= _ALIKE_FROM:
                for block in pair.blocks:
                    ours, theirs = _pronoun(block.a), _pronoun(block.b)
                    if ours and theirs and PRONOUNS[ours.folded] != PRONOUNS[theirs.folded]:
                        claims = (
                            pair.a.claim("pronoun", PRONOUNS[ours.folded], [ours]),
                            pair.b.claim("pronoun", PRONOUNS[theirs.folded], [theirs]),
                        )
                        yield self.levels[1].finding(self.kind, claims, passage.index)

    def compare_story(self, view: StoryView) -> Iterator[Finding]:
        """One finding for each person, with the evidence of every witness."""
        for figure in people_of(view):
            claims = [claim for index in sorted(figure.people) for claim in _evidence(view, index, figure)]
            first = next(iter(claims), None)
            other = next((c for c in claims if first and c.value != first.value), None)
            if first and other:
                row = _row(view, other) if _row(view, other) is not None else _row(view, first)
                quotes = {"a": first.evidence.quote, "b": other.evidence.quote, "name": figure.name}
                yield self.levels[2].finding(self.kind, claims, row, **quotes)


def _pronoun(words: Sequence[Word]) -> Word | None:
    """The pronoun of a block that holds little else."""
    found = [word for word in words if word.folded in PRONOUNS]
    return found[0] if len(found) == 1 and len(words) <= _LONGEST else None


def _evidence(view: StoryView, index: int, figure: Figure) -> list[Claim]:
    """The pronouns of one witness; none where the article itself has both."""
    names = {person.name for person in figure.people[index]}
    found = [c for by in view.facts[index].claims for c in by if c.kind == "pronoun" and c.subject in names]
    return found if len({claim.value for claim in found}) == 1 else []


def _row(view: StoryView, claim: Claim) -> int | None:
    for (index, sentence), row in rows_by_sentence(view).items():
        witness = view.witnesses[index]
        here = witness.article.id == claim.evidence.article
        if here and witness.sentences[sentence].span.overlap(claim.evidence.span):
            return row
    return None
