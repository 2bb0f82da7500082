import pytest

from compare import Severity, Verdict

QUOTE = "“I have people who have been studying it and they cannot believe what they are finding,” he said."


@pytest.fixture
def told(findings):
    def tell(a, b, kind):
        return [(f.rule, f.severity) for f in findings(a, b) if f.kind == kind]

    return tell


def test_one_quotation_in_two_wordings_is_flagged(told):
    other = QUOTE.replace("finding", "saying")
    assert told(QUOTE, other, "quote_wording") == [("quote_wording.differ", Severity.MEDIUM)]


@pytest.mark.parametrize(
    ("other", "rule"),
    [
        (QUOTE.replace("“", '"').replace("”", '"'), "quote_wording.equal"),
        (QUOTE.replace("it and they", "it, and they"), "quote_wording.equal"),
        (QUOTE.replace("cannot", "can not"), "quote_wording.equal"),
        (QUOTE.replace("I have people who have been studying it and t", "T"), "quote_wording.part"),
        (QUOTE.replace("been studying it and", "… and"), "quote_wording.part"),
        (QUOTE.replace("studying it", "studying [the paper]"), "quote_wording.part"),
        (QUOTE.replace("they are finding", "they’re finding"), "quote_wording.small"),
        (QUOTE.replace("and they cannot", "and that they cannot"), "quote_wording.small"),
    ],
)
def test_small_and_partial_differences_of_quotations_do_not_alarm(told, other, rule):
    (found,) = told(QUOTE, other, "quote_wording")
    assert found[0] == rule
    assert found[1] in (Severity.LOW, Severity.INFO)


WHOLE = "“I am proud to announce that we have reached a deal to reopen the harbour,” said Mayor Ana Ruiz."
PIECES = "“I am proud to announce that,” said Mayor Ana Ruiz. “We have reached a deal to reopen the harbour.”"
TWICE = WHOLE + "\n“Proud to announce a deal to reopen the harbour? She should be ashamed,” said Tom Lee."


@pytest.mark.parametrize(
    ("a", "b", "rules", "claims"),
    [(WHOLE, PIECES, ["quote_wording.part"], 3), (WHOLE, TWICE, ["quote_wording.equal"], 2)],
    ids=["all pieces of a whole meet it", "what is met word for word meets nothing else"],
)
def test_quotations_meet_from_either_side(findings, a, b, rules, claims):
    for texts in ((a, b), (b, a)):
        found = [f for f in findings(*texts) if f.kind == "quote_wording"]
        assert [f.rule for f in found] == rules
        assert [len(f.claims) for f in found] == [claims]


@pytest.mark.parametrize(
    "other",
    ["He said people had been studying it and could not believe it.", "“We will all go home now and sleep,” he said."],
)
def test_paraphrases_and_other_quotations_are_left_alone(told, other):
    assert told(QUOTE, other, "quote_wording") == []


def test_quotations_of_two_languages_are_not_compared(findings):
    found = findings(QUOTE, QUOTE.replace("finding", "saying"), language=("en", "de"))
    assert not [f for f in found if f.kind == "quote_wording"]


SPOKEN = "“We will accede to the request while we explore all options,” said {}."


def test_another_speaker_of_one_statement_is_flagged(findings):
    a, b = SPOKEN.format("spokesman Tom Galvin"), SPOKEN.format("vice president Russell Lewis")
    (found,) = [f for f in findings(a, b) if f.kind == "attribution"]
    assert (found.rule, found.severity, found.verdict) == ("attribution.speaker", Severity.MEDIUM, Verdict.DIFFER)


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ("spokesman Tom Galvin", "Tom Galvin"),
        ("spokesman Tom Galvin", "the spokesman"),
        ("spokesman Tom Galvin", "a company official"),
        ("spokesman Tom Galvin", "he"),
        ("the Fed", "the Federal Open Market Committee"),
        ("spokesman Tom Galvin", "Galvin"),
        ("Mr. Stevens", "Sir John"),
    ],
)
def test_the_same_or_an_unnamed_speaker_is_not_flagged(findings, x, y):
    found = findings(SPOKEN.format(x), SPOKEN.format(y))
    assert not [f for f in found if f.kind == "attribution" and f.verdict is Verdict.DIFFER]


def test_a_pronoun_stands_for_its_person(findings):
    a = "Spokesman Tom Galvin met them. He said the request would be met in June."
    b = "Spokesman Tom Galvin met them. Tom Galvin said the request would be met in June."
    assert [f.rule for f in findings(a, b) if f.kind == "attribution"] == ["attribution.same"]


NARRATED = "The request of the company would be met in June."


def test_what_a_speaker_says_and_the_narrator_tells_is_a_low_difference(findings):
    found = findings("Tom Galvin said the request of the company would be met in June.", NARRATED)
    (told,) = [f for f in found if f.kind == "attribution" and f.verdict is Verdict.DIFFER]
    assert (told.rule, told.severity) == ("attribution.narrator", Severity.LOW)
    assert [c.evidence.article for c in told.claims] == ["a", "b"]
    assert "Tom Galvin" in told.note


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tom Galvin said the request of the company would be met in June.", "Reportedly " + NARRATED.lower()),
        ("Tom Galvin said the request of the company would be met in June.", "“" + NARRATED + "”"),
        ("Tom Galvin said the request of the company would be met in June.", "We meet the company request in June."),
        ("He said the request of the company would be met in June.", NARRATED),
        ("Galvin wants to see the request of the company met in June.", NARRATED),
        ("Galvin said the request of the company would be met in June.", "Galvin met the company request in June."),
        ("Tom Galvin said the request was late.", NARRATED),
    ],
)
def test_a_source_of_another_kind_is_not_the_narrator(findings, a, b):
    assert not [f for f in findings(a, b) if f.rule == "attribution.narrator"]


def test_a_statement_of_several_sentences_answers_its_second_one(findings):
    a = "“It is over,” Tom Galvin said. “We will accede to the request while we explore all options.”"
    b = "The talks ended in June. " + SPOKEN.format("Tom Galvin")
    assert "attribution.same" in [f.rule for f in findings(a, b)]


@pytest.mark.parametrize(
    ("a", "b", "rules"),
    [
        (
            "Greek President Karolos Papoulias said: “We have all now reached the edge of the deep abyss.”",
            "Papoulias said: “Our land has come now to the edge of the deep abyss.”",
            ["quote_wording.translated"],
        ),
        (
            "“His budget follows the values of his favourite writer and not those of the church,” said Tom Reese.",
            "“Your plan follows the values of your favourite writer and not those of faith,” Ann Lee wrote.",
            [],
        ),
        (
            "“Our stand has not changed on Social Security,” he said.",
            "“We have not changed on it: Social Security.”",
            [],
        ),
        (
            "“We locked down the neighbourhood until he gave up at 6 p.m.,” he said.",
            "“We locked down the neighborhood until he gave up at 6:00 p.m.,” he said.",
            ["quote_wording.small"],
        ),
    ],
)
def test_translations_and_sayings_of_two_people_are_no_alarm(told, a, b, rules):
    assert [rule for rule, _ in told(a, b, "quote_wording")] == rules


def test_two_pronouns_are_not_held_against_each_other(findings):
    a = "Anna Thavis left the hall. “We chose to close the office for a while,” she mused."
    b = "Maria Ross left the hall. “We chose to close the office for a while,” she asked."
    assert not [f for f in findings(a, b) if f.rule == "attribution.speaker"]
