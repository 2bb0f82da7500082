"""Stories: articles that report the same event, whoever wrote them; copies inside them count as one voice."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from compare.cluster.copies import copy_groups
from compare.cluster.kept_edges import kept_edges
from compare.cluster.linkage import SUREST
from compare.cluster.notes import story_notes
from compare.cluster.origins import find_origins
from compare.cluster.partition import Partition, part
from compare.cluster.printing import in_time
from compare.cluster.related import find_related
from compare.cluster.story_ids import story_id
from compare.cluster.told import Told
from compare.cluster.voices import Voices, read_voices
from compare.config import Config
from compare.model import Article, Origin, Story


def find_stories(articles: Sequence[Article], config: Config | None = None) -> list[Story]:
    """A partition of the articles into stories, largest first, each with its copies, edges, origins and near misses.

    The same whatever the order of the articles. Two articles with one id are a ValueError.
    """
    config = config or Config()
    _check_ids(articles)
    if not articles:
        return []
    return stories_of(read_voices(articles, copy_groups(articles, config), config), config)


def stories_of(voices: Voices, config: Config, *, with_origins: bool = True) -> list[Story]:
    """The stories that these voices tell, largest first; origins need the texts of what was told."""
    settings = config.stories
    cut = min(settings.strict_cut if settings.strict else settings.cut, SUREST)
    most_days = settings.strict_days if settings.strict else math.inf
    partition = part(voices.vectors, voices.days, cut, settings.few_caution, most_days)
    stories = _stories(voices, partition, cut, with_origins)
    return sorted(stories, key=lambda story: (-len(story.articles), in_time(story.articles[0]), story.id))


def _stories(voices: Voices, partition: Partition, cut: float, with_origins: bool) -> list[Story]:
    groups: dict[int, list[int]] = {}
    for voice, group in enumerate(partition.group):
        groups.setdefault(group, []).append(voice)
    told = {group: _in_time([t for v in members for t in voices.members[v]]) for group, members in groups.items()}
    ids = {group: story_id(members) for group, members in told.items()}
    of_voice = [ids[group] for group in partition.group]
    edges = kept_edges(voices, partition, cut)
    near = find_related(voices, partition, of_voice)
    notes = story_notes(voices, partition, of_voice, cut, near)
    return [
        Story(
            ids[group],
            tuple(t.article for t in told[group]),
            _copies(voices, members),
            tuple(edges.get(group, ())),
            _origins(voices, members) if with_origins else (),
            near[group].told,
            notes[group],
        )
        for group, members in groups.items()
    ]


def _origins(voices: Voices, members: Sequence[int]) -> tuple[Origin, ...]:
    return find_origins([voices.members[v] for v in members], [voices.copies[v] for v in members])


def _copies(voices: Voices, members: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    found = [tuple(sorted(t.article.id for t in voices.members[v])) for v in members if len(voices.members[v]) > 1]
    return tuple(sorted(found, key=lambda ids: (-len(ids), ids)))


def _in_time(told: Sequence[Told]) -> list[Told]:
    return sorted(told, key=lambda t: in_time(t.article))


def _check_ids(articles: Sequence[Article]) -> None:
    twice = sorted(name for name, times in Counter(a.id for a in articles).items() if times > 1)
    if twice:
        raise ValueError(f"articles need ids of their own; given twice: {', '.join(twice[:5])}")
