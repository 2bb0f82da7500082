"""findings.jsonl: one finding a line, each with all that it needs to be read alone."""

from __future__ import annotations

from collections.abc import Iterator

from compare.report.formats import Job, Page
from compare.report.json_text import plain
from compare.report.plain import SCHEMA_VERSION, plain_claim
from compare.report.said import Said, each_finding


def draw_json_lines(job: Job) -> Iterator[Page]:
    """The one file of this format."""
    yield Page("findings.jsonl", (_line(said) for said in each_finding(job)))


def _line(said: Said) -> str:
    finding = said.finding
    told = {
        "schema_version": SCHEMA_VERSION,
        "id": said.id,
        "story": said.story,
        "headline": said.headline,
        "kind": finding.kind,
        "verdict": str(finding.verdict),
        "severity": str(finding.severity),
        "rule": finding.rule,
        "note": said.rule,
        "passage": said.passage or None,
        "mark": said.mark.mark if said.mark else None,
        "claims": [{**plain_claim(c), "source": said.sources.of(c.evidence.article).name} for c in finding.claims],
    }
    return plain(told) + "\n"
