"""What a person sees while the tool runs: messages and progress on stderr, data on stdout."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterable
from typing import ClassVar

import click

from compare.model import Unread

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What tells a terminal to move, colour, retitle or turn round: names of files and texts of strangers may hold it."""


class Screen:
    """The one place that prints. `quiet` leaves errors only; progress is drawn where stderr is a terminal."""

    _progress_shown: ClassVar[bool] = False  # of whichever screen drew it: an error may come from another

    def __init__(self, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet, self.verbose = quiet, verbose
        self._live = not quiet and sys.stderr.isatty()
        self._stage, self._began, self._drawn = "", 0.0, 0.0

    def line(self, text: str = "") -> None:
        """One line of data on stdout: bytes as they are for a program, harmless for a terminal."""
        self.clear()
        click.echo(harmless(text) if sys.stdout.isatty() else text, color=True)  # a pipe gets names whole

    def say(self, text: str) -> None:
        """A message for a person, on stderr."""
        if not self.quiet:
            self.clear()
            click.echo(harmless(text), err=True)

    def detail(self, text: str) -> None:
        """A message that only --verbose shows."""
        if self.verbose:
            self.say(text)

    def error(self, text: str) -> None:
        """An error, on stderr, also when quiet."""
        self.clear()
        click.secho(f"twosource: {harmless(text)}", fg="red", err=True, color=_color())

    def usage(self, text: str) -> None:
        """What click says of a wrong use, several lines, on stderr."""
        self.clear()
        click.echo(harmless(text), nl=False, err=True)

    def unread(self, files: Iterable[Unread]) -> None:
        """Name every file that could not be read; lines of one file that share a reason are counted."""
        from compare.report.view_unread import unread_places

        for where, reason in unread_places(files):
            self.clear()
            click.secho(
                harmless(f"could not read {where}: {reason}").replace("\n", r"\n"),
                fg="yellow",
                err=True,
                color=_color(),
            )

    def progress(self, stage: str, done: int, total: int) -> None:
        """Draw how far a stage is and how long it will take; without a terminal, --verbose says each new stage."""
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._began, self._drawn = stage, now, 0.0
            if not self._live:
                self.detail(stage)
        if self._live and (now - self._drawn > 0.1 or done == total):
            self._drawn = now
            Screen._progress_shown = True
            click.echo(f"\r\033[K{stage}{_share(done, total, now - self._began)}", nl=False, err=True)

    def clear(self) -> None:
        """Take the progress line away."""
        if Screen._progress_shown:
            Screen._progress_shown = False
            click.echo("\r\033[K", nl=False, err=True)


def harmless(text: str) -> str:
    """The text with every character that steers a terminal written out, as \\x1b; tabs and line ends stay.

    >>> print(harmless("a\x1b[2Jb"))
    a\\x1b[2Jb
    """
    return _CONTROLS.sub(lambda found: repr(found.group())[1:-1], text)


def _color() -> bool | None:
    """None leaves it to click: colour on a terminal only. https://no-color.org"""
    return False if os.environ.get("NO_COLOR") else None


def _share(done: int, total: int, seconds: float) -> str:
    if not total:
        return f" {done:,} …" if done else " …"
    left = f", {_duration(seconds / done * (total - done))} left" if done and done < total and seconds > 1 else ""
    return f" {done:,} of {total:,}{left}"


def _duration(seconds: float) -> str:
    for unit, length in (("h", 3600), ("min", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:.0f} {unit}"
    return f"{seconds:.0f} s"
