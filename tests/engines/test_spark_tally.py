"""Features counted by workers, block by block, are those of one folder."""

from itertools import pairwise

import numpy as np
import pytest

pytest.importorskip("pyarrow")

from compare.cluster.features import read_features
from compare.cluster.folder_names import Names
from compare.cluster.forms import read_forms
from compare.cluster.weights import weigh
from compare.engines.spark_batches import batch_of
from compare.engines.spark_tally import ASKED, answer_rows, ask_rows, vector_rows
from compare.engines.spark_told import pack, split_rows, unpack
from compare.engines.spark_vectors import gather, labels_at, unpack_labels

TEXTS = {
    "The Norwick Energy Agency (NEA) met in Hanoi.\nThe NEA said 3.5 million people, in Viet Nam, had left.": "en",
    "Vietnam's harbour: Norwick Energy Agency sees COP28 delayed. 台風が東京に近づいています。": "ja",
    "": "en",
    "La Norwick Energy Agency a déclaré que le port était fermé. The Harbour was closed in Hanoi, at 3.5 metres.": "fr",
    "A harbour of Viet": "en",
    "Nam and the COP28 of HANOI: 台風が東京に。 The agency said so; the agency of Hanoi had said it.": "en",
}


def rows_of(batches):
    return [row for batch in batches for row in batch.to_pylist()]


def batch(columns, rows):
    return iter([batch_of(columns, *([row.get(name.split()[0]) for row in rows] for name in columns.split(", ")))])


def names_of(forms):
    acronyms = frozenset().union(*(unpack(packed).acronyms for packed in forms))
    apart = (split_rows(batch("forms binary", [{"forms": packed}]), Names(acronyms)) for packed in forms)
    split = [row for batches in apart for row in rows_of(batches)]
    known: dict = {}
    for row in split:
        if not row["asked"]:
            form = row["form"], row["language"]
            known[row["name"]] = min(known.get(row["name"], form), form)
    return Names(acronyms, {row["name"]: known[row["name"]] for row in split if row["asked"] and row["name"] in known})


def weighed(each, ranges):
    """The vectors of the texts, read in blocks of so many, in the order of the texts."""
    forms = [pack(read_forms(text, language)) for text, language in TEXTS.items()]
    names = names_of(forms)
    assert names.acronyms
    assert "vietnam" in names.joined
    spoken = [{"block": i // each, "voice": i, "forms": packed} for i, packed in enumerate(forms)]
    asked = rows_of(ask_rows(batch("block bigint, voice bigint, forms binary", spoken), names, ranges))
    answers = rows_of(answer_rows(batch(ASKED, sorted(asked, key=lambda row: row["range"]))))
    columns = "block bigint, voice bigint, forms binary, answer binary"
    together = batch(columns, sorted(answers + spoken, key=lambda row: row["block"]))
    return sorted(rows_of(vector_rows(together, names, len(forms))), key=lambda row: row["voice"])


@pytest.mark.parametrize(("each", "ranges"), [(1, 3), (2, 1), (4, 5)])
def test_features_counted_in_blocks_weigh_what_they_weigh_together(each, ranges):
    rows, features = weighed(each, ranges), read_features(list(TEXTS), list(TEXTS.values()))
    wanted, found = weigh(features), gather([row["vector"] for row in rows])
    assert [row["size"] for row in rows] == wanted.sizes().tolist()
    for one, other, table in zip(found.tables(), wanted.tables(), features.tables(), strict=True):
        shared = np.flatnonzero(table.held_by > 1)
        assert len(shared) > 1
        assert (one != other[:, shared]).nnz == 0


@pytest.mark.parametrize(("each", "ranges"), [(1, 3), (4, 1)])
def test_features_counted_in_blocks_are_labelled_as_together(each, ranges):
    rows, features = weighed(each, ranges), read_features(list(TEXTS), list(TEXTS.values()))
    found = gather([row["vector"] for row in rows])
    sizes = [stop - start for start, stop in pairwise(found.words.indptr.tolist())]
    words = [w for row, n in zip(rows, sizes, strict=True) for w in unpack_labels(unpack(row["labels"]))[:n]]
    names = [name for row in rows for name in unpack_labels(row["names"])]
    for matrix, told, table in ((found.words, words, features.words), (found.names, names, features.names)):
        wanted = [label for label, held in zip(table.labels, table.held_by.tolist(), strict=True) if held > 1]
        assert labels_at(matrix, told) == wanted
