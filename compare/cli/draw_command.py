"""`twosource draw`: the same report again, from the JSON that a run wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from compare.cli.screen import Screen

EXAMPLES = """
\b
Examples:
  twosource draw reports/comparison.json --output out/
  twosource draw reports/comparison.json --format md --output out/
"""


@click.command("draw", epilog=EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--output", "-o", default="reports", show_default=True, metavar="FOLDER")
@click.option("--format", "-f", "formats", default="html", show_default=True, help="html,json,jsonl,csv,md,annotations")
@click.option("--review", type=click.Path(path_type=Path), help="A review.json whose marks the report shows.")
def draw_command(file: Path, **options: Any) -> int:  # noqa: ANN401  # click gives options of any type
    """Draw the report of FILE, a comparison.json, again: the articles are not needed."""
    from compare.report.read_back import read_comparison
    from compare.report.write import write_report

    where = write_report(read_comparison(file), options["output"], options["formats"], review=options["review"])
    Screen().line(f"report: {where}")
    return 0
