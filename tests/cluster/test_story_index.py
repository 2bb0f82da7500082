"""Stories over days: batch after batch gives what one run over everything gives, and tells only what changed."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import compare.cluster.story_index as story_index
import compare.cluster.story_store as story_store
from compare.cluster.index import Index
from compare.cluster.stories import find_stories
from compare.cluster.story_index import StoryIndex
from compare.errors import IndexMismatch
from compare.model import Article, Story

SEEDS = Path(__file__).parents[2] / "seeds"
EVERYDAY = "said year city people water house night street first group school week public report company plan".split()
Groups = dict[str, frozenset[str]]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[StoryIndex]:
    with StoryIndex(tmp_path / "news.sqlite") as opened:
        yield opened


def folder() -> list[Article]:
    seeds = [Article(path.name[:3], path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    reprints = [replace(a, id=f"{a.id}-again", text=f"{a.text}\nRead more on our site.", source="Other") for a in seeds]
    return [*seeds, *reprints]


def groups(stories: list[Story]) -> Groups:
    return {story.id: frozenset(a.id for a in story.articles) for story in stories}


def after(known: Groups, changed: list[Story]) -> Groups:
    """What is known once these stories have taken the place of those that they share articles with."""
    taken = {a.id for story in changed for a in story.articles}
    return {name: ids for name, ids in known.items() if not ids & taken} | groups(changed)


@pytest.mark.parametrize(
    "order", [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [9, 2, 4, 0, 7, 1, 8, 3, 6, 5], [3, 8, 1, 6, 4, 9, 2, 7, 0, 5]]
)
def test_three_batches_give_the_stories_of_one_run(index: StoryIndex, order: list[int]) -> None:
    articles = [folder()[i] for i in order]
    known: Groups = {}
    for batch in (articles[:3], articles[3:6], articles[6:]):
        known = after(known, index.update(batch))
    assert known == groups(find_stories(articles))


def test_the_same_batch_once_more_changes_nothing(index: StoryIndex) -> None:
    assert index.update(folder())
    assert index.update(folder()) == []


def test_a_story_that_nothing_new_touches_is_not_told_again(index: StoryIndex) -> None:
    articles = folder()
    index.update([a for a in articles if not a.id.startswith("002")])
    (changed,) = index.update([a for a in articles if a.id.startswith("002")])
    assert {a.id for a in changed.articles} == {"002", "002-again"}


def test_known_articles_come_back_whole(index: StoryIndex) -> None:
    first = replace(
        folder()[1],
        title="Vietnam attends",
        source="VNA",
        authors=("A. Writer", "B. Writer"),
        published=datetime(2025, 5, 20, 8, 30, tzinfo=UTC),
        url="https://example.org/1",
        notes=("repaired",),
    )
    index.update([first])
    (story,) = index.update([folder()[3]])
    assert next(a for a in story.articles if a.id == first.id) == first


def test_articles_that_were_only_added_come_back_whole(tmp_path: Path) -> None:
    when = datetime(2025, 5, 20, 8, 30, tzinfo=UTC)
    added = [replace(a, title=f"Title {a.id}", source="VNA", path=f"in/{a.id}.txt", published=when) for a in folder()]
    with Index(tmp_path / "news.sqlite") as plain:
        plain.add(added)
    with StoryIndex(tmp_path / "news.sqlite") as index:
        told = [article for story in index.update([]) for article in story.articles]
    assert sorted(told, key=lambda a: a.id) == sorted(added, key=lambda a: a.id)


def test_an_index_of_an_older_format_is_rebuilt_from_its_texts(tmp_path: Path) -> None:
    file = tmp_path / "news.sqlite"
    with StoryIndex(file) as index:
        index.update(folder()[:4])
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("alter table article drop column about")
        db.execute("update meta set value = '1' where key = 'format'")
    with pytest.raises(IndexMismatch, match="format 1, not 2"):
        StoryIndex(file)
    with StoryIndex(file, check=False) as index:
        index.rebuild()
        assert frozenset({"000", "001", "003"}) in groups(index.update([])).values()


def test_a_changed_text_leaves_its_old_story(index: StoryIndex) -> None:
    articles = folder()[:5]
    index.update(articles)
    other = replace(
        articles[3], text="The ferry from Port Lessing was cancelled after crews walked out over night pay."
    )
    changed = groups(index.update([other]))
    assert set(changed.values()) == {frozenset({"000", "001"}), frozenset({"003"})}


def test_a_forgotten_article_changes_its_story_at_the_next_update(index: StoryIndex) -> None:
    index.update(folder()[:5])
    index.forget(["003"])
    assert set(groups(index.update([])).values()) == {frozenset({"000", "001"})}


def test_articles_that_were_only_added_get_their_story_later(tmp_path: Path) -> None:
    with Index(tmp_path / "news.sqlite") as plain:
        plain.add(folder()[:4])
    with StoryIndex(tmp_path / "news.sqlite") as index:
        assert frozenset({"000", "001", "003"}) in groups(index.update([])).values()


def test_a_batch_that_fails_leaves_nothing_behind(index: StoryIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(story_index, "find_stories", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            index.update(folder())
    assert index.status()["articles"] == 0
    assert groups(index.update(folder())) == groups(find_stories(folder()))


def reports(count: int) -> list[Article]:
    """Two reports each of events that have nothing in common but everyday words."""
    rng, made = random.Random(4), []
    word = lambda size: "".join(rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(size))  # noqa: E731
    for i in range(count):
        own = [word(4).title() for _ in range(16)]
        for k in range(2):
            told = [w for name in rng.sample(own, 14) for w in (name, *rng.choices(EVERYDAY, k=3))]
            made.append(Article(f"e{i}-{k}", " ".join(told), language="en"))
    return made


def test_beyond_the_size_of_one_folder_new_articles_find_their_story(
    index: StoryIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story_index, "LATEST", 10)
    monkeypatch.setattr(story_store, "MOST_ARTICLES", 8)
    articles = reports(40)
    known: Groups = {}
    for batch in (articles[0::2], articles[1:40:2], articles[41::2]):
        known = after(known, index.update(batch))
    assert set(known.values()) == {frozenset({f"e{i}-0", f"e{i}-1"}) for i in range(40)}


def test_only_a_part_of_a_large_index_is_read_for_a_new_article(
    index: StoryIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story_index, "LATEST", 10)
    monkeypatch.setattr(story_store, "MOST_ARTICLES", 8)
    index.update(reports(60)[:-1])
    sizes = []
    monkeypatch.setattr(story_index, "find_stories", lambda a, c, **_: (sizes.append(len(a)), find_stories(a, c))[1])
    (story,) = index.update(reports(60)[-1:])
    assert len(story.articles) == 2
    assert sizes[0] < 60
