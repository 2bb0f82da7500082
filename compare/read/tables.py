"""CSV and TSV: one article a row, the first row names the fields."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from compare.config import ReadConfig
from compare.errors import ReadError
from compare.model import Article, Unread
from compare.read.decode import decode
from compare.read.fields import article_from
from compare.read.file import SourceFile

_DELIMITERS = ",;\t|"


def read_csv(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """One article a row; the delimiter (comma, semicolon, tab, bar) is the one that the first row has most of."""
    text, notes = decode(file.content, file.path)
    header = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=header.count)
    previous = csv.field_size_limit(config.max_bytes)
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
        for row in rows:
            fields = {name.strip(): value for name, value in row.items() if name and isinstance(value, str)}
            article = article_from(fields, config, file.path, notes)
            columns = ", ".join(fields)
            yield article if article.text else Unread(file.path, f"no text in this row ({columns})", rows.line_num)
    except csv.Error as error:
        raise ReadError(file.path, f"not a table: {error}") from error
    finally:
        csv.field_size_limit(previous)
