"""What an editor does on the page: filters, keys, links, the base, the review."""

import json
import re

import pytest
from browser_stories import browser_run

from compare.config import Config, ReportConfig
from compare.report.write import write_report

pytestmark = pytest.mark.browser


def shown(page):
    return page.locator(".finding:visible").evaluate_all(
        "all => all.map(f => f.dataset.kind + ' ' + f.dataset.severity)"
    )


def test_filters_narrow_and_stand_in_the_address(open_page, report):
    page = open_page(report)
    page.locator("#kind").select_option("number")
    assert shown(page) == ["number high", "number high"]
    assert page.url.endswith("#?kind=number")
    page.locator("#severity").select_option("medium")
    assert shown(page) == []
    page.locator("#kind").select_option("")
    assert shown(page) == ["name_spelling medium", "name_spelling medium", "date medium"]
    assert page.locator(".line:visible").count() == 3
    assert "Showing 3 of 4 stories" in page.locator("#shown").inner_text()


def test_an_address_restores_its_filter(open_page, report):
    page = open_page(report + "#?kind=number&severity=high&sort=headline")
    assert shown(page) == ["number high", "number high"]
    assert page.locator("#severity").input_value() == "high"
    page.evaluate("location.hash = '#?severity=low'")
    page.wait_for_function("() => document.querySelector('#severity').value === 'low'")
    assert shown(page) == ["hedge low"]


def test_the_filter_box_finds_words_of_the_articles(open_page, report):
    page = open_page(report)
    page.locator("#filter").fill("swam ashore")
    assert page.locator(".story:visible").count() == 1
    page.locator("#filter").fill("no such word")
    assert page.locator(".story:visible").count() == 0
    page.locator("#filter").fill("")
    assert page.locator(".story:visible").count() == 4


def test_the_index_sorts(open_page, report):
    page = open_page(report)
    first = page.locator(".line a bdi").all_inner_texts()
    page.locator("#sort").select_option("headline")
    by_name = page.locator(".line a bdi").all_inner_texts()
    assert sorted(first) == sorted(by_name) != by_name or by_name == sorted(by_name, key=str.casefold)
    page.locator("#sort").select_option("origins")
    assert "Ferry sinks" in page.locator(".line a bdi").first.inner_text()
    page.locator("#sort").select_option("")
    assert page.locator(".line a bdi").all_inner_texts() == first


def test_j_and_k_go_through_the_differences(open_page, report):
    page = open_page(report)
    ids = page.locator(".finding:visible").evaluate_all("all => all.map(f => f.id)")
    seen = []
    for key in "jjkj":
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.id"))
    assert seen == [ids[0], ids[1], ids[0], ids[1]]
    for _ in ids:
        page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == ids[-1]
    page.wait_for_function(
        "() => (b => b.top >= 0 && b.bottom <= innerHeight)(document.activeElement.getBoundingClientRect())"
    )


def test_slash_goes_to_the_filter_and_letters_are_typed_there(open_page, report):
    page = open_page(report)
    page.keyboard.press("/")
    page.keyboard.type("jk?")
    assert page.locator("#filter").input_value() == "jk?"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") != "filter"


def test_help_opens_and_closes_and_keys_can_be_switched_off(open_page, report):
    page = open_page(report)
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#help").is_hidden()
    page.locator("#help-open").click()
    page.locator("#keys-on").uncheck()
    page.locator("#help-close").click()
    page.reload()
    page.keyboard.press("j")
    assert page.locator(".finding.here").count() == 0
    page.keyboard.press("?")
    assert page.locator("#help").is_hidden()


def test_a_permalink_lands_on_its_finding_even_in_a_folded_part(open_page, report):
    page = open_page(report)
    folded = page.locator("details .finding").first.get_attribute("id")
    page = open_page(f"{report}#{folded}")
    assert page.locator(f"#{folded}").is_visible()
    page.wait_for_function("id => document.getElementById(id).getBoundingClientRect().top < innerHeight", arg=folded)


def test_side_by_side_is_one_click_away(open_page, report):
    page = open_page(report)
    page.locator(".v-differs").first.check()
    page.get_by_text("See it side by side").first.click()
    page.wait_for_function(
        "() => { const row = document.querySelector('tr:target')?.getBoundingClientRect();"
        " return row && row.top > 0 && row.top < innerHeight }"
    )
    assert page.locator("tr:target").inner_text().count("120") == 2


def test_the_minimap_leads_to_a_passage(open_page, report):
    page = open_page(report)
    lane = page.locator(".story .strip svg").first
    box = lane.bounding_box()
    lane.click(position={"x": box["width"] * 0.99, "y": 4})
    page.wait_for_function("() => document.querySelector('tr:target')")
    assert page.locator("tr:target th").inner_text().startswith("6")


def test_only_differences_can_be_shown(open_page, report):
    page = open_page(report)
    story = page.locator(".story").first
    every = story.locator(".side tbody tr:visible").count()
    story.locator(".v-differs").check()
    assert 0 < story.locator(".side tbody tr:visible").count() < every


