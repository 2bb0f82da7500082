"""Options and inputs that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import click

from compare.cli.screen import Screen
from compare.config import Config
from compare.errors import ReadError
from compare.model import Article, Unread

F = TypeVar("F", bound=Callable[..., Any])

paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


furniture_option = click.option("--keep-furniture", is_flag=True, help="Compare teasers, captions and furniture too.")
"""For the commands that look at sentences."""
workers_option = click.option("--workers", type=click.IntRange(0), help="Processes; 0 is one per core.  [default: 1]")
"""For the commands whose work can be shared out."""


@dataclass(frozen=True)
class Input:
    """What the given paths hold: the articles, the files that could not be read, and notes for the report."""

    articles: tuple[Article, ...]
    unread: tuple[Unread, ...] = ()
    notes: tuple[str, ...] = ()


def settings_options(command: F) -> F:
    """--config and --set."""
    return _with(_SETTINGS, command)


def common_options(command: F) -> F:
    """--config, --set, --map, --quiet and --verbose."""
    return _with(_SETTINGS + _COMMON, command)


def format_option(default: str) -> Callable[[F], F]:
    """--format, for the commands that write a report."""
    text = "Any of html, json, jsonl, csv, md, annotations, with commas; `twosource formats` has those of plug-ins."
    return click.option("--format", "-f", "formats", metavar="FORMAT,…", default=default, show_default=True, help=text)


def _with(options: Sequence[Callable[[F], F]], command: F) -> F:
    for option in reversed(options):
        command = option(command)
    return command


_SETTINGS: tuple[Callable[[Any], Any], ...] = (
    click.option("--config", "config_file", type=click.Path(path_type=Path), help="A twosource.toml to use."),
    click.option(
        "--set", "settings", multiple=True, metavar="KEY=VALUE", help="Set any key; `twosource config` lists them."
    ),
)
_COMMON: tuple[Callable[[Any], Any], ...] = (
    click.option("--map", "mapping", metavar="text=body,…", help="Which fields of JSON, CSV or Parquet hold what."),
    click.option("--quiet", "-q", is_flag=True, help="Errors only."),
    click.option("--verbose", "-v", is_flag=True, help="Say what is being done."),
)


def read_config(options: dict[str, Any], *more: str) -> Config:
    """The configuration in force: file, environment, --set, then the options of the command line."""
    from compare.settings import load_config

    chosen = list(options.get("settings") or ()) + list(more)
    if options.get("mapping"):
        chosen.append(f"read.map={options['mapping']}")
    if options.get("keep_furniture"):
        chosen.append("text.keep_furniture=true")
    config = load_config(options.get("config_file"), options=chosen)
    workers = options.get("workers")
    return config if workers is None else replace(config, workers=workers)


def read_paths(
    paths: Sequence[str],
    config: Config,
    screen: Screen,
    output: str = "-",
    keep: Callable[[Article], Article] | None = None,
) -> Input:
    """The articles of all paths (`-`: JSON Lines on stdin); raises `ReadError` when there is nothing to read.

    An earlier report in `output` is not read as if it were articles; `keep` may put each article's text aside.
    """
    from compare.read.file import shown
    from compare.read.paths import read_all
    from compare.report.write import is_own_page

    files = count(1)

    def tell(file: Path) -> bool:
        screen.progress("reading", next(files), 0)
        own = output != "-" and is_own_page(file, Path(output))
        if own:
            screen.detail(f"left out {shown(file)}: an earlier report")
        return not own

    screen.progress("reading", 0, 0)
    folder = read_all(paths, config, sys.stdin.buffer, tell, keep)
    if not folder.articles:
        reason = "no file there could be read as an article" if folder.unread else "there are no articles there"
        screen.unread(folder.unread)
        raise ReadError(", ".join(paths), f"{reason}; `twosource formats` lists what is read")
    return Input(folder.articles, folder.unread, folder.notes)
