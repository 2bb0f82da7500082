"""Agreement, wording, passages of one voice, and facts that meet in no passage."""

import pytest

from compare import Article, Origin, Severity, Story, Verdict, compare_story

HARBOUR = "The old harbour of the town was closed by the council in spring."


def of_kind(found, kind, verdict=None):
    return [f for f in found if f.kind == kind and verdict in (None, f.verdict)]


@pytest.mark.parametrize(
    ("b", "rule"),
    [
        (HARBOUR, "statement.same_words"),
        ("In spring the council closed the old harbour of the small town.", "statement.same_content"),
        ("The council has closed its harbour, fishermen there said on television.", "statement.shared"),
        (
            "Fishermen of the town, who have asked for a crane and cheaper ice for years and were promised both by the "
            "last mayor, will meet at the harbour on Sunday.",
            "statement.touched",
        ),
        ("The council has closed its harbour, which the fishermen there do not forgive.", "statement.touched"),
        ("Fishermen said on television that the town has a harbour.", "statement.touched"),
    ],
)
def test_sentences_that_answer_each_other_agree_by_degrees(findings, b, rule):
    (found,) = of_kind(findings(HARBOUR, b), "statement")
    assert (found.rule, found.verdict, found.severity) == (rule, Verdict.AGREE, Severity.INFO)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "His lawyer, Simon Abbot, said on Monday that he would appeal.",
            "His lawyer, Simon Abbot, said on Monday that he had not decided.",
        ),
        (
            "Shares in the company fell by midday after an early rise in London.",
            "Shares in the company rose in early trading in London and Paris.",
        ),
        (
            "Rovers lead the league by three points with a match to go.",
            "Rovers went top of the league by two points.",
        ),
        (
            "Fifty people were on board, the agency Sutran said, although the company had a list of fewer.",
            "The agency Sutran said that the company had been fined last year.",
        ),
    ],
)
def test_sentences_that_deny_oppose_or_count_otherwise_only_touch_one_matter(findings, a, b):
    goes_on = "\nRain fell in Oslo all day. The old quay was empty. Nobody came to see it."
    told = {f.rule for f in of_kind(findings(a + goes_on, b + goes_on), "statement") if f.row == 0}
    assert told <= {"statement.touched"}


def test_sentences_that_conflict_are_no_agreement(findings):
    found = findings("Police arrested 19 men in Oslo.", "Police arrested 31 men in Oslo.")
    assert of_kind(found, "number", Verdict.DIFFER)
    assert not of_kind(found, "statement")


def test_sentences_with_a_doubtful_difference_are_no_agreement(findings):
    goes_on = " Rain fell in Oslo. The ferry left at noon. Nobody came to see it."
    a = "The flood swept away two bridges in the night and a primary school which stood empty." + goes_on
    b = "Three bridges and a primary school are gone, an engineer who walked the whole valley told us." + goes_on
    found = findings(a, b)
    assert [f.severity for f in of_kind(found, "number", Verdict.DIFFER)] == [Severity.LOW]
    assert not [f for f in of_kind(found, "statement") if f.row == 0]


def test_other_words_in_alike_sentences_are_shown_as_wording(findings):
    a = "The ceremony is a powerful call for stronger cooperation, she said."
    (found,) = of_kind(findings(a, a.replace("powerful", "symbolic")), "wording")
    assert found.severity is Severity.LOW
    assert [c.evidence.quote for c in found.claims] == ["powerful", "symbolic"]


@pytest.mark.parametrize("b", [HARBOUR, HARBOUR.replace("harbour", "harbours"), "Fog lay over the hills all day long."])
def test_equal_inflected_and_unlike_sentences_have_no_wording(findings, b):
    assert not of_kind(findings(HARBOUR, b), "wording")


def test_a_judged_difference_is_not_shown_as_wording_too(findings):
    found = findings("Police arrested 19 men in Oslo.", "Police arrested 31 men in Oslo.")
    assert not of_kind(found, "wording")


def test_a_passage_of_one_voice_is_only_there(findings):
    found = of_kind(findings(HARBOUR + "\nFog lay over the hills.", HARBOUR), "only_in")
    assert [[c.evidence.quote for c in f.claims] for f in found] == [["Fog lay over the hills."]]
    assert found[0].severity is Severity.INFO


def test_copies_of_one_text_are_one_voice():
    more = HARBOUR + "\nFog lay over the hills on that cold day."
    articles = (Article("a", more), Article("b", HARBOUR), Article("c", more))
    story = Story("s", articles, origins=(Origin(("a", "c")), Origin(("b",))))
    (found,) = of_kind(compare_story(story).findings, "only_in")
    assert [c.evidence.article for c in found.claims] == ["a", "c"]


def test_a_story_of_one_article_has_nothing_that_is_only_there():
    assert not of_kind(compare_story([Article("a", HARBOUR)]).findings, "only_in")


