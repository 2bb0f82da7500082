"""This machine: one process, or many that share nothing."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import TypeVar

from compare.cluster.copies import Tell, log
from compare.cluster.stories import find_stories
from compare.config import Config
from compare.errors import EngineError
from compare.memory import MemoryLimit, peak_memory
from compare.model import Article, Story

A = TypeVar("A")
B = TypeVar("B")


AHEAD = 4
"""Chunks of parts a process that are under way: no more results than these wait for the first."""
BYTES_AT_LEAST, BYTES_EACH, BYTES_A_CHARACTER = 80_000_000, 18_000, 17
"""What finding stories takes at its peak: in any case, for an article, for each character of its text. Measured."""
_FEWER = "compare fewer days at a time, keep an index (--index), raise the limit, or use Spark"


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

    def find_stories(self, articles: Sequence[Article], config: Config, tell: Tell = log) -> list[Story]:
        """The stories of these articles; raises `EngineError` before the work where a memory limit is too low."""
        memory = MemoryLimit(config.memory_bytes)
        if memory.limit:
            need = BYTES_AT_LEAST + sum(BYTES_EACH + BYTES_A_CHARACTER * len(a.text) for a in articles)
            memory.refuse(peak_memory() + need, f"finding the stories of {len(articles):,} articles", _FEWER)
        stories = find_stories(articles, config, tell=tell)
        memory.check("finding stories", _FEWER)
        return stories

    def map(self, function: Callable[[A], B], parts: Iterable[A]) -> Iterator[B]:
        """`function` of every part, in order; raises `EngineError` when a worker process dies."""
        parts = list(parts)
        if self.workers == 1 or len(parts) < 2:
            yield from map(function, parts)
            return
        chunk = max(1, min(16, len(parts) // (4 * self.workers)))
        chunks = [parts[at : at + chunk] for at in range(0, len(parts), chunk)]
        with ProcessPoolExecutor(
            min(self.workers, len(parts)), mp_context=get_context("spawn"), initializer=_live_with_parent
        ) as pool:
            try:
                waiting: deque[Future[list[B]]] = deque()
                for some in chunks:
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
