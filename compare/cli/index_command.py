"""`twosource index`: articles that are known, so that tomorrow's folder costs only what is new."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.cli.copies_command import plain_cluster
from compare.cli.options import (
    common_options,
    paths_argument,
    read_config,
    read_paths,
    settings_options,
    workers_option,
)
from compare.cli.screen import Screen
from compare.model import Cluster

if TYPE_CHECKING:
    from compare.cluster.index import Index

EXAMPLES = """
\b
Examples:
  twosource index add /wire/2026-11-22 --index wire.sqlite
  cat dump.jsonl | twosource index add - --index wire.sqlite --json
  twosource index query draft.txt --index wire.sqlite
  twosource index status --index wire.sqlite --json
  twosource index forget /wire/2026-11-22/017.txt --index wire.sqlite
  twosource index rebuild --index wire.sqlite --set copies.seed=2
"""

index_option = click.option("--index", "index_file", required=True, type=click.Path(path_type=Path), help="The index.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")


def _examples(command: str) -> str:
    """The examples of one command."""
    lines = [line for line in EXAMPLES.splitlines() if f"index {command} " in line]
    return "\n".join(["\b", "Examples:", *lines])


@click.group("index", epilog=EXAMPLES)
def index_command() -> None:
    """Keep an index of known articles: signatures, verified copies, and which files were read."""


@index_command.command("add", short_help="Add articles; unchanged files are passed over.", epilog=_examples("add"))
@paths_argument
@index_option
@json_option
@workers_option
@common_options
def add(paths: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401  # click gives options of any type
    """Add the articles of PATH...; files that have not changed are passed over. Tells the clusters that they joined."""
    from compare.cli.known import read_news

    screen = Screen(options["quiet"], options["verbose"])
    config = read_config(options)
    with _open(options, new=True) as index:
        news = read_news(paths, index, config, screen)
        screen.progress("adding", 0, 0)
        clusters = index.add(news.articles, news.marks, tell=screen.say)
    if not options["as_json"]:
        screen.line(f"added {len(news.articles):,} articles; {news.unchanged:,} files unchanged")
    _tell(clusters, options["as_json"], screen)
    screen.unread(news.unread)
    return 3 if news.unread else 0


@index_command.command("query", short_help="Tell which known articles these are copies of.", epilog=_examples("query"))
@paths_argument
@index_option
@json_option
@workers_option
@common_options
def query(paths: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401  # click gives options of any type
    """Tell which known articles the articles of PATH... are copies of; the index stays as it is.

    An article is no copy of what is known under its own id.
    """
    from compare.cli.known import with_lasting_id

    screen = Screen(options["quiet"], options["verbose"])
    given = read_paths(paths, read_config(options), screen)
    with _open(options) as index:
        clusters = index.query([with_lasting_id(article, index) for article in given.articles], tell=screen.say)
    _tell(clusters, options["as_json"], screen)
    if not clusters:
        screen.say("no known article is a copy of these")
    screen.unread(given.unread)
    return 3 if given.unread else 0


@index_command.command("forget", short_help="Forget articles.", epilog=_examples("forget"))
@click.argument("ids", nargs=-1, required=True, metavar="ID...|FILE...")
@index_option
@json_option
@settings_options
def forget(ids: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401  # click gives options of any type
    """Forget the articles with these ids, or all that came from a FILE, and where it has been taken away the file too.

    The index keeps what was taken out of a folder, so that tomorrow's reprint of it is known. A file that still stands
    there is not read again until it changes.
    """
    with _open(options) as index:
        gone = index.forget(ids)
    Screen().line(json.dumps({"forgotten": gone}) if options["as_json"] else f"forgot {gone:,} articles")
    return 0


@index_command.command("status", short_help="Count articles, clusters and files.", epilog=_examples("status"))
@index_option
@json_option
@settings_options
def status(**options: Any) -> int:  # noqa: ANN401  # click gives options of any type
    """Tell how many articles and clusters there are, and what they were made with."""
    with _open(options, check=False) as index:
        found = index.status()
    screen = Screen()
    if options["as_json"]:
        screen.line(json.dumps(found, ensure_ascii=False))
        return 0
    for key, value in found.items():
        inner = ", ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, dict) else f"{value:,}"
        screen.line(f"{key.replace('_', ' '):12} {inner}")
    return 0


@index_command.command("rebuild", short_help="Make it anew with other settings.", epilog=_examples("rebuild"))
@index_option
@json_option
@settings_options
def rebuild(**options: Any) -> int:  # noqa: ANN401  # click gives options of any type
    """Make the index anew from the texts that it keeps, with the settings in force now."""
    with _open(options, check=False) as index:
        notes = index.rebuild()
        found = index.status()
    lines = [json.dumps({**found, "notes": notes}, ensure_ascii=False)] if options["as_json"] else ["rebuilt", *notes]
    for line in lines:
        Screen().line(line)
    return 0


def _open(options: dict[str, Any], *, check: bool = True, new: bool = False) -> Index:
    """The index of --index, which must be there but for a `new` one; with `check` off it may have other settings."""
    from compare.cluster.index import Index

    if not new and not (options["index_file"].exists() and options["index_file"].stat().st_size):
        raise click.UsageError(f"there is no index {options['index_file']}; `twosource index add` makes one")
    return Index(options["index_file"], read_config(options), check=check)


def _tell(clusters: list[Cluster], as_json: bool, screen: Screen) -> None:
    if as_json:
        screen.line(json.dumps([plain_cluster(c) for c in clusters], ensure_ascii=False))
        return
    for cluster in clusters:
        screen.line(f"copies: {', '.join(cluster.members)}")
