"""`twosource formats` and `twosource config`: what the tool reads, writes and would do."""

from __future__ import annotations

import json
from typing import Any

import click

from compare.cli.options import common_options, read_config
from compare.cli.screen import Screen


@click.command("formats")
def formats_command() -> int:
    """List the file formats that are read and written, and the extras that some of them need."""
    from compare.read.readers import FORMATS
    from compare.report.write import WRITERS

    screen = Screen()
    screen.line("read:")
    for kind in FORMATS:
        suffixes = " ".join(suffix or "(none)" for suffix in kind.suffixes)
        screen.line(f"  {kind.name:28} {suffixes}" + (f"   needs: {pip_line(kind.extra)}" if kind.extra else ""))
    screen.line(f"written: {', '.join(WRITERS)}")
    return 0


def pip_line(extra: str) -> str:
    """How to install an extra."""
    return f"pip install 'twosource[{extra}]'"


@click.command("config")
@click.option("--json", "as_json", is_flag=True, help="The settings in force as one JSON object.")
@common_options
def config_command(as_json: bool, **options: Any) -> int:  # noqa: ANN401  # click gives options of any type
    """Show every setting in force; those that differ from the default say so."""
    from compare.settings import keys

    screen = Screen()
    config = read_config(options)
    now = {key: _value(config, key) for key in keys()}
    if as_json:
        screen.line(json.dumps(now, indent=1, default=str))
        return 0
    for key, (kind, default) in keys().items():
        changed = "" if now[key] == default else f"  (default {default!r})"
        screen.line(f"{key:32} {now[key]!r:20} {kind}{changed}")
    return 0


def _value(config: object, key: str) -> object:
    for name in key.split("."):
        config = getattr(config, name)
    return config
