"""findings.csv: one line per piece of evidence, for a spreadsheet; no cell can start a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from compare.report.formats import Job, Page
from compare.report.said import Said, each_finding
from compare.report.visible import storable

COLUMNS = (
    "story headline finding verdict kind severity rule note mark article source value subject start end quote".split()
)
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def draw_csv(job: Job) -> Iterator[Page]:
    """The one file of this format; it starts with a byte order mark, without which Excel takes it for another code."""
    yield Page("findings.csv", _lines(job))


def cell(value: object) -> str:
    """The value as a cell: an apostrophe before what a spreadsheet would take for a formula (OWASP, CSV injection).

    >>> cell("=1+1"), cell("Hanoi"), cell(12)
    ("'=1+1", 'Hanoi', '12')
    """
    text = storable(str(value)).replace("\x00", "")
    return f"'{text}" if text.startswith(_STARTS_FORMULA) else text


def _lines(job: Job) -> Iterator[str]:
    yield "\ufeff" + _line(COLUMNS)
    for said in each_finding(job):
        for row in _rows(said):
            yield _line(row)


def _rows(said: Said) -> Iterator[tuple[object, ...]]:
    finding = said.finding
    mark = said.mark.mark if said.mark else ""
    front = (said.story, said.headline, said.id, finding.verdict, finding.kind, finding.severity, finding.rule)
    for claim in finding.claims:
        evidence = claim.evidence
        source = said.sources.of(evidence.article).name
        span = evidence.span
        who = (evidence.article, source, claim.value, claim.subject)
        yield (*front, said.rule, mark, *who, span.start, span.end, evidence.quote)


def _line(values: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([cell(v) for v in values])
    return line.getvalue()