def test_a_name_in_passages_that_do_not_meet_is_still_shared(findings):
    a = HARBOUR + "\nMayor Ingrid Solberg thanked nobody."
    b = "Fog lay over the hills.\nWet roads kept drivers away.\nThe storm passed, said Ingrid Solberg, who paints."
    assert "Ingrid Solberg" in {c.evidence.quote for f in of_kind(findings(a, b), "mention") for c in f.claims}


def test_two_forms_of_one_fact_are_no_difference_of_wording(findings):
    a = "The powerful congress will take place in the United Arab Emirates in 2026, the ministry said."
    b = "The symbolic congress will take place in the UAE in 2026, the ministry said."
    (found,) = of_kind(findings(a, b), "wording")
    assert found.note == "Told in other words: “powerful” / “symbolic”."
    assert not of_kind(findings(a, b.replace("symbolic", "powerful")), "wording")


def test_two_people_of_one_surname_are_not_shared(findings):
    a = HARBOUR + "\nMayor Mark Solberg thanked nobody, and his son James Solberg, who paints, left."
    b = "Fog lay over the hills.\nWet roads kept drivers away.\nThe storm passed, said James Solberg, who paints."
    (found,) = (f for f in of_kind(findings(a, b), "mention") if "Solberg" in f.claims[0].evidence.quote)
    assert {c.evidence.quote for c in found.claims} == {"James Solberg"}


def test_statements_join_only_with_those_that_agree_as_far(findings):
    a = "“We are the ones who offer a plan to save the harbour,” Solberg said."
    b = "“We are the ones who offer a plan to save the harbour,” Solberg said.\n“We are the ones who sell no boats.”"
    for found in of_kind(compare_story([Article("a", a), Article("b", b)]).findings, "statement"):
        assert len(found.claims) == 2


@pytest.mark.parametrize(
    ("b", "rule", "quotes"),
    [
        (
            "The World Health Organization met him in Oslo.\nThe World Health Organization (WHO) left.",
            "organisation.form",
            ["WHO", "World Health Organization"],
        ),
        ("In Oslo the WHO met the mayor.", "organisation.equal", ["WHO", "WHO"]),
    ],
)
def test_a_body_and_its_acronym_agree(findings, b, rule, quotes):
    (found,) = of_kind(findings("The mayor met the WHO in Oslo.", b), "organisation", Verdict.AGREE)
    assert (found.rule, [c.evidence.quote for c in found.claims]) == (rule, quotes)


def test_a_weekday_in_passages_that_do_not_meet_is_shared(findings):
    a = "The harbour was closed on Wednesday.\nFog lay over the hills."
    b = "Wet roads kept drivers away.\nThe mayor thanked nobody on Wednesday."
    assert {c.evidence.quote for f in of_kind(findings(a, b), "mention") for c in f.claims} == {"Wednesday"}


@pytest.mark.parametrize(
    ("a", "b", "shown"),
    [
        (
            "Delegates underscored the regional importance of the pact.",
            "Delegates underscored the importance of the pact.",
            ("regional importance", "importance"),
        ),
        (
            "The meetings of the board were held in 2025.",
            "The meetings of the board were held throughout 2025.",
            ("2025", "throughout 2025"),
        ),
    ],
)
def test_a_word_that_widens_or_narrows_is_shown_and_not_judged(findings, a, b, shown):
    (found,) = [f for f in findings(a, b) if f.rule == "wording.scope"]
    assert tuple(c.evidence.quote for c in found.claims) == shown
    assert found.severity is Severity.LOW


@pytest.mark.parametrize(
    "b",
    [
        "Delegates underscored the regional importance of the pact.",
        "Delegates underscored the historic importance of the pact.",
        "Delegates underscored regional issues; the importance of the pact was plain.",
        "The harbour was closed on Wednesday.",
    ],
)
def test_words_of_scope_on_both_sides_or_beside_another_adjective_are_left(findings, b):
    found = findings("Delegates underscored the regional importance of the pact.", b)
    assert not [f for f in found if f.rule == "wording.scope"]


def test_a_headline_that_repeats_a_figure_does_not_hide_the_changed_one_below_it():
    headline, body = "Fire off Greek coast injures 29", "A fire off the Greek coast injured {} passengers on Saturday."
    texts = [f"{headline}\n{body.format(toll)} The ship was towed to Patras." for toll in (29, 46)]
    found = compare_story([Article(name, text) for name, text in zip("ab", texts, strict=True)]).discrepancies
    assert ("number", "high") in {(f.kind, f.severity.value) for f in found}


def test_a_name_set_off_by_commas_is_no_member_of_a_list():
    told = "The trial opened in May. The second defendant, {}, was acquitted in June. Nobody else was charged there."
    texts = [told.format(name) for name in ("Paul Reinhardt", "Harold Winterbottom")]
    found = compare_story([Article(name, text) for name, text in zip("ab", texts, strict=True)]).discrepancies
    assert [f.kind for f in found if f.severity.value == "high"] == ["swap"]
