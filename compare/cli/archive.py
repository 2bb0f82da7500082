"""`twosource compare` on Spark's paths: what an archive holds becomes datasets, and chosen stories are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import click

from compare.cli.options import read_paths
from compare.cli.screen import Screen
from compare.config import Config
from compare.model import Run, Story, Unread

SHOWN = 5
"""Stories that are named after a run which writes datasets: the largest."""
_OF_COMPARING = ("index_file", "watch", "verify", "review", "found", "only", "ignore", "names", "pair_model")
_OF_FINDING = ("index_file", "watch", "verify", "strict")


def is_for_spark(path: str) -> bool:
    """Whether only Spark reads or writes this path, as in s3a://bucket/archive."""
    return "://" in path


def check_archive_options(options: dict[str, Any]) -> None:
    """Refuse before the work what does not go together."""
    given = [f"--{name}" for name in ("master", "scratch", "found") if options[name]]
    given += ["an --output with ://"] if is_for_spark(options["output"]) else []
    if given and options["engine_name"] != "spark":
        raise click.UsageError(f"{given[0]} goes with --engine spark")
    if bool(options["found"]) != bool(options["stories"]):
        raise click.UsageError("--found names what was written, --story each story to compare of it: give both")
    if options["found"] and any(options[name] for name in _OF_FINDING):
        raise click.UsageError(
            "--found compares stories once, as they were found: leave --index, --strict, --watch and --verify out"
        )
    if options["scratch"] and options["index_file"]:
        raise click.UsageError("the stories of an index are found on this machine: leave --scratch out")
    compares = options["fail_on"] != "none" or options["formats"] != "html,json"
    if is_for_spark(options["output"]) and (compares or any(options[name] for name in _OF_COMPARING)):
        raise click.UsageError(
            f"to {options['output']} Spark writes what it finds as Parquet, and compares nothing: give --output, "
            "--engine, --master and settings alone; then compare stories of it with --found and --story"
        )


def write_found(paths: Sequence[str], config: Config, options: dict[str, Any], engine: Any, screen: Screen) -> int:  # noqa: ANN401
    """Write copies, edges, related and stories to a path of Spark's, and say what there is; gives the exit code."""
    articles, unread, notes = _articles(paths, config, options, engine, screen)
    screen.progress("finding stories", 0, 0)
    said = list(notes)
    stories = engine.write_parquet(articles, options["output"], config, said.append)
    screen.clear()
    for note in said:
        screen.say(note)
    if not options["quiet"]:
        for line in _summary(stories, options["output"]):
            screen.line(line)
    screen.unread(unread)
    return 3 if unread else 0


def _summary(stories: Sequence[Story], folder: str) -> Iterator[str]:
    several = [story for story in stories if len(story.articles) > 1]
    yield f"stories: {len(stories):,}, of several articles: {len(several):,}: {folder}/stories"
    for story in several[:SHOWN]:
        yield f"  {story.id}  {len(story.articles):,} articles"
    if several:
        yield f"to compare one: --found {folder} --story {several[0].id} --output FOLDER"


def compare_archive(paths: Sequence[str], config: Config, options: dict[str, Any], engine: Any, screen: Screen) -> Run:  # noqa: ANN401
    """The run over what Spark reads, or over the chosen stories of what it has found."""
    from compare.pipeline import as_run, compare_stories

    articles, unread, notes = _articles(paths, config, options, engine, screen)
    screen.progress("finding stories", 0, 0)
    said = list(notes)
    if options["found"]:
        stories = engine.chosen_stories(articles, options["found"], options["stories"], config)
    else:
        stories = engine.find_stories(articles, config, said.append)
    found = compare_stories(stories, config, engine, progress=screen.progress)
    return as_run(found, stories, config, unread=unread, notes=said)


def _articles(
    paths: Sequence[str],
    config: Config,
    options: dict[str, Any],
    engine: Any,  # noqa: ANN401
    screen: Screen,
) -> tuple[Any, Sequence[Unread], Sequence[str]]:
    """A frame where the path is one of Spark's, else the articles that this machine reads, and what it could not."""
    if not any(map(is_for_spark, paths)):
        given = read_paths(paths, config, screen, options["output"])
        return given.articles, given.unread, given.notes
    if len(paths) > 1:
        raise click.UsageError("give one folder of Parquet or JSON Lines where the path is one of Spark's (://)")
    return engine.read(paths[0]), (), ()
