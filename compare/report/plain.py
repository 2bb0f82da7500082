"""A run as plain values: what comparison.json holds, and the other exports take their parts from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from compare.model import Article, Claim, Comparison, Finding, Row, Run, Sentence
from compare.report.ids import finding_ids, row_ids, story_id
from compare.report.labels import DISCLAIMER
from compare.report.review import ReviewMark, plain_marks
from compare.report.view_sources import headline

SCHEMA_VERSION = "1.0"

Plain = dict[str, Any]


def plain_run(run: Run, marks: Mapping[str, ReviewMark]) -> Plain:
    """The whole run, its stories one by one; no time of day is in it, so that equal runs give equal bytes."""
    made: Plain = {
        "schema_version": SCHEMA_VERSION,
        "about": DISCLAIMER,
        "made_with": dict(sorted(run.made_with.items())),
        "inputs": dict(sorted(run.inputs.items())),
        "notes": list(run.notes),
        "unread": [{"path": u.path, "reason": u.reason, "line": u.line} for u in run.unread],
        "stories": map(plain_story, run.comparisons),
    }
    if marks:
        made["review"] = {"marks": plain_marks(marks)}
    return made


def plain_story(comparison: Comparison) -> Plain:
    """A story: its articles whole, everything else by offsets into them."""
    story = comparison.story
    ids, rows = finding_ids(comparison), row_ids(comparison)
    return {
        "id": story.id,
        "anchor": story_id(story),
        "headline": headline(comparison),
        "articles": [plain_article(a) for a in story.articles],
        "origins": [{"members": list(o.members), "reason": o.reason} for o in story.origins],
        "copies": [list(group) for group in story.copies],
        "edges": [{"a": e.a, "b": e.b, "score": _short(e.score), "reasons": list(e.reasons)} for e in story.edges],
        "related": [{"story": r.story, "score": _short(r.score), "shared": list(r.shared)} for r in story.related],
        "story_notes": list(story.notes),
        "notes": list(comparison.notes),
        "findings": [plain_finding(f, name, rows) for f, name in zip(comparison.findings, ids, strict=True)],
        "rows": [plain_row(row, name) for row, name in zip(comparison.rows, rows, strict=True)],
        "left_out": [[_sentence(s) for s in sentences] for sentences in comparison.left_out],
        "claims": [plain_claim(c) for c in comparison.claims],
    }


def plain_article(article: Article) -> Plain:
    """An article with its text, in which all offsets count (code points)."""
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "authors": list(article.authors),
        "published": _moment(article.published),
        "modified": _moment(article.modified),
        "url": article.url,
        "language": article.language,
        "path": article.path,
        "notes": list(article.notes),
        "text": article.text,
    }


def plain_finding(finding: Finding, name: str, rows: tuple[str, ...]) -> Plain:
    """A finding with its evidence; `passage` is the anchor of its row."""
    return {
        "id": name,
        "kind": finding.kind,
        "verdict": str(finding.verdict),
        "severity": str(finding.severity),
        "rule": finding.rule,
        "note": finding.note,
        "row": finding.row,
        "passage": rows[finding.row] if finding.row is not None else None,
        "claims": [plain_claim(c) for c in finding.claims],
    }


def plain_claim(claim: Claim) -> Plain:
    """A claim: its value in normal form, and the exact span that carries it."""
    evidence = claim.evidence
    return {
        "kind": claim.kind,
        "value": str(claim.value),
        "subject": claim.subject,
        "article": evidence.article,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "quote": evidence.quote,
    }


def plain_row(row: Row, name: str) -> Plain:
    """A row: per witness its sentences, and the word-level steps [op, a start, a end, b start, b end]."""
    return {
        "id": name,
        "readings": [[_sentence(s) for s in reading] for reading in row.readings],
        "score": _short(row.score),
        "reasons": list(row.reasons),
        "moved": list(row.moved),
        "diffs": [
            {
                "a": d.a,
                "b": d.b,
                "ratio": _short(d.ratio),
                "changes": [[c.op, c.a.start, c.a.end, c.b.start, c.b.end] for c in d.changes],
            }
            for d in row.diffs
        ],
    }


def _sentence(sentence: Sentence) -> Plain:
    made: Plain = {"start": sentence.span.start, "end": sentence.span.end, "role": str(sentence.role)}
    return {**made, "reason": sentence.reason} if sentence.reason else made


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _short(number: float) -> float:
    """Four digits: more would only say which processor it was."""
    return round(float(number), 4)
