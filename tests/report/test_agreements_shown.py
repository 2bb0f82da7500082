from dataclasses import replace

from made_pages import page_of, words
from made_stories import claim, story_of

from compare.model import Finding, Severity, Verdict
from compare.report.ids import finding_ids


def test_agreement_is_told_by_passage_and_counts_origins_not_articles(dam):
    agreed = page_of(dam).agreements
    assert [(a.number, a.origins, [k.kind for k in a.kinds]) for a in agreed] == [(2, 2, ["date"])]
    assert [(f.plain, f.disputed) for f in agreed[0].kinds[0].facts] == [(True, "")]


def test_a_fact_that_two_origins_share_and_a_third_disputes_says_so(dam):
    apart = replace(dam, story=replace(dam.story, origins=()))
    (agreed,) = page_of(apart).agreements
    number = agreed.kinds[0].facts[0]
    assert (number.plain, number.disputed) == (True, finding_ids(apart)[0])


def test_agreement_of_copies_with_one_another_is_none(dam):
    copies = replace(dam, findings=(dam.findings[4],))
    assert page_of(copies).agreements == ()


def agreed_on(dam, kind, rule, quotes):
    """The story with one agreement only, of two sources, in the passage on the flight."""
    claims = tuple(claim(a, kind, q, q) for a, q in zip(dam.story.articles[:2], quotes, strict=True))
    return page_of(
        replace(dam, findings=(Finding(kind, Verdict.AGREE, Severity.INFO, rule, claims, "", 1),))
    ).agreements


def test_sentences_that_only_touch_one_matter_are_no_agreement(dam):
    assert agreed_on(dam, "statement", "statement.touched", ("120 people fled", "150 people fled")) == ()


def test_who_and_where_alone_do_not_make_a_sentence_agreed(dam):
    (place,) = agreed_on(dam, "place", "place.equal", ("Ostby", "Ostby"))
    assert (place.origins, place.sentence) == (2, ())
    (told,) = agreed_on(dam, "statement", "statement.shared", ("people fled", "people fled"))
    assert (words(told.sentence)[:7], told.teller.siglum, told.facts_only) == ("Some 15", "B", False)
    (figure,) = agreed_on(dam, "number", "number.equal", ("120 people", "150 people"))
    assert figure.facts_only


def test_agreements_beyond_the_first_are_folded_away():
    comparison = story_of([["One."] * 1 + [f"Fact {i}." for i in range(9)]] * 2)
    a, b = comparison.story.articles
    findings = tuple(
        Finding(
            "number",
            Verdict.AGREE,
            Severity.INFO,
            "=",
            tuple(claim(x, "number", i, f"Fact {i}") for x in (a, b)),
            "",
            i + 1,
        )
        for i in range(9)
    )
    page = page_of(replace(comparison, findings=findings), agreements_shown=4)
    assert (len(page.agreements), len(page.more_agreements)) == (4, 5)


def test_what_one_origin_alone_says_is_listed_by_origin(dam):
    groups = page_of(dam).only
    assert [[s.siglum for s in g.sources] for g in groups] == [["A", "C"], ["B"]]
    assert [words(o.sentences[0]) for o in groups[0].passages] == [
        "Dam wall fails near Ostby",
        "Repairs are expected to take two years.",
        "No one was hurt.",
    ]
    assert [o.facts for o in groups[0].details] == [("Tuesday",)]
