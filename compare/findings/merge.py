"""From findings of pairs to findings of the story: N witnesses with one value give one finding with all its claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from compare.findings.comparer import Passage, Side
from compare.model import Claim, Evidence, Finding, Span, Verdict

Mark = tuple[str, int, int]
"""Where evidence lies: article, start, end."""
_COMPARED_DIRECTLY = 2
"""Witnesses of a passage that the comparers saw both, so that nothing is left to add."""


def join_witnesses(found: Iterable[Finding], order: Sequence[str], *, of_story: bool = False) -> list[Finding]:
    """Findings of one kind, verdict and passage that share a claim become one; `order` is that of the witnesses.

    Differences that are judged over the whole story join wherever they stand: one spelling, one home, told once.

    Agreements join only while no two of their claims are told apart elsewhere: "212" and "221" each go with "more than
    200", and not with each other.
    """
    every = list(found)
    ties = [_ties(finding, of_story) for finding in every]
    if len(set().union(*ties)) == sum(map(len, ties)):  # most passages: no two share a claim
        return every
    joined = _Joined(every)
    holders: dict[object, list[int]] = {}
    for n, finding in enumerate(every):
        for tie in ties[n]:
            held = holders.setdefault(tie, [])
            for first in held:
                a, b = sorted((joined.root(first), joined.root(n)))
                if a != b and (finding.verdict is not Verdict.AGREE or not joined.is_conflict(a, b)):
                    joined.join(a, b)
            if all(joined.root(first) != joined.root(n) for first in held):
                held.append(n)
    return [_one(group, order) for group in joined.groups.values()]


def _ties(finding: Finding, of_story: bool) -> dict[object, None]:
    """By what it may join others: its claims, each with what is told of them; a sentence shown beside ties nothing."""
    row = None if of_story and finding.verdict is Verdict.DIFFER else finding.row
    rule = finding.rule if finding.kind == "statement" else ""
    return {
        (finding.kind, finding.verdict, row, rule, *_mark(claim)): None
        for claim in finding.claims
        if claim.kind != "sentence"
    }


class _Joined:
    """Findings that became one, by the number of their first: the findings, their evidence and what that differs from.

    Kept as they grow: asked anew for each two, sixty rewrites of one text took half of the whole comparison.
    """

    def __init__(self, every: Sequence[Finding]) -> None:
        apart = _told_apart(every)
        self.groups = {n: [finding] for n, finding in enumerate(every)}
        self._root = list(range(len(every)))
        self._marks = [{_mark(claim) for claim in finding.claims} for finding in every]
        self._against = [set[Mark]().union(*(apart.get(mark, ()) for mark in marks)) for marks in self._marks]

    def root(self, n: int) -> int:
        """The number of the group that finding n is in."""
        while self._root[n] != n:
            self._root[n] = self._root[self._root[n]]
            n = self._root[n]
        return n

    def is_conflict(self, a: int, b: int) -> bool:
        """Whether evidence of one group was found to differ from evidence of the other."""
        return not self._against[a].isdisjoint(self._marks[b])

    def join(self, a: int, b: int) -> None:
        """Add group b to group a, which stands before it."""
        self._root[b] = a
        self.groups[a] += self.groups.pop(b)
        for sets in (self._marks, self._against):
            small, large = sorted((sets[a], sets[b]), key=len)
            large |= small
            sets[a], sets[b] = large, set()


def _told_apart(found: Iterable[Finding]) -> dict[Mark, set[Mark]]:
    """Evidence → the evidence of other witnesses that it was found to differ from."""
    apart: dict[Mark, set[Mark]] = {}
    for finding in found:
        if finding.verdict is Verdict.DIFFER and finding.kind != "wording":
            for a, b in combinations(finding.claims, 2):
                if a.evidence.article != b.evidence.article:
                    apart.setdefault(_mark(a), set()).add(_mark(b))
                    apart.setdefault(_mark(b), set()).add(_mark(a))
    return apart


def add_copies(finding: Finding, passage: Passage) -> Finding:
    """Give a finding the same claims of those witnesses that have the passage word for word."""
    if all(len(group) == 1 for group in passage.wordings) or len(passage.sides) == _COMPARED_DIRECTLY:
        return finding
    claims = list(finding.claims)
    for group in passage.wordings:
        for side in group[:1] if len(group) > 1 else ():
            mine = [c for c in finding.claims if c.evidence.article == side.witness.article.id]
            claims += [c for claim in mine for other in group[1:] if (c := _same_place(claim, side, other))]
    order = [side.witness.article.id for side in passage.sides]
    return replace(finding, claims=_ordered(claims, order))


def worded_for_all(finding: Finding) -> Finding:
    """The note of an agreement of more than two says "all" where its rule says "both"."""
    many = len({claim.evidence.article for claim in finding.claims}) > 2
    if finding.verdict is Verdict.AGREE and many and finding.note.startswith("Both "):
        return replace(finding, note="All " + finding.note.removeprefix("Both "))
    return finding


def join_passages(found: Sequence[Finding], order: Sequence[str]) -> list[Finding]:
    """The same difference between the same witnesses, told again in another passage, becomes one finding."""
    groups: dict[object, list[Finding]] = {}
    for finding in found:
        groups.setdefault(_repeat_key(finding), []).append(finding)
    return [_one(group, order) for group in groups.values()]


def _repeat_key(finding: Finding) -> object:
    if finding.verdict is not Verdict.DIFFER:
        return (finding.kind, finding.row, finding.rule, finding.claims)
    readings = {(c.evidence.article, c.subject, str(c.value)) for c in finding.claims}
    return (finding.kind, finding.rule, tuple(sorted(readings)))


def _mark(claim: Claim) -> Mark:
    return claim.evidence.article, claim.evidence.span.start, claim.evidence.span.end


def _one(group: Sequence[Finding], order: Sequence[str]) -> Finding:
    if len(group) == 1:
        return group[0]
    worst = min(group, key=lambda f: (f.severity.rank, f.row is None, f.row or 0, -_values(f)))
    claims = _ordered([claim for finding in group for claim in finding.claims], order)
    told = {str(claim.value) for claim in worst.claims}
    further = {str(c.value): c.evidence.quote for c in reversed(claims) if str(c.value) not in told}
    note = worst.note
    if further and worst.verdict is Verdict.DIFFER:
        note += " Also: " + ", ".join(f"“{quote}”" for quote in sorted(further.values())) + "."
    return replace(worst, claims=claims, note=note)


def _values(finding: Finding) -> int:
    """How many values it names: what holds of two must be said of a group, not "all say 14" of one that has 17 too."""
    return len({str(claim.value) for claim in finding.claims})


def _ordered(claims: Iterable[Claim], order: Sequence[str]) -> tuple[Claim, ...]:
    place = {article: n for n, article in enumerate(order)}
    unique = {(c.kind, *_mark(c), c.subject): c for c in claims}
    return tuple(sorted(unique.values(), key=lambda c: (place[c.evidence.article], c.evidence.span, c.kind, c.subject)))


def _same_place(claim: Claim, side: Side, other: Side) -> Claim | None:
    for mine, theirs in zip(side.said, other.said, strict=True):
        if mine.span.overlap(claim.evidence.span):
            shift = theirs.span.start - mine.span.start
            span = Span(claim.evidence.span.start + shift, claim.evidence.span.end + shift)
            article = other.witness.article
            if span.of(article.text) == claim.evidence.quote:
                return replace(claim, evidence=Evidence(article.id, span, claim.evidence.quote))
    return None
