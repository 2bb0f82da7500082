"""What workers read of each article for stories, and what each says of the names of the folder."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from zlib import compress, decompress

from compare.cluster.folder_names import Names, names_apart
from compare.cluster.forms import Forms, read_forms
from compare.cluster.naming import LongForm
from compare.cluster.particulars import Particulars
from compare.cluster.report_day import Day
from compare.cluster.told import tell
from compare.config import Config
from compare.engines.spark_batches import Batches, batch_of

TOLD = "id string, digest string, length bigint, undated int, times string, known binary, told binary, forms binary"


def tell_rows(batches: Batches, config: Config, with_text: bool) -> Batches:
    """Each article read for stories, and its word forms; `with_text` says whether the texts come along."""
    for batch in batches:
        told = [tell(pickle.loads(packed), config.text) for packed in batch.column("article").to_pylist()]
        forms = [pack(read_forms(t.text, t.language)) for t in told]
        slim = told if with_text else [replace(t, text="", article=replace(t.article, text="")) for t in told]
        heads = [[t.article.id for t in told], [t.digest for t in told], [t.length for t in told]]
        undated, times = [int(t.known.day is None) for t in told], [written(t.known) for t in told]
        yield batch_of(TOLD, *heads, undated, times, [pack(t.known) for t in told], list(map(pack, slim)), forms)


def pack(value: Any) -> bytes:  # noqa: ANN401
    """A value on its way from worker to worker."""
    return compress(pickle.dumps(value), 1)


def unpack(packed: bytes) -> Any:  # noqa: ANN401
    """What was packed."""
    return pickle.loads(decompress(packed))


def written(known: Particulars) -> str:
    """When a report stands, as a column holds it: all that is asked of each of its pairs."""
    day = known.day or Day(0, 0, 0)
    return f"{known.weekdays} {day.year} {day.month} {day.day} {int(day.firm)}"


def read_times(column: str) -> Particulars:
    """The day and the weekdays of such a column."""
    weekdays, year, month, day, firm = map(int, column.split())
    return Particulars(Day(year, month, day, bool(firm)) if day else None, weekdays)


ACRONYMS = "acronyms binary"


def acronym_rows(batches: Batches) -> Batches:
    """The acronyms that the articles of one partition spell out."""
    found: set[tuple[str, LongForm]] = set()
    for forms in _forms(batches):
        found |= forms.acronyms
    yield batch_of(ACRONYMS, [pack(found)])


SPLIT = "name string, asked int, form string, language string"


def split_rows(batches: Batches, names: Names) -> Batches:
    """Names that stand apart in some article of the partition (asked for), and those written in one word in some."""
    for batch in batches:
        asked, known = names_apart(list(_forms(iter([batch]))), names.acronyms)
        yield batch_of(
            SPLIT,
            [*asked, *known],
            [1] * len(asked) + [0] * len(known),
            [None] * len(asked) + [form for form, _ in known.values()],
            [None] * len(asked) + [language for _, language in known.values()],
        )


def _forms(batches: Batches) -> Iterator[Forms]:
    for batch in batches:
        yield from map(unpack, batch.column("forms").to_pylist())
