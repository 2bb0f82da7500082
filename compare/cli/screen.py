"""What a person sees while the tool runs: messages and progress on stderr, data on stdout."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable

import click

from compare.model import Unread


class Screen:
    """The one place that prints. `quiet` leaves errors only; progress is drawn where stderr is a terminal."""

    def __init__(self, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet, self.verbose = quiet, verbose
        self._live = not quiet and sys.stderr.isatty()
        self._stage, self._began, self._drawn = "", 0.0, 0.0

    def line(self, text: str = "") -> None:
        """One line of data on stdout."""
        self.clear()
        click.echo(text)

    def say(self, text: str) -> None:
        """A message for a person, on stderr."""
        if not self.quiet:
            self.clear()
            click.echo(text, err=True)

    def detail(self, text: str) -> None:
        """A message that only --verbose shows."""
        if self.verbose:
            self.say(text)

    def error(self, text: str) -> None:
        """An error, on stderr, also when quiet."""
        self.clear()
        click.secho(f"twosource: {text}", fg="red", err=True, color=_color())

    def unread(self, files: Iterable[Unread]) -> None:
        """Name every file that could not be read."""
        for file in files:
            where = f"{file.path}:{file.line}" if file.line else file.path
            self.clear()
            click.secho(f"could not read {where}: {file.reason}", fg="yellow", err=True, color=_color())

    def progress(self, stage: str, done: int, total: int) -> None:
        """Draw how far a stage is and how long it will take; without a terminal, --verbose says each new stage."""
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._began, self._drawn = stage, now, 0.0
            if not self._live:
                self.detail(stage)
        if self._live and (now - self._drawn > 0.1 or done == total):
            self._drawn = now
            click.echo(f"\r\033[K{stage}{_share(done, total, now - self._began)}", nl=False, err=True)

    def clear(self) -> None:
        """Take the progress line away."""
        if self._live and self._stage:
            click.echo("\r\033[K", nl=False, err=True)


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
