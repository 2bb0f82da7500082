"""An id is read alone as it is read with all that an article has."""

import pytest

from compare.config import ReadConfig
from compare.read.fields import article_from, id_from


@pytest.mark.parametrize(
    ("fields", "pairs", "wanted"),
    [
        ({"id": " a17 ", "text": "b"}, (), "a17"),
        ({"id": 17, "guid": "x", "text": "b"}, (), "17"),
        ({"id": None, "guid": "x"}, (), "x"),
        ({"meta": {"key": "k"}, "id": "x"}, ("id=meta.key",), "k"),
        ({"id": "x"}, ("id=meta.key",), ""),
        ({"text": "b"}, (), ""),
    ],
)
def test_the_id_alone_is_the_id_of_the_article(fields, pairs, wanted):
    config = ReadConfig(map=pairs)
    assert id_from(fields, config) == article_from(fields, config, "").id == wanted
