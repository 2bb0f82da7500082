"""`twosource stories`: which articles report the same event, and why."""

from __future__ import annotations

import json
from typing import Any

import click

from compare.cli.options import (
    common_options,
    furniture_option,
    paths_argument,
    read_config,
    read_paths,
    workers_option,
)
from compare.cli.screen import Screen
from compare.model import Story

EXAMPLES = """
\b
Examples:
  twosource stories articles/                one JSON object a story
  twosource stories articles/ --explain      with the features that joined them, for reading
  twosource stories articles/ --strict       only what is nearly certain
"""


@click.command("stories", epilog=EXAMPLES)
@paths_argument
@click.option("--explain", is_flag=True, help="Say in words what joined each story and what is related to it.")
@click.option("--strict", is_flag=True, help="Join only what is nearly certain to be one story.")
@furniture_option
@workers_option
@common_options
def stories_command(paths: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401  # click gives options of any type
    """List the stories among the articles of PATH..., with their copies and independent origins.

    With --explain each two articles have points for shared words, phrases, names, days, figures and quotations, and the
    number that was needed; groups are joined while the mean over their pairs stays above it, so that a pair may stand
    below. In JSON a score is the log-odds of one event: points less those needed, plus the setting stories.cut.
    """
    from compare.cluster.explain import explain_story
    from compare.cluster.stories import cut_of, find_stories

    screen = Screen(options["quiet"], options["verbose"])
    config = read_config(options, *(["stories.strict=true"] if options["strict"] else []))
    given = read_paths(paths, config, screen)
    screen.progress("finding stories", 0, 0)
    for story in find_stories(given.articles, config, tell=screen.say):
        if options["explain"]:
            for line in explain_story(story, cut_of(config)):
                screen.line(line)
        else:
            screen.line(json.dumps(_plain(story), ensure_ascii=False))
    screen.unread(given.unread)
    return 3 if given.unread else 0


def _plain(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "articles": [article.id for article in story.articles],
        "copies": story.copies,
        "origins": [{"members": o.members, "reason": o.reason} for o in story.origins],
        "edges": [{"a": e.a, "b": e.b, "score": e.score, "reasons": e.reasons} for e in story.edges],
        "related": [{"story": r.story, "score": r.score, "shared": r.shared} for r in story.related],
        "notes": story.notes,
    }
