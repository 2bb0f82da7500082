"""Steps over Spark's DataFrames that know nothing of news: rows numbered, groups of connected rows, sessions aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from types import TracebackType
from typing import Any
from uuid import uuid4

Frame = Any
"""A DataFrame of Spark, classic or Connect."""
NUMBERS_EACH = 500_000
"""Rows that a worker sorts by their ids."""
_MOST_PIECES = 10_000


@dataclass(frozen=True)
class Few:
    """Candidate pairs, and texts of stories, up to which the driver joins them; the workers join more."""

    pairs: int
    texts: int


FEW = Few(2_000_000, 20_000)
"""The pairs take the driver some 200 MB, the texts some 1 GB."""


class Kept:
    """Frames that are used more than once, kept until the job is over: on the executors, or in a folder for scratch.

    What lies on an executor is lost with it. A folder of any storage that Spark reaches lasts, and is asked of nothing
    but to be written and read: it serves where nothing can be persisted or checkpointed. What was written stays there.
    """

    def __init__(self, scratch: str = "") -> None:
        self._frames: list[Frame] = []
        self._folder, self._written = f"{scratch.rstrip('/')}/{uuid4().hex}" if scratch else "", 0

    def __call__(self, frame: Frame) -> Frame:
        """The frame, kept."""
        if self._folder:
            return self._in_folder(frame)
        self._frames.append(frame.persist())
        return self._frames[-1]

    def cut(self, frame: Frame) -> Frame:
        """The frame, kept, and what it was made of forgotten: plans of plans grow with the square of the steps.

        Without a folder it is kept in the storage that `spark.checkpoint.dir` names (Spark 3 does not know it), else on
        the executors.
        """
        if self._folder:
            return self._in_folder(frame)
        session = frame.sparkSession
        reliable = not session.version.startswith("3.") and session.conf.get("spark.checkpoint.dir", None)
        return frame.checkpoint() if reliable else frame.localCheckpoint()

    def _in_folder(self, frame: Frame) -> Frame:
        self._written += 1
        path = f"{self._folder}/{self._written:04}"
        frame.write.parquet(path)
        return frame.sparkSession.read.schema(frame.schema).parquet(path)

    def rows(self, frame: Frame) -> Iterator[Any]:
        """The rows of a frame on the driver, made by all workers at once and then fetched a partition at a time."""
        kept = self(frame)
        kept.count()
        yield from kept.toLocalIterator()

    def __enter__(self) -> Kept:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for frame in self._frames:
            frame.unpersist()


def pieces(rows: int, each: int) -> int:
    """Partitions for so many rows."""
    return min(_MOST_PIECES, max(1, -(-rows // each)))


def numbered(frame: Frame, order: Sequence[str], parts: int, keep: Kept) -> tuple[Frame, int]:
    """The rows with a dense `number` from 0 in the order of these columns, and how many there are.

    The rows are spread in ranges, sorted and counted; nothing but the counts comes to the driver.
    """
    spread = frame.repartitionByRange(parts, *order).sortWithinPartitions(*order)
    spread = keep(spread.selectExpr("*", "monotonically_increasing_id() as at"))  # partition << 33 | place in it
    counts = dict(spread.selectExpr("shiftright(at, 33) as partition").groupBy("partition").count().collect())
    sizes = [counts.get(partition, 0) for partition in range(max(counts, default=0) + 1)]
    before = ", ".join(f"{n}L" for n in accumulate(sizes[:-1], initial=0))
    number = f"element_at(array({before}), cast(shiftright(at, 33) + 1 as int)) + (at & {(1 << 33) - 1}L) as number"
    return spread.selectExpr(*frame.columns, number), sum(sizes)


def grouped(
    frame: Frame, key: str, parts: int, function: Callable[[Iterator[Any]], Iterator[Any]], columns: str
) -> Frame:
    """What a function over Arrow batches makes of the rows, those of one key standing together."""
    return frame.repartition(parts, key).sortWithinPartitions(key).mapInArrow(function, columns)


def frame_of(session: Any, columns: str, *values: Any) -> Frame:  # noqa: ANN401
    """A frame of the driver's own arrays or lists, for the columns of a line such as "a bigint, b string"."""
    import pandas

    names = [column.split()[0] for column in columns.split(", ")]
    if not len(values[0]):
        return session.createDataFrame([], columns)
    return session.createDataFrame(pandas.DataFrame(dict(zip(names, values, strict=True))), columns)


def roots(pairs: Frame, keep: Kept) -> Frame:
    """(number, root) of every number in the pairs (a, b): `root` is the smallest that it hangs together with.

    By alternating star steps, in which only Spark holds the pairs (Kiveris et al., Connected Components in MapReduce
    and Beyond, 2014).
    """
    edges, before = pairs.selectExpr("greatest(a, b) as a", "least(a, b) as b").distinct(), None
    while True:
        edges = keep.cut(_small_star(_large_star(edges)))
        state = edges.selectExpr("count(1)", "sum(cast(xxhash64(a, b) as decimal(38, 0)))").collect()[0]
        if tuple(state) == before:
            break
        before = tuple(state)
    stars = edges.selectExpr("a as number", "b as root")
    return stars.union(edges.selectExpr("b as number", "b as root")).distinct()


def _large_star(edges: Frame) -> Frame:
    """Every larger neighbour of a number is hung on the smallest one."""
    near = edges.union(edges.selectExpr("b as a", "a as b"))
    lowest = near.groupBy("a").agg({"b": "min"}).selectExpr("a", "least(a, `min(b)`) as low")
    return near.join(lowest, "a").where("b > a").selectExpr("b as a", "low as b").distinct()


def _small_star(edges: Frame) -> Frame:
    """Every smaller neighbour of a number, and the number, are hung on the smallest one."""
    down = edges.selectExpr("greatest(a, b) as a", "least(a, b) as b")
    lowest = down.groupBy("a").agg({"b": "min"}).selectExpr("a", "`min(b)` as low")
    hung = down.join(lowest, "a").selectExpr("b as a", "low as b").union(lowest.selectExpr("a", "low as b"))
    return hung.where("a <> b").distinct()
