from dataclasses import replace

import pytest
from made_stories import claim, dam_story, lone_story, story_of

from compare.config import ReportConfig
from compare.model import Change, Diff, Finding, Origin, Row, Run, Sentence, Severity, Span, Verdict
from compare.report.ids import finding_ids, row_ids, story_id
from compare.report.view import story_page
from compare.report.view_index import index_line, index_page, with_lines
from compare.report.view_rule import rule_parts, tells_all
from compare.report.view_sources import Sources, headline


def page_of(comparison, **config):
    return story_page(comparison, ReportConfig(**config), {}, {})


def words(stretches, *leave):
    return "".join(bit.text for s in stretches if s.op not in leave for bit in s.bits)


def test_differences_stand_by_severity_and_no_alarm_apart(dam):
    page = page_of(dam)
    assert [(d.severity, d.label) for d in page.differences] == [
        ("high", "figures differ"),
        ("medium", "name spelled two ways"),
    ]
    assert [d.kind for d in page.quiet] == ["hedge"]


def test_a_difference_is_headed_by_its_readings_and_who_has_which(dam):
    readings = page_of(dam).differences[0].readings
    assert [(r.text, [s.siglum for s in r.sources]) for r in readings] == [("120", ["A", "C"]), ("150", ["B"])]


def test_a_difference_without_a_note_says_who_says_what(dam):
    assert page_of(dam).differences[1].rule == "A says “Rafael Gross”; B says “Rafael Grossi”."


def test_quotes_are_whole_sentences_with_the_fact_marked(dam):
    quote = page_of(dam).differences[0].quotes[1].quotes[0]
    assert words(quote.stretches) == "Some 150 people fled when the Ostby dam failed on 4 March 2025."
    assert [b.text for s in quote.stretches for b in s.bits if b.differs] == ["150"]
    assert quote.passage == row_ids(dam)[1]


def test_equal_sentences_of_several_sources_are_quoted_once():
    comparison = story_of([["Ten fled."], ["Ten fled."], ["Six fled."]])
    a, b, c = comparison.story.articles
    claims = (claim(a, "number", 10, "Ten"), claim(b, "number", 10, "Ten"), claim(c, "number", 6, "Six"))
    finding = Finding("number", Verdict.DIFFER, Severity.HIGH, "x", claims, "n", 0)
    quotes = page_of(replace(comparison, findings=(finding,))).differences[0].quotes
    assert [[s.siglum for s in q.sources] for q in quotes] == [["A", "B"], ["C"]]


def test_a_source_that_says_it_twice_is_quoted_under_one_name():
    story = story_of([["Gross came.", "Grossi left."], ["Nobody came."]])
    a = story.story.articles[0]
    claims = (claim(a, "name", "Gross", "Gross"), claim(a, "name", "Grossi", "Grossi"))
    finding = Finding("internal", Verdict.DIFFER, Severity.HIGH, "x", claims, "n", None)
    view = page_of(replace(story, findings=(finding,))).differences[0]
    assert [([s.siglum for s in q.sources], [e.number for e in q.quotes]) for q in view.quotes] == [(["A"], [1, 2])]


def test_agreement_is_told_by_passage_and_counts_origins_not_articles(dam):
    agreed = page_of(dam).agreements
    assert [(a.number, a.origins, [k.kind for k in a.kinds]) for a in agreed] == [(2, 2, ["number", "date"])]
    number, date = (k.facts[0] for k in agreed[0].kinds)
    assert (number.plain, number.disputed) == (False, finding_ids(dam)[0])
    assert (date.plain, date.disputed) == (True, "")


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
    assert words(told.sentence).startswith("The Ostby dam failed")


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


@pytest.mark.parametrize("columns_up_to", [3, 2])
def test_every_sentence_of_every_source_stands_side_by_side_exactly_once(dam, columns_up_to):
    side = page_of(dam, columns_up_to=columns_up_to).side
    shown = []
    for passage in side.passages:
        for reading in [c for c in passage.cells if c] or passage.readings:
            shown += [words(s, "gone") for s in reading.sentences for _ in reading.sources]
    there = [s.text for row in dam.rows for reading in row.readings for s in reading]
    assert sorted(shown) == sorted(there)