def test_facts_can_be_named(open_page, report):
    page = open_page(report)
    story = page.locator(".story").first
    name = story.locator(".side mark .v").first
    hidden = name.bounding_box()["width"]
    story.locator(".v-named").check()
    assert name.bounding_box()["width"] > hidden


def test_copy_takes_the_difference_as_text(open_page, report):
    page = open_page(report)
    page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text }")
    page.locator(".finding .copy").first.click()
    page.wait_for_function("() => window.copied")
    lines = page.evaluate("window.copied").split("\n")
    assert lines[0].startswith("high · figures differ: “120”")
    assert lines[1] == "A says 120, B says 150 people."
    assert "B Herald: “Some 150 people fled when the Ostby dam failed on 4 March 2025.”" in lines
    assert lines[-1].startswith("file://")


SENTENCES = """story => [...story.querySelectorAll('.side td[data-at], .side .reading > p')].map(el => {
    const copy = el.cloneNode(true);
    for (const extra of copy.querySelectorAll('.v, .gone, .moved, .from, .sigs')) extra.remove();
    return copy.textContent.replace(/\\s+/g, ' ').trim();
}).sort()"""


@pytest.mark.parametrize(("title", "siglum"), [("Dam wall fails near Ostby", "C"), ("Ferry sinks", "B")])
def test_another_base_comes_first_and_no_sentence_is_lost(open_page, report, title, siglum):
    page = open_page(report)
    story = page.locator(".story", has=page.locator(".story-head", has_text=title))
    before, drawn = story.evaluate(SENTENCES), story.locator(".side").inner_html()
    choice = story.locator(".base-switch option", has_text=re.compile(f"^{siglum} ")).first.get_attribute("value")
    story.locator(".base-switch").select_option(choice)
    assert story.evaluate(SENTENCES) == before
    assert story.locator(".base-name").first.text_content() == siglum
    first = story.locator(".side tbody tr").filter(has=page.locator(f'[data-w~="{choice}"][data-at]')).first
    assert choice in first.locator("[data-w]").first.get_attribute("data-w").split()
    assert story.locator("ins:visible, del:visible").count() > 0
    story.locator(".base-switch").select_option("0")
    assert story.locator(".side").inner_html() == drawn


def test_words_against_another_base_are_marked_both_ways(open_page, report):
    page = open_page(report)
    story = page.locator(".story", has=page.locator(".story-head", has_text="Ferry sinks"))
    story.locator(".base-switch").select_option("1")
    row = story.locator(".side tbody tr").first
    assert row.locator(".reading").first.text_content().strip().replace("\n", "") == "BCThe ferry sank on Friday."
    assert [t.replace("only here: ", "") for t in row.locator("ins").all_text_contents()] == ["old"]


def test_review_marks_survive_a_reload_and_a_re_run(open_page, report, tmp_path, chromium):
    page = open_page(report)
    first = page.locator(".finding").first
    first.get_by_role("button", name="confirmed").click()
    first.get_by_label("Note").fill("asked the mayor")
    first.get_by_label("Note").blur()
    page.reload()
    assert (
        page.locator(".finding").first.get_by_role("button", name="confirmed").get_attribute("aria-pressed") == "true"
    )
    with page.expect_download() as saved:
        page.locator("#export-review").click()
    review = json.loads(saved.value.path().read_text("utf-8"))
    assert [(m["mark"], m["note"], m["articles"]) for m in review["marks"]] == [
        ("confirmed", "asked the mayor", ["courier", "herald", "tribune"])
    ]
    again = open_page(write_report(browser_run(), tmp_path, review=review).as_uri())
    first = again.locator(".finding").first
    assert first.get_by_role("button", name="confirmed").get_attribute("aria-pressed") == "true"
    assert first.get_by_label("Note").input_value() == "asked the mayor"
    first.get_by_role("button", name="confirmed").click()
    again.reload()
    assert (
        again.locator(".finding").first.get_by_role("button", name="confirmed").get_attribute("aria-pressed") == "false"
    )


def test_an_index_with_a_page_per_story_filters_searches_and_links(open_page, tmp_path):
    config = Config(report=ReportConfig(one_file_stories=1))
    page = open_page(write_report(browser_run(), tmp_path, config=config).as_uri())
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.line') === document.querySelector('.line')")
    page.locator("#severity").select_option("low")
    assert page.locator(".line:visible a bdi").all_inner_texts() == ["Ferry sinks"]
    page.locator("#severity").select_option("")
    page.locator("#filter").fill("gross")
    assert page.locator(".line:visible a bdi").all_inner_texts() == ["Dam wall fails near Ostby"]
    page.locator(".line:visible a").click()
    assert page.locator("h1").inner_text() == "Dam wall fails near Ostby"
    page.locator("#kind").select_option("number")
    assert shown(page) == ["number high"]
    page.get_by_role("link", name="All stories").first.click()
    assert page.locator(".line").count() == 4
