import pytest

from compare import Article, Config
from compare.facts.namesakes import is_misspelling
from compare.facts.naming import same_name
from compare.facts.people import find_people
from compare.facts.titles import read_offices
from compare.text.witness import read_witness


def people_of(text):
    return find_people(read_witness(Article("a", text), Config()))


def mentions(text):
    return {p.name: [(m.form, m.span.of(text)) for m in p.mentions] for p in people_of(text)}


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        (
            "It was led by Deputy Minister of Foreign Affairs Le Thi Thu Hang.",
            "Le Thi Thu Hang",
            ["deputy minister of foreign affairs"],
        ),
        ("He met UNODC Executive Director Ghada Fathi Waly.", "Ghada Fathi Waly", ["unodc executive director"]),
        (
            "He met Minister of Industry and Trade Nguyen Hong Dien.",
            "Nguyen Hong Dien",
            ["minister of industry and trade"],
        ),
        (
            "She met Director General of the International Atomic Energy Agency (IAEA) Rafael Mariano Grossi.",
            "Rafael Mariano Grossi",
            ["director general of the international atomic energy agency iaea"],
        ),
        ("He thanked President of Viet Nam Luong Cuong.", "Luong Cuong", ["president of vietnam"]),
        ("There, police inspector Dave Gaskin waited.", "Dave Gaskin", ["inspector"]),
        ("It rained, Dave Gaskin, told the judge.", "Dave Gaskin", []),
        (
            "He welcomed Ghada Waly, head of the Vienna Office, on Monday.",
            "Ghada Waly",
            ["head of the vienna office"],
        ),
        (
            "According to Deputy Prime Minister and Minister of Foreign Affairs Bui Thanh Son, it rained.",
            "Bui Thanh Son",
            ["deputy prime minister and minister of foreign affairs"],
        ),
    ],
)
def test_a_title_and_what_it_is_over_are_cut_from_the_name(text, name, titles):
    (person,) = people_of(text)
    assert person.name == name
    assert [title.folded for title in person.titles] == titles


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "deputy prime minister and minister of foreign affairs",
            ["deputy prime minister", "minister of foreign affairs"],
        ),
        ("deputy fm", ["deputy minister of foreign"]),
        ("un secretary general", ["secretary general"]),
        ("vice chairwoman of the assembly", ["vice chair of assembly"]),
        ("mr", []),
    ],
)
def test_a_title_names_offices_in_a_normal_form(text, offices):
    assert [str(office) for office in read_offices(text)] == offices


def test_vietnamese_and_family_short_forms_are_linked():
    text = "Deputy Minister Le Thi Thu Hang met Director General Rafael Grossi. Hang invited Grossi’s team."
    assert mentions(text) == {
        "Le Thi Thu Hang": [("full", "Le Thi Thu Hang"), ("short", "Hang")],
        "Rafael Grossi": [("full", "Rafael Grossi"), ("short", "Grossi")],
    }


def test_diacritics_are_no_other_person():
    assert [p.tokens for p in people_of("Minister Bùi Thanh Sơn spoke. Minister Bui Thanh Son left.")] == [
        ("bui", "thanh", "son")
    ]


def test_a_short_form_of_two_people_is_linked_to_neither():
    found = mentions("Deputy Minister Le Thi Thu Hang met spokeswoman Pham Thu Hang. Later Hang left.")
    assert found == {"Le Thi Thu Hang": [("full", "Le Thi Thu Hang")], "Pham Thu Hang": [("full", "Pham Thu Hang")]}


def test_a_title_tells_two_people_of_one_short_form_apart():
    text = "Deputy Minister Le Thi Thu Hang met spokeswoman Pham Thu Hang. There Deputy Minister Hang left."
    assert ("short", "Hang") in mentions(text)["Le Thi Thu Hang"]


@pytest.mark.parametrize(
    "text",
    [
        "The Hanoi Convention was signed in New York by the United States.",
        "They flew to Saint Kitts and Nevis in May.",
        "Ministers from Viet Nam met in Nice on Friday.",
        "The White House called the General Assembly.",
        "BREAKING NEWS FROM VIENNA AND HANOI TODAY",
        "Many Ministers Attend Opening Session Of Vienna Meeting",
        "",
    ],
)
def test_places_bodies_and_headlines_are_no_people(text):
    assert people_of(text) == ()


