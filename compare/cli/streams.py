"""Standard streams as they may be: closed before the start, full, or with a reader that has gone."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

OUTPUT_GONE = 141
"""Exit code when the reader of standard output has gone, as in `… | head -1`: that of a program stopped by SIGPIPE."""


class OutputGone(Exception):
    """Nobody reads standard output any more."""


def open_closed_streams() -> None:
    """Open the null device for each standard stream that is closed, so that no file of ours takes its number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, mode, closefd=False))


@contextmanager
def output_may_go() -> Iterator[None]:
    """A closed pipe as `OutputGone`, which click does not take for an exit with code 1, that of findings."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise OutputGone from error


def drop_output() -> None:
    """Send what is still to be written nowhere: the interpreter flushes at its end, and would fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
