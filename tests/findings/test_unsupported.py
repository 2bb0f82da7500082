import pytest

from compare import Article, Verdict, compare_story

LONG = """The city council of Bergen voted on Tuesday to close the old swimming hall near the harbour.
Mayor Ingrid Solberg said the roof of the hall had become too heavy for its walls after 48 years.
Some 2,300 swimmers had signed a petition against the decision, which the council read before the vote.
The hall was built by the architect Lars Tveit, who also drew the library and the fire station of the city.
A new hall will be built beside the stadium, but engineers have not yet found out whether the ground can bear it.
Swimming clubs will train in the neighbouring town until the new hall opens, the council said in a statement.
The council of the United Nations Association thanked the swimmers for their patience and offered them a room."""
TRUE = "The council of Bergen voted to close the old swimming hall near the harbour, Mayor Solberg said."


def unsupported(summary, text=LONG):
    found = compare_story([Article("long", text), Article("short", summary)]).findings
    return [f.claims[0].evidence.quote for f in found if f.kind == "unsupported" and f.verdict is Verdict.DIFFER]


@pytest.mark.parametrize(
    ("summary", "quotes"),
    [
        (TRUE.replace("Solberg", "Henriksen"), ["Henriksen"]),
        (TRUE.replace("Bergen", "Palermo"), ["Palermo"]),
        ("The mayor said the roof of the old hall had become too heavy for its walls after 37 years.", ["37"]),
        ("The council voted on Friday to close the old swimming hall near the harbour of the city.", ["Friday"]),
    ],
)
def test_what_the_long_article_never_says_is_flagged(summary, quotes):
    assert unsupported(summary) == quotes


@pytest.mark.parametrize(
    "summary",
    [
        TRUE,
        TRUE.replace("Mayor Solberg", "Mayor Ingrid Solberg"),
        "The council of the UN association thanked the swimmers for their patience and offered them a room.",
        "The roof of the old hall had become too heavy for its walls after nearly 50 years, the mayor said.",
        "Quite another matter: Henriksen flew to Palermo with 37 parrots and a violin.",
    ],
)
def test_forms_roundings_and_other_matters_are_not_flagged(summary):
    assert unsupported(summary) == []


def test_two_reports_of_one_length_may_each_know_more():
    assert unsupported(LONG.replace("Solberg", "Henriksen").replace("48", "37")) == []


def test_what_a_third_report_has_too_is_no_invention():
    articles = [
        Article("long", LONG),
        Article("short", TRUE.replace("Solberg", "Henriksen")),
        Article("third", LONG.replace("Mayor Ingrid Solberg", "Deputy mayor Kari Henriksen").replace("48", "50")),
    ]
    assert not [f for f in compare_story(articles).findings if f.kind == "unsupported"]
