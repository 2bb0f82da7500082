"""Stories: articles that report the same event, whoever wrote them; copies inside them count as one voice."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from compare.cluster.copies import Tell, copy_groups, log
from compare.cluster.kept_edges import kept_edges
from compare.cluster.linkage import SUREST
from compare.cluster.notes import story_notes
from compare.cluster.origins import find_origins
from compare.cluster.partition import Partition, part
from compare.cluster.printing import in_time
from compare.cluster.related import Near, find_related
from compare.cluster.story_ids import story_id
from compare.cluster.told import Told
from compare.cluster.voices import Voices, read_voices
from compare.config import Config
from compare.model import Article, Origin, Story


def find_stories(articles: Sequence[Article], config: Config | None = None, *, tell: Tell = log) -> list[Story]:
    """A partition of the articles into stories, largest first, each with its copies, edges, origins and near misses.

    The same whatever the order of the articles. Two articles with one id are a ValueError. What was not compared in
    full is a note of its story; copies that were not are no story's own: `tell` is told of them (default: a warning is
    logged).
    """
    config = config or Config()
    _check_ids(articles)
    if not articles:
        return []
    return stories_of(read_voices(articles, copy_groups(articles, config, tell), config), config)


def stories_of(voices: Voices, config: Config, *, with_origins: bool = True) -> list[Story]:
    """The stories that these voices tell, largest first; origins need the texts of what was told."""
    cut = cut_of(config)
    partition = part(voices.vectors, voices.known, cut, config.stories.few_caution, most_days(config))
    stories = tell_stories(voices, partition, cut, with_origins)
    near = find_related(voices, partition, [stories[group].id for group in partition.group])
    return in_order(with_related(story, near[group]) for group, story in stories.items())


def cut_of(config: Config) -> float:
    """The log-odds above which two groups of articles are one story."""
    return min(config.stories.strict_cut if config.stories.strict else config.stories.cut, SUREST)


def most_days(config: Config) -> float:
    """The days that reports of one story may be apart."""
    return config.stories.strict_days if config.stories.strict else math.inf


def tell_stories(voices: Voices, partition: Partition, cut: float, with_origins: bool) -> dict[int, Story]:
    """Group → its story, as far as whole components tell it: all but what is related."""
    groups: dict[int, list[int]] = {}
    for voice, group in enumerate(partition.group):
        groups.setdefault(group, []).append(voice)
    told = {group: _in_time([t for v in members for t in voices.members[v]]) for group, members in groups.items()}
    ids = {group: story_id(members) for group, members in told.items()}
    edges = kept_edges(voices, partition, cut)
    notes = story_notes(voices, partition, [ids[group] for group in partition.group], cut)
    return {
        group: Story(
            ids[group],
            tuple(t.article for t in told[group]),
            _copies(voices, members),
            tuple(edges.get(group, ())),
            _origins(voices, members) if with_origins else (),
            notes=notes[group],
        )
        for group, members in groups.items()
    }


def with_related(story: Story, near: Near) -> Story:
    """The story with the others that stand near it."""
    return replace(story, related=near.told, notes=story.notes + near.notes())


def in_order(stories: Iterable[Story]) -> list[Story]:
    """The largest first, then by time."""
    return sorted(stories, key=lambda story: (-len(story.articles), in_time(story.articles[0]), story.id))


def _origins(voices: Voices, members: Sequence[int]) -> tuple[Origin, ...]:
    copies = [voices.copies[v] for v in members]
    return find_origins([voices.members[v] for v in members], copies, voices.text_of)


def _copies(voices: Voices, members: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    found = [tuple(sorted(t.article.id for t in voices.members[v])) for v in members if len(voices.members[v]) > 1]
    return tuple(sorted(found, key=lambda ids: (-len(ids), ids)))


def _in_time(told: Sequence[Told]) -> list[Told]:
    return sorted(told, key=lambda t: in_time(t.article))


def _check_ids(articles: Sequence[Article]) -> None:
    twice = sorted(name for name, times in Counter(a.id for a in articles).items() if times > 1)
    if twice:
        raise ValueError(f"articles need ids of their own; given twice: {', '.join(twice[:5])}")
