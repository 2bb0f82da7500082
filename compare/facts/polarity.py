"""Opposed words: a closed list of news (rise and fall, killed and survived), and WordNet's direct antonyms."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from compare.facts.verb_roots import root_of
from compare.model import Span
from compare.text.words import Word, split_words


@lru_cache(maxsize=1)
def _sides() -> dict[str, frozenset[tuple[int, int]]]:
    """Root → the (pair, side) places where it stands in the two lists of `data/`."""
    data = files("compare.facts").joinpath("data")
    pairs: list[str] = tomllib.loads(data.joinpath("antonyms.toml").read_text(encoding="utf-8"))["pairs"]
    lines = data.joinpath("antonyms_wordnet.txt").read_text(encoding="utf-8").splitlines()
    pairs += [line.replace(" ", " | ") for line in lines if not line.startswith("#")]
    places: dict[str, set[tuple[int, int]]] = {}
    for number, line in enumerate(pairs):
        for side, words in enumerate(line.split("|")):
            for word in split_words(words, Span(0, len(words))):
                places.setdefault(polar_root(word), set()).add((number, side))
    return {root: frozenset(found) for root, found in places.items()}


def polar_root(word: Word) -> str:
    """The root under which a word is looked up; stop words like "up" and "down" count too."""
    return root_of(word) or word.folded


def is_polar(root: str) -> bool:
    """True where one of the lists has the word."""
    return root in _sides()


def are_opposed(a: str, b: str) -> bool:
    """True where some pair of the list has the two roots on its two sides, and none has them on one."""
    ours, theirs = _sides().get(a, frozenset()), _sides().get(b, frozenset())
    if a == b or ours & theirs:
        return False
    return any((number, 1 - side) in theirs for number, side in ours)


def are_kin(a: str, b: str) -> bool:
    """True where the two roots stand on one side of a pair: rise and climb."""
    return a == b or bool(_sides().get(a, frozenset()) & _sides().get(b, frozenset()))
