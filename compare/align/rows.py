"""From pairwise links to the rows of a story: every compared sentence of every witness in exactly one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare.align.group import At, Groups, group_links
from compare.align.links import link_all
from compare.align.order import moved_witnesses, order_groups
from compare.config import Config
from compare.facts.facts import Facts
from compare.model import Row, Story
from compare.text.witness import Witness


def align_story(story: Story, witnesses: Sequence[Witness], facts: Sequence[Facts], config: Config) -> list[Row]:
    """The alignment table: rows in reading order of the base, readings in the order of `story.articles`."""
    kept = [w.compared for w in witnesses]
    links = link_all(witnesses, facts, kept, config)
    base = base_of(witnesses)
    groups = group_links(kept, links, base)
    rows = order_groups(groups.members, base)
    moved = moved_witnesses(rows, base)
    return [_row(group, groups, witnesses, out) for group, out in zip(rows, moved, strict=True)]


def base_of(witnesses: Sequence[Witness]) -> int:
    """The fullest witness: most words in compared sentences, the first of equals."""
    sizes = [sum(len(w.words[i]) for i in w.compared) for w in witnesses]
    return max(range(len(sizes)), key=lambda k: (sizes[k], -k), default=0)


def _row(group: Sequence[At], groups: Groups, witnesses: Sequence[Witness], moved: tuple[int, ...]) -> Row:
    readings = tuple(tuple(w.sentences[i] for k, i in group if k == at) for at, w in enumerate(witnesses))
    links = groups.links_within(group)
    score = round(sum(link.score for link in links) / len(links), 4) if links else 0.0
    reasons = Counter(reason for link in links for reason in link.reasons)
    return Row(readings, score, tuple(sorted(reasons, key=lambda r: (-reasons[r], r))), moved)
