"""`--output -`: one format, whole, on standard output."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from compare.config import Config
from compare.model import Run


def write_to_stdout(run: Run, formats: str, config: Config, review: Path | None) -> Path:
    """Write the report of one format to stdout, by way of a temporary folder so that a fault leaves nothing half."""
    from compare.report.write import write_report

    with tempfile.TemporaryDirectory() as folder:
        made = write_report(run, folder, formats, config=config, review=review)
        with made.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    return Path("-")
