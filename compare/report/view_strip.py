"""The presence strip: which source carries which passage, and where they differ; the minimap of a story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.model import Comparison, Severity
from compare.report.labels import count, is_alarm
from compare.report.view_sources import Sources, SourceView

_GRAVE = (Severity.HIGH, Severity.MEDIUM)


@dataclass(frozen=True, slots=True)
class Run:
    """Passages side by side: the index of the first, and how many."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class LaneView:
    """One source: runs of passages that it has, of those where it gravely differs from another, and of those where
    it differs a little (low only)."""

    source: SourceView
    has: tuple[Run, ...]
    differs: tuple[Run, ...]
    low: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class StripView:
    """All lanes, and the same in one sentence for those who do not see it."""

    length: int
    lanes: tuple[LaneView, ...]
    says: str


def strip_view(comparison: Comparison, sources: Sources) -> StripView:
    """The strip of a story; its lanes are the sources, its columns the passages."""
    grave, low = (_differing(comparison, severities) for severities in (_GRAVE, (Severity.LOW,)))
    lanes = tuple(
        LaneView(
            view,
            _runs(i for i, row in enumerate(comparison.rows) if row.readings[view.index]),
            _runs(sorted(grave[view.article])),
            _runs(sorted(low[view.article] - grave[view.article])),
        )
        for view in sources.views
    )
    total = len(comparison.rows)
    says = "; ".join(f"{v.siglum} has {v.passages} of {count(total, 'passage')}" for v in sources.views)
    return StripView(total, lanes, says)


def _differing(comparison: Comparison, severities: Sequence[Severity]) -> Mapping[str, set[int]]:
    """The passages in which each article, by id, differs from another by a finding of these severities."""
    rows: dict[str, set[int]] = defaultdict(set)
    for finding in filter(is_alarm, comparison.findings):
        if finding.row is not None and finding.severity in severities:
            for claim in finding.claims:
                rows[claim.evidence.article].add(finding.row)
    return rows


def _runs(indexes: Iterable[int]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for i in indexes:
        if runs and runs[-1].start + runs[-1].length == i:
            runs[-1] = Run(runs[-1].start, runs[-1].length + 1)
        else:
            runs.append(Run(i, 1))
    return tuple(runs)
