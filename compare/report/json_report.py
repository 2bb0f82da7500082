"""comparison.json: the whole run, for programs and for drawing the report again."""

from __future__ import annotations

from collections.abc import Iterator

from compare.report.formats import Job, Page
from compare.report.json_text import json_text
from compare.report.plain import plain_run


def draw_json(job: Job) -> Iterator[Page]:
    """The one file of this format."""
    yield Page("comparison.json", json_text(plain_run(job.run, job.marks)))
