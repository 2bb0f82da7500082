"""What makes a story: its words and numbers, its word pairs, its names, each weighed by how early it stands.

Three sparse tables, one row per article: words (stems, numbers, acronym + number), pairs (two content words side by
side), names (runs of capitalised words, numbers, acronym + number). The lead of a report tells its story, the tail
its background: an occurrence counts .3 + 4·e^(-words before it / 100).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from compare.cluster.arrays import Flags, Floats, Ints
from compare.cluster.background import NAME, RARE, number_chance, pair_chance, word_chance
from compare.cluster.naming import read_acronyms, unite_names
from compare.cluster.tokens import (
    CAPITAL,
    EVENT,
    NUMBER,
    SHORT,
    STOP,
    SYLLABLE,
    Tokens,
    Vocabulary,
    lay_out,
    read_tokens,
)

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

FLOOR, LEAD, FADE = 0.3, 4.0, 100.0
"""Weight of an occurrence anywhere, of one in the lead, and the words over which the lead fades."""


@dataclass(frozen=True)
class Table:
    """One kind of feature.

    `counts[article, feature]` are its position-weighted occurrences, `chances[feature]` says how common it is at large,
    `labels[feature]` how to name it to a reader ("" for what says nothing by itself, as a bare small number).
    """

    counts: csr_matrix
    labels: Sequence[str]
    chances: Floats


@dataclass(frozen=True)
class PairLabels(Sequence[str]):
    """The labels of word pairs, written only when one is shown: there are more pairs than words in a folder."""

    labels: list[str]
    codes: Ints

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, pair: int) -> str:  # type: ignore[override]  # nobody asks for a slice
        first, second = divmod(int(self.codes[pair]), len(self.labels))
        return f"{self.labels[first]} {self.labels[second]}"


@dataclass(frozen=True)
class Features:
    """The three tables of a folder; rows are its articles in the order given."""

    words: Table
    pairs: Table
    names: Table

    def tables(self) -> tuple[Table, Table, Table]:
        """Words, pairs, names."""
        return self.words, self.pairs, self.names


def read_features(texts: Sequence[str], languages: Sequence[str]) -> Features:
    """Features of a folder of texts (title first), each in its language."""
    vocabulary = Vocabulary()
    folder = [
        np.array(read_tokens(text, language, vocabulary), dtype=np.int32)
        for text, language in zip(texts, languages, strict=True)
    ]
    acronyms = set().union(*map(read_acronyms, texts))
    return count_features(folder, vocabulary, acronyms)


def count_features(
    folder: Sequence[NDArray[np.int32]], vocabulary: Vocabulary, acronyms: set[tuple[str, tuple[str, ...]]]
) -> Features:
    """Features of a folder from the tokens of its texts and the acronyms that any of them spells out."""
    tokens = lay_out(_named_alike(folder, vocabulary, acronyms), vocabulary)
    return _tables(tokens, len(folder))


def _named_alike(
    folder: Sequence[NDArray[np.int32]], vocabulary: Vocabulary, acronyms: set[tuple[str, tuple[str, ...]]]
) -> list[Ints]:
    sizes = [len(tokens) for tokens in folder]
    ids, places = unite_names(np.concatenate([np.zeros(0, dtype=np.int64), *folder]), vocabulary, acronyms)
    return np.split(ids, np.searchsorted(places, np.cumsum(sizes)[:-1]))


def _tables(tokens: Tokens, articles: int) -> Features:
    """Count the features of all articles at once."""
    keys, key_of = _numbered(tokens.vocabulary.keys)
    labels, key = _labels(tokens, key_of, len(keys)), key_of[tokens.ids]
    content = tokens.flags & (STOP | SHORT) == 0
    alone = np.flatnonzero(content & (tokens.flags & SYLLABLE == 0))
    first, second = _neighbours(tokens, np.flatnonzero(content))
    codes, pair = np.unique(key[first] * len(keys) + key[second], return_inverse=True)
    pair_labels = PairLabels(labels, codes)
    chances = np.array([_word_or_number(key) for key in keys])
    syllables = tokens.flags[first] & tokens.flags[second] & SYLLABLE > 0
    words = _table(
        tokens,
        articles,
        np.concatenate([alone, first[syllables]]),
        np.concatenate([key[alone], len(keys) + pair[syllables]]),
        labels + (list(pair_labels) if syllables.any() else []),
        np.concatenate([chances, np.full(len(codes) if syllables.any() else 0, RARE)]),
    )
    pair_chances = pair_chance(chances[codes // len(keys)], chances[codes % len(keys)])
    pairs = _table(tokens, articles, first, pair, pair_labels, pair_chances)
    return Features(words, pairs, _names(tokens, articles, content))


def _names(tokens: Tokens, articles: int, content: Flags) -> Table:
    at, names, labels = _runs(
        tokens, np.flatnonzero(content & (tokens.flags & CAPITAL > 0) & (tokens.flags & NUMBER == 0))
    )
    single = np.flatnonzero(tokens.flags & (NUMBER | EVENT) > 0)
    names += [tokens.vocabulary.keys[i] for i in tokens.ids[single].tolist()]
    labels += [tokens.vocabulary.written[i] for i in tokens.ids[single].tolist()]
    known, key = _numbered(names)
    shown = dict(zip(reversed(names), reversed(labels), strict=True))
    chances = [number_chance(name) if name[0].isdigit() else NAME for name in known]
    telling = [shown[name] if chance < 0.1 else "" for name, chance in zip(known, chances, strict=True)]
    return _table(tokens, articles, np.concatenate([at, single]), key, telling, np.array(chances))


def _table(tokens: Tokens, articles: int, at: Ints, key: Ints, labels: Sequence[str], chances: Floats) -> Table:
    from scipy.sparse import csr_matrix

    weight = FLOOR + LEAD * np.exp(-tokens.position[at] / FADE)
    counts = csr_matrix((weight, (tokens.article[at], key)), shape=(articles, len(labels)))
    counts.sum_duplicates()
    return Table(counts, labels, chances)


def _labels(tokens: Tokens, key_of: Ints, keys: int) -> list[str]:
    """For every compared form the written form that the folder uses most."""
    often = np.bincount(tokens.ids, minlength=len(key_of))
    order = np.lexsort((np.arange(len(key_of)), often))
    best = np.zeros(keys, dtype=np.int64)
    best[key_of[order]] = order
    return [tokens.vocabulary.written[i] for i in best.tolist()]


def _numbered(names: Sequence[str]) -> tuple[list[str], Ints]:
    """Different names in order of appearance, and the number of each given one."""
    numbers: dict[str, int] = {}
    which = np.fromiter((numbers.setdefault(name, len(numbers)) for name in names), dtype=np.int64, count=len(names))
    return list(numbers), which


def _neighbours(tokens: Tokens, at: Ints) -> tuple[Ints, Ints]:
    """Places of content words that follow one another in a sentence, function words between them aside."""
    together = tokens.sentence[at[:-1]] == tokens.sentence[at[1:]]
    return at[:-1][together], at[1:][together]


def _runs(tokens: Tokens, at: Ints) -> tuple[Ints, list[str], list[str]]:
    """Runs of two or more capitalised words in one sentence: place of the first, the name folded and as written."""
    if not len(at):
        return at, [], []
    breaks = (np.diff(at) > 1) | (np.diff(tokens.sentence[at]) > 0)
    starts = np.flatnonzero(np.concatenate([[True], breaks]))
    sizes = np.diff(np.concatenate([starts, [len(at)]]))
    ids = tokens.ids[at].tolist()
    long = np.flatnonzero(sizes > 1)
    runs = [ids[start:end] for start, end in zip(starts[long].tolist(), (starts + sizes)[long].tolist(), strict=True)]
    folded, written = (
        [" ".join([forms[i] for i in run]) for run in runs]
        for forms in (tokens.vocabulary.folded, tokens.vocabulary.written)
    )
    return at[starts[long]], folded, written


def _word_or_number(key: str) -> float:
    return number_chance(key) if key[:1].isdigit() else word_chance(key)
