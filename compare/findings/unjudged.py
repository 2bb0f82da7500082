"""What was compared as text only: readings without sentence ends and tables of figures, told so in a note."""

from __future__ import annotations

from collections.abc import Iterator

from compare.findings.comparer import MOST_CLAIMS, Side, StoryView
from compare.findings.initials import initial_notes
from compare.findings.pairing import LONGEST
from compare.findings.slips import slip_notes

_OPENING = 60


def unjudged_notes(view: StoryView) -> tuple[str, ...]:
    """A sentence for each reading that is not judged value by value, and for names too many to be told apart."""
    as_text = (
        f"“{_opening(side)}” in {side.witness.article.id} {reason}: what both say and what one alone has is shown, "
        "its names, dates and figures are not judged one by one."
        for passage in view.passages
        if len(passage.sides) > 1
        for side in passage.sides
        for reason in _reasons(side)
    )
    return (*as_text, *slip_notes(view), *initial_notes(view))


def _reasons(side: Side) -> Iterator[str]:
    longest = max((len(said.words) for said in side.said), default=0)
    if longest > LONGEST:
        yield f"runs on for {longest:,} words without the end of a sentence"
    elif len(side.claims) > MOST_CLAIMS:
        yield f"holds {len(side.claims):,} names, dates and figures, as a table does"


def _opening(side: Side) -> str:
    text = " ".join(side.wording[0][: 2 * _OPENING].split())
    return text if len(text) <= _OPENING else text[:_OPENING].rsplit(" ", 1)[0] + " …"
