"""Arrow batches in and out of the functions that run on Spark's workers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import numpy as np

from compare.cluster.arrays import Hashes16

Batches = Iterator[Any]
"""Record batches of pyarrow."""
_TYPES = {"bigint": "int64", "int": "int32", "string": "string", "binary": "binary", "double": "float64"}


def batch_of(columns: str, *values: Any) -> Any:  # noqa: ANN401
    """One batch of the columns that a line such as "a bigint, b string" names."""
    import pyarrow

    schema = schema_of(columns)
    arrays = [
        value.cast(kind) if isinstance(value, pyarrow.Array) else pyarrow.array(value, kind)
        for value, kind in zip(values, schema.types, strict=True)
    ]
    return pyarrow.RecordBatch.from_arrays(arrays, schema=schema)


def schema_of(columns: str) -> Any:  # noqa: ANN401
    """The columns of such a line as a schema."""
    import pyarrow

    named = (column.split() for column in columns.split(", "))
    return pyarrow.schema([(name, pyarrow.type_for_alias(_TYPES[kind])) for name, kind in named])


def signatures_of(column: Any) -> Hashes16:  # noqa: ANN401
    """Signatures from a column of bytes, one column each: 16 bits of each value, which is what bands look at."""
    packed = column.to_pylist()
    return np.frombuffer(b"".join(packed), np.uint16).reshape(len(packed), -1).T


def runs_of(batches: Batches, key: str) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    """The rows of each key, which stand together."""
    rows: Iterable[dict[str, Any]] = (row for batch in batches for row in batch.to_pylist())
    for value, run in groupby(rows, key=itemgetter(key)):
        yield value, list(run)
