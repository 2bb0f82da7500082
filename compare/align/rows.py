"""From pairwise links to the rows of a story: every compared sentence of every witness in exactly one row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from compare.align.copied import find_copied, fullest, word_counts
from compare.align.diff import diff_readings
from compare.align.group import At, Doubt, Groups, group_links
from compare.align.links import link_all
from compare.align.order import moved_witnesses, order_groups
from compare.align.reasons import merge_reasons
from compare.align.repeated import repeated_notes
from compare.align.why import Who
from compare.config import Config
from compare.facts.facts import Facts
from compare.model import Diff, Row, Story
from compare.text.witness import Witness

FEW = 3
"""Up to this many witnesses every two readings are compared word by word; from there on each with the fullest only."""


def align_story(
    story: Story, witnesses: Sequence[Witness], facts: Sequence[Facts], config: Config
) -> tuple[list[Row], tuple[str, ...]]:
    """The alignment table, and notes on what is linked with its best answer alone.

    Rows are in reading order of the fullest witness, readings in the order of `story.articles`.
    """
    copied = find_copied(story, witnesses)
    sizes = word_counts(witnesses)
    base = fullest(sizes, range(len(witnesses)))
    links = link_all(witnesses, copied.kept, config, Who(witnesses, facts))
    doubt = Doubt(1.5 * config.align.threshold, config.align.threshold / 2, links.likeness)
    groups = group_links(copied.kept, links.between, base, doubt).joined(copied.link_of)
    rows = order_groups(groups.members, base)
    moved = moved_witnesses(rows, base)
    made = (_row(group, groups, witnesses, out) for group, out in zip(rows, moved, strict=True))
    rows_with_diffs = [replace(row, diffs=tuple(_diffs(row, witnesses, sizes, config))) for row in made]
    return rows_with_diffs, repeated_notes(links.repeated, witnesses)


def _row(group: Sequence[At], groups: Groups, witnesses: Sequence[Witness], moved: tuple[int, ...]) -> Row:
    readings = tuple(tuple(w.sentences[i] for k, i in group if k == at) for at, w in enumerate(witnesses))
    links = groups.links_within(group)
    score = round(sum(link.score for link in links) / len(links), 4) if links else 0.0
    return Row(readings, score, merge_reasons(links), moved)


def _diffs(row: Row, witnesses: Sequence[Witness], sizes: Sequence[int], config: Config) -> Iterator[Diff]:
    here = row.witnesses
    base = fullest(sizes, here)
    for a, b in combinations(here, 2):
        if len(witnesses) > FEW and base not in (a, b):
            continue
        spans = [[s.span for s in row.readings[k]] for k in (a, b)]
        found = diff_readings(witnesses[a].article, spans[0], witnesses[b].article, spans[1], config.align.diff_from)
        if found:
            yield Diff(a, b, *found)
