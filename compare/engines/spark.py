"""Spark: the same stories and comparisons from an archive. The only module that imports pyspark.

DataFrames and `mapInArrow` alone, so that it runs on Spark Connect as well. The driver holds ids, counts, edges and
what is found; up to `FEW` pairs and texts it joins itself. `docs/spark.md` says what runs where and what that takes.
"""

from __future__ import annotations

import json
import os
import pickle
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from compare.cluster.copies import Tell, by_id, log
from compare.config import Config
from compare.engines import spark_datasets as datasets
from compare.engines import spark_work as work
from compare.engines.spark_copies import Corpus, find_clusters
from compare.engines.spark_found import Found, rows_of
from compare.engines.spark_frames import FEW, NUMBERS_EACH, Few, Frame, Kept, frame_of, numbered, pieces
from compare.engines.spark_stories import read_stories
from compare.errors import CompareError, DuplicateIds, EngineError, MissingExtra
from compare.memory import MemoryLimit
from compare.model import Article, Cluster, Story
from compare.read.fields import NAMES, read_map

try:
    from py4j.protocol import Py4JError  # type: ignore[import-untyped]  # comes with pyspark
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession
except ImportError as missing:
    raise MissingExtra("pyspark", "spark", "the Spark engine") from missing

A = TypeVar("A")
B = TypeVar("B")

_PARTS_AT_ONCE = 2000
"""Parts of `map` that are sent together; as many results are on the driver at a time."""
_LAST_LINE = re.compile(r"^(?:: )?([\w.]+(?:Error|Exception|Interrupt|Exit|Ids|Extra|Exceeded)\b.*)$", re.MULTILINE)


