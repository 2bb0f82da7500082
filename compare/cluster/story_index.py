"""Stories over days: new articles join the stories that an index knows, and only changed stories are told again.

A batch is laid beside the known articles that share its heaviest words, or are copies of it, with their whole stories
and the latest articles for comparison; the stories of that folder are found as usual. While the index is small the
folder is all of it and the result that of one run. Beyond, two things are approximate: how rare a word is counts in
that folder and not in the whole index, and stories that no new article touches stay as they are, even where a run over
everything would join or part them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from compare.cluster import story_store as store
from compare.cluster.copies import Tell, log
from compare.cluster.files import FileMark
from compare.cluster.heavy_words import heavy_words
from compare.cluster.index import Index
from compare.cluster.store import faults, transaction
from compare.cluster.stored import restore
from compare.cluster.stories import find_stories
from compare.config import Config
from compare.model import Article, Cluster, Story

LATEST = 400
"""Known articles, those told last, that new ones are always laid beside."""
SHARED = 3
"""Heavy words that a known article shares with a new one to be laid beside it."""


Find = Callable[[Sequence[Article], Config, Tell], Sequence[Story]]


def _find_stories(articles: Sequence[Article], config: Config, tell: Tell) -> Sequence[Story]:
    return find_stories(articles, config, tell=tell)


class StoryIndex(Index):
    """An index that also knows the story of each of its articles."""

    def update(self, articles: Sequence[Article], files: Iterable[FileMark] = ()) -> list[Story]:
        """Add articles and tell the stories that are new or changed by it, each with all its articles.

        Takes and raises what `add` does. Articles that were only added before get their stories now. Everything is one
        transaction; the same articles once more change nothing.
        """
        with self.updating(articles, files) as stories:
            return stories

    @contextmanager
    def updating(
        self,
        articles: Sequence[Article],
        files: Iterable[FileMark] = (),
        *,
        tell: Tell = log,
        find: Find = _find_stories,
    ) -> Iterator[list[Story]]:
        """`update`, kept only if the block ends well: what could not be reported is new again in the next run.

        `find` finds the stories of the articles that are laid together (default: `find_stories`).
        """
        with faults(self.path), transaction(self._db):
            yield self._stories_of(articles, files, tell, find)

    def _stories_of(
        self, articles: Sequence[Article], files: Iterable[FileMark], tell: Tell, find: Find
    ) -> list[Story]:
        given = {article.id: article for article in articles}
        clusters = self._add(articles, files, tell)
        store.prepare(self._db)
        lost = store.forget_gone(self._db)
        fresh = [given.get(name) or restore(self._db, name) for name in store.untold(self._db)]
        if not fresh and not lost:
            return []
        return _join(self._db, fresh, lost, clusters, lambda folder: find(folder, self._config, tell))


def _join(
    db: sqlite3.Connection,
    fresh: Sequence[Article],
    lost: set[str],
    clusters: Sequence[Cluster],
    find: Callable[[Sequence[Article]], Sequence[Story]],
) -> list[Story]:
    known = store.count_told(db)
    words = {article.id: heavy_words(article) for article in fresh}
    beside = _beside(db, words, lost, clusters)
    folder = [*fresh, *(restore(db, name) for name in sorted(beside))]
    stories = find(folder)
    for article in fresh:
        store.keep(db, article, words[article.id])
    changed = _changed(db, stories, set(words), lost, whole=len(beside) == known)
    for story in changed:
        store.assign(db, story.id, (article.id for article in story.articles))
    return [_with_known_related(db, story) for story in changed]


def _beside(
    db: sqlite3.Connection, words: dict[str, list[int]], lost: set[str], clusters: Sequence[Cluster]
) -> set[str]:
    """Ids of the known articles to lay beside new ones: always whole stories."""
    near = set(store.latest(db, LATEST))
    near.update(member for cluster in clusters for member in cluster.members)
    for keys in words.values():
        near.update(store.sharing(db, keys, SHARED))
    stories = store.stories_told(db, near) | lost
    return {name for story in stories for name in store.members_of(db, story)}


def _changed(
    db: sqlite3.Connection, stories: Sequence[Story], fresh: set[str], lost: set[str], *, whole: bool
) -> list[Story]:
    """The stories that differ from what is known; unless the folder is all that is known, only those that new articles
    touch, and those that share articles with them by what was known."""
    ids = [frozenset(article.id for article in story.articles) for story in stories]
    before = [store.stories_told(db, names) - {""} for names in ids]
    touched = set(lost)
    chosen = {i for i, names in enumerate(ids) if whole or names & fresh}
    while True:
        touched.update(*(before[i] for i in chosen))
        more = {i for i, known in enumerate(before) if known & touched} - chosen
        if not more:
            break
        chosen |= more
    return [stories[i] for i in sorted(chosen) if before[i] != {stories[i].id}]


def _with_known_related(db: sqlite3.Connection, story: Story) -> Story:
    """Near misses whose story is known under that name."""
    return replace(story, related=tuple(near for near in story.related if store.members_of(db, near.story)))
