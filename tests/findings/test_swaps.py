import pytest

from compare import Severity, Verdict

SWAPS = [
    (
        "The final was won by Marta Olsen after two hours.",
        "The final was won by Petra Lund after two hours.",
        "Marta Olsen",
    ),
    (
        "French Foreign Minister Ada Kern told the council to close the port.",
        "Belgian Foreign Minister Ada Kern told the council to close the port.",
        "French",
    ),
    ("He sold the house to Sotheby last week.", "He sold the house to Christie last week.", "Sotheby"),
    ("They painted the door yellow and blue in June.", "They painted the door yellow and green in June.", "blue"),
    ("The wind came from the northern coast at night.", "The wind came from the southern coast at night.", "northern"),
    ("A French engineer fell from the bridge.", "A Belgian engineer fell from the bridge.", "French"),
    ("Her brother found the letter in the attic.", "Her uncle found the letter in the attic.", "brother"),
]
QUIET = [
    ("Troops left the UK on a ship with tanks.", "Troops left Britain on a ship with tanks."),
    ("The United Nations sent a letter to farmers.", "The UN sent a letter to farmers."),
    ("The Russian army crossed the river at dawn.", "Russia's army crossed the river at dawn."),
    ("Judge Smith closed the hearing early.", "Joan Smith closed the hearing early."),
    ("They painted the door grey in June.", "They painted the door gray in June."),
    ("The red car hit a blue car in the tunnel.", "A blue car was hit by the red car in the tunnel."),
    ("The French and the Belgian engineer fell.", "The Belgian and the French engineer fell."),
    (
        "House Minority Leader Ada Kern told the council to close the port.",
        "House Democratic Leader Ada Kern told the council to close the port.",
    ),
    ("On Monday the council met in the old hall.", "The council met in the old hall."),
]


@pytest.mark.parametrize(("a", "b", "quote"), SWAPS)
def test_another_name_or_member_in_the_same_place_is_flagged(findings, a, b, quote):
    found = [f for f in findings(a, b) if f.verdict is Verdict.DIFFER and f.severity is not Severity.LOW]
    assert found
    assert any(quote in f.claims[0].evidence.quote for f in found)


@pytest.mark.parametrize(("a", "b"), QUIET)
def test_forms_of_one_name_and_moved_words_are_not_swaps(findings, a, b):
    assert not [f for f in findings(a, b) if f.kind == "swap"]


def test_the_same_words_of_another_speaker_are_a_difference_of_attribution(findings):
    said = "He was charged with manslaughter and leaving the scene, the {} said on Friday."
    (found,) = [f for f in findings(said.format("DA"), said.format("NYPD")) if f.verdict is Verdict.DIFFER]
    assert (found.kind, found.severity) == ("attribution", Severity.MEDIUM)
