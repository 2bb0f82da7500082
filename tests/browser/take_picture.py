"""Take the picture of the README: `python tests/browser/take_picture.py reports/index.html docs/report.png`."""

import shutil
import sys
from pathlib import Path

WIDTH, HEIGHT = 1200, 1500


def main() -> None:
    from playwright.sync_api import sync_playwright

    page_path, picture = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    picture.parent.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(page_path.as_uri())
        page.evaluate("document.querySelector('.story')?.scrollIntoView({behavior: 'instant'})")
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main()
