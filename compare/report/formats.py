"""What every writer is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from compare.config import ReportConfig
from compare.model import Run
from compare.report.review import ReviewMark


@dataclass(frozen=True, slots=True)
class Job:
    """A run to be written, how it shall look, and what an editor said of its findings."""

    run: Run
    config: ReportConfig
    marks: Mapping[str, ReviewMark]


@dataclass(frozen=True, slots=True)
class Page:
    """One file: its path inside the report's folder, and its text in pieces."""

    path: str
    pieces: Iterable[str]


Writer = Callable[[Job], Iterator[Page]]
"""A format: gives its files one by one, the one that an editor opens last."""
