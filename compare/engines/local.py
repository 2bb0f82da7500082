"""This machine: one process, or many that share nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import TypeVar

from compare.cluster.stories import find_stories
from compare.config import Config
from compare.errors import EngineError
from compare.model import Article, Story

A = TypeVar("A")
B = TypeVar("B")


class Local:
    """Runs the job on this machine in `workers` processes (0: one per core, 1: this process)."""

    def __init__(self, workers: int = 1) -> None:
        if workers < 0:
            raise ValueError(f"workers is {workers}: give 0 (one per core) or more")
        self.workers = workers or os.cpu_count() or 1

    def find_stories(self, articles: Sequence[Article], config: Config) -> list[Story]:
        """The stories of these articles."""
        return find_stories(articles, config)

    def map(self, function: Callable[[A], B], parts: Iterable[A]) -> Iterator[B]:
        """`function` of every part, in order; raises `EngineError` when a worker process dies."""
        parts = list(parts)
        if self.workers == 1 or len(parts) < 2:
            yield from map(function, parts)
            return
        chunk = max(1, min(16, len(parts) // (4 * self.workers)))
        with ProcessPoolExecutor(
            min(self.workers, len(parts)), mp_context=get_context("spawn"), initializer=_live_with_parent
        ) as pool:
            try:
                yield from pool.map(function, parts, chunksize=chunk)
            except (KeyboardInterrupt, SystemExit, GeneratorExit):
                for worker in active_children():
                    worker.terminate()  # what was asked for is not wanted any more: nobody waits for it
                raise
            except BrokenProcessPool as error:
                raise EngineError(
                    "a worker process died, most likely for lack of memory: run with fewer --workers"
                ) from error


def _live_with_parent() -> None:
    """Leave Ctrl-C to the parent, and end when it says so or has ended, also by a kill that it could tell nobody of."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a handler of the caller's script would only end one part's work
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
