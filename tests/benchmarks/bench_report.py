"""How large the report is, how long it takes to write and to open, for 10 to 2,000 stories of real length.

    python tests/benchmarks/bench_report.py [10 150 1000 2000]

Each story is that of the sample articles (three sources), under ids of its own.
"""

import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import compare
from compare.model import Comparison, Origin

SEEDS = Path(__file__).parents[2] / "seeds"


def renamed(comparison: Comparison, n: int) -> Comparison:
    story = comparison.story
    name = {a.id: f"{a.id}-{n}" for a in story.articles}

    def claim(c):
        return replace(c, evidence=replace(c.evidence, article=name[c.evidence.article]))

    return replace(
        comparison,
        story=replace(
            story,
            id=f"{story.id}-{n}",
            articles=tuple(replace(a, id=name[a.id]) for a in story.articles),
            origins=tuple(Origin(tuple(name[m] for m in o.members), o.reason) for o in story.origins),
            copies=tuple(tuple(name[m] for m in group) for group in story.copies),
            edges=(),
        ),
        findings=tuple(replace(f, claims=tuple(map(claim, f.claims))) for f in comparison.findings),
        claims=tuple(map(claim, comparison.claims)),
    )


def opening_times(browser, page_path: Path, tries: int = 3) -> float:
    """Seconds from the call to the end of loading and the first frame after it; the best of a few tries."""
    best = float("inf")
    for _ in range(tries):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        begun = time.perf_counter()
        page.goto(page_path.as_uri(), wait_until="load", timeout=120_000)
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        best = min(best, time.perf_counter() - begun)
        page.close()
    return best


def measure(story: Comparison, n: int, browser) -> None:
    stories = [renamed(story, i) for i in range(n)]
    with tempfile.TemporaryDirectory() as folder:
        begun, cpu = time.perf_counter(), time.process_time()
        index = compare.write_report(stories, folder, "html")
        took, used = time.perf_counter() - begun, time.process_time() - cpu
        files = [p for p in Path(folder).rglob("*") if p.is_file()]
        size = sum(p.stat().st_size for p in files) / 1e6
        first = index.stat().st_size / 1e6
        story_page = next((p for p in files if p != index), index)
        opened = opening_times(browser, index)
        inner = opening_times(browser, story_page)
        print(
            f"| {n:,} | {len(files):,} | {size:.1f} | {first:.2f} "
            f"| {took:.1f} ({used:.1f}) | {opened:.2f} | {inner:.2f} |",
            flush=True,
        )


def main() -> None:
    from playwright.sync_api import sync_playwright

    sizes = [int(n) for n in sys.argv[1:]] or [10, 150, 1000, 2000]
    story = max(compare.compare_articles(compare.load_articles(SEEDS)), key=lambda c: len(c.story.articles))
    print("| stories | files | MB in all | MB index | s to write (CPU) | s to open the index | s to open a story |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for n in sizes:
            measure(story, n, browser)
        browser.close()


if __name__ == "__main__":
    main()