def test_a_sentence_stands_apart_where_it_begins_a_line_or_others_come_before_it():
    text = "Dam fails\nThe dam failed. Nobody was hurt. It was old."
    story = story_of([["Dam fails", "The dam failed.", "Nobody was hurt.", "It was old."], []])
    spans = [Span(0, 9), Span(10, 25), Span(26, 42), Span(43, 54)]
    told = tuple(Sentence(span, span.of(text)) for span in spans)
    rows = (Row((told[:3], ())), Row((told[1:2] + told[3:], ())))
    articles = tuple(replace(a, text=text) for a in story.story.articles)
    page = page_of(replace(story, story=replace(story.story, articles=articles), rows=rows))
    assert [p.cells[0].apart for p in page.side.passages] == [(False, True, False), (False, True)]


def test_columns_show_own_words_only_and_minus_stands_in_the_base(dam):
    base, other, third = page_of(dam).side.passages[1].cells
    assert [s.op for s in third.sentences[0]] == [""]
    assert [s.op for s in base.sentences[0]] == [""]  # B is too unlike for a diff, so nothing is said to be A's alone
    assert other.moved
    assert not base.moved


def test_two_columns_mark_what_each_has_alone():
    two = story_of([["The old dam failed."], ["The dam failed today."]])
    changes = (
        Change("=", Span(0, 4), Span(0, 4)),
        Change("-", Span(4, 8), Span(4, 4)),
        Change("=", Span(8, 18), Span(4, 14)),
        Change("+", Span(18, 18), Span(14, 20)),
        Change("=", Span(18, 19), Span(20, 21)),
    )
    row = replace(two.rows[0], diffs=(Diff(0, 1, 0.7, changes),))
    a, b = page_of(replace(two, rows=(row,))).side.passages[0].cells
    assert [(s.op, words([s])) for s in a.sentences[0]] == [("", "The "), ("del", "old"), ("", " dam failed.")]
    assert [(s.op, words([s])) for s in b.sentences[0]] == [("", "The dam failed "), ("ins", "today"), ("", ".")]


def test_variants_show_what_is_gone_in_its_place_and_the_diff_may_be_kept_either_way():
    texts = [["The old dam failed."], ["The dam failed."], ["The dam failed."], ["Nobody knows why."]]
    story = story_of(texts)
    changes = (
        Change("=", Span(0, 4), Span(0, 4)),
        Change("+", Span(4, 4), Span(4, 8)),
        Change("=", Span(4, 15), Span(8, 19)),
    )
    row = replace(story.rows[0], diffs=(Diff(1, 0, 0.8, changes),))
    readings = page_of(replace(story, rows=(row,))).side.passages[0].readings
    assert [[s.siglum for s in r.sources] for r in readings] == [["A"], ["B", "C"], ["D"]]
    assert [(s.op, words([s])) for s in readings[1].sentences[0]] == [
        ("", "The "),
        ("gone", "old"),
        ("", "dam failed."),
    ]


def test_a_changed_comma_is_no_news():
    two = story_of([["Yes, he said."], ["Yes he said."]])
    changes = (
        Change("=", Span(0, 3), Span(0, 3)),
        Change("-", Span(3, 4), Span(3, 3)),
        Change("=", Span(4, 13), Span(3, 12)),
    )
    row = replace(two.rows[0], diffs=(Diff(0, 1, 0.9, changes),))
    passage = page_of(replace(two, rows=(row,))).side.passages[0]
    assert [s.op for c in passage.cells for sentence in c.sentences for s in sentence] == ["", ""]


def test_gaps_are_named(dam):
    passages = page_of(dam, columns_up_to=2).side.passages
    assert [p.missing for p in passages[:3]] == ["in none of the others", "", "not in C"]


