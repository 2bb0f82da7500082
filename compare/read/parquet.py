"""Parquet (extra `[parquet]`): one article a row, the columns name the fields."""

from __future__ import annotations

import io
from collections.abc import Iterator

from compare.config import ReadConfig
from compare.errors import LimitExceeded, MissingExtra, ReadError
from compare.model import Article, Unread
from compare.read.fields import article_from
from compare.read.file import SourceFile

_ROWS = 1_000


def read_parquet(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """One article a row; raises `MissingExtra` without pyarrow."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtra("pyarrow", "parquet", "reading Parquet") from error
    try:
        table = parquet.ParquetFile(io.BytesIO(file.content))
        size = sum(table.metadata.row_group(i).total_byte_size for i in range(table.metadata.num_row_groups))
        if size > config.max_ratio * max(1, len(file.content)) and size > config.max_bytes:
            raise LimitExceeded(file.path, f"unpacks to {size:,} bytes")
        number = 0
        for batch in table.iter_batches(_ROWS):
            for row in batch.to_pylist():
                number += 1
                article = article_from(row, config, file.path)
                yield (
                    article
                    if article.text
                    else Unread(file.path, f"no text in row {number} ({', '.join(row)})", number)
                )
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError, LookupError) as error:  # a zone that nobody knows
        raise ReadError(file.path, f"broken Parquet: {error}") from error
