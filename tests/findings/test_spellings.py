from compare import Article, Severity, Verdict, compare_story

A = """Director Rafael Mariano Gross visited the plant in Bonn on Monday.
Workers told Grossi that the roof leaks."""
B = "Director Rafael Mariano Grossi visited the plant in Bonn on Monday."
CAPTION = "\n(Photo: Rafael Mariano Gross in Bonn)"


def spelling(a, b):
    found = compare_story([Article("a", a), Article("b", b)]).findings
    return [f for f in found if f.kind in ("name_spelling", "internal") and f.verdict is Verdict.DIFFER]


def test_a_name_spelt_two_ways_is_one_finding_with_every_place():
    (found,) = spelling(A, B)
    assert found.kind == "name_spelling"
    assert found.severity is Severity.HIGH
    assert {"Rafael Mariano Gross", "Rafael Mariano Grossi"} <= {c.evidence.quote for c in found.claims}


def test_a_lone_name_with_a_letter_more_in_the_same_words_is_flagged():
    text = "The officer said that other climbers tried to rescue {} from the glacier before noon."
    (found,) = spelling(text.format("Raite"), text.format("Rait"))
    assert [c.evidence.quote for c in found.claims] == ["Raite", "Rait"]


def test_endings_of_nations_are_no_slips():
    text = "The officer said that other climbers met the {} team on the glacier before noon."
    assert not spelling(text.format("Korea"), text.format("Korean"))
