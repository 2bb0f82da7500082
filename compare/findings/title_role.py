"""What two witnesses call one person: a minister for one, a deputy minister for the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from compare.facts.people import Title
from compare.facts.titles import Office, read_offices, title_words
from compare.findings.comparer import Level, Passage, Ruled, Side
from compare.findings.pairing import pair_sentences
from compare.findings.who import Figure, figures_by_name
from compare.model import Article, Claim, Finding, Severity, Verdict
from compare.text.folding import stem_of

_LONG = timedelta(days=30)
_NEARLY_ONE = 0.8
_REACH = 40
"""Characters."""
_EXCLUSIVE = frozenset(
    "minister governor mayor senator representative judge magistrate prosecutor ambassador consul professor doctor "
    "engineer bishop archbishop captain lieutenant colonel major sergeant corporal private admiral commander inspector "
    "constable superintendent detective".split()
)
_PAST = frozenset(("former", "ex", "acting", "interim"))


class TitleRoleComparer(Ruled):
    """Offices of one head and another grade; longer, shorter and abbreviated forms of one title are the same."""

    kind = "title_role"
    levels = (
        Level("title_role.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one gives a title."),
        Level("title_role.equal", Verdict.AGREE, Severity.INFO, "Both give {name} the title “{a}”."),
        Level("title_role.form", Verdict.AGREE, Severity.INFO, "“{a}” and “{b}” are forms of one title of {name}."),
        Level(
            "title_role.over_time", Verdict.DIFFER, Severity.INFO, "{name}: “{a}” and “{b}”, perhaps at another time."
        ),
        Level("title_role.grade", Verdict.DIFFER, Severity.MEDIUM, "{name} is “{a}” for one and “{b}” for the other."),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """One finding for each person to whom two witnesses give a title in the passage."""
        for a, b in passage.pairs():
            ours, theirs = _titled(passage, a), _titled(passage, b)
            for key in [key for key in ours if key in theirs]:
                (figure, x), (_, y) = ours[key], theirs[key]
                readings = [(p, q, True) for p, q in _in_one_place((a, b), x, y)] or [(_longest(x), _longest(y), False)]
                for p, q, together in readings:
                    relation = _relation((a, b), figure, p, q, together)
                    if relation:
                        yield self.finding(relation, (p, q), name=figure.name)


def _relation(sides: tuple[Side, Side], figure: Figure, x: Claim, y: Claim, together: bool) -> str:
    """The name of the level of two titles of one person, "" where they cannot be held against each other."""
    ours, theirs = read_offices(str(x.value)), read_offices(str(y.value))
    if not ours or not theirs:
        return ""
    if x.value == y.value:
        return "equal"
    if any(_is_one(p, q) and not _is_other(p, q) for p in ours for q in theirs):
        return "form"
    if not any(_is_graded(p, q) or _is_other(p, q) for p in ours for q in theirs):
        return ""
    if _is_graded_before(sides, x, theirs) or _is_graded_before(sides[::-1], y, ours):
        return ""
    known = [_offices(side, figure) for side in sides]
    if not together and any(_is_one(p, q) and not _is_other(p, q) for p in known[0] for q in known[1]):
        return ""  # elsewhere one witness gives the other's title too
    late = far_apart(sides[0].witness.article, sides[1].witness.article)
    past = any(set(office.grades) & _PAST for office in (*ours, *theirs))
    return "over_time" if late or past else "grade"


def _is_graded_before(sides: Sequence[Side], title: Claim, others: Sequence[Office]) -> bool:
    """True where words right before a title give the grade that the other title has: "Assistant chief fire officer"."""
    span = title.evidence.span
    words = [w.folded for w in sides[0].words if w.end <= span.start and w.start > span.start - _REACH]
    return any(office.grades and set(office.grades) <= set(words) for office in others)


def far_apart(a: Article, b: Article) -> bool:
    """True where two reports lie more than thirty days apart, so that offices may have changed hands."""
    if a.published is None or b.published is None:
        return False
    return abs(a.published.date() - b.published.date()) > _LONG


def _is_one(a: Office, b: Office) -> bool:
    return a.head == b.head and a.grades == b.grades


def _is_graded(a: Office, b: Office) -> bool:
    if a.head != b.head or a.grades == b.grades:
        return False
    return not a.domain or not b.domain or bool(set(a.domain) & set(b.domain))


def _is_other(a: Office, b: Office) -> bool:
    """Two offices that one person hardly holds at once: judge and prosecutor, minister of finance and of justice."""
    if a.head != b.head:
        return a.head in _EXCLUSIVE and b.head in _EXCLUSIVE
    ours, theirs = _portfolios(a), _portfolios(b)
    return a.grades == b.grades and bool(ours) and bool(theirs) and not ours & theirs


def _portfolios(office: Office) -> set[str]:
    known = title_words().portfolios
    return {stem_of(word, "en") for word in office.domain if word in known}


def _in_one_place(sides: tuple[Side, Side], ours: list[Claim], theirs: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The titles that replace each other in two sentences which are nearly one."""
    for pair in pair_sentences(sides[0].said, sides[1].said):
        x = [claim for claim in ours if pair.a.span.overlap(claim.evidence.span)]
        y = [claim for claim in theirs if pair.b.span.overlap(claim.evidence.span)]
        both = {claim.value for claim in x} & {claim.value for claim in y}
        own = [[claim for claim in titles if claim.value not in both] for titles in (x, y)]
        if all(own) and pair.alike >= _NEARLY_ONE:
            yield _longest(own[0]), _longest(own[1])


def _longest(titles: list[Claim]) -> Claim:
    return max(titles, key=lambda claim: len(claim.evidence.quote))


def _offices(side: Side, figure: Figure) -> list[Office]:
    titles: list[Title] = [t for p in figure.people.get(side.index, ()) for t in p.titles]
    return [office for title in titles for office in title.offices]


def _titled(passage: Passage, side: Side) -> dict[int, tuple[Figure, list[Claim]]]:
    """Each person of the passage with the titles there."""
    known = figures_by_name(passage.whole)
    found: dict[int, tuple[Figure, list[Claim]]] = {}
    for claim in side.claims:
        figure = known.get((side.index, claim.subject)) if claim.kind == "title" else None
        if figure is not None:
            found.setdefault(id(figure), (figure, []))[1].append(claim)
    return found
