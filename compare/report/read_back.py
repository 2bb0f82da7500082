"""comparison.json read back into a run, so that the report can be drawn again without the articles."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from compare.errors import ReportError
from compare.model import (
    Article,
    Change,
    Claim,
    Comparison,
    Diff,
    Evidence,
    Finding,
    Origin,
    Related,
    Role,
    Row,
    Run,
    Sentence,
    Severity,
    Span,
    Story,
    StoryEdge,
    Unread,
    Verdict,
)
from compare.report.plain import SCHEMA_VERSION, Plain


def read_comparison(path: str | Path) -> Run:
    """The run that a comparison.json tells of; written again it gives the same bytes.

    Raises `ReportError` for a file that cannot be read, is no comparison, or has a later schema.
    """
    try:
        content = json.loads(Path(path).read_text("utf-8"))
    except OSError as error:
        raise ReportError(f"cannot read {path}: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise ReportError(f"{path} is not JSON: {error}") from error
    try:
        return run_of(content)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise ReportError(f"{path} is no comparison that this version can draw: {error!r}") from error


def run_of(content: Plain) -> Run:
    """The run of the plain values that `plain_run` gives."""
    version = str(content["schema_version"])
    if version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        raise ReportError(f"schema {version} is not {SCHEMA_VERSION}: compare the articles again, or use that version")
    return Run(
        comparisons=tuple(_comparison(s) for s in content["stories"]),
        unread=tuple(Unread(u["path"], u["reason"], u["line"]) for u in content["unread"]),
        notes=tuple(content["notes"]),
        made_with=dict(content["made_with"]),
        inputs=dict(content["inputs"]),
    )


def _comparison(told: Plain) -> Comparison:
    story = _story(told)
    texts = [a.text for a in story.articles]
    return Comparison(
        story=story,
        rows=tuple(_row(row, texts) for row in told["rows"]),
        findings=tuple(_finding(f) for f in told["findings"]),
        left_out=tuple(_sentences(s, text) for s, text in zip(told["left_out"], texts, strict=False)),
        claims=tuple(_claim(c) for c in told["claims"]),
        notes=tuple(told["notes"]),
    )


def _story(told: Plain) -> Story:
    return Story(
        id=told["id"],
        articles=tuple(_article(a) for a in told["articles"]),
        copies=tuple(tuple(group) for group in told["copies"]),
        edges=tuple(StoryEdge(e["a"], e["b"], e["score"], tuple(e["reasons"])) for e in told["edges"]),
        origins=tuple(Origin(tuple(o["members"]), o["reason"]) for o in told["origins"]),
        related=tuple(Related(r["story"], r["score"], tuple(r["shared"])) for r in told["related"]),
        notes=tuple(told["story_notes"]),
    )


def _article(told: Plain) -> Article:
    made = {**told, "authors": tuple(told["authors"]), "notes": tuple(told["notes"])}
    for name in ("published", "modified"):
        made[name] = datetime.fromisoformat(told[name]) if told[name] else None
    return Article(**made)


def _row(told: Plain, texts: list[str]) -> Row:
    return Row(
        readings=tuple(_sentences(r, text) for r, text in zip(told["readings"], texts, strict=True)),
        score=told["score"],
        reasons=tuple(told["reasons"]),
        moved=tuple(told["moved"]),
        diffs=tuple(Diff(d["a"], d["b"], d["ratio"], tuple(_change(c) for c in d["changes"])) for d in told["diffs"]),
    )


def _change(told: list[Any]) -> Change:
    op, a_start, a_end, b_start, b_end = told
    return Change(op, Span(a_start, a_end), Span(b_start, b_end))


def _sentences(told: list[Plain], text: str) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(Span(s["start"], s["end"]), text[s["start"] : s["end"]], Role(s["role"]), s.get("reason", ""))
        for s in told
    )


def _finding(told: Plain) -> Finding:
    return Finding(
        kind=told["kind"],
        verdict=Verdict(told["verdict"]),
        severity=Severity(told["severity"]),
        rule=told["rule"],
        claims=tuple(_claim(c) for c in told["claims"]),
        note=told["note"],
        row=told["row"],
    )


def _claim(told: Plain) -> Claim:
    evidence = Evidence(told["article"], Span(told["start"], told["end"]), told["quote"])
    return Claim(told["kind"], told["value"], evidence, told["subject"])
