"""The group of commands: loaded one by one when called, so that `--help` answers at once."""

from __future__ import annotations

import gc
import io
import os
import platform
import signal
import sys
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from compare.cli.screen import Screen
from compare.cli.streams import OUTPUT_GONE, OutputGone, drop_output, open_closed_streams, output_may_go
from compare.errors import CompareError
from compare.version import __version__

COMMANDS = {
    "compare": ("compare.cli.compare_command", "Find the stories in a folder and report how their sources differ."),
    "copies": ("compare.cli.copies_command", "List the articles that are printed from one text."),
    "stories": ("compare.cli.stories_command", "List the articles that report the same event, and why."),
    "align": ("compare.cli.align_command", "Lay two or more articles side by side in the terminal."),
    "index": ("compare.cli.index_command", "Keep an index, so that tomorrow's folder costs only what is new."),
    "draw": ("compare.cli.draw_command", "Draw a report again from its comparison.json."),
    "formats": ("compare.cli.about_commands", "List the file formats that are read and written."),
    "config": ("compare.cli.about_commands", "Show every setting, its default and what is in force."),
}

EXAMPLES = """
\b
Examples:
  twosource compare articles/                  one report of all stories: reports/index.html
  twosource compare articles/ --fail-on high   exit 1 when two sources cannot both be right
  twosource align wire.txt paper.txt           two articles, sentence by sentence
  twosource copies dump.jsonl --keep           a plain deduplicator in a pipe
  cat dump.jsonl | twosource stories -         what tells the same story, as JSON Lines

\b
Exit codes: 0 ran, 1 findings at or above --fail-on, 2 wrong use, nothing readable or
nothing writable, 3 ran but some files could not be read, 130 stopped by Ctrl-C,
141 the reader of standard output has gone, 143 stopped by SIGTERM.

\b
Completion: eval "$(_TWOSOURCE_COMPLETE=bash_source twosource)"   (or zsh_source, fish_source)
"""


_QUIET_TRACKER = "ignore::UserWarning:multiprocessing.resource_tracker"
"""Python cleans up behind a run with several workers that was killed outright, and need not tell of it."""


class Commands(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Names of the commands, in the order of the table."""
        return list(COMMANDS)

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **more: Any) -> click.Context:  # noqa: ANN401
        """A context; --help and --version print here."""
        with output_may_go():
            return super().make_context(info_name, args, *rest, **more)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        with output_may_go():
            return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; what is near a command, or a path without one, is told how to be written."""
        near = get_close_matches(args[0], COMMANDS, n=1)
        if args[0] not in COMMANDS and near:
            raise click.UsageError(f"there is no command {args[0]}; did you mean {near[0]}?", ctx)
        if args[0] not in COMMANDS and Path(args[0]).exists():
            raise click.UsageError(f"what shall be done with {args[0]}? Perhaps: twosource compare {args[0]}", ctx)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name][0]), f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The table of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


def _show_version(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    """The version, and the versions of the packages that a result depends on."""
    del option
    if wanted:
        from compare.digest import versions

        screen = Screen()
        screen.line(f"twosource {__version__}, Python {platform.python_version()}")
        for package, version in versions().items():
            screen.line(f"{package} {version}")
        context.exit()


@click.command(cls=Commands, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    "-V",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version, and those of the packages that a result depends on.",
)
def group() -> None:
    """Which of these articles tell the same story, what do they agree on, where do they differ, what has only one.

    twosource reports differences between sources. It never rules on who is right: a difference is a question to ask.
    """


def main(args: list[str] | None = None) -> None:
    """Run the command and exit with its code: errors of ours are one clear line, never a traceback."""
    open_closed_streams()
    os.environ.setdefault("PYTHONWARNINGS", _QUIET_TRACKER)
    signal.signal(signal.SIGTERM, _stop)
    gc.set_threshold(200_000, 30, 30)  # results are trees without cycles: looking for those took a tenth of a run
    try:
        code = group.main(args, prog_name="twosource", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.exceptions.Abort:
        Screen().error("stopped")
        sys.exit(130)
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(shown)
        Screen().usage(shown.getvalue())
        sys.exit(2)
    except CompareError as error:
        Screen().error(str(error))
        sys.exit(2)
    except OutputGone:
        drop_output()
        sys.exit(OUTPUT_GONE)
    except OSError as error:  # every reader and writer tells its own; what is left are the standard streams
        drop_output()
        Screen().error(f"{error.filename or 'standard output'}: {error.strerror or error}")
        sys.exit(2)


def _stop(number: int, frame: object) -> None:
    """End by way of the interpreter, so that temporary files are taken away."""
    del frame
    sys.exit(128 + number)
