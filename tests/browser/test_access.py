"""Everyone can read the report: axe, phones, print, no script, other scripts of the world."""

import pytest

pytestmark = pytest.mark.browser

SETTINGS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 375, "height": 812}},
}
OPEN_ALL = """() => {
    for (const d of document.querySelectorAll('details')) d.open = true;
    const sheet = document.styleSheets[0];
    sheet.insertRule('.story { content-visibility: visible !important }', sheet.cssRules.length);
}"""


@pytest.mark.parametrize("setting", SETTINGS)
def test_axe_finds_nothing(open_page, report, setting):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = open_page(report, **SETTINGS[setting])
    page.evaluate(OPEN_ALL)
    found = axe.Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"], v["nodes"][0]["failureSummary"]) for v in found] == []


def test_axe_finds_nothing_in_the_help_and_with_the_facts_named(open_page, report):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = open_page(report)
    page.locator(".v-named").first.check()
    page.keyboard.press("?")
    assert [v["id"] for v in axe.Axe().run(page).response["violations"]] == []


@pytest.mark.parametrize("width", [320, 375, 1440])
def test_nothing_runs_out_of_the_page(open_page, large, report, width):
    for address in (report, large):
        page = open_page(address, viewport={"width": width, "height": 800})
        page.evaluate(OPEN_ALL)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_each_text_has_its_language_and_its_direction(open_page, report):
    page = open_page(report)
    arabic = page.locator("td[lang=ar]").first
    assert arabic.evaluate("el => getComputedStyle(el).direction") == "rtl"
    assert page.locator("td[lang=zh]").first.evaluate("el => getComputedStyle(el).direction") == "ltr"


def test_an_english_sentence_about_arabic_words_runs_from_left_to_right(open_page, report):
    page = open_page(report)
    heading = page.locator(".finding .subject", has_text="周二")
    places = heading.evaluate("""el => {
        const [one, other] = el.querySelectorAll('bdi'), box = document.createRange();
        box.selectNodeContents(el);
        return [one.getBoundingClientRect().left, other.getBoundingClientRect().left, box.getBoundingClientRect().left];
    }""")
    assert places[2] <= places[0] < places[1]
    assert heading.evaluate("el => getComputedStyle(el).direction") == "ltr"


def test_motion_stops_for_those_who_ask(open_page, report):
    still = open_page(report, reduced_motion="reduce")
    assert still.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_without_scripts_everything_is_there_and_works(open_page, report):
    page = open_page(report, java_script_enabled=False)
    assert page.locator(".tools").is_hidden()
    assert page.locator(".basing").first.is_hidden()
    assert page.locator(".finding").count() >= 5
    page.locator(".v-differs").first.check()
    shown = page.locator(".story").first.locator(".side tbody tr:visible")
    assert shown.count() == page.locator(".story").first.locator(".side tr.differs").count()
    left = page.get_by_text("Read also: Weather.")
    assert left.is_hidden()
    page.locator("details", has=left).locator("summary").click()
    assert left.is_visible()
    page.locator(".finding a.permalink").first.click()
    assert page.locator(".finding:target").count() == 1


def words_of(pdf):
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument(pdf)
    return " ".join(" ".join(document[i].get_textpage().get_text_range() for i in range(len(document))).split())


@pytest.mark.parametrize("scripts", [True, False])
def test_print_shows_everything(open_page, report, scripts):
    page = open_page(report + ("#?severity=high" if scripts else ""), java_script_enabled=scripts)
    words = words_of(page.pdf())
    for text in ("Read also: Weather.", "Only B hedges.", "A quiet day", "no text in it", "name spelled two ways", "+"):
        assert text in words
    assert "Filter" not in words


def test_what_print_opened_is_closed_again(open_page, report):
    page = open_page(report)
    closed = page.locator("details:not([open])").count()
    page.pdf()
    assert page.locator("details:not([open])").count() == closed > 0
