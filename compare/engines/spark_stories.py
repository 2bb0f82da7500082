"""Stories on Spark: the workers read the articles, the driver weighs and joins what they found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from compare.cluster.clusters import LOOSE
from compare.cluster.features import Features
from compare.cluster.forms import Forms, features_of_forms
from compare.cluster.stories import stories_of
from compare.cluster.told import Told
from compare.cluster.voices import voices_of
from compare.config import Config
from compare.engines import spark_work as work
from compare.engines.spark_frames import Frame, Kept
from compare.model import Cluster, Story


def read_stories(
    articles: Frame, copies: Sequence[Cluster], config: Config, keep: Kept, *, with_text: bool
) -> list[Story]:
    """The stories of the articles; without their texts they tell no origins, for those are found word by word."""
    rows = articles.mapInArrow(partial(work.tell_rows, config=config, with_text=with_text), work.TOLD)
    folder: list[Told] = []
    forms: dict[str, Forms] = {}
    for row in keep.rows(rows):
        told, read = work.unpack_told(row[0])
        folder.append(told)
        forms[told.article.id] = read
    if not folder:
        return []

    def features_of(speakers: Sequence[Told]) -> Features:
        found = features_of_forms([forms[told.article.id] for told in speakers])
        forms.clear()
        return found

    whole = [cluster for cluster in copies if LOOSE not in cluster.notes]
    return stories_of(voices_of(folder, whole, features_of), config, with_origins=with_text)


def story_rows(stories: Sequence[Story]) -> list[tuple[Any, ...]]:
    """(story, article, place in it, the first of the articles that print the same text, notes)."""
    rows = []
    for story in stories:
        first = {member: copies[0] for copies in story.copies for member in copies}
        for place, article in enumerate(story.articles):
            rows.append((story.id, article.id, place, first.get(article.id, article.id), "; ".join(story.notes)))
    return rows


def copy_rows(copies: Sequence[Cluster]) -> list[tuple[Any, ...]]:
    """(cluster, article, whether it is the fullest, the earliest, notes)."""
    return [(c.id, m, m == c.fullest, m == c.earliest, "; ".join(c.notes)) for c in copies for m in c.members]


def edge_rows(copies: Sequence[Cluster], stories: Sequence[Story]) -> list[tuple[Any, ...]]:
    """(kind, a, b, score, reasons): Jaccard and containment of copies, log-odds and reasons of stories."""
    kept = {(e.a, e.b): e for cluster in copies for e in cluster.edges}
    rows: list[tuple[Any, ...]] = [
        ("copy", e.a, e.b, e.jaccard, f"containment {e.containment}") for _, e in sorted(kept.items())
    ]
    return rows + [("story", e.a, e.b, e.score, "; ".join(e.reasons)) for story in stories for e in story.edges]
