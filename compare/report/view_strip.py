"""The presence strip: which origin carries which passage, and where they differ; the minimap of a story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.model import Comparison, Severity
from compare.report.labels import count, is_alarm
from compare.report.view_sources import OriginView, Sources, SourceView

_GRAVE = (Severity.HIGH, Severity.MEDIUM)


@dataclass(frozen=True, slots=True)
class Run:
    """Passages side by side: the index of the first, and how many."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class LaneView:
    """One origin: runs of passages that it has, of those where it gravely differs from another, and of those where
    it differs a little (low only). `source` is its first article, `copies` are how many more it has."""

    source: SourceView
    copies: int
    has: tuple[Run, ...]
    differs: tuple[Run, ...]
    low: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class StripView:
    """All lanes, and the same in one sentence for those who do not see it."""

    length: int
    lanes: tuple[LaneView, ...]
    says: str

    @property
    def grave(self) -> bool:
        """Whether a lane shows a grave difference."""
        return any(lane.differs for lane in self.lanes)

    @property
    def low(self) -> bool:
        """Whether a lane shows a small one."""
        return any(lane.low for lane in self.lanes)


def strip_view(comparison: Comparison, sources: Sources) -> StripView:
    """The strip of a story; its lanes are the origins, for nine copies are one voice, its columns the passages."""
    grave, low = (_differing(comparison, sources, severities) for severities in (_GRAVE, (Severity.LOW,)))
    has: dict[int, set[int]] = defaultdict(set)
    for i, row in enumerate(comparison.rows):
        for k in row.witnesses:
            has[sources.views[k].origin].add(i)
    lanes = tuple(
        LaneView(
            origin.first,
            len(origin.copies),
            _runs(sorted(has[k])),
            _runs(sorted(grave[k])),
            _runs(sorted(low[k] - grave[k])),
        )
        for k, origin in enumerate(sources.origins)
    )
    total = len(comparison.rows)
    says = "; ".join(_says(origin, len(has[k]), total) for k, origin in enumerate(sources.origins))
    return StripView(total, lanes, says)


def _says(origin: OriginView, passages: int, total: int) -> str:
    copies = f" and {len(origin.copies)} more of its origin have" if origin.copies else " has"
    return f"{origin.first.siglum}{copies} {passages} of {count(total, 'passage')}"


def _differing(comparison: Comparison, sources: Sources, severities: Sequence[Severity]) -> Mapping[int, set[int]]:
    """The passages in which each origin, by number, differs by a finding of these severities."""
    rows: dict[int, set[int]] = defaultdict(set)
    for finding in filter(is_alarm, comparison.findings):
        if finding.row is not None and finding.severity in severities:
            for claim in finding.claims:
                rows[sources.of(claim.evidence.article).origin].add(finding.row)
    return rows


def _runs(indexes: Iterable[int]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for i in indexes:
        if runs and runs[-1].start + runs[-1].length == i:
            runs[-1] = Run(runs[-1].start, runs[-1].length + 1)
        else:
            runs.append(Run(i, 1))
    return tuple(runs)