def test_passages_are_same_or_vary_or_differ(dam):
    assert [p.state for p in page_of(dam).side.passages] == [
        "varies",
        "differs",
        "differs",
        "varies",
        "varies",
        "varies",
    ]
    assert [p.state for p in page_of(story_of([["Same."], ["Same."]])).side.passages] == ["same"]


def test_dates_stand_in_the_order_of_the_calendar_and_a_day_without_year_finds_its_own():
    story = story_of([["Set for May 19, 2025 and October."], ["Set for 19 May or 26 October."]])
    a, b = story.story.articles
    claims = (
        claim(a, "date", "2025-05-19", "May 19, 2025"),
        claim(a, "date", "--10", "October"),
        claim(b, "date", "--05-19", "19 May"),
        claim(b, "date", "--10-25..26", "26 October"),
    )
    dates = page_of(replace(story, claims=claims)).dates
    assert [d.day for d in dates] == ["19 May 2025", "October", "25–26 October"]
    assert [f.text for f in dates[0].forms] == ["May 19, 2025", "19 May"]


def test_speakers_are_one_whatever_their_title_and_a_pronoun_is_none():
    story = story_of([["Mayor Eva Berg said yes. She said no."], ["Berg said yes."]])
    a, b = story.story.articles
    claims = (
        claim(a, "attribution", "x", "yes", "Mayor Eva Berg"),
        claim(a, "attribution", "y", "no", "She"),
        claim(b, "attribution", "x", "yes", "Berg"),
    )
    voices = page_of(replace(story, claims=claims)).voices
    assert [(v.speaker, [s.siglum for s in v.sources], len(v.statements)) for v in voices] == [
        ("Mayor Eva Berg", ["A", "B"], 1)
    ]


def test_two_speakers_of_one_surname_stay_two_and_the_bare_surname_is_neither():
    story = story_of([["Eva Berg said yes. Jon Berg said no. Berg said so."], ["x"]])
    a, _ = story.story.articles
    claims = (
        claim(a, "attribution", "Eva Berg: yes", "yes", "Eva Berg"),
        claim(a, "attribution", "Jon Berg: no", "no", "Jon Berg"),
        claim(a, "attribution", "Berg: so", "so", "Berg"),
    )
    assert sorted(v.speaker for v in page_of(replace(story, claims=claims)).voices) == ["Berg", "Eva Berg", "Jon Berg"]


def test_a_statement_is_brought_in_by_the_words_behind_its_speaker_and_counts_with_the_person_meant():
    story = story_of(
        [["Mayor Eva Berg, chair of the board, praised the dam and warned of rain. She asked for help."], ["x"]]
    )
    a, _ = story.story.articles
    claims = (
        claim(a, "attribution", "Eva Berg: the dam", "the dam", "Mayor Eva Berg, chair of the board,"),
        claim(a, "attribution", "Eva Berg: of rain", "of rain", "Mayor Eva Berg, chair of the board,"),
        claim(a, "attribution", "Eva Berg: for help", "for help", "She"),
    )
    (voice,) = page_of(replace(story, claims=claims)).voices
    assert [(s.lead, s.text) for s in voice.statements] == [
        ("praised", "the dam"),
        ("and warned", "of rain"),
        ("asked", "for help"),
    ]


def test_the_strip_says_which_origin_has_what_and_where_it_differs(dam):
    strip = page_of(dam).strip  # C copies A
    assert strip.says == "A and 1 more of its origin have 5 of 6 passages; B has 3 of 6 passages"
    assert [[(r.start, r.length) for r in lane.has] for lane in strip.lanes] == [[(0, 4), (5, 1)], [(1, 2), (4, 1)]]
    assert [[(r.start, r.length) for r in lane.differs] for lane in strip.lanes] == [[(1, 2)], [(1, 2)]]


def test_origins_stand_in_the_order_of_their_sigla():
    made = story_of([["One."], ["Two."], ["Three."]])
    a, b, c = (article.id for article in made.story.articles)
    turned = replace(made, story=replace(made.story, origins=(Origin((c,)), Origin((a, b), "one text"))))
    assert [o.first.siglum for o in page_of(turned).origins] == ["A", "C"]


