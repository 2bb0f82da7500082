"""How old the people of a story are: "Ann Lee, 36, of …", "36-year-old Ann Lee", wherever the articles say it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import combinations

from compare.facts.quantities import Quantity
from compare.findings.comparer import Level, Ruled, StoryView
from compare.findings.who import NAMED, people_of, row_of
from compare.model import Claim, Finding, Severity, Verdict

_BEHIND = re.compile(r",? \(?(?:who is |who was |is |was |aged? )?")
_CLOSED = re.compile(r"[,.;)]|-year-old| years old|\s+years of age")
_BEFORE = re.compile(r"(?:[ -]year[ -]old)?,? ")
_BIRTHDAY = 1.0
"""Years by which two ages of one person may differ between two reports."""


class AgeComparer(Ruled):
    """Ages of people known by two names or more; of one who is named nobody's age can be another's."""

    kind = "number"
    levels = (
        Level("age.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one says how old {name} is."),
        Level("age.equal", Verdict.AGREE, Severity.INFO, "Both say that {name} is {a}."),
        Level("age.birthday", Verdict.DIFFER, Severity.LOW, "{name} is {a} for one and {b} for the other: a birthday?"),
        Level("age.differ", Verdict.DIFFER, Severity.HIGH, "{name} is {a} for one and {b} for the other."),
    )

    def compare_story(self, view: StoryView) -> Iterator[Finding]:
        """One finding for every two witnesses that give a person's age."""
        found: dict[int, dict[int, Claim]] = {}
        for k in range(len(view.witnesses)):
            for number, claim in _ages(view, k):
                found.setdefault(number, {}).setdefault(k, claim)
        for number, ages in sorted(found.items()):
            name, row = people_of(view)[number].name, row_of(view, ages[min(ages)])
            for x, y in combinations((ages[k] for k in sorted(ages)), 2):
                yield self.finding(_relation(x, y, view), (x, y), row, name=name, **_told(x, y))


def _relation(x: Claim, y: Claim, view: StoryView) -> str:
    a, b = (claim.value for claim in (x, y))
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.low == b.low:
        return "equal"
    days = {w.article.published for w in view.witnesses if w.article.id in (x.evidence.article, y.evidence.article)}
    return "birthday" if abs(a.low - b.low) <= _BIRTHDAY and len(days) > 1 else "differ"


def _told(x: Claim, y: Claim) -> dict[str, str]:
    return {key: f"{claim.value.low:g}" for key, claim in (("a", x), ("b", y)) if isinstance(claim.value, Quantity)}


def _ages(view: StoryView, index: int) -> Iterator[tuple[int, Claim]]:
    """The ages that stand right behind or right before a person's name, with the person's number."""
    text = view.witnesses[index].article.text
    starts, ends = _named(view, index)
    before, behind = sorted(ends), sorted(starts)
    for claim in (c for claims in view.facts[index].claims for c in claims if _is_age(c)):
        span = claim.evidence.span
        at = bisect_right(before, span.start) - 1
        if at >= 0 and _BEHIND.fullmatch(text, before[at], span.start) and _closes(text, span.end):
            yield ends[before[at]], claim
            continue
        at = bisect_left(behind, span.end)
        if at < len(behind) and "year" in claim.evidence.quote and _BEFORE.fullmatch(text, span.end, behind[at]):
            yield starts[behind[at]], claim


def _named(view: StoryView, index: int) -> tuple[dict[int, int], dict[int, int]]:
    """Where the names of people of two words or more begin and end → the person's number."""
    starts, ends = {}, {}
    for number, figure in enumerate(people_of(view)):
        if len(figure.tokens) > 1:
            for mention in (m for p in figure.people.get(index, ()) for m in p.mentions if m.form in NAMED):
                starts[mention.span.start] = ends[mention.span.end] = number
    return starts, ends


def _is_age(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and claim.value.dimension == "age" and claim.value.low == claim.value.high


def _closes(text: str, at: int) -> bool:
    return at == len(text) or bool(_CLOSED.match(text, at)) or text[at - 3 : at] == "old"
