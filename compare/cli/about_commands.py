"""`twosource formats` and `twosource config`: what the tool reads, writes and would do."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from importlib.metadata import entry_points
from itertools import groupby
from typing import Any

import click

from compare.cli.options import common_options, furniture_option, read_config, workers_option
from compare.cli.screen import Screen

FORMATS_EXAMPLES = """
\b
Examples:
  twosource formats                 what is read and written here, plug-ins included
"""
CONFIG_EXAMPLES = """
\b
Examples:
  twosource config > twosource.toml                           a file to begin with
  twosource config --set stories.strict=true                  what that option changes
  TWOSOURCE_STORIES_STRICT=true twosource config --json       the same as a variable, for programs
"""


@click.command("formats", epilog=FORMATS_EXAMPLES)
def formats_command() -> int:
    """List the file formats that are read and written, the extras that some of them need, and installed plug-ins."""
    from compare.read.readers import FORMATS
    from compare.report.write import WRITERS

    screen = Screen()
    screen.line("read:")
    for kind in FORMATS:
        suffixes = " ".join(suffix or "(none)" for suffix in kind.suffixes)
        screen.line(f"  {kind.name:28} {suffixes}" + (f"   needs: {pip_line(kind.extra)}" if kind.extra else ""))
    known = {suffix.lstrip(".") for kind in FORMATS for suffix in kind.suffixes}
    for line in (*_plugins("readers", known), f"written: {', '.join(WRITERS)}", *_plugins("writers", WRITERS)):
        screen.line(line)
    for line in _plugins("comparers", ()):
        screen.line(line)
    return 0


def _plugins(kind: str, built_in: Collection[str]) -> Iterator[str]:
    """The plug-ins of one kind, with the package that brings them; a built-in name is never taken over."""
    points = sorted(entry_points(group=f"twosource.{kind}"), key=lambda point: (point.name, point.value))
    if points:
        yield f"{kind} of plug-ins:"
    for point in points:
        package = f"{point.dist.name} {point.dist.version}" if point.dist else point.value
        hidden = "   not used: that name is built in" if point.name.lstrip(".").lower() in built_in else ""
        yield f"  {point.name:28} {package}{hidden}"


def pip_line(extra: str) -> str:
    """How to install an extra."""
    return f"pip install 'twosource[{extra}]'"


@click.command("config", epilog=CONFIG_EXAMPLES)
@click.option("--json", "as_json", is_flag=True, help="The settings in force as one JSON object.")
@furniture_option
@workers_option
@common_options
def config_command(as_json: bool, **options: Any) -> int:  # noqa: ANN401  # click gives options of any type
    """Show every setting in force, as a twosource.toml has it; those that differ from the default say so."""
    from compare.settings import keys

    screen = Screen()
    config = read_config(options)
    now = {key: _value(config, key) for key in keys()}
    if as_json:
        screen.line(json.dumps(now, indent=1, default=str))
        return 0
    defaults = {key: default for key, (_, default) in keys().items()}
    for line in _toml(now, defaults):
        screen.line(line)
    return 0


def _toml(now: dict[str, object], defaults: dict[str, object]) -> Iterator[str]:
    tables = sorted(now, key=lambda key: (key.rpartition(".")[0], key))
    for table, keys in groupby(tables, key=lambda key: key.rpartition(".")[0]):
        if table:
            yield ""
            yield f"[{table}]"
        for key in keys:
            line = f"{key.rpartition('.')[2]:22} = {_as_toml(now[key])}"
            yield line if now[key] == defaults[key] else f"{line:44} # default: {_as_toml(defaults[key])}"


def _as_toml(value: object) -> str:
    """Numbers, truth values, strings and lists of strings, which JSON and TOML write alike."""
    return json.dumps(value, ensure_ascii=False)


def _value(config: object, key: str) -> object:
    for name in key.split("."):
        config = getattr(config, name)
    return config
