"""One person in two witnesses: the same name, or a longer and a shorter form of it."""

from __future__ import annotations

from collections.abc import Iterator

from compare.findings.comparer import Level, Passage, Ruled, Side
from compare.findings.who import figures_by_name
from compare.model import Claim, Finding, Severity, Verdict


class NameComparer(Ruled):
    """Agreement on who is named; conflicts of names are judged over the whole story."""

    kind = "name"
    levels = (
        Level("name.not_mentioned", Verdict.ONLY_IN, Severity.INFO, "Only one names “{a}”."),
        Level("name.equal", Verdict.AGREE, Severity.INFO, "Both name {a}."),
        Level("name.form", Verdict.AGREE, Severity.INFO, "“{a}” and “{b}” are one person."),
    )

    def compare(self, passage: Passage) -> Iterator[Finding]:
        """One agreement for each person whom two witnesses name in the passage, by their fullest forms there."""
        for a, b in passage.pairs():
            ours, theirs = _named(passage, a), _named(passage, b)
            for who in [key for key in ours if key in theirs]:
                x, y = ours[who], theirs[who]
                same = x.evidence.quote.casefold() == y.evidence.quote.casefold()
                yield self.finding("equal" if same else "form", (x, y))


def _named(passage: Passage, side: Side) -> dict[int, Claim]:
    """Each person of the passage with the longest naming there."""
    known = figures_by_name(passage.whole)
    found: dict[int, Claim] = {}
    for claim in side.claims:
        figure = known.get((side.index, claim.subject)) if claim.kind == "person" else None
        if figure is not None:
            kept = found.get(id(figure))
            if kept is None or len(claim.evidence.quote) > len(kept.evidence.quote):
                found[id(figure)] = claim
    return found
