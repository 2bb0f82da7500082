import pytest

from compare import Article, extract_claims


def claims(kind, text):
    return [c for c in extract_claims(Article("a", text)) if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "pronouns"),
    [
        ("Director Ghada Waly spoke. For her part, Waly thanked them.", [("she", "Ghada Waly")]),
        ("Director Ghada Waly expressed his optimism.", [("he", "Ghada Waly")]),
        ("Director Ghada Waly welcomed it. She thanked them.", [("she", "Ghada Waly")]),
        ("Director Ghada Waly welcomed Minister Bui Son. She thanked them.", []),
        ("Director Ghada Waly praised his work.", []),
        ("Director Ghada Waly welcomed it.\nShe thanked them.", []),
        ("Director Ghada Waly welcomed it. They thanked them.", []),
        ("Director Ghada Waly welcomed it. “She is late. He is not,” she said.", []),
        ("Mary Smith, 36, lives here.", []),
    ],
)
def test_only_strong_pronouns_are_evidence(text, pronouns):
    assert [(c.value, c.subject) for c in claims("pronoun", text)] == pronouns


@pytest.mark.parametrize(
    ("text", "members", "is_open"),
    [
        ("They met speakers from Japan, Viet Nam and Pakistan.", ("Japan", "Pakistan", "Vietnam"), False),
        (
            "They met several countries, including Russia, Algeria, and Thailand.",
            ("Algeria", "Russia", "Thailand"),
            True,
        ),
        ("They met countries such as Russia and Algeria.", ("Algeria", "Russia"), True),
        (
            "They met Russia, Thailand, and Saint Kitts & Nevis.",
            ("Russia", "St. Kitts & Nevis", "Thailand"),
            False,
        ),
    ],
)
def test_lists_are_closed_or_open(text, members, is_open):
    (claim,) = claims("set", text)
    assert (claim.value.members, claim.value.open) == (members, is_open)


@pytest.mark.parametrize(
    "text",
    [
        "The Office on Drugs and Crime met.",
        "It rained in Vienna, and Bob left.",
        "President Ann Lee, Minister and Chair, left.",
    ],
)
def test_halves_of_one_name_are_no_list(text):
    assert claims("set", text) == []


def test_an_acronym_and_its_long_name_are_one_body():
    text = (
        "The World Health Organization (WHO) met. The WHO said so. The International Atomic Energy Agency (IAEA) left."
    )
    assert [str(c.value) for c in claims("organisation", text)] == ["WHO", "WHO", "WHO", "IAEA", "IAEA"]


def test_a_long_name_of_several_runs_is_one_body():
    text = "The UN Office on Drugs and Crime (UNODC) met. The White House's aide left."
    found = [(c.evidence.quote, str(c.value)) for c in claims("organisation", text)]
    assert found[:2] == [("UN Office on Drugs and Crime", "UNODC"), ("UNODC", "UNODC")]
    assert found[2:] == [("White House", "white house")]


def test_a_title_ends_with_the_noun_of_its_body():
    text = "Lis Smith, a spokeswoman for the Obama campaign, said it rained."
    assert [c.evidence.quote for c in claims("title", text)] == ["spokeswoman for the Obama campaign"]


def test_titles_and_names_are_claims_of_their_person():
    text = "Deputy Minister Le Thi Thu Hang spoke. Later Hang left."
    assert [(c.value, c.subject) for c in claims("title", text)] == [("deputy minister", "Le Thi Thu Hang")]
    assert [c.evidence.quote for c in claims("person", text)] == ["Le Thi Thu Hang", "Hang"]
