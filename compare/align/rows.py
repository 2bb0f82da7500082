"""From pairwise links to the rows of a story: every compared sentence of every witness in exactly one row."""

from __future__ import annotations

from collections.abc import Sequence

from compare.config import Config
from compare.facts.facts import Facts
from compare.model import Row, Story
from compare.text.witness import Witness


def align_story(story: Story, witnesses: Sequence[Witness], facts: Sequence[Facts], config: Config) -> list[Row]:
    """The alignment table: rows in reading order of the base, readings in the order of `story.articles`."""
    return [
        Row(tuple((s,) if k == at else () for at in range(len(witnesses))))
        for k, w in enumerate(witnesses)
        for s in (w.sentences[i] for i in w.compared)
    ]
