"""What was found, as rows of the datasets that are written, and stories made of such rows again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import Any

from compare.cluster.origins import find_origins
from compare.cluster.told import Told, tell
from compare.cluster.voices import content, degrees, speaker_first
from compare.config import Config
from compare.engines import spark_datasets as datasets
from compare.engines.spark_frames import Frame, frame_of
from compare.errors import EngineError
from compare.model import Article, Cluster, CopyEdge, Related, Story, StoryEdge

COPY, STORY = "copy", "story"
"""Kinds of edges."""
Rows = list[tuple[Any, ...]]


def rows_of(copies: Sequence[Cluster], stories: Sequence[Story]) -> dict[str, Rows]:
    """Dataset → its rows."""
    made = {
        "edges": _copy_edges(copies) + _story_edges(stories),
        "copies": [(c.id, m, m == c.fullest, m == c.earliest, list(c.notes)) for c in copies for m in c.members],
        "related": [
            (story.id, place, near.story, near.score, list(near.shared))
            for story in stories
            for place, near in enumerate(story.related)
        ],
        "stories": [row for story in stories for row in _members(story)],
    }
    return {name: made[name] for name in datasets.DATASETS}


def _copy_edges(copies: Sequence[Cluster]) -> Rows:
    kept = {(edge.a, edge.b): (cluster.id, edge) for cluster in copies for edge in cluster.edges}
    return [(COPY, of, None, e.a, e.b, e.jaccard, e.containment, []) for _, (of, e) in sorted(kept.items())]


def _story_edges(stories: Sequence[Story]) -> Rows:
    return [
        (STORY, story.id, place, e.a, e.b, e.score, None, list(e.reasons))
        for story in stories
        for place, e in enumerate(story.edges)
    ]


def _members(story: Story) -> Rows:
    first = {member: copies[0] for copies in story.copies for member in copies}
    return [
        (story.id, article.id, place, first.get(article.id, article.id), list(story.notes))
        for place, article in enumerate(story.articles)
    ]


class Found:
    """The datasets of a folder, asked for some of its stories; raises `ReadError` where one is not whole."""

    def __init__(self, session: Any, folder: str, names: Sequence[str]) -> None:  # noqa: ANN401
        self._session, self._folder, self._names = session, folder, names
        self._members = self._rows("stories", "story", names)
        known = {row.story for row in self._members}
        if unknown := [name for name in names if name not in known]:
            raise EngineError(f"{folder}/stories has no story {', '.join(map(repr, unknown[:5]))}")

    @property
    def articles(self) -> list[str]:
        """Ids of the articles of all these stories."""
        return [row.article for row in self._members]

    def stories(self, articles: Mapping[str, Article], config: Config) -> list[Story]:
        """The stories, with their articles by their ids, in the order in which they were asked for."""
        edges = self._rows("edges", "a", self.articles)
        copies = [CopyEdge(row.a, row.b, row.score, row.containment) for row in edges if row.kind == COPY]
        joined = _by((row for row in edges if row.kind == STORY), "of")
        related, members = _by(self._rows("related", "story", self._names), "story"), _by(self._members, "story")
        return [
            _story(members[name], joined.get(name, ()), related.get(name, ()), copies, articles, config)
            for name in self._names
        ]

    def _rows(self, dataset: str, column: str, values: Sequence[str]) -> list[Any]:
        """The rows of a dataset in which a column has one of these values, in the order of their places."""
        frame = datasets.read(self._session, f"{self._folder}/{dataset}")
        wanted = frame_of(self._session, f"{column} string", sorted(set(values)))
        found: Frame = frame.join(wanted.hint("broadcast"), column)
        return sorted(found.collect(), key=lambda row: ("place" in row and row.place) or 0)


def _by(rows: Iterable[Any], column: str) -> dict[str, list[Any]]:
    grouped: dict[str, list[Any]] = {}
    for row in rows:
        grouped.setdefault(row[column], []).append(row)
    return grouped


def _story(
    members: Sequence[Any],
    edges: Sequence[Any],
    related: Sequence[Any],
    copies: Sequence[CopyEdge],
    articles: Mapping[str, Article],
    config: Config,
) -> Story:
    prints = [sorted(row.article for row in rows) for rows in _by(members, "copy_of").values()]
    told = {row.article: tell(articles[row.article], config.text) for row in members}
    voices = sorted((_voice(ids, told, copies) for ids in prints), key=lambda voice: content(voice[0][0]))
    return Story(
        members[0].story,
        tuple(articles[row.article] for row in members),
        tuple(sorted((tuple(ids) for ids in prints if len(ids) > 1), key=lambda ids: (-len(ids), ids))),
        tuple(StoryEdge(row.a, row.b, row.score, tuple(row.reasons)) for row in edges),
        find_origins(list(map(itemgetter(0), voices)), list(map(itemgetter(1), voices))),
        tuple(Related(row.other, row.score, tuple(row.shared)) for row in related),
        tuple(members[0].notes),
    )


def _voice(
    ids: Sequence[str], told: Mapping[str, Told], copies: Sequence[CopyEdge]
) -> tuple[list[Told], Cluster | None]:
    """The articles that print one text, its speaker first, and the cluster that tells why."""
    if len(ids) == 1:
        return [told[ids[0]]], None
    edges = sorted((e for e in copies if e.a in ids and e.b in ids), key=attrgetter("a", "b"))
    cluster = Cluster(ids[0], tuple(ids), tuple(edges))
    degree = degrees(cluster)
    return sorted((told[i] for i in ids), key=lambda t: speaker_first(degree[t.article.id], t)), cluster
