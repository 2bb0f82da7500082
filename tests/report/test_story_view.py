from dataclasses import replace

import pytest
from made_pages import page_of
from made_stories import dam_story, lone_story, story_of

from compare.config import ReportConfig
from compare.model import Origin, Row, Run
from compare.report.ids import finding_ids, row_ids, story_id
from compare.report.view_index import index_line, index_page, with_lines
from compare.report.view_sources import Sources, headline


def test_origins_stand_in_the_order_of_their_sigla():
    made = story_of([["One."], ["Two."], ["Three."]])
    a, b, c = (article.id for article in made.story.articles)
    turned = replace(made, story=replace(made.story, origins=(Origin((c,)), Origin((a, b), "one text"))))
    assert [o.first.siglum for o in page_of(turned).origins] == ["A", "C"]


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
