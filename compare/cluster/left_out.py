"""The phrases that were left out of the comparison because many unrelated articles hold them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from compare.cluster.copies import by_id
from compare.cluster.furniture import HOLDERS, Table, find_spread, sample_of
from compare.cluster.letters import fold
from compare.cluster.sketcher import Sketcher
from compare.cluster.words import find_words
from compare.config import Config
from compare.model import Article


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A phrase, folded to lower case, and how many of the sampled articles hold it."""

    text: str
    articles: int


def left_out(articles: Sequence[Article], config: Config | None = None) -> list[LeftOut]:
    """The phrases of two shingles or more that are furniture, template or idiom, the most widely held first."""
    ordered = by_id(articles)
    sample = [ordered[i].text for i in sample_of(len(ordered)).tolist()]
    sketcher = Sketcher((config or Config()).copies)
    spread = find_spread(*sketcher.shingles(sample)).shingles
    held = Counter(phrase for text in sample for phrase in set(_phrases(text, spread, sketcher)))
    found = [LeftOut(phrase, count) for phrase, count in held.items() if count >= HOLDERS]
    return sorted(found, key=lambda phrase: (-phrase.articles, phrase.text))


def _phrases(text: str, spread: Table, sketcher: Sketcher) -> Iterator[str]:
    """Runs of the text of which every shingle is spread."""
    size, words = sketcher.settings.shingle, find_words(fold([text]))
    held = spread.holds(sketcher.shingles([text])[0].values)
    turns = np.flatnonzero(np.diff(np.concatenate(([False], held, [False])).astype(np.int8)))
    for first, stop in zip(turns[::2].tolist(), turns[1::2].tolist(), strict=True):
        last = stop + size - 2
        if stop - first > 1 and last < len(words.starts):
            yield words.octets[words.starts[first] : words.stops[last]].tobytes().decode()
