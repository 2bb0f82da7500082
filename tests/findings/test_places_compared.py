import pytest

from compare import Verdict


@pytest.fixture
def told(findings):
    def tell(a, b):
        return [(f.rule, f.verdict) for f in findings(a, b) if f.kind == "place"]

    return tell


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The seminar on crime was held in Vienna on Monday.", "The seminar on crime was held in Geneva on Monday."),
        (
            "The seminar on crime was held in Vienna, Austria, on Monday.",
            "The seminar on crime was held in Lagos, Nigeria, on Monday.",
        ),
        ("The seminar on crime was held in Hanoi on Monday.", "The seminar on crime was held in Thailand on Monday."),
        (
            "Vietnam’s seminar on crime was held in Hanoi on Monday.",
            "Vietnam’s seminar on crime was held in Lagos on Monday.",
        ),
        ("He crashed his car on American Boulevard on Monday.", "He crashed his car on Lyndale Avenue on Monday."),
    ],
)
def test_another_place_of_one_event_is_flagged(told, a, b):
    assert ("place.differ", Verdict.DIFFER) in told(a, b)


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("It was held in Hanoi.", "It was held in Ha Noi.", "place.alias"),
        ("It was held in Hà Nội.", "It was held in Hanoi.", "place.alias"),
        ("It was held in the UAE.", "It was held in the United Arab Emirates.", "place.alias"),
        ("It was held in Vienna, Austria.", "It was held in Vienna.", "place.equal"),
        ("It was held in Vienna.", "It was held in Austria.", "place.within"),
        ("It was held in Minneapolis.", "It was held in Minnesota.", "place.within"),
        ("He died in Mount Cook National Park.", "He died in Aoraki Mount Cook National Park.", "place.within"),
    ],
)
def test_aliases_and_places_within_places_agree(told, a, b, rule):
    assert told(a, b) == [(rule, Verdict.AGREE)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("He flew from Vienna to the meeting.", "He flew to Geneva for the meeting."),
        ("He left Vienna on Monday.", "The talks in Geneva go on."),
        ("Vienna hosted it.", "It was held in a hall."),
        ("Officials from Russia and Japan met in Vienna.", "Officials from Japan and Russia met in Vienna."),
    ],
)
def test_places_in_other_slots_are_not_flagged(told, a, b):
    assert "place.differ" not in [rule for rule, _ in told(a, b)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "He met a legislator from Arizona to discuss the bill.",
            "The bill asks who is a citizen of the United States.",
        ),
        ("The candidate Ann Wagner of Missouri spoke.", "The candidate is a former U.S. ambassador."),
    ],
)
def test_a_place_and_what_it_lies_in_agree_only_in_one_slot(told, a, b):
    assert told(a, b) == []


@pytest.mark.parametrize(
    ("a", "b", "rules"),
    [
        (
            "They met speakers from Japan, Viet Nam and Pakistan.",
            "They met speakers from Pakistan, Japan and Vietnam.",
            ["set.equal"],
        ),
        (
            "They met speakers from Japan, Peru and Pakistan.",
            "They met speakers from Japan, Peru and Chile.",
            ["set.differ"],
        ),
        (
            "They met speakers, including Japan, Peru and Pakistan.",
            "They met speakers, including Japan, Peru and Chile.",
            [],
        ),
        ("They met speakers from Japan, Peru and Chile.", "They met speakers such as Japan and Peru.", []),
        ("They met speakers from Japan and Peru.", "They sent letters to Japan and Chile.", []),
    ],
)
def test_closed_lists_with_one_head(findings, a, b, rules):
    assert [f.rule for f in findings(a, b) if f.kind == "set"] == rules


@pytest.mark.parametrize(
    ("b", "rules"),
    [
        ("Police named the driver. Anthony LaSalle, 36, of Minneapolis, had fled.", ["place.home"]),
        ("Police named the driver. Anthony LaSalle, of Bloomington, Minnesota, had fled.", []),
        ("Police named the driver. Anthony LaSalle, from Minnesota, had fled.", []),
        ("Police named the driver. LuAnn Johnson, 36, of Minneapolis, had fled.", []),
    ],
)
def test_where_people_are_from_is_one_slot_in_any_sentence(findings, b, rules):
    a = "Anthony LaSalle, 36, of Bloomington, was pulled over. He said nothing."
    assert [f.rule for f in findings(a, b) if f.kind == "place" and f.verdict is Verdict.DIFFER] == rules
