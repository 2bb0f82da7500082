"""The datasets that go in and out: Parquet or JSON Lines on any path that Spark knows, whole ones alone."""

from __future__ import annotations

from typing import Any

from compare.engines.spark_frames import Frame
from compare.errors import ReadError

DATASETS = {
    "edges": "kind string, of string, place int, a string, b string, score double, containment double, "
    "reasons array<string>",
    "copies": "cluster string, article string, fullest boolean, earliest boolean, notes array<string>",
    "related": "story string, place int, other string, score double, shared array<string>",
    "stories": "story string, article string, place int, copy_of string, notes array<string>",
}
"""Name → columns of what the engine writes, in the order of writing."""
_LAST = list(DATASETS)[-1]
_LINES = (".jsonl", ".ndjson", ".json", ".jsonl.gz", ".json.gz")


def read(session: Any, path: str) -> Frame:  # noqa: ANN401
    """JSON Lines where the path ends so, else Parquet; raises `ReadError` for a folder that is not whole.

    A folder in which a job of Spark's still writes, or died, holds `_temporary`. Other tools write no `_SUCCESS`, so
    the lack of it tells only of datasets of ours, which are whole once the last of them is.
    """
    path = path.rstrip("/")
    for unfinished in (f"{path}/_temporary", f"{path}/*/_temporary", f"{_folder(path)}/_temporary"):
        if _is_there(session, unfinished):
            raise ReadError(path, "a job has not finished writing this folder, or failed: it holds _temporary")
    frame = session.read.json(path) if path.rstrip("*").endswith(_LINES) else session.read.parquet(path)
    if not any(_has(frame, columns) for columns in DATASETS.values()):
        return frame
    written = [path] if path.rpartition("/")[2] not in DATASETS else [path, f"{path.rpartition('/')[0]}/{_LAST}"]
    for dataset in written:
        if not _is_there(session, f"{dataset}/_SUCCESS"):
            raise ReadError(path, f"the run that wrote it did not finish ({dataset} has no _SUCCESS): run it again")
    return frame


def write(session: Any, rows: list[tuple[Any, ...]], folder: str, name: str) -> None:  # noqa: ANN401
    """Write one of the datasets of ours into the folder, which must not hold it yet."""
    session.createDataFrame(rows, DATASETS[name]).write.parquet(f"{folder}/{name}")


def _folder(path: str) -> str:
    """The folder of a path that ends in a pattern, else the path."""
    above, _, name = path.rpartition("/")
    return above if "*" in name else path


def _has(frame: Frame, columns: str) -> bool:
    return set(frame.columns) == {column.split()[0] for column in columns.split(", ")}


def _is_there(session: Any, path: str) -> bool:  # noqa: ANN401
    """Whether there is such a file or folder; Spark looks, for the client may not reach the storage."""
    try:  # one path alone would be looked at for a stream's metadata, and a warning logged where it is not
        return bool(session.read.format("binaryFile").load([path, path]).schema)
    except Exception as error:  # an AnalysisException of pyspark, which `spark.py` alone imports
        if "[PATH_NOT_FOUND]" in str(error):
            return False
        raise
