"""One office, two holders: two names that share no word for the same office of the same body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.facts.naming import same_name
from compare.facts.titles import Office, read_offices, title_words
from compare.findings.comparer import Level, Passage, Ruled, Side
from compare.findings.title_role import far_apart
from compare.findings.who import Figure, figures_by_name
from compare.model import Claim, Finding, Severity, Span, Verdict


@dataclass(frozen=True)
class _Held:
    figure: Figure
    office: Office
    body: frozenset[str]
    name: Claim


class NameConflictComparer(Ruled):
    """Names in one office; a successor is plausible where the reports lie more than thirty days apart."""

    kind = "name_conflict"
    levels = (
        Level(
            "name_conflict.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one names the holder of the office."
        ),
        Level("name_conflict.over_time", Verdict.DIFFER, Severity.INFO, "{office}: “{a}” and “{b}”, at another time."),
        Level(
            "name_conflict.holder", Verdict.DIFFER, Severity.HIGH, "{office} is “{a}” for one and “{b}” for the other."
        ),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """Findings of every two sentences that stand against each other."""
        for a, b in passage.pairs():
            ours, theirs = _held(passage, a), _held(passage, b)
            for x in ours:
                for y in theirs:
                    if _conflict(x, y, a, b):
                        late = far_apart(a.witness.article, b.witness.article)
                        office = f"The {x.office}".replace("The the", "The")
                        yield self.finding("over_time" if late else "holder", (x.name, y.name), office=office)


def _conflict(x: _Held, y: _Held, a: Side, b: Side) -> bool:
    if x.office.head != y.office.head or x.office.grades != y.office.grades or not x.body or x.body != y.body:
        return False
    if (
        x.figure is y.figure
        or set(x.figure.tokens) & set(y.figure.tokens)
        or same_name(x.figure.tokens, y.figure.tokens)
    ):
        return False
    return b.index not in x.figure.people and a.index not in y.figure.people


def _held(passage: Passage, side: Side) -> list[_Held]:
    """Titles of the passage that stand right before a name, with what they are over."""
    known = figures_by_name(passage.whole)
    names = {claim.evidence.span.start: claim for claim in side.claims if claim.kind == "person"}
    text = side.witness.article.text
    found = []
    for claim in side.claims:
        figure = known.get((side.index, claim.subject)) if claim.kind == "title" else None
        name = _behind(text, claim.evidence.span, names)
        if figure is None or name is None or len(figure.tokens) < 2:
            continue
        offices = read_offices(str(claim.value))
        if len(offices) == 1:
            found.append(_Held(figure, offices[0], _body(str(claim.value)), name))
    return found


def _behind(text: str, title: Span, names: dict[int, Claim]) -> Claim | None:
    for gap in (1, 2):
        claim = names.get(title.end + gap)
        if claim and not text[title.end : title.end + gap].strip(" ."):
            return claim
    return None


def _body(title: str) -> frozenset[str]:
    """What the title is over: its words that are no part of the office itself."""
    known = title_words()
    return frozenset(
        w for w in title.split() if not known.is_title_part(w) and w not in ("of", "the", "for", "and", "at")
    )
