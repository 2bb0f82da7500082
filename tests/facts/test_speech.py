import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import Article, extract_claims
from compare.facts.quotations import find_quotations, normal_words, quotation_at
from compare.facts.reporting import reporting_verbs


def said(text):
    claims = extract_claims(Article("a", text))
    return [(c.subject, c.evidence.quote) for c in claims if c.kind == "attribution"]


MCCONNELL, HOME = "McConnell was late", "it was over and all would go home now"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said the talks would go on in June.", [("She", "the talks would go on in June")]),
        ("“We will not sign it,” said Ghada Waly.", [("Ghada Waly", "“We will not sign it,”")]),
        ('"We will not sign it," Waly said on Monday.', [("Waly", '"We will not sign it,"')]),
        ("Waly said on Monday in Oslo that the talks would go on.", [("Waly", "that the talks would go on")]),
        ("Waly told reporters in Oslo that it rained.", [("Waly", "that it rained")]),
        ("Waly said on Tuesday morning the talks would go on.", [("Waly", "the talks would go on")]),
        ("The talks would go on in June, officials said.", [("officials", "The talks would go on in June")]),
        ("According to Waly, the talks would go on.", [("Waly", "the talks would go on")]),
        ("The talks would go on in June, according to Waly.", [("Waly", "The talks would go on in June")]),
        (
            "Ghada Waly, the head of the office, said that it rained.",
            [("Ghada Waly, the head of the office", "that it rained")],
        ),
        ("Waly told reporters that the talks would go on.", [("Waly", "that the talks would go on")]),
        ("«We will not sign it», said Waly.", [("Waly", "«We will not sign it»")]),
        ("WALLACE: Will you be there tomorrow?", [("WALLACE", "Will you be there tomorrow?")]),
        (
            "Representatives from Algeria and Japan underscored the importance of it.",
            [("Representatives from Algeria and Japan", "the importance of it")],
        ),
        ("But Waly said the talks would go on.", [("Waly", "the talks would go on")]),
        (
            "Ghada Waly, who heads the office, said McConnell was late.",
            [("Ghada Waly, who heads the office", MCCONNELL)],
        ),
        (
            "In “Face the News,” Director Ghada Waly said it was over and all would go home now.",
            [("Director Ghada Waly", HOME)],
        ),
        ("Prices will rise in June, a study has shown.", [("a study", "Prices will rise in June")]),
        ("A study by the office showed prices rising.", [("A study by the office", "prices rising")]),
        ("The talks would go on in June, as officials have said.", [("officials", "The talks would go on in June")]),
        ("The museum, Waly said, would open in June.", [("Waly", "The museum, Waly said, would open in June")]),
        ("Waly called the plan “a mistake” on Monday.", [("Waly", "the plan “a mistake”")]),
        ("Waly called for new talks.", [("Waly", "new talks")]),
        ("Waly plans to open the museum.", [("Waly", "to open the museum")]),
        ("Waly criticised the plan of the hosts.", [("Waly", "the plan of the hosts")]),
        (
            "The leader of the council, Ghada Waly, rejected the demand.",
            [("The leader of the council, Ghada Waly", "the demand")],
        ),
        ("The weather office lifted its red warning at 6 p.m. in the west.", []),
        ("A judge on Thursday said that it rained.", [("A judge", "that it rained")]),
        (
            "The toll has risen to 17, officials said on Tuesday evening, after three of the injured died.",
            [("officials", "The toll has risen to 17")],
        ),
        ("It rained in Oslo, the head, Ghada Waly, told the judge.", [("the head, Ghada Waly", "It rained in Oslo")]),
        ("Waly pointed out that it rained.", [("Waly", "that it rained")]),
        ("Some believe it rained.", [("Some", "it rained")]),
        ("It was Waly’s claim that it rained.", [("Waly’s", "that it rained")]),
        ("Waly continued:\n\n“We will all go home now.”", [("Waly", "“We will all go home now.”")]),
        ("''We will not sign it,'' Waly said.", [("Waly", "''We will not sign it,''")]),
        ('"WALLACE: Will you be there tomorrow?"', [("WALLACE", 'Will you be there tomorrow?"')]),
        (
            "Waly said that it rained, but Gross denied that it was wet.",
            [("Waly", "that it rained"), ("Gross", "that it was wet")],
        ),
        ("Delegates met in Vienna, saying that the talks would go on.", [("Delegates", "that the talks would go on")]),
    ],
)
def test_content_and_speaker(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Over 1,000 delegates from UN member states reviewed reports from regional meetings.",
        "In his opening remarks he thanked the hosts.",
        "The claims of the company rose.",
        "He went out to say it.",
        "He was accused of theft on Monday.",
        "Neither of them has been charged with any crime.",
        "He called the office on Monday.",
        "She sought the exit.",
        "It rained in Vienna.",
    ],
)
def test_nouns_and_infinitives_report_nothing(text):
    assert said(text) == []