@pytest.mark.parametrize(
    ("rule", "told", "all_of_them"),
    [
        (
            "“120” and “150” cannot both hold.",
            [("120", "AC"), (" and ", ""), ("150", "B"), (" cannot both hold.", "")],
            True,
        ),
        ("The figures “120” differ.", [("The figures ", ""), ("120", "AC"), (" differ.", "")], False),
        ("They differ.", [("They differ.", "")], False),
        ("“120” “120” “150”", [("120", "AC"), (" ", ""), ("120", ""), (" ", ""), ("150", "B")], True),
        ("An “unclosed 120 and 150", [("An “unclosed 120 and 150", "")], False),
    ],
)
def test_the_sentence_that_says_what_differs_names_its_sources_where_it_quotes_every_reading(
    rule, told, all_of_them, dam
):
    readings = page_of(dam).differences[0].readings
    parts = rule_parts(rule, readings)
    assert [(part.text, "".join(s.siglum for s in part.sources)) for part in parts] == told
    assert tells_all(parts, readings) is all_of_them


@pytest.mark.parametrize(
    ("titles", "sentences", "shown"),
    [
        ({1: "A title"}, [["One."], ["Two."]], "A title"),
        ({}, [["One."], ["Two."]], "One."),
        ({0: "  "}, [["  "], ["Two."]], "Two."),
        ({}, [["w" * 500], ["x"]], "w" * 140 + "…"),
    ],
)
def test_a_story_is_called_by_the_first_words_that_it_has(titles, sentences, shown):
    assert headline(story_of(sentences, titles=titles)) == shown


def test_a_story_of_copies_alone_has_one_origin_and_nothing_to_say_alone():
    page = page_of(story_of([["Same."]] * 3, origins=[[0, 1, 2]]))
    assert page.voices_in_words == "3 articles from 1 independent origin"
    assert (page.only, page.differences, len(page.origins[0].copies)) == ((), (), 2)


def test_an_article_without_an_origin_stands_for_itself():
    sources = Sources(story_of([["a"], ["b"]], origins=[[0]]))
    assert [list(group) for group in sources.groups] == [["many-00"], ["many-01"]]


def test_the_index_puts_first_what_needs_an_editor_and_lists_single_articles():
    calm, loud, lone = story_of([["a"], ["b"]], "calm"), dam_story(), lone_story()
    run = Run((calm, loud, lone))
    lines = [index_line(page_of(c), c, "#") for c in (calm, loud)]
    index = with_lines(index_page(run, ReportConfig(), {}), lines)
    assert [line.id for line in index.lines] == [story_id(loud.story), story_id(calm.story)]
    assert [s.title for s in index.singles] == ["A quiet day"]
    assert index.title == "2 stories, told by 5 of 6 articles"
    assert index.summary == "2 differences: 1 high and 1 medium."


def test_ids_hang_on_content_not_on_place_or_rule(dam):
    moved = replace(dam, findings=tuple(reversed([replace(f, rule="other", note="other") for f in dam.findings])))
    assert set(finding_ids(moved)) == set(finding_ids(dam))
    assert len(set(finding_ids(dam))) == len(dam.findings)
    assert len(set(row_ids(dam))) == len(dam.rows)


def test_equal_findings_still_get_ids_of_their_own(dam):
    twice = replace(dam, findings=(dam.findings[0], dam.findings[0]), rows=(*dam.rows, Row(dam.rows[0].readings)))
    assert len(set(finding_ids(twice))) == 2
    assert len(set(row_ids(twice))) == len(twice.rows)


def test_a_source_is_shown_with_its_own_title_where_the_story_has_another():
    page = page_of(story_of([["a"], ["b"]], titles={0: "One name", 1: "Another name"}))
    assert (page.headline, [s.title for s in page.sources]) == ("One name", ["", "Another name"])
