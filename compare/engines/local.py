"""This machine: one process, or many that share nothing."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import TypeVar

from compare.cluster.copies import Tell, log
from compare.cluster.stories import find_stories
from compare.config import Config
from compare.engines.shelf import ShelvedArticles
from compare.engines.shelved_stories import CHARACTERS, stories_on_shelf
from compare.errors import EngineError
from compare.memory import GROWTH, PROCESS, MemoryLimit, held_memory
from compare.model import Article, Story

A = TypeVar("A")
B = TypeVar("B")


CHUNK = 16
"""Parts that a process gets together, if there are enough for all."""
AHEAD = 4
"""Chunks of parts a process that are under way: no more results than these wait for the first."""
BYTES_AT_LEAST, BYTES_EACH, BYTES_A_CHARACTER = 110_000_000, 12_000, 35
"""What finding stories takes at its peak while texts wait on disk: in any case, for an article, for a character of
those texts that are looked at together. Measured."""
WORDS_EACH, WORDS_AT_MOST = 35_000, 200_000_000
"""What a process that compares comes to remember of words: for an article, and in all. Measured."""
_FEWER = "compare fewer days at a time or with fewer workers, raise the limit, or use Spark"


class Local:
    """Runs the job on this machine in `workers` processes (0: one per core, 1: this process)."""

    def __init__(self, workers: int = 1) -> None:
        if workers < 0:
            raise ValueError(f"workers is {workers}: give 0 (one per core) or more")
        self.workers = workers or os.cpu_count() or 1

    @property
    def processes(self) -> int:
        """Processes beside this one."""
        return self.workers if self.workers > 1 else 0

    def find_stories(self, articles: Sequence[Article], config: Config, tell: Tell = log) -> Sequence[Story]:
        """The stories of these articles; `tell` is told of copies that were not compared in full.

        Under a memory limit texts and features wait on disk; raises `EngineError` before the work where it is too low
        all the same.
        """
        memory = MemoryLimit(config.memory_bytes)
        if not memory.limit:
            return find_stories(articles, config, tell=tell)
        shelved = articles if isinstance(articles, ShelvedArticles) else ShelvedArticles.of(articles)
        need = held_memory() + _need(shelved.lengths, self.processes)
        memory.refuse(need, f"comparing {len(shelved):,} articles", _FEWER)
        stories = stories_on_shelf(shelved, config, tell)
        memory.check("finding stories", _FEWER)
        return stories

    def map(self, function: Callable[[A], B], parts: Iterable[A]) -> Iterator[B]:
        """`function` of every part, in order; raises `EngineError` when a worker process dies."""
        parts = iter(parts)
        few = list(islice(parts, CHUNK * 4 * self.workers)) if self.workers > 1 else []  # the rest waits where it is
        if len(few) < 2:
            yield from map(function, chain(few, parts))
            return
        chunk = max(1, len(few) // (4 * self.workers))
        every = chain(few, parts)
        with ProcessPoolExecutor(
            min(self.workers, len(few)), mp_context=get_context("spawn"), initializer=_live_with_parent
        ) as pool:
            try:
                waiting: deque[Future[list[B]]] = deque()
                while some := list(islice(every, chunk)):
                    waiting.append(pool.submit(_each, function, some))
                    if len(waiting) > AHEAD * self.workers:
                        yield from waiting.popleft().result()
                while waiting:
                    yield from waiting.popleft().result()
            except (KeyboardInterrupt, SystemExit, GeneratorExit):
                for worker in active_children():
                    worker.terminate()  # what was asked for is not wanted any more: nobody waits for it
                raise
            except BrokenProcessPool as error:
                raise EngineError(
                    "a worker process died, most likely for lack of memory: run with fewer --workers"
                ) from error


def _need(sizes: Sequence[int], processes: int) -> int:
    """Bytes for texts of so many characters, in this process and in others that compare for it."""
    together = min(sum(sizes), CHARACTERS + max(sizes, default=0))
    stories = BYTES_AT_LEAST + BYTES_EACH * len(sizes) + BYTES_A_CHARACTER * together
    words = min(WORDS_EACH * len(sizes), WORDS_AT_MOST)
    return stories + (GROWTH + processes * (PROCESS + words) if processes else words)


def _each(function: Callable[[A], B], parts: Sequence[A]) -> list[B]:
    return list(map(function, parts))


def _live_with_parent() -> None:
    """Leave Ctrl-C to the parent, and end when it says so or has ended, also by a kill that it could tell nobody of."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a handler of the caller's script would only end one part's work
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
