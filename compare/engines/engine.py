"""The engine protocol: the two verbs that a place of work must know, and the table of engines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any, Protocol, TypeVar

from compare.cluster.copies import Tell, log
from compare.config import Config
from compare.errors import ConfigError
from compare.model import Article, Story

A = TypeVar("A")
B = TypeVar("B")

ENGINES = {"local": ("compare.engines.local", "Local"), "spark": ("compare.engines.spark", "Spark")}
"""Name → module and class; a module is imported when its engine is named."""


class Engine(Protocol):
    """Where the work runs. Every engine gives the same stories and the same comparisons, in the same order."""

    @property
    def processes(self) -> int:
        """Processes beside the caller's on this machine whose memory the caller answers for."""
        ...

    def find_stories(self, articles: Sequence[Article], config: Config, tell: Tell = log) -> Sequence[Story]:
        """A partition of the articles into stories, as `compare.find_stories` gives it and tells of it."""
        ...

    def map(self, function: Callable[[A], B], parts: Iterable[A]) -> Iterator[B]:
        """`function` of every part, in the order of the parts; both must be picklable."""
        ...


def engine_named(name: str, **options: Any) -> Engine:  # noqa: ANN401  # each engine has options of its own
    """The engine of this name; raises `ConfigError` for an unknown one and `MissingExtra` where its package lacks."""
    if name not in ENGINES:
        raise ConfigError(f"unknown engine {name!r}; known: {', '.join(sorted(ENGINES))}")
    module, kind = ENGINES[name]
    made: Engine = getattr(import_module(module), kind)(**options)
    return made
