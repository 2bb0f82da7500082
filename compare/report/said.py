"""Each finding with where it stands, for the exports that go finding by finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.model import Finding
from compare.report.formats import Job
from compare.report.ids import finding_ids, row_ids, story_id
from compare.report.review import ReviewMark
from compare.report.view_findings import plain_rule
from compare.report.view_sources import Sources, headline


@dataclass(frozen=True, slots=True)
class Said:
    """A finding, its story and its anchor; `passage` is the anchor of its row, if it has one."""

    finding: Finding
    id: str
    passage: str
    sources: Sources
    story: str
    headline: str
    rule: str
    mark: ReviewMark | None


def each_finding(job: Job) -> Iterator[Said]:
    """Every finding of the run, story by story, in the order of the comparison."""
    for comparison in job.run.comparisons:
        sources, rows, title = Sources(comparison), row_ids(comparison), headline(comparison)
        anchor = story_id(comparison.story)
        for finding, name in zip(comparison.findings, finding_ids(comparison), strict=True):
            passage = rows[finding.row] if finding.row is not None else ""
            rule = plain_rule(finding, sources)
            yield Said(finding, name, passage, sources, anchor, title, rule, job.marks.get(name))
