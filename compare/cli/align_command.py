"""`twosource align`: articles side by side in the terminal."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from typing import Any

import click

from compare.cli.options import common_options, furniture_option, paths_argument, read_config, read_paths
from compare.cli.screen import Screen
from compare.model import Row, Story

EXAMPLES = """
\b
Examples:
  twosource align wire.txt paper.txt
  twosource align a.txt b.txt c.txt --json
"""


@click.command("align", epilog=EXAMPLES)
@paths_argument
@click.option("--json", "as_json", is_flag=True, help="The rows as one JSON object.")
@click.option("--pair-model", metavar="FOLDER", help="A local cross-encoder (ONNX) for the pairs in doubt.")
@furniture_option
@common_options
def align_command(paths: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401  # click gives options of any type
    """Take the articles of PATH... as one story and lay them side by side, sentence by sentence."""
    from compare.align.pair_model import describe_pair_model
    from compare.align.table import table_lines
    from compare.pipeline import lay_side_by_side

    screen = Screen(options["quiet"], options["verbose"])
    model = options["pair_model"]
    config = read_config(options, *([f"align.pair_model={model}"] if model else []))
    given = read_paths(paths, config, screen)
    if len(given.articles) < 2:
        screen.unread(given.unread)
        raise click.UsageError("align wants two articles or more")
    judge = {"pair_model": describe_pair_model(config.align.pair_model)} if config.align.pair_model else {}
    aligned, notes = lay_side_by_side(list(given.articles), config)
    if options["as_json"]:
        told = {**_plain(aligned.story, aligned.rows), "notes": notes, **judge}
        screen.line(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        width = shutil.get_terminal_size((100, 24)).columns
        for line in table_lines(aligned.story, aligned.rows, width=width):
            screen.line(line)
        for note in (*notes, *(f"pair model: {name}" for name in judge.values())):
            screen.say(note)
    screen.unread(given.unread)
    return 3 if given.unread else 0


def _plain(story: Story, rows: Sequence[Row]) -> dict[str, Any]:
    ids = [article.id for article in story.articles]
    return {
        "articles": ids,
        "rows": [
            {
                "score": row.score,
                "reasons": row.reasons,
                "moved": [ids[k] for k in row.moved],
                "readings": {
                    ids[k]: [{"start": s.span.start, "end": s.span.end, "text": s.text} for s in reading]
                    for k, reading in enumerate(row.readings)
                    if reading
                },
            }
            for row in rows
        ],
    }
