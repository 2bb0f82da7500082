"""What makes a story: its words and numbers, its word pairs, its names, each weighed by how early it stands.

Three sparse tables, one row per article: words (stems, numbers, acronym + number), pairs (two content words side by
side), names (runs of capitalised words, numbers, acronym + number). The lead of a report tells its story, the tail
its background: an occurrence counts .2 + 4·e^(-words before it / 100).

What a row holds depends on its article alone and on the names of the folder (`naming`): columns stand in the order of
hashes of the features, so that whatever else is in the folder, sums are added in one order and ties fall one way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.cluster.arrays import Flags, Floats, Hashes64, Ints
from compare.cluster.background import NAME as NAME_CHANCE
from compare.cluster.background import RARE, number_chance, pair_chance, word_chance
from compare.cluster.feature_ids import NAME, PAIR, WORD, Spellings, name_ids, pair_ids
from compare.cluster.feature_table import PairLabels, Table, lay_together
from compare.cluster.naming import Joined, LongForm, names_in_one_word, read_acronyms, shorten, unite_names
from compare.cluster.tokens import (
    BOUNDARY,
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

FLOOR, LEAD, FADE = 0.2, 4.0, 100.0
"""Weight of an occurrence anywhere, of one in the lead, and the words over which the lead fades."""
BLOCK = 1000
"""Texts that are counted together: on the way to its features a word takes a hundred bytes, in them ten."""


@dataclass(frozen=True)
class Labels:
    """How to name the features of each kind to a reader."""

    words: Sequence[str]
    pairs: Sequence[str]
    names: Sequence[str]


@dataclass(frozen=True)
class Features:
    """The three tables of a folder of so many articles; rows are its articles in the order given.

    `spellings` are the written forms of its words, from which their labels are chosen.
    """

    words: Table
    pairs: Table
    names: Table
    articles: int
    spellings: Spellings

    def tables(self) -> tuple[Table, Table, Table]:
        """Words, pairs, names."""
        return self.words, self.pairs, self.names

    def labels(self) -> Labels:
        """What is left of the features once they are weighed."""
        return Labels(self.words.labels, self.pairs.labels, self.names.labels)


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
    folder: Sequence[NDArray[np.int32]],
    vocabulary: Vocabulary,
    acronyms: set[tuple[str, LongForm]],
    joined: Joined | None = None,
    labels: Mapping[int, str] | None = None,
) -> Features:
    """Features of a folder from the tokens of its texts and the acronyms that any of them spells out.

    Where the texts are part of a larger folder, `joined` are the names written apart that any text of it writes
    together, and `labels` the labels of words by their ids; None: as in these texts.
    """
    if joined is None:
        shorten(np.zeros(0, dtype=np.int64), vocabulary, acronyms)  # the acronyms are in the vocabulary from here on
        joined = names_in_one_word(vocabulary)
    blocks = [folder[at : at + BLOCK] for at in range(0, len(folder), BLOCK)] or [folder]
    named = [_named_alike(block, vocabulary, acronyms, joined) for block in blocks]
    keys, spellings = _keys(vocabulary, _how_often(named, vocabulary), labels)
    kinds = list(zip(*(_tables(lay_out(block, vocabulary), len(block), keys) for block in named), strict=True))
    names, pairs, words = (lay_together(kinds.pop()) for _ in range(3))  # what is laid together is let go
    return Features(words, pairs, names, len(folder), spellings)


def _named_alike(
    folder: Sequence[NDArray[np.int32]],
    vocabulary: Vocabulary,
    acronyms: set[tuple[str, LongForm]],
    joined: Joined,
) -> list[NDArray[np.int32]]:
    ids, places = unite_names(one_after_the_other(folder), vocabulary, acronyms, joined)
    ends = np.cumsum([len(tokens) + 1 for tokens in folder])
    return np.split(ids.astype(np.int32), np.searchsorted(places, ends[:-1]))[: len(folder)]


def one_after_the_other(folder: Sequence[NDArray[np.int32]]) -> Ints:
    """The tokens of all texts, each ended: the last word of a text and the first of the next make no name."""
    end = np.array([BOUNDARY])
    return np.concatenate([np.zeros(0, dtype=np.int64), *(part for tokens in folder for part in (tokens, end))])


def _how_often(blocks: Sequence[Sequence[NDArray[np.int32]]], vocabulary: Vocabulary) -> Ints:
    """How often each form of the vocabulary stands in the texts."""
    often = np.zeros(len(vocabulary.keys), dtype=np.int64)
    for block in blocks:
        often += np.bincount(np.concatenate([*block, np.zeros(0, dtype=np.int32)]), minlength=len(often))
    often[BOUNDARY] = 0
    return often


@dataclass(frozen=True)
class _Keys:
    """The compared forms of a folder in the order of their ids, and which of them each form of the vocabulary is."""

    of: Ints
    ids: Hashes64
    labels: list[str]
    chances: Floats


def _tables(tokens: Tokens, articles: int, keys: _Keys) -> tuple[Table, Table, Table]:
    """Words, pairs and names of some articles, counted at once."""
    content = tokens.flags & (STOP | SHORT) == 0
    first, second = _neighbours(tokens, np.flatnonzero(content))
    in_pairs = tokens.flags[first] & tokens.flags[second] & SYLLABLE > 0
    alone = np.flatnonzero(content & (tokens.flags & SYLLABLE == 0))
    if in_pairs.any():
        words = _words_and_syllables(tokens, articles, keys, alone, first[in_pairs], second[in_pairs])
    else:
        words = _table(tokens, articles, alone, keys.of[tokens.ids[alone]], keys.ids, keys.labels, keys.chances)
    pairs = _table(tokens, articles, first, *_paired(PAIR, keys, tokens.ids[first], tokens.ids[second]))
    return words, pairs, _names(tokens, articles, content)


def _keys(vocabulary: Vocabulary, often: Ints, labels: Mapping[int, str] | None) -> tuple[_Keys, Spellings]:
    names, ids, key_of = _numbered(WORD, vocabulary.keys)
    spellings = Spellings(ids[key_of], vocabulary.written, often)
    chances = np.array([_word_or_number(name) for name in names])
    shown = spellings.labels() if labels is None else [labels[word] for word in ids.tolist()]
    return _Keys(key_of, ids, shown, chances), spellings


def _paired(kind: int, keys: _Keys, first: Ints, second: Ints) -> tuple[Ints, Hashes64, PairLabels, Floats]:
    """The pair that stands at each place, and of the different pairs their ids, labels and chances."""
    one, other = keys.of[first], keys.of[second]
    ids, at, pair = np.unique(pair_ids(kind, keys.ids[one], keys.ids[other]), return_index=True, return_inverse=True)
    one, other = one[at], other[at]
    return pair, ids, PairLabels(keys.labels, one, other), pair_chance(keys.chances[one], keys.chances[other])


def _words_and_syllables(tokens: Tokens, articles: int, keys: _Keys, alone: Ints, first: Ints, second: Ints) -> Table:
    """Words, and pairs of syllables as words."""
    pair, ids, labels, _ = _paired(WORD, keys, tokens.ids[first], tokens.ids[second])
    every = np.concatenate([keys.ids, ids])
    order = np.argsort(every, kind="stable")
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    names = [*keys.labels, *labels]
    return _table(
        tokens,
        articles,
        np.concatenate([alone, first]),
        place[np.concatenate([keys.of[tokens.ids[alone]], len(keys.ids) + pair])],
        every[order],
        [names[i] for i in order.tolist()],
        np.concatenate([keys.chances, np.full(len(ids), RARE)])[order],
    )


def _names(tokens: Tokens, articles: int, content: Flags) -> Table:
    at, names, labels = _runs(
        tokens, np.flatnonzero(content & (tokens.flags & CAPITAL > 0) & (tokens.flags & NUMBER == 0))
    )
    single = np.flatnonzero(tokens.flags & (NUMBER | EVENT) > 0)
    names += [tokens.vocabulary.keys[i] for i in tokens.ids[single].tolist()]
    labels += [tokens.vocabulary.written[i] for i in tokens.ids[single].tolist()]
    known, ids, key = _numbered(NAME, names)
    shown = dict(zip(reversed(names), reversed(labels), strict=True))
    chances = [number_chance(name) if name[0].isdigit() else NAME_CHANCE for name in known]
    telling = [shown[name] if chance < 0.1 else "" for name, chance in zip(known, chances, strict=True)]
    return _table(tokens, articles, np.concatenate([at, single]), key, ids, telling, np.array(chances))


def _table(
    tokens: Tokens, articles: int, at: Ints, key: Ints, ids: Hashes64, labels: Sequence[str], chances: Floats
) -> Table:
    from scipy.sparse import csr_matrix

    weight = FLOOR + LEAD * np.exp(-tokens.position[at] / FADE)
    counts = csr_matrix((weight, (tokens.article[at], key)), shape=(articles, len(ids)))
    counts.sum_duplicates()
    return Table(counts, ids, np.bincount(counts.indices, minlength=len(ids)), labels, chances)


def _numbered(kind: int, names: Sequence[str]) -> tuple[list[str], Hashes64, Ints]:
    """The different names in the order of their ids, the ids, and the number of each given one."""
    different = list(dict.fromkeys(names))
    ids = name_ids(kind, different)
    order = np.argsort(ids, kind="stable")
    number = {different[at]: i for i, at in enumerate(order.tolist())}
    which = np.fromiter((number[name] for name in names), dtype=np.int64, count=len(names))
    return list(number), ids[order], which


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
