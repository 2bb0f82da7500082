"""An article is hostile text: nothing in it runs, nothing is fetched, nothing hides."""

import csv
import json

import pytest
from browser_stories import HOSTILE, browser_run

from compare.cli.group import main
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


OUTLET = '"><script>window.hacked = 9</script>'
STRANGE = "<img src=x onerror=window.hacked=10>\u202e.txt"


def test_nothing_of_hostile_files_runs_after_the_whole_command(tmp_path, open_page):
    """Article, title, outlet, author, link and file name, from the files to the page in the browser and the table."""
    folder = tmp_path / "in"
    folder.mkdir()
    told = "The Ostby dam failed on Tuesday, and {} people fled to the school hall in Ostby. {}"
    (folder / STRANGE).write_text(told.format(120, HOSTILE), "utf-8")
    article = {
        "id": "=cmd|'/c calc'!A1", "text": told.format(150, f"=2+5 {HOSTILE}"), "title": f"=1+1 {HOSTILE}",
        "source": OUTLET, "authors": [HOSTILE], "url": "javascript:window.hacked=11",
    }  # fmt: skip
    page_of_html = f"<html><title>{HOSTILE}</title><body><p>{told.format(130, 'It rained. ' * 30)}</p>{HOSTILE}</body>"
    (folder / "b.json").write_text(json.dumps(article))
    (folder / "c.html").write_text(page_of_html, "utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["compare", str(folder), "-q", "-o", str(tmp_path / "out"), "--format", "html,json,csv"])
    assert ended.value.code == 0
    page = open_page((tmp_path / "out" / "index.html").as_uri())
    assert page.locator("h1").first.is_visible()
    assert "cannot both hold of one thing" in page.locator("body").text_content()
    assert page.evaluate("window.hacked") is None
    assert page.locator("script").count() == page.locator("style").count() == 1
    assert page.locator("img, iframe, object, embed, base, math, [onerror], [onload], [style]").count() == 0
    links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    assert {link.split(":")[0] for link in links if not link.startswith("#")} <= {"http", "https"}
    with (tmp_path / "out" / "findings.csv").open(encoding="utf-8", newline="") as table:
        cells = [cell for row in csv.reader(table) for cell in row]
    assert any("calc" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
