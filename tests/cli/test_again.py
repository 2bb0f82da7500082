"""Runs that come back to an earlier one: --watch, --review."""

import json
import os
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager

import pytest
from running import COMMAND, SEEDS, said, twosource

DAM_A = "The Ostby dam failed on Tuesday, and 120 people fled to the school hall in Ostby."
PATIENCE = 60  # seconds until a test gives up waiting


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(SEEDS, tmp_path / "in")


@pytest.fixture
def small(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(DAM_A)
    (folder / "b.txt").write_text(
        "Some 150 people fled to the school hall in Ostby when the Ostby dam failed on Tuesday."
    )
    return folder


def edit(folder, number, old, new):
    (file,) = folder.glob(f"{number}*")
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def until(true):
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


@contextmanager
def watching(folder, tmp_path, *more):
    """`compare --watch` on the folder, once it waits for changes; gives what it has said so far, ends on Ctrl-C."""
    pytest.importorskip("watchfiles")
    log = tmp_path / "log"
    with log.open("wb") as writing:
        command = [*COMMAND, "compare", str(folder), "--watch", *map(str, more)]
        running = subprocess.Popen(command, stdout=writing, stderr=writing)
    try:
        until(lambda: "watching for changes" in log.read_text())
        yield log.read_text
        running.send_signal(signal.SIGINT)
        assert running.wait(PATIENCE) == 0
    finally:
        running.kill()
        running.wait()
    assert "Traceback" not in log.read_text()


def test_watch_renews_the_report_and_ends_on_an_interrupt(small, tmp_path):
    out = small / "reports"
    with watching(small, tmp_path, "-o", out, "--format", "json") as told:
        first = (out / "comparison.json").read_text("utf-8")
        edit(small, "b", "school", "Zamora")
        until(lambda: "Zamora" in (out / "comparison.json").read_text("utf-8"))
        assert "Zamora" not in first
        until(lambda: told().count("report: ") == 2)
        time.sleep(0.5)  # its own report is no change
        assert told().count("report: ") == 2


@pytest.fixture
def one(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("The bridge is open again.")
    return folder


def test_watch_waits_on_when_there_is_nothing_to_read(one, tmp_path):
    with watching(one, tmp_path, "-o", tmp_path / "out") as told:
        (one / "a.txt").unlink()
        until(lambda: "the report stays as it was" in told())
        (one / "b.txt").write_text("The bridge is shut again.")
        until(lambda: told().count("report: ") == 2)
    assert (tmp_path / "out" / "index.html").exists()


def test_watch_goes_on_with_a_folder_that_was_taken_away_and_came_back(one, tmp_path):
    with watching(one, tmp_path, "-o", tmp_path / "out") as told:
        shutil.rmtree(one)
        until(lambda: "the report stays as it was" in told())
        one.mkdir()
        (one / "b.txt").write_text("The bridge is shut again.")
        until(lambda: told().count("report: ") >= 2)
        seen = told().count("report: ")
        (one / "c.txt").write_text("The bridge is painted green.")  # what comes later is seen too
        until(lambda: told().count("report: ") > seen)


def test_without_its_package_watch_names_the_line_that_installs_it(small, tmp_path):
    (tmp_path / "watchfiles.py").write_text("raise ImportError\n")
    paths = f"{tmp_path}{os.pathsep}{SEEDS.parent}"
    done = twosource("compare", small, "--watch", "-o", tmp_path / "out", env={"PYTHONPATH": paths})
    assert done.returncode == 2
    assert "pip install 'twosource[watch]'" in said(done)[1]


def test_a_review_is_carried_on_and_says_what_was_corrected_since(folder, tmp_path):
    run = ("compare", folder, "-o", tmp_path / "out", "--format", "json,html", "--quiet")
    twosource(*run)
    found = [f for s in told(tmp_path)["stories"] for f in s["findings"]]
    by_kind = {f["kind"]: f for f in found if f["verdict"] == "DIFFER"}
    marks = [marked(by_kind["gender"], "confirmed"), marked(by_kind["modality"], "later")]
    review = tmp_path / "review.json"
    review.write_text(json.dumps({"schema_version": "1.0", "marks": marks}))

    assert twosource(*run, "--review", review).returncode == 0
    assert {m["id"]: m["mark"] for m in told(tmp_path)["review"]["marks"]} == {m["id"]: m["mark"] for m in marks}
    assert "Marked confirmed: ask Vienna" in page(tmp_path)
    assert "Confirmed before, no longer found" not in page(tmp_path)
    again = twosource("compare", folder, "--verify", tmp_path / "out" / "comparison.json")
    assert again.returncode == 0, said(again)[0]

    edit(folder, "001", "Waly expressed his optimism", "Waly expressed her optimism")
    assert twosource(*run, "--review", review).returncode == 0
    corrected = page(tmp_path).split("Confirmed before, no longer found")[1].split("</section>")[0]
    assert "pronouns of Waly" in corrected
    assert "corrected since" in corrected


def test_a_review_goes_with_standard_output_too(folder, tmp_path):
    review = tmp_path / "review.json"
    review.write_text(json.dumps({"marks": [{"id": "f-000000000000", "mark": "later"}]}))
    done = twosource("compare", folder, "--format", "json", "-o", "-", "--review", review)
    assert [m["id"] for m in json.loads(done.stdout)["review"]["marks"]] == ["f-000000000000"]


def told(tmp_path):
    return json.loads((tmp_path / "out" / "comparison.json").read_text("utf-8"))


def page(tmp_path):
    return (tmp_path / "out" / "index.html").read_text("utf-8")


def marked(finding, mark):
    articles = sorted({c["article"] for c in finding["claims"]})
    says = "pronouns of Waly" if finding["kind"] == "gender" else finding["note"]
    return {"id": finding["id"], "mark": mark, "note": "ask Vienna", "story": "s", "says": says, "articles": articles}


def test_a_report_in_the_folder_that_is_read_is_no_article(small):
    formats = "html,json,jsonl,csv,md,annotations"
    for output in (small / "reports", small):
        runs = [twosource("compare", small, "-o", output, "--format", formats) for _ in "12"]
        assert [run.returncode for run in runs] == [0, 0], said(runs[1])
        assert said(runs[0]) == said(runs[1])
        shutil.rmtree(small / "reports", ignore_errors=True)


@pytest.mark.parametrize(
    ("file", "output", "index", "own"),
    [
        ("in/a.txt", "out", None, False),
        ("out/index.html", "out", None, True),
        ("out/.index.html.abcd1234.part", "out", None, True),
        ("in/report.html", "in/report.html", None, True),
        ("in/.report.html.abcd1234.part", "in/report.html", None, True),
        ("in/a.txt", ".", None, False),
        ("in/a.txt", "in", None, False),
        ("in/index.html", "in", None, True),
        ("in/wire.sqlite-wal", "out", "in/wire.sqlite", True),
        ("in/wire.txt", "out", "in/wire.sqlite", False),
    ],
)
def test_watch_does_not_take_what_it_writes_for_news(file, output, index, own, tmp_path):
    from compare.cli.watch import _is_own

    found = _is_own(
        tmp_path / file, (str(tmp_path / "in"),), (tmp_path / output).resolve(), tmp_path / index if index else None
    )
    assert found is own


def test_what_is_taken_out_of_a_watched_folder_is_kept_by_the_index_and_said_to_be(small, tmp_path):
    index, out = tmp_path / "wire.sqlite", tmp_path / "out"
    with watching(small, tmp_path, "-o", out, "--index", index, "--format", "json") as told:
        before = (out / "comparison.json").read_bytes()
        (small / "a.txt").unlink()
        until(lambda: "nothing new" in told())
        kept = f"taken away, but kept by the index: {small}/a.txt (twosource index forget FILE --index {index}"
        assert kept in told()
        assert (out / "comparison.json").read_bytes() == before
        (small / "c.txt").write_text("The Ostby dam failed on Tuesday, and 170 people fled to the school in Ostby.")
        until(lambda: told().count("report: ") == 2)
        assert "told by 3 articles" in told()  # tomorrow's report of it finds what it answers

        twosource("index", "forget", small / "a.txt", "--index", index)
        edit(small, "c", "170", "180")
        until(lambda: told().count("report: ") == 3)
        assert told().count("told by 3 articles") == 1
        (small / "a.txt").write_text(DAM_A)
        until(lambda: told().count("report: ") == 4)
        assert told().count("told by 3 articles") == 2  # it came back, and is news
        until(lambda: "articles     3" in said(twosource("index", "status", "--index", index))[0])