_FEWER = "lower few_texts, give fewer days at a time, or raise the limit"
_NOT_KEPT = re.compile(r"(?:persist|cache|checkpoint).*not (?:implemented|supported)", re.IGNORECASE)
"""What an environment says that keeps no frames."""
_LIGHT_JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""On one machine Java only carries bytes between Python workers: a better compiler takes more than it gives."""


class Spark:
    """Runs the job on Spark: on the session given, else on that of `master` (`local[2]`, `spark://…`, `sc://…`).

    Takes articles, or a DataFrame with the columns `id` and `text` and what else there is (title, source, published,
    …, under the names that files use too). `scratch` is a folder on any path that Spark knows, for what is kept between
    the steps: by default it is on the executors, and lost with one of them. Raises `EngineError` where Spark cannot run
    the job.
    """

    def __init__(
        self,
        session: Any = None,  # noqa: ANN401
        master: str | None = None,
        *,
        few_pairs: int = FEW.pairs,
        few_texts: int = FEW.texts,
        scratch: str = "",
    ) -> None:
        self.session = session or _session(master)
        self.few = Few(few_pairs, few_texts)
        self._scratch, self._checked = scratch, set[Config]()

    @property
    def processes(self) -> int:
        """None: the memory of Java and its workers is set where Spark is started."""
        return 0

    def find_stories(self, articles: Any, config: Config, tell: Tell = log) -> list[Story]:  # noqa: ANN401
        """The stories of these articles, which all come to the driver: a story holds its articles.

        A memory limit is that of the driver's Python.
        """
        memory = MemoryLimit(config.memory_bytes)
        with _told(), Kept(self._scratch) as keep:
            corpus = self._corpus(articles, config, keep)
            copies = self._clusters(corpus, config, keep, tell)
            stories = read_stories(corpus, copies, config, self.few, keep, with_text=True)
        memory.check("finding stories on the driver", _FEWER)
        return stories

    def find_copies(self, articles: Any, config: Config | None = None) -> list[Cluster]:  # noqa: ANN401
        """The clusters of copies, as `compare.find_copies` gives them; no text comes to the driver."""
        config = config or Config()
        with _told(), Kept(self._scratch) as keep:
            return self._clusters(self._corpus(articles, config, keep), config, keep)

    def write_parquet(
        self,
        articles: Any,  # noqa: ANN401
        folder: str,
        config: Config | None = None,
        tell: Tell = log,
    ) -> list[Story]:
        """Write `copies`, `edges`, `related` and `stories` into a new folder on any path that Spark knows.

        Each dataset has Spark's own `_SUCCESS` once it is whole; `stories` is written last. No text comes to the
        driver: the stories that are given back have none either, and no origins. A memory limit is that of the driver's
        Python. Raises `EngineError` where the datasets are there already or a task fails.
        """
        config = config or Config()
        memory = MemoryLimit(config.memory_bytes)
        with _told(), Kept(self._scratch) as keep:
            corpus = self._corpus(articles, config, keep)
            copies = self._clusters(corpus, config, keep, tell)
            stories = read_stories(corpus, copies, config, self.few, keep, with_text=False)
            memory.check("finding stories on the driver", _FEWER)
            for name, rows in rows_of(copies, stories).items():
                datasets.write(self.session, rows, folder, name)
        return stories

    def chosen_stories(
        self,
        articles: Any,  # noqa: ANN401
        folder: str,
        names: Sequence[str],
        config: Config | None = None,
    ) -> list[Story]:
        """The stories of these ids as `write_parquet` wrote them into the folder, with their articles and origins.

        They are what `find_stories` gives of them; no other article comes to the driver. Raises `ReadError` where the
        folder is not whole, `EngineError` where it has no such story, or where an article of one is not there any more.
        """
        config = config or Config()
        with _told():
            found = Found(self.session, folder.rstrip("/"), list(dict.fromkeys(names)))
            return found.stories(self._articles(articles, found.articles, config), config)

    def _articles(self, articles: Any, ids: Sequence[str], config: Config) -> dict[str, Article]:  # noqa: ANN401
        """Those of the articles that have these ids."""
        if hasattr(articles, "mapInArrow"):
            self._check_workers(config)
            _check_columns(articles.columns, config)
            chosen = partial(work.read_articles, config=config, only=frozenset(ids))
            frame = articles.mapInArrow(chosen, work.ARTICLES).where("fault = ''")
            articles = [pickle.loads(row.article) for row in frame.collect()]
        there = {article.id: article for article in by_id(articles)}
        if gone := [name for name in ids if name not in there]:
            raise EngineError(f"{len(gone)} articles of these stories are not there any more: {', '.join(gone[:5])}")
        return there

    def read(self, path: str) -> Frame:
        """Parquet, or JSON Lines where the path ends so, from any path that Spark knows, as a DataFrame.

        Raises `ReadError` where the folder is half written.
        """
        with _told():
            return datasets.read(self.session, path)

    def map(self, function: Callable[[A], B], parts: Iterable[A]) -> Iterator[B]:
        """`function` of every part, in the order of the parts; a `CompareError` of a part is raised as it is."""
        rest = iter(parts)
        apply = partial(work.apply_rows, function=function)
        while some := [(place, pickle.dumps(part)) for place, part in enumerate(islice(rest, _PARTS_AT_ONCE))]:
            with _told():
                frame = self.session.createDataFrame(some, "place bigint, part binary")
                rows = frame.repartition(pieces(len(some), 16)).mapInArrow(apply, work.DONE).collect()
            for _, done, failed in sorted(rows, key=lambda row: row[0]):
                if failed:
                    raise pickle.loads(done)
                yield pickle.loads(done)

    def _corpus(self, articles: Any, config: Config, keep: Kept) -> Corpus:  # noqa: ANN401
        """The articles as a frame, and numbers in the order of their ids; raises where a row is none."""
        self._check_workers(config)
        if not hasattr(articles, "mapInArrow"):
            ordered = by_id(articles)
            ids = [article.id for article in ordered]
            given = frame_of(self.session, "id string, article binary", ids, [pickle.dumps(a) for a in ordered])
            numbers = frame_of(self.session, "id string, number bigint", ids, range(len(ids)))
            return Corpus(keep(given), keep(numbers), len(ids))
        _check_columns(articles.columns, config)
        frame = keep(articles.mapInArrow(partial(work.read_articles, config=config), work.ARTICLES))
        rows = _check_rows(frame)
        in_order, count = numbered(frame.select("id"), ("id",), pieces(rows, NUMBERS_EACH), keep)
        twice = in_order.groupBy("id").count().where("count > 1").select("id").sort("id").limit(1000).collect()
        if twice:
            raise DuplicateIds([row[0] for row in twice])
        return Corpus(frame.select("id", "article"), in_order, count)

    def _clusters(self, corpus: Corpus, config: Config, keep: Kept, tell: Tell = log) -> list[Cluster]:
        clusters, notes = find_clusters(corpus, config, self.few.pairs, keep) if corpus.count else ([], ())
        for note in notes:
            tell(note)
        return clusters

    def _check_workers(self, config: Config) -> None:
        """Raise `EngineError` where a worker has other versions than the driver."""
        if config in self._checked:
            return
        tasks = min(16, int(self.session.conf.get("spark.sql.shuffle.partitions")))
        asked = self.session.range(0, tasks, 1, tasks).mapInArrow(
            partial(work.version_rows, config=config), work.VERSIONS
        )
        here = work.versions_here(config)
        for row in asked.distinct().collect():
            there = json.loads(row[0])
            differ = [f"{name} {there.get(name)}, not {here[name]}" for name in here if there.get(name) != here[name]]
            if differ:
                raise EngineError(f"a worker has {'; '.join(differ)}: give driver and workers one environment")
        self._checked.add(config)


def _session(master: str | None) -> Any:  # noqa: ANN401
    if master and master.startswith("sc://"):
        builder = SparkSession.builder.remote(master)
    else:
        builder = SparkSession.builder.master(master) if master else SparkSession.builder
        if not master or master.startswith("local"):
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
            builder = builder.config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
            builder = builder.config("spark.sql.shuffle.partitions", "8")
            builder = builder.config("spark.sql.execution.arrow.pyspark.enabled", "true")
            builder = builder.config("spark.driver.extraJavaOptions", _LIGHT_JVM)
        builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "2000").appName("twosource")
    try:
        return builder.getOrCreate()
    except (PySparkException, Py4JError, OSError, RuntimeError, ValueError) as error:
        raise EngineError(
            f"Spark does not start ({_reason(error)}): "
            "it needs Java 17 or later (JAVA_HOME) and a master that can be reached"
        ) from error


@contextmanager
def _told() -> Iterator[None]:
    """What Spark raises, as one `EngineError` that says the reason and not where in the JVM it was met."""
    try:
        yield
    except CompareError:
        raise
    except (PySparkException, Py4JError, OSError, UnicodeError) as error:
        reason = _reason(error)
        if "No module named 'compare" in reason:
            reason = "the workers do not have the package: send it with the job (docs/spark.md)"
        elif _NOT_KEPT.search(reason):
            reason += "; with scratch, a folder of storage, nothing is persisted or checkpointed (docs/spark.md)"
        raise EngineError(f"the Spark job failed: {reason}") from error


def _reason(error: BaseException) -> str:
    """The last line of a worker's traceback, else the first line of the message."""
    told = str(error)
    lines: list[str] = _LAST_LINE.findall(told.split("\n\nDriver stacktrace")[0])
    python = [line for line in lines if not line.startswith(("org.", "java."))]
    return (python or lines or [told.strip().split("\n")[0]])[-1].rpartition(" executor driver): ")[2]


def _check_columns(columns: list[str], config: Config) -> None:
    mapped = read_map(config.read.map)
    for field in ("id", "text"):
        ways = [mapped[field][0]] if field in mapped else list(NAMES[field])
        if not set(ways) & set(columns):
            raise EngineError(
                f"the DataFrame has no column {field!r} (nor {', '.join(ways[1:]) or 'another name of it'}); "
                f"it has {', '.join(columns)}"
            )


def _check_rows(frame: Frame) -> int:
    """How many rows there are; raises where one has no id or no text."""
    told = "count(1) as n", "count(nullif(fault, '')) as faulty"
    rows, faulty = frame.selectExpr(*told).collect()[0]
    if faulty:
        shown = frame.where("fault <> ''").select("id", "fault").sort("id").limit(5).collect()
        named = ", ".join(f"{row[0]!r} has {row[1]}" if row[0] else "a row has no id" for row in shown)
        raise EngineError(f"{faulty} rows are no articles: {named}; leave them out first")
    return int(rows)
