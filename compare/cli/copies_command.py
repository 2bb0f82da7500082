"""`twosource copies`: clusters of near-duplicates as JSON Lines, or the files to keep."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path
from textwrap import indent
from typing import Any

import click

from compare.cli.options import common_options, paths_argument, read_config, read_paths, workers_option
from compare.cli.screen import Screen
from compare.model import Cluster, CopyEdge

EXAMPLES = """
\b
Examples:
  twosource copies articles/                    one JSON object a cluster
  twosource copies articles/ --keep             the files to keep, one per cluster and every single
  cat dump.jsonl | twosource copies - --keep    the ids to keep
  twosource copies articles/ --format json --output copies.json
"""


_CLUSTER, _EDGE = ([field.name for field in fields(kind)] for kind in (Cluster, CopyEdge))


@click.command("copies", epilog=EXAMPLES)
@paths_argument
@click.option("--keep", is_flag=True, help="Print what to keep, one per cluster: file, or id of many in one.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["jsonl", "json"]),
    default="jsonl",
    show_default=True,
    help="One JSON object a line, or one list.",
)
@click.option("--output", "-o", default="-", show_default=True, metavar="FILE", help="Where to write; - is stdout.")
@workers_option
@common_options
def copies_command(paths: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401  # click gives options of any type
    """Find the articles of PATH... that are printed from one text: reprints, light edits, truncations."""
    from compare.cluster.copies import FEW, copies_and_notes
    from compare.report.labels import count

    screen = Screen(options["quiet"], options["verbose"])
    config = read_config(options)
    given = read_paths(paths, config, screen)
    screen.progress("finding copies", 0, 0)
    if len(given.articles) <= FEW:
        config = replace(config, copies=replace(config.copies, fast=False))
    clusters, notes = copies_and_notes(given.articles, config)
    lines: Iterable[str]
    if options["keep"]:
        from compare.cluster.clusters import redundant

        drop = redundant(clusters)
        held = Counter(a.path for a in given.articles)
        lines = (a.path if held[a.path] == 1 and a.path != "-" else a.id for a in given.articles if a.id not in drop)
    elif options["format_"] == "json":
        lines = _as_list(clusters)
    else:
        lines = (json.dumps(plain_cluster(c), ensure_ascii=False) for c in clusters)
    _put(lines, options["output"], screen)
    for note in notes:
        screen.say(note)
    if not clusters:
        screen.say(f"no copies among {count(len(given.articles), 'article')}")
    screen.unread(given.unread)
    return 3 if given.unread else 0


def plain_cluster(cluster: Cluster) -> dict[str, Any]:
    """A cluster as JSON has it."""
    edges = [{name: getattr(edge, name) for name in _EDGE} for edge in cluster.edges]
    return {name: getattr(cluster, name) for name in _CLUSTER} | {"edges": edges}


def _as_list(clusters: Sequence[Cluster]) -> Iterator[str]:
    """The lines of one JSON list, a cluster at a time: all at once they would take a tenth of the texts' memory."""
    if not clusters:
        yield "[]"
        return
    yield "["
    for number, cluster in enumerate(clusters, 1):
        one = json.dumps(plain_cluster(cluster), ensure_ascii=False, indent=1)
        yield indent(one, " ") + ("," if number < len(clusters) else "")
    yield "]"


def _put(lines: Iterable[str], output: str, screen: Screen) -> None:
    if output == "-":
        for line in lines:
            screen.line(line)
    else:
        from compare.report.atomic import write_whole

        write_whole(Path(output), (f"{line}\n" for line in lines))
        screen.say(f"wrote {output}")
