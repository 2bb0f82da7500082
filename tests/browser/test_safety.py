"""An article is hostile text: nothing in it runs, nothing is fetched, nothing hides."""

import pytest
from browser_stories import browser_run

from compare.report.write import write_report

pytestmark = pytest.mark.browser


def test_nothing_of_a_hostile_article_runs(open_page, report):
    page = open_page(report)
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, iframe, object, embed, form:not(#tools), link, base").count() == 0
    assert page.locator("[style]").count() == 0
    assert page.locator("script").count() == 1
    assert page.locator("style").count() == 1
    assert page.locator("math, svg:not(.strip svg)").count() == 0
    assert page.locator("body").is_visible()
    assert page.locator("a[href*='@']").count() == 0
    links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    assert {link.split(":")[0] for link in links if not link.startswith("#")} <= {"http", "https"}


def test_the_policy_stops_what_gets_into_the_page_all_the_same(open_page, report):
    page = open_page(report)
    page.evaluate(
        """() => {
        window.stopped = [];
        document.addEventListener('securitypolicyviolation', e => window.stopped.push(e.effectiveDirective));
        const script = document.createElement('script');
        script.textContent = 'window.hacked = 5';
        document.body.append(script);
        const box = document.createElement('div');
        box.innerHTML = '<img src=x onerror="window.hacked = 6"><p style="color:red">x</p>';
        document.body.append(box);
        }"""
    )
    page.wait_for_function("() => window.stopped.length >= 4")
    assert page.evaluate("window.hacked") is None
    assert set(page.evaluate("window.stopped")) >= {"script-src-elem", "img-src", "style-src-attr"}


def test_the_page_asks_for_nothing(chromium, report):
    context = chromium.new_context()
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))
    page.goto(report)
    page.wait_for_load_state("networkidle")
    context.close()
    assert asked == [report]


def test_hidden_characters_stand_in_the_text(open_page, report):
    text = open_page(report).locator(".story", has_text="reversed").text_content()
    assert "⟨U+202E⟩reversed⟨U+202C⟩ zero⟨U+200B⟩width bell⟨U+0007⟩ end" in text
    assert "{{ 7*7 }}" in text


def test_every_page_says_that_it_does_not_judge(tmp_path, open_page):
    from compare.config import Config, ReportConfig

    index = write_report(browser_run(), tmp_path, config=Config(report=ReportConfig(one_file_stories=1)))
    for path in (index, next((tmp_path / "stories").iterdir())):
        page = open_page(path.as_uri())
        assert page.get_by_text("it does not say who is right").first.is_visible()
        assert page.evaluate("window.hacked") is None
