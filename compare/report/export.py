"""Comparisons as values for a program: plain dictionaries, JSON text, one table of findings for pandas and Arrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from compare.config import ReportConfig
from compare.errors import MissingExtra
from compare.model import Comparison, Run
from compare.report.formats import Job
from compare.report.json_text import json_text
from compare.report.plain import Plain, plain_run, plain_story
from compare.report.said import Said, each_finding
from compare.report.visible import storable

if TYPE_CHECKING:
    import pandas
    import pyarrow

Compared = Comparison | Run | Sequence[Comparison]

COLUMNS: dict[str, type] = {
    "story": str,
    "headline": str,
    "finding": str,
    "verdict": str,
    "kind": str,
    "severity": str,
    "rule": str,
    "note": str,
    "passage": str,
    "article": str,
    "source": str,
    "fact": str,
    "value": str,
    "subject": str,
    "start": int,
    "end": int,
    "quote": str,
}
"""Columns of the table of findings, in order; `start` and `end` count code points of the article's text."""


def to_dict(compared: Compared) -> Plain:
    """A comparison as plain values: what comparison.json holds of its story (of a run or a list: all of it)."""
    if isinstance(compared, Comparison):
        return plain_story(compared)
    plain = plain_run(_run(compared), {})
    return {**plain, "stories": list(plain["stories"])}


def to_json(compared: Compared) -> str:
    """`to_dict` as JSON text, readable in a diff; equal comparisons give equal text."""
    return "".join(json_text(to_dict(compared)))


def to_pandas(compared: Compared) -> pandas.DataFrame:
    """The findings as a DataFrame, a row for each claim with its offsets and quotation.

    Raises `MissingExtra` where pandas is not installed.
    """
    try:
        import pandas
    except ImportError as error:
        raise MissingExtra("pandas", "pandas", "to_pandas") from error
    columns = _columns(compared)
    types = {name: "int64" if kind is int else "object" for name, kind in COLUMNS.items()}
    return pandas.DataFrame({name: pandas.Series(columns[name], dtype=types[name]) for name in COLUMNS})


def to_arrow(compared: Compared) -> pyarrow.Table:
    """The findings as an Arrow table, the rows and columns of `to_pandas`.

    Raises `MissingExtra` where pyarrow is not installed.
    """
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtra("pyarrow", "parquet", "to_arrow") from error
    types = {name: pyarrow.int64() if kind is int else pyarrow.string() for name, kind in COLUMNS.items()}
    return pyarrow.table(_columns(compared), schema=pyarrow.schema(types.items()))


def _columns(compared: Compared) -> dict[str, list[Any]]:
    run = _run([compared] if isinstance(compared, Comparison) else compared)
    rows = [row for said in each_finding(Job(run, ReportConfig(), {})) for row in _rows(said)]
    return {name: [row[i] for row in rows] for i, name in enumerate(COLUMNS)}


def _rows(said: Said) -> list[tuple[str | int, ...]]:
    finding = said.finding
    judged = (str(finding.verdict), finding.kind, str(finding.severity), finding.rule, said.rule)
    front = tuple(map(storable, (said.story, said.headline, said.id, *judged, said.passage)))
    return [
        (
            *front,
            storable(c.evidence.article),
            said.sources.of(c.evidence.article).name,
            *(storable(text) for text in (c.kind, str(c.value), c.subject)),
            c.evidence.span.start,
            c.evidence.span.end,
            storable(c.evidence.quote),
        )
        for c in finding.claims
    ]


def _run(compared: Run | Sequence[Comparison]) -> Run:
    return compared if isinstance(compared, Run) else Run(tuple(compared))
