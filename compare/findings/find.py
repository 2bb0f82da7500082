"""The comparer tables, and the one loop that runs them."""

from __future__ import annotations

from compare.findings.comparer import Comparer, StoryComparer, StoryView
from compare.model import Finding

COMPARERS: tuple[Comparer, ...] = ()
"""One per kind, run over every passage."""

STORY_COMPARERS: tuple[StoryComparer, ...] = ()
"""One per kind, run once over the story."""


def find_findings(view: StoryView) -> tuple[Finding, ...]:
    """Every finding of the story, most severe first, then by place."""
    found = [f for p in view.passages for c in COMPARERS for f in c.compare(p)]
    found += [f for c in STORY_COMPARERS for f in c.compare_story(view)]
    return tuple(sorted(set(found), key=_place))


def _place(finding: Finding) -> tuple[object, ...]:
    first = finding.claims[0].evidence if finding.claims else None
    return (
        finding.severity.rank,
        finding.row if finding.row is not None else -1,
        first.span if first else (),
        finding.kind,
        finding.rule,
        str(finding.claims),
    )