def test_names_that_are_words_stay_words_unless_a_person_has_them():
    assert people_of("In May they went to Nice. May is warm. Hang on, he said.") == ()
    text = "Prime Minister Theresa May spoke. In May 2017 it rained. Later May left."
    assert mentions(text) == {"Theresa May": [("full", "Theresa May"), ("short", "May")]}


def test_a_misspelt_short_form_is_a_variant_of_the_one_name_it_nearly_is():
    text = "She met Director General Rafael Mariano Gross. Hang invited Grossi."
    assert mentions(text)["Rafael Mariano Gross"] == [("full", "Rafael Mariano Gross"), ("variant", "Grossi")]


def test_a_bare_title_points_at_its_only_holder():
    text = "Deputy Minister Le Thi Thu Hang spoke. Later the Deputy Minister left."
    assert mentions(text)["Le Thi Thu Hang"][-1] == ("title", "Deputy Minister")


def test_she_is_the_subject_of_the_sentence_before():
    text = "Director Ghada Waly welcomed the plan. She praised the hosts."
    assert mentions(text)["Ghada Waly"][-1] == ("pronoun", "She")


def test_a_place_that_lost_its_apostrophe_is_no_name_misspelt():
    text = "Encouraging Indians, and others, to stretch was hard. Indias police stayed. It is practised by Indians."
    assert all(form != "variant" for named in mentions(text).values() for form, _ in named)


def test_he_said_behind_a_sentence_that_somebody_said_is_who_spoke():
    text = "Amina Dialo is a lawyer. Dialo won the vote, chairman Abel Nkomo said. Turnout was high, he said."
    assert mentions(text)["Abel Nkomo"][-1] == ("pronoun", "he")
    text = "Amina Dialo is a lawyer. Dialo won the vote, chairman Abel Nkomo said. She promised lower prices."
    assert all(form != "pronoun" for named in mentions(text).values() for form, _ in named)


def test_a_pronoun_inside_a_quotation_points_at_nobody():
    text = "Director Ghada Waly welcomed the plan. “He hit the wall,” she said."
    assert "He" not in [quote for _, quote in mentions(text)["Ghada Waly"]]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("ghada fathi waly", "ghada waly", True),
        ("john r smith", "john smith", True),
        ("j smith", "john smith", True),
        ("cuong luong", "luong cuong", True),
        ("jean marc ayrault", "jeanmarc ayrault", True),
        ("le thi thu hang", "pham thu hang", False),
        ("john smith", "joan smith", False),
        ("smith", "john smith", False),
    ],
)
def test_forms_of_one_name(a, b, same):
    assert same_name(a.split(), b.split()) is same
    assert same_name(b.split(), a.split()) is same


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        ("gross", "grossi", True),
        ("rait", "raite", True),
        ("villaverde", "vilaverda", True),
        ("lee", "leo", False),
        ("russia", "russian", False),
        ("johnson", "johnsons", False),
        ("austria", "australia", False),
        ("smith", "smith", False),
        ("democrats", "democratic", False),
        ("israel", "israeli", False),
        ("marcon", "marconi", True),
        ("centre", "center", False),
        ("recognised", "recognized", False),
    ],
)
def test_a_slip_of_spelling(a, b, slip):
    assert is_misspelling(a, b) is slip


def test_spans_quote_the_article_and_the_order_of_reading_holds():
    text = "Mr. Smith’s car met Dr. Jane O’Neill, 36. Smith said Jane O’Neill’s car was new."
    for person in people_of(text):
        assert list(person.mentions) == sorted(person.mentions)
        for mention in person.mentions:
            assert mention.span.of(text)[:1].isalpha()
            assert not mention.span.of(text).endswith(("’s", "'s"))


@pytest.mark.parametrize("piece", ["A", "A. ", "Mr ", "Minister of ", "Le Le ", "Al-", "May ", "1", "“He ", "X’s "])
def test_a_long_run_of_anything_is_read(piece):
    people_of(piece * 20_000)
