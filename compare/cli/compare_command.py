"""`twosource compare`: the main job."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import click

from compare.cli.options import common_options, paths_argument, read_config, read_paths
from compare.cli.screen import Screen
from compare.config import Config
from compare.model import Run, Severity

EXAMPLES = """
\b
Examples:
  twosource compare seeds/
  twosource compare today/ --output out/ --format html,json,csv
  twosource compare today/ --fail-on high --quiet
  twosource compare dump.jsonl --map text=body,source=outlet
  cat dump.jsonl | twosource compare - --format json --output -
"""


@click.command("compare", epilog=EXAMPLES)
@paths_argument
@click.option(
    "--output", "-o", default="reports", show_default=True, metavar="FOLDER", help="Where to write; - is stdout."
)
@click.option(
    "--format", "-f", "formats", default="html,json", show_default=True, help="html,json,jsonl,csv,md,annotations"
)
@click.option("--fail-on", type=click.Choice(["none", "low", "medium", "high"]), default="none", show_default=True)
@click.option("--only", metavar="KIND,…", help="Make only these kinds of findings.")
@click.option("--ignore", metavar="KIND,…", help="Leave these kinds of findings out.")
@click.option("--strict", is_flag=True, help="Join only what is nearly certain to be one story.")
@click.option("--engine", "engine_name", type=click.Choice(["local", "spark"]), default="local", show_default=True)
@click.option("--master", help="Spark master, as in local[2] or spark://host:7077.")
@click.option(
    "--names", metavar="FILE", help="A names.toml: the house's names and spellings, to check articles against."
)
@click.option("--pair-model", metavar="FOLDER", help="A local cross-encoder (ONNX) for the sentence pairs in doubt.")
@click.option("--review", type=click.Path(path_type=Path), help="A review.json whose marks the report carries on.")
@click.option("--verify", type=click.Path(path_type=Path), help="Write nothing; say whether FILE is still the result.")
@click.option("--watch", is_flag=True, help="Keep the report fresh while files change (extra: watch).")
@common_options
def compare_command(paths: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401  # click gives options of any type
    """Find the stories among the articles of PATH..., compare their sources, and write one report."""
    screen = Screen(options["quiet"], options["verbose"])
    if options["watch"]:
        from compare.cli.watch import run_on_change

        if "-" in (*paths, options["output"]):
            raise click.UsageError("--watch wants folders, not standard input or output")
        return run_on_change(paths, options["output"], lambda: _once(paths, options, screen), screen)
    return _once(paths, options, screen)


def _once(paths: tuple[str, ...], options: dict[str, Any], screen: Screen) -> int:
    config = read_config(options, *_settings(options))
    run = _run(paths, config, options, screen)
    if options["verify"]:
        return _verify(run, options["verify"], config, screen)
    to_stdout = options["output"] == "-"
    where = _write(run, options, config)
    screen.clear()
    if not options["quiet"]:
        for line in [*([] if to_stdout else [f"report: {where}"]), *summary(run)]:
            screen.say(line) if to_stdout else screen.line(line)
    screen.unread(run.unread)
    return exit_code(run, options["fail_on"])


def _verify(run: Run, file: Path, config: Config, screen: Screen) -> int:
    from compare.cli.verify import differences_from

    differences = differences_from(file, run, config)
    for line in differences or [f"{file}: the same result, byte for byte"]:
        screen.line(line)
    return 1 if differences else 0


def _settings(options: dict[str, Any]) -> list[str]:
    chosen = [f"findings.{key}={options[key]}" for key in ("only", "ignore", "names") if options[key]]
    if options["pair_model"]:
        chosen.append(f"align.pair_model={options['pair_model']}")
    return chosen + (["stories.strict=true"] if options["strict"] else [])


def _run(paths: tuple[str, ...], config: Config, options: dict[str, Any], screen: Screen) -> Run:
    from compare.engines.engine import engine_named
    from compare.pipeline import compare_all

    if options["master"] and options["engine_name"] != "spark":
        raise click.UsageError("--master goes with --engine spark")
    choices = {"master": options["master"]} if options["engine_name"] == "spark" else {"workers": config.workers}
    engine = engine_named(options["engine_name"], **choices)
    given = read_paths(paths, config, screen)
    if len(given.articles) == 1:
        screen.say("only one article: there is nothing to compare it with")
    return compare_all(given.articles, config, engine, unread=given.unread, notes=given.notes, progress=screen.progress)


def _write(run: Run, options: dict[str, Any], config: Config) -> Path:
    from compare.report.write import write_report

    if options["output"] != "-":
        return write_report(run, options["output"], options["formats"], config=config, review=options["review"])
    from compare.cli.stdout import write_to_stdout

    return write_to_stdout(run, options["formats"], config)


def summary(run: Run) -> list[str]:
    """Three lines: stories, independent origins, discrepancies by severity."""
    several = [c for c in run.comparisons if len(c.story.articles) > 1]
    articles = sum(len(c.story.articles) for c in run.comparisons)
    origins = sum(len(c.story.origins) for c in several)
    counts = Counter(f.severity for c in run.comparisons for f in c.discrepancies)
    by_severity = ", ".join(f"{counts[s]} {s}" for s in Severity if counts[s]) or "none"
    return [
        f"stories: {len(run.comparisons)} in {articles} articles, {len(several)} told by more than one",
        f"independent origins: {origins} for {sum(len(c.story.articles) for c in several)} articles in those stories",
        f"discrepancies: {by_severity}",
    ]


def exit_code(run: Run, fail_on: str) -> int:
    """1 for findings at or above `fail_on`, else 3 where files could not be read, else 0."""
    if fail_on != "none":
        limit = Severity(fail_on).rank
        if any(f.severity.rank <= limit for c in run.comparisons for f in c.discrepancies):
            return 1
    return 3 if run.unread else 0
