"""The writer table: one function per output format, drawn from the same view."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from compare.model import Comparison, Run


def write_report(comparisons: Run | Sequence[Comparison], path: str | Path, format: str | None = None) -> Path:
    """Write the report of `comparisons` and return the path of what an editor opens."""
    raise NotImplementedError
