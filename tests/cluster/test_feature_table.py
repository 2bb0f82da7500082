"""A folder that is counted in parts has the features of one that is counted at once."""

import numpy as np
import pytest

from compare.cluster import features
from compare.cluster.features import read_features
from compare.cluster.weights import weigh

TEXTS = {
    "The Norwick Energy Agency (NEA) met in Hanoi.\nThe NEA said 3.5 million people, in Viet Nam, had left.": "en",
    "Vietnam's harbour: Norwick Energy Agency sees COP28 delayed. The Harbour of Hanoi was shut.": "en",
    "": "en",
    "台風が東京に近づいています。Nam Ha.": "ja",
    "La Norwick Energy Agency a déclaré que le port était fermé. The Harbour was closed in Hanoi, at 3.5 metres.": "fr",
    "A harbour of Viet": "en",
    "Nam and the COP28 of HANOI: 台風が東京に。 The agency said so; the agency of Hanoi had said it.": "en",
}


@pytest.mark.parametrize("each", [1, 2, 3])
def test_features_counted_in_parts_are_those_counted_at_once(each, monkeypatch):
    whole = read_features(list(TEXTS), list(TEXTS.values()))
    monkeypatch.setattr(features, "BLOCK", each)
    parts = read_features(list(TEXTS), list(TEXTS.values()))
    for one, other in zip(whole.tables(), parts.tables(), strict=True):
        held = np.flatnonzero(one.held_by)
        assert one.ids[held].tolist() == other.ids.tolist()
        assert one.held_by[held].tolist() == other.held_by.tolist()
        assert one.chances[held].tolist() == other.chances.tolist()
        assert [one.labels[i] for i in held.tolist()] == list(other.labels)
        assert (one.counts[:, held] != other.counts).nnz == 0
    assert (weigh(whole).norms == weigh(parts).norms).all()
    assert whole.spellings.labels() == parts.spellings.labels()


def test_a_folder_without_texts_has_no_features():
    assert [table.counts.shape[0] for table in read_features([], []).tables()] == [0, 0, 0]
