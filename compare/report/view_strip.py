"""The presence strip: which source carries which passage, and where they differ; the minimap of a story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from compare.model import Comparison
from compare.report.labels import count, is_alarm
from compare.report.view_sources import Sources, SourceView


@dataclass(frozen=True, slots=True)
class Run:
    """Passages side by side: the index of the first, and how many."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class LaneView:
    """One source: runs of passages that it has, and of those where it differs from another."""

    source: SourceView
    has: tuple[Run, ...]
    differs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class StripView:
    """All lanes, and the same in one sentence for those who do not see it."""

    length: int
    lanes: tuple[LaneView, ...]
    says: str


def strip_view(comparison: Comparison, sources: Sources) -> StripView:
    """The strip of a story; its lanes are the sources, its columns the passages."""
    differing: dict[str, set[int]] = {v.article: set() for v in sources.views}
    for finding in filter(is_alarm, comparison.findings):
        if finding.row is not None:
            for claim in finding.claims:
                differing[claim.evidence.article].add(finding.row)
    lanes = tuple(
        LaneView(
            view,
            _runs(i for i, row in enumerate(comparison.rows) if row.readings[view.index]),
            _runs(sorted(differing[view.article])),
        )
        for view in sources.views
    )
    total = len(comparison.rows)
    says = "; ".join(f"{v.siglum} has {v.passages} of {count(total, 'passage')}" for v in sources.views)
    return StripView(total, lanes, says)


def _runs(indexes: Iterable[int]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for i in indexes:
        if runs and runs[-1].start + runs[-1].length == i:
            runs[-1] = Run(runs[-1].start, runs[-1].length + 1)
        else:
            runs.append(Run(i, 1))
    return tuple(runs)
