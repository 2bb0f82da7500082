"""Review marks: what an editor said of a finding, kept from run to run by the finding's id."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.errors import ReportError
from compare.model import Run
from compare.report.ids import finding_ids
from compare.report.visible import visible

MARKS = ("confirmed", "false", "later")
VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class ReviewMark:
    """A mark on a finding, with the words that the finding had when it was marked."""

    id: str
    mark: str
    note: str = ""
    story: str = ""
    says: str = ""
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectedView:
    """A finding that was confirmed and is no longer found; `gone` where its articles are not in this run."""

    story: str
    says: str
    note: str
    gone: bool


def read_review(review: str | Path | Mapping[str, Any] | None) -> dict[str, ReviewMark]:
    """Marks by finding id, from a review.json, its plain content, or a comparison.json that carries one.

    Raises `ReportError` for a file that cannot be read or is no review.
    """
    if review is None:
        return {}
    content, name = (review, "the review") if isinstance(review, Mapping) else (_loaded(Path(review)), str(review))
    content = content.get("review", content)
    marks = content.get("marks") if isinstance(content, Mapping) else None
    if not isinstance(marks, list):
        raise ReportError(f"{name} is no review: it has no list of marks; export one from the report")
    return {mark.id: mark for mark in sorted((_mark(m, name) for m in marks), key=lambda m: m.id)}


def plain_marks(marks: Mapping[str, ReviewMark]) -> list[dict[str, Any]]:
    """The marks as review.json has them, by id."""
    return [
        {"id": m.id, "mark": m.mark, "note": m.note, "story": m.story, "says": m.says, "articles": list(m.articles)}
        for _, m in sorted(marks.items())
    ]


def corrected_views(run: Run, marks: Mapping[str, ReviewMark]) -> tuple[CorrectedView, ...]:
    """Confirmed findings that this run no longer makes."""
    if not marks:
        return ()
    found = {name for comparison in run.comparisons for name in finding_ids(comparison)}
    here = {article.id for comparison in run.comparisons for article in comparison.story.articles}
    return tuple(
        CorrectedView(visible(m.story), visible(m.says), visible(m.note), not set(m.articles) <= here)
        for _, m in sorted(marks.items())
        if m.mark == "confirmed" and m.id not in found
    )


def _loaded(path: Path) -> Any:  # noqa: ANN401  # JSON has any type
    try:
        return json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ReportError(f"cannot read the review {path}: {error.strerror}") from error
    except ValueError as error:
        raise ReportError(f"{path} is not JSON: {error}") from error


def _mark(found: Any, name: str) -> ReviewMark:  # noqa: ANN401  # JSON has any type
    if not isinstance(found, Mapping) or not isinstance(found.get("id"), str) or found.get("mark") not in MARKS:
        raise ReportError(f"{name}: each mark needs an id and one of {', '.join(MARKS)}, not {found!r}")
    texts = {key: str(found.get(key, "")) for key in ("note", "story", "says")}
    articles = found.get("articles", [])
    if not isinstance(articles, list):
        raise ReportError(f"{name}: articles of {found['id']} must be a list")
    return ReviewMark(found["id"], found["mark"], articles=tuple(str(a) for a in articles), **texts)
