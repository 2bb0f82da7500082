"""`--watch`: run again whenever a file under the given paths changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from compare.cli.screen import Screen
from compare.errors import CompareError, MissingExtra, ReadError

_LOOK_EVERY = 200  # milliseconds


def run_on_change(paths: tuple[str, ...], output: str, run: Callable[[], int], screen: Screen) -> int:
    """Call `run` now and after every change under `paths`, until interrupted; changes under `output` do not count.

    The first run must succeed; a later one that fails says why, and the next change is waited for. Changes made while
    `run` works are not lost.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        raise MissingExtra("watchfiles", "watch", "--watch") from error
    for path in paths:
        if not Path(path).exists():
            raise ReadError(path, "no such file or folder")
    own = Path(output).resolve()
    code: int | None = None
    for changes in watch(*paths, raise_interrupt=False, yield_on_timeout=True, rust_timeout=_LOOK_EVERY):
        if code is None:  # watching has begun: what changes from here on is seen
            code = run()
            screen.say("watching for changes; stop with Ctrl-C")
        elif any(own not in Path(path).resolve().parents for _, path in changes):
            code = _again(run, screen)
    return code or 0


def _again(run: Callable[[], int], screen: Screen) -> int:
    try:
        return run()
    except CompareError as error:
        screen.error(f"{error}; the report stays as it was")
        return 2