def test_an_orphan_quotation_goes_to_the_last_speaker():
    text = "Waly said that it was over.\n“We will all go home and sleep for a week.”"
    assert said(text)[-1] == ("Waly", "“We will all go home and sleep for a week.”")


@pytest.mark.parametrize(
    "text",
    [
        "“It is over,” Waly said. “We will all go home.”",
        "“It is over,” Waly said, “and we will all go home.”",
        "“It is over,” said Ghada Waly, the head of the office. “We will all go home.”",
    ],
)
def test_a_quotation_that_its_speaker_interrupts_is_one_statement(text):
    ((_, content),) = said(text)
    assert content == text.rstrip(".")


@pytest.mark.parametrize(
    "text",
    [
        "“It is over,” Waly said, adding that “all will go home today now.”",
        "“It is over,” Waly said. The hosts were told “you may all go home now.”",
    ],
)
def test_a_further_statement_is_not_joined(text):
    assert ("Waly", "“It is over,”") in said(text)


def test_a_wish_or_a_judgement_asserts_nothing():
    text = "Waly said that it rained. Waly plans to open the museum. Waly criticised the hosts."
    claims = [c for c in extract_claims(Article("a", text)) if c.kind == "attribution"]
    assert [c.value.asserted for c in claims] == [True, False, False]


def test_a_pronoun_keeps_its_words_and_gets_its_person():
    text = "Director Ghada Waly met them. She said that it was good."
    (claim,) = [c for c in extract_claims(Article("a", text)) if c.kind == "attribution"]
    assert (claim.subject, claim.value.speaker, claim.value.person) == ("She", "Ghada Waly", ("ghada", "waly"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we will not” and left.", ["“we will not”"]),
        ('He said "we will not" and left.', ['"we will not"']),
        ("Er sagte „wir gehen nicht“ und ging.", ["„wir gehen nicht“"]),
        ("他说「我们不去了」。", ["「我们不去了」"]),
        ("‘It isn’t over,’ he said.", ["‘It isn’t over,’"]),
        ('The 6\'2" man said "we will not".', ['"we will not"']),
        ('An open " mark\nand "one that closes".', ['"one that closes"']),
        ("He said ''we will not'' and left.", ["''we will not''"]),
        ("A 6' 2'' man and a 5' 9'' one.", []),
        ("”We go on” he said.", ["”We go on”"]),
        ("“We go on\n“and on.”", ["“We go on", "“and on.”"]),
        ("The workers’ strike isn’t over.", []),
        ('"', []),
    ],
)
def test_quotation_marks_of_many_kinds(text, expected):
    assert [span.of(text) for span in find_quotations(text)] == expected


def naive(text):
    """Pairs of straight marks line by line."""
    found, base = [], 0
    for line in text.split("\n"):
        at = [i for i, sign in enumerate(line) if sign == '"']
        found += [(base + a, base + b + 1) for a, b in zip(at[::2], at[1::2], strict=False) if b - a > 2]
        base += len(line) + 1
    return found


@given(st.text(alphabet='ab "\n', max_size=200))
def test_straight_quotations_agree_with_a_naive_reading(text):
    assert [(span.start, span.end) for span in find_quotations(text)] == naive(text)


@given(st.text(alphabet="ab “”\"«»‘’'\n", max_size=200))
def test_quotations_are_apart_and_in_order(text):
    spans = find_quotations(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    for span in spans:
        assert quotation_at(spans, span.start) == span
        assert quotation_at(spans, span.end - 1) == span


def test_a_quotation_that_never_closes_is_bounded():
    assert find_quotations('"' + "word " * 2000 + '"') == ()


def test_normal_words_fold_case_and_punctuation():
    assert normal_words("I’d like, to!") == normal_words("i'd like to")


def test_verbs_of_reporting_in_their_forms():
    verbs = reporting_verbs()
    assert {"said", "says", "saying", "told", "argued", "argues", "noting", "denied"} <= verbs.keys()
    assert not {"be", "report", "claim", "run"} & verbs.keys()
    assert verbs["called"] == {"call", "appeal"}


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "said ",
        "he said, ",
        "according to X ",
        "“a b c d” said X. ",
        "\n“x ",
        "A: ",
        "Aa",
        "A, the ",
        "''a ",
        "In “A ",
    ],
)
def test_a_long_run_of_anything_is_read(piece):
    said(piece * 10_000)


@pytest.mark.parametrize("verb", ["titled", "entitled", "known as", "under the slogan"])
def test_the_name_of_a_thing_is_no_statement(verb):
    assert (
        said(f'Details were given at the seminar {verb} "The Road to the Old Harbour: A Guide", held on Monday.') == []
    )
