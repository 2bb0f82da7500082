"""Stories found while texts, features and vectors wait on a shelf: what Spark's workers do, one block after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from compare.cluster.arrays import Hashes64
from compare.cluster.clusters import LOOSE
from compare.cluster.copies import Tell, log
from compare.cluster.features import Labels
from compare.cluster.folder_names import Names, names_apart
from compare.cluster.forms import Forms, read_forms
from compare.cluster.ledger import Ledger
from compare.cluster.naming import LongForm
from compare.cluster.sketcher import Sketcher
from compare.cluster.stored_vectors import VectorStore
from compare.cluster.stories import stories_of
from compare.cluster.tally import answers, ask, in_folder
from compare.cluster.told import Told
from compare.cluster.told import tell as read_told
from compare.cluster.voices import voices_of
from compare.cluster.weights import Vectors
from compare.config import Config
from compare.engines.shelf import Shelf, ShelvedArticles
from compare.model import Cluster, Story

TEXTS, CHARACTERS = 1000, 1_000_000
"""Texts of a block at most, and the characters after which it ends: what is counted, and weighed, together."""

Text = Callable[[Told], str]


class ShelvedStories(Sequence[Story]):
    """Stories whose articles get their texts when a story is asked for."""

    def __init__(self, stories: Sequence[Story], articles: ShelvedArticles) -> None:
        self._stories, self._articles = stories, articles

    def __len__(self) -> int:
        return len(self._stories)

    def __getitem__(self, at: int) -> Story:  # type: ignore[override]  # nobody asks for a slice
        story = self._stories[at]
        return replace(story, articles=self._articles.whole(story.articles))


def stories_on_shelf(articles: ShelvedArticles, config: Config, tell: Tell = log) -> Sequence[Story]:
    """What `find_stories` gives, and raises; raises `EngineError` where there is no room on disk."""
    if not articles:
        return []
    shelf = articles.shelf
    copies = _copies(articles, shelf, config, tell)

    def text_of(told: Told) -> str:
        text: str
        (text,) = shelf.take("told", articles.number(told.article))
        return text

    def weighed(speakers: Sequence[Told]) -> tuple[Labels, Vectors]:
        return _weighed(speakers, text_of, shelf)

    voices = voices_of(_told(articles, shelf, config), copies, weighed, text_of)
    return ShelvedStories(stories_of(voices, config), articles)


def _copies(articles: ShelvedArticles, shelf: Shelf, config: Config, tell: Tell) -> list[Cluster]:
    """The clusters of copies, found as an index finds them; numpy alone does it, for the compiled loops take 50 MB."""
    ledger = Ledger(shelf.db, config)
    with shelf.room():
        notes = ledger.compare_stored(len(articles), Sketcher(config.copies))
        found = [cluster for cluster in ledger.all_clusters(notes) if LOOSE not in cluster.notes]
    for line in notes:
        tell(line)

    def named(number: str) -> str:
        return articles.bare[int(number)].id if number else ""

    return [
        Cluster(
            named(cluster.id),
            tuple(map(named, cluster.members)),
            tuple(replace(edge, a=named(edge.a), b=named(edge.b)) for edge in cluster.edges),
            named(cluster.fullest),
            named(cluster.earliest),
            cluster.notes,
        )
        for cluster in found
    ]


def _told(articles: ShelvedArticles, shelf: Shelf, config: Config) -> Iterator[Told]:
    """The articles read for clustering; what they tell goes to the shelf."""
    for n, article in enumerate(articles):
        told = read_told(article, config.text)
        shelf.put("told", n, 0, told.text)
        yield replace(told, text="", article=articles.bare[n])


def _weighed(speakers: Sequence[Told], text_of: Text, shelf: Shelf) -> tuple[Labels, Vectors]:
    """The vectors of the speakers: each block asks each range of features how common they are, and weighs its own."""
    blocks = _blocks(speakers)
    names = _names(blocks, speakers, text_of, shelf)
    for block, voices in enumerate(blocks):
        features = names.features(_forms(block, shelf))
        for part, question in enumerate(ask(block, features, np.array(voices), len(blocks))):
            shelf.put("asked", part, block, question)
    store = VectorStore(shelf.db, _answered(len(blocks), shelf))
    for block in range(len(blocks)):
        known = list(shelf.take("answer", block))
        labels = {word: label for answer in known for word, label in answer.words.items()}
        features = in_folder(names.features(_forms(block, shelf), labels), known, len(speakers))
        with shelf.room():
            store.add(features)
    for kind in ("forms", "answer"):
        shelf.drop(kind)
    return store.vectors()


def _blocks(speakers: Sequence[Told]) -> list[range]:
    """Consecutive texts that are looked at together."""
    starts, characters = [0], 0
    for n, told in enumerate(speakers):
        if n - starts[-1] == TEXTS or characters >= CHARACTERS:
            starts.append(n)
            characters = 0
        characters += told.length
    return [range(start, end) for start, end in zip(starts, [*starts[1:], len(speakers)], strict=True)]


def _names(blocks: Sequence[range], speakers: Sequence[Told], text_of: Text, shelf: Shelf) -> Names:
    """The names that the folder writes alike; leaves the word forms of each block on the shelf."""
    acronyms: set[tuple[str, LongForm]] = set()
    for block, voices in enumerate(blocks):
        forms = [read_forms(text_of(speakers[n]), speakers[n].language) for n in voices]
        acronyms.update(*(text.acronyms for text in forms))
        shelf.put("forms", block, 0, forms)
    asked: set[str] = set()
    joined: dict[str, tuple[str, str]] = {}
    for block in range(len(blocks)):
        apart, known = names_apart(_forms(block, shelf), acronyms)
        asked |= apart
        joined |= {name: min(form, joined.get(name, form)) for name, form in known.items()}
    return Names(frozenset(acronyms), {name: joined[name] for name in asked & joined.keys()})


def _forms(block: int, shelf: Shelf) -> list[Forms]:
    forms: list[Forms]
    (forms,) = shelf.take("forms", block)
    return forms


def _answered(parts: int, shelf: Shelf) -> Hashes64:
    """Answer what was asked, a range of features at a time; the ids of those that two articles or more have."""
    shared = []
    for part in range(parts):
        asked = list(shelf.take("asked", part))
        for question, answer in zip(asked, answers(asked), strict=True):
            shelf.put("answer", question.block, part, answer)
            shared.append(answer.ids[answer.held_by > 1])
        shared[-len(asked) :] = [np.unique(np.concatenate(shared[-len(asked) :]))]
    shelf.drop("asked")
    return np.sort(np.concatenate(shared))
