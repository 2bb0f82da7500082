import pytest

from compare import Article, extract_claims
from compare.facts.gazetteer import Place, gazetteer


def places(text):
    return [(c.evidence.quote, str(c.value)) for c in extract_claims(Article("a", text)) if c.kind == "place"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in the UAE.", [("UAE", "United Arab Emirates")]),
        ("They met in the United Arab Emirates.", [("United Arab Emirates", "United Arab Emirates")]),
        ("They met in Ha Noi and Hanoi.", [("Ha Noi", "Hanoi (VN)"), ("Hanoi", "Hanoi (VN)")]),
        ("They met in Hà Nội, Việt Nam.", [("Hà Nội", "Hanoi (VN)")]),
        ("They met in Vienna, Austria, on Monday.", [("Vienna", "Vienna (AT)")]),
        ("They met in Vienna (Austria).", [("Vienna", "Vienna (AT)"), ("Austria", "Austria")]),
        ("He lives in Bloomington, Indiana.", [("Bloomington", "Bloomington (IN)")]),
        (
            "Saint Kitts & Nevis joined Trinidad and Tobago.",
            [("Saint Kitts & Nevis", "St. Kitts & Nevis"), ("Trinidad and Tobago", "Trinidad & Tobago")],
        ),
        ("They met in Kiev and in Kyiv.", [("Kiev", "Kyiv (UA)"), ("Kyiv", "Kyiv (UA)")]),
        ("The U.S. and Turkey met on Friday.", [("U.S.", "United States"), ("Turkey", "Türkiye")]),
        ("Vietnam’s envoy left.", [("Vietnam", "Vietnam")]),
        ("They climbed Mount Sefton.", [("Mount Sefton", "mount sefton")]),
        ("It was in Bloomington Wednesday night.", [("Bloomington", "Bloomington (MN)")]),
    ],
)
def test_places_have_one_name(text, expected):
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They signed the Hanoi Convention.",
        "He told us that nice people were reading.",
        "Nice people were there. Reading is fun.",
        "The Washington Post reported it.",
        "Deputy Mayor Ann Jackson spoke. Later Jackson left.",
        "Give it to us, said La and Of.",
        "He turned up in march.",
        "The states sued the firm.",
        "THEY WERE HELD AT 4 P.M. NEAR THE OLD HARBOUR IN TOWN.",
    ],
)
def test_parts_of_other_names_and_plain_words_are_no_places(text):
    assert places(text) == []


def test_the_dateline_is_no_place_of_the_report():
    assert places("HANOI (VNA) — The minister spoke on Monday. He left on Tuesday.") == []


@pytest.mark.parametrize(
    ("outer", "inner", "contains"),
    [
        ("austria", "vienna", True),
        ("vietnam", "ha noi", True),
        ("minnesota", "minneapolis", True),
        ("united states", "minnesota", True),
        ("vienna", "austria", False),
        ("germany", "vienna", False),
    ],
)
def test_what_lies_in_what(outer, inner, contains):
    table = gazetteer()
    assert table.find(outer.split())[0].contains(table.find(inner.split())[0]) is contains


def test_one_name_may_stand_for_several_places_the_largest_first():
    found = gazetteer().find(["paris"])
    assert found[0].country == "FR"
    assert [p.people for p in found if p.kind == "city"] == sorted(
        (p.people for p in found if p.kind == "city"), reverse=True
    )


def test_names_in_the_language_of_the_article_are_known():
    assert gazetteer("fr").find("emirats arabes unis".split()) == (Place("territory", "United Arab Emirates", "AE"),)
    assert not gazetteer("en").find("emirats arabes unis".split())
