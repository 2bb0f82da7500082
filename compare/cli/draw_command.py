"""`twosource draw`: the same report again, from the JSON that a run wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from compare.cli.options import format_option, read_config, settings_options
from compare.cli.screen import Screen
from compare.errors import ReportError

EXAMPLES = """
\b
Examples:
  twosource draw reports/comparison.json --output out/
  twosource draw reports/comparison.json --format md --output out/
  twosource draw reports/comparison.json --set report.title="The dam at Ostby" --review review.json
"""


@click.command("draw", epilog=EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--output", "-o", default="reports", show_default=True, metavar="FOLDER", help="Where to write.")
@format_option("html")
@click.option("--review", type=click.Path(path_type=Path), help="A review.json whose marks the report shows.")
@settings_options
def draw_command(file: Path, **options: Any) -> int:  # noqa: ANN401  # click gives options of any type
    """Draw the report of FILE, a comparison.json, again: the articles are not needed.

    Of the settings, those that begin with report. say how it looks; the comparison itself is done.
    """
    from compare.report.read_back import read_comparison
    from compare.report.write import write_report

    for given in options["settings"]:
        if not given.strip().startswith("report."):
            raise click.UsageError(f"--set {given} changes nothing that is drawn; keys here begin with report.")
    config, run = read_config(options), read_comparison(file)
    try:
        where = write_report(run, options["output"], options["formats"], config=config, review=options["review"])
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:  # values of other kinds than ours
        raise ReportError(f"{file} is no comparison that this version can draw: {error!r}") from error
    Screen().line(f"report: {where}")
    return 0
