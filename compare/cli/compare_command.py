"""`twosource compare`: the main job."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.cli.archive import check_archive_options, compare_archive, is_for_spark, write_found
from compare.cli.options import (
    common_options,
    format_option,
    furniture_option,
    paths_argument,
    read_config,
    read_paths,
    workers_option,
)
from compare.cli.screen import Screen
from compare.config import Config
from compare.model import Run, Severity

if TYPE_CHECKING:
    from compare.engines.engine import Engine

EXAMPLES = """
\b
Examples:
  twosource compare seeds/
  twosource compare today/ --output out/ --format html,json,csv
  twosource compare today/ --fail-on high --quiet
  twosource compare dump.jsonl --map text=body,source=outlet
  twosource compare s3a://archive/2026-03 --engine spark --output s3a://bucket/found     stories of an archive
  twosource compare /wire/today --index wire.sqlite     only what is new since the last run
  cat dump.jsonl | twosource compare - --format json --output -
"""


@click.command("compare", epilog=EXAMPLES)
@paths_argument
@click.option(
    "--output",
    "-o",
    default="reports",
    show_default=True,
    metavar="FOLDER",
    help="Where to write; - is stdout. A path with :// gets what Spark finds, as Parquet.",
)
@format_option("html,json")
@click.option(
    "--fail-on",
    type=click.Choice(["none", "low", "medium", "high"]),
    default="none",
    show_default=True,
    help="Exit 1 where sources differ this gravely; other words for one thing never count.",
)
@click.option("--only", metavar="KIND,…", help="Make only these kinds of findings.")
@click.option("--ignore", metavar="KIND,…", help="Leave these kinds of findings out.")
@click.option("--strict", is_flag=True, help="Join only what is nearly certain to be one story.")
@click.option(
    "--engine",
    "engine_name",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="Where the work runs; the result is the same.",
)
@click.option("--master", help="Spark master, as in local[2] or spark://host:7077.")
@click.option(
    "--scratch",
    metavar="FOLDER",
    help="Where Spark keeps what it needs between steps, as in s3a://…; else its executors.",
)
@click.option(
    "--found",
    metavar="FOLDER",
    help="What Spark wrote to an --output such as s3a://…: compare stories of it (--story).",
)
@click.option(
    "--story", "stories", metavar="ID", multiple=True, help="A story of --found to compare; as often as wanted."
)
@click.option(
    "--memory-limit",
    metavar="SIZE",
    help="Memory to keep within, as in 500MB: what can waits on disk. What cannot fit is told before the work.",
)
@click.option(
    "--names", metavar="FILE", help="A names.toml: the house's names and spellings, to check articles against."
)
@click.option("--pair-model", metavar="FOLDER", help="A local cross-encoder (ONNX) for the sentence pairs in doubt.")
@click.option("--review", type=click.Path(path_type=Path), help="A review.json whose marks the report carries on.")
@click.option(
    "--verify",
    metavar="REPORT",
    type=click.Path(path_type=Path),
    help="Write nothing; say whether REPORT, a comparison.json or its folder, is still the result (exit 1: it is not).",
)
@click.option(
    "--index",
    "index_file",
    type=click.Path(path_type=Path),
    help="Compare with what this index knows, also of files taken away since, add what is new, and report only new and "
    "changed stories.",
)
@click.option("--watch", is_flag=True, help="Keep the report fresh while files change (extra: watch).")
@furniture_option
@workers_option
@common_options
def compare_command(paths: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401  # click gives options of any type
    """Find the stories among the articles of PATH..., compare their sources, and write one report."""
    screen = Screen(options["quiet"], options["verbose"])
    _check(options)
    if options["verify"]:
        return _verify(paths, options, screen)
    if options["watch"]:
        from compare.cli.watch import run_on_change

        if "-" in (*paths, options["output"]):
            raise click.UsageError("--watch wants folders, not standard input or output")

        def run(removed: Sequence[str]) -> int:
            _tell_kept(removed, options, screen)
            return _once(paths, options, screen)

        return run_on_change(paths, options["output"], options["index_file"], run, screen)
    return _once(paths, options, screen)


def _once(paths: tuple[str, ...], options: dict[str, Any], screen: Screen) -> int:
    config = read_config(options, *_settings(options))
    if is_for_spark(options["output"]):
        return write_found(paths, config, options, _engine(config, options), screen)
    with _run(paths, config, options, screen) as run:
        return _tell(run, config, options, screen)


def _tell_kept(removed: Sequence[str], options: dict[str, Any], screen: Screen) -> None:
    """Under --watch files were taken away: an index remembers what they held, the next report is without them."""
    if options["index_file"] and removed:
        from compare.cli.known import tell_kept

        tell_kept(removed, options["index_file"], read_config(options, *_settings(options)), screen)


def _tell(run: Run, config: Config, options: dict[str, Any], screen: Screen) -> int:
    """Write the report of a run, or what is asked for instead, and say where it is; gives the exit code."""
    if options["index_file"] and not run.comparisons:
        screen.unread(run.unread)
        screen.line("nothing new: every story is as the index knows it")
        return exit_code(run, options["fail_on"])
    to_stdout = options["output"] == "-"
    where = _write(run, options, config)
    screen.clear()
    if not options["quiet"]:
        for line in [*([] if to_stdout else [f"report: {where}"]), *summary(run)]:
            screen.say(line) if to_stdout else screen.line(line)
    screen.unread(run.unread)
    return exit_code(run, options["fail_on"])


def _check(options: dict[str, Any]) -> None:
    """Refuse before the work what could not be written after it."""
    from compare.report.write import check_report

    check_archive_options(options)
    to_stdout = options["output"] == "-"
    if not options["output"]:
        raise click.UsageError("--output is empty: name a folder, or - for standard output")
    if to_stdout and "," in options["formats"]:
        raise click.UsageError("standard output takes one format: --output - --format json")
    if options["verify"]:
        if options["watch"] or options["review"]:
            raise click.UsageError("--verify looks once and writes nothing: leave --watch and --review out")
    elif not is_for_spark(options["output"]):
        check_report("." if to_stdout else options["output"], options["formats"], options["review"])
    if options["index_file"] and options["verify"]:
        raise click.UsageError("--verify looks at all of PATH..., and writes nothing: leave --index out")


def _verify(paths: tuple[str, ...], options: dict[str, Any], screen: Screen) -> int:
    from compare.cli.verify import differences_from, read_kept

    kept = read_kept(options["verify"])
    config = read_config(options, *_settings(options))
    with _run(paths, config, {**options, "output": str(kept.file.parent)}, screen) as run:
        differences = differences_from(kept, run, config)
        screen.clear()
        for line in differences or [f"{kept.file}: the same result, byte for byte"]:
            screen.line(line)
        screen.unread(run.unread)
    return 1 if differences else 0


def _settings(options: dict[str, Any]) -> list[str]:
    limit = [f"memory_limit={options['memory_limit']}"] if options["memory_limit"] is not None else []
    chosen = limit + [f"findings.{key}={options[key]}" for key in ("only", "ignore", "names") if options[key]]
    if options["pair_model"]:
        chosen.append(f"align.pair_model={options['pair_model']}")
    return chosen + (["stories.strict=true"] if options["strict"] else [])


@contextmanager
def _run(paths: tuple[str, ...], config: Config, options: dict[str, Any], screen: Screen) -> Iterator[Run]:
    """The run, open until its report is written: an index remembers only what was reported."""
    from compare.engines.shelf import Arrivals, ShelvedArticles
    from compare.pipeline import compare_all

    engine = _engine(config, options)
    if options["index_file"]:
        from compare.cli.known import compare_news

        with compare_news(paths, options["index_file"], config, engine, screen, options["output"]) as run:
            yield run
        return
    if options["engine_name"] == "spark" and (options["found"] or any(map(is_for_spark, paths))):
        yield compare_archive(paths, config, options, engine, screen)
        return
    arrivals = Arrivals() if config.memory_bytes else None
    given = read_paths(paths, config, screen, options["output"], arrivals)
    if len(given.articles) == 1:
        screen.say("only one article: there is nothing to compare it with")
    articles = ShelvedArticles(given.articles, arrivals) if arrivals else given.articles
    yield compare_all(articles, config, engine, unread=given.unread, notes=given.notes, progress=screen.progress)


def _engine(config: Config, options: dict[str, Any]) -> Engine:
    from compare.engines.engine import engine_named

    on_spark = {"master": options["master"], "scratch": options["scratch"] or ""}
    choices = on_spark if options["engine_name"] == "spark" else {"workers": config.workers}
    return engine_named(options["engine_name"], **choices)


def _write(run: Run, options: dict[str, Any], config: Config) -> Path:
    from compare.report.write import write_report

    if options["output"] != "-":
        return write_report(run, options["output"], options["formats"], config=config, review=options["review"])
    from compare.cli.stdout import write_to_stdout

    return write_to_stdout(run, options["formats"], config, options["review"])


def summary(run: Run) -> list[str]:
    """Stories, their independent origins, differences by severity: as the page's headline counts them."""
    from compare.report.view_counts import differences_in_words, stories_in_words, tally

    counted = tally(run.comparisons)
    return [
        stories_in_words(counted),
        *([f"independent origins: {counted.origins:,}"] if counted.origins else []),
        differences_in_words(counted),
    ]


def exit_code(run: Run, fail_on: str) -> int:
    """1 for findings at or above `fail_on`, else 3 where files could not be read, else 0."""
    from compare.report.labels import is_alarm

    if fail_on != "none":
        limit = Severity(fail_on).rank
        if any(f.severity.rank <= limit for c in run.comparisons for f in filter(is_alarm, c.findings)):
            return 1
    return 3 if run.unread else 0
