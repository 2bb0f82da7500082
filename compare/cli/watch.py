"""`--watch`: run again whenever a file under the given paths changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from compare.cli.screen import Screen
from compare.errors import MissingExtra


def run_on_change(paths: tuple[str, ...], output: str, run: Callable[[], int], screen: Screen) -> int:
    """Call `run` now and after every change under `paths`, until interrupted; changes under `output` do not count."""
    try:
        from watchfiles import watch
    except ImportError as error:
        raise MissingExtra("watchfiles", "watch", "--watch") from error
    own = Path(output).resolve()
    code = run()
    screen.say("watching for changes; stop with Ctrl-C")
    for changes in watch(*paths, raise_interrupt=False):
        if any(own not in Path(path).resolve().parents for _, path in changes):
            code = run()
    return code
