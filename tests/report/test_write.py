import json
import os
import re
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from made_stories import claim, dam_story, lone_story, made_run, story_of

from compare.config import Config, ReportConfig
from compare.errors import ReportError
from compare.model import Finding, Origin, Run, Severity, Unread, Verdict
from compare.report import turns, write
from compare.report.atomic import write_whole
from compare.report.formats import Page
from compare.report.ids import story_id
from compare.report.page import Drawer
from compare.report.write import write_report


def files_in(folder):
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


@pytest.mark.parametrize(
    ("formats", "opened", "files"),
    [
        (None, "index.html", ["comparison.json", "index.html"]),
        ("html", "index.html", ["index.html"]),
        ("json,html", "index.html", ["comparison.json", "index.html"]),
        ("csv", "findings.csv", ["findings.csv"]),
        ("md, jsonl", "report.md", ["findings.jsonl", "report.md"]),
        ("annotations", "annotations.json", ["annotations.json"]),
    ],
)
def test_formats_are_files_in_a_folder_and_what_an_editor_opens_is_returned(formats, opened, files, run, tmp_path):
    assert write_report(run, tmp_path / "out", formats) == tmp_path / "out" / opened
    assert files_in(tmp_path / "out") == files


def test_one_format_may_go_to_a_named_file(run, tmp_path):
    assert write_report(run, tmp_path / "deep" / "friday.html", "html") == tmp_path / "deep" / "friday.html"
    assert files_in(tmp_path) == ["deep/friday.html"]


@pytest.mark.parametrize(
    ("name", "start"), [("a.html", "<!doctype"), ("a.json", "{"), ("a.csv", "\ufeffstory"), ("a.md", "# ")]
)
def test_a_file_without_a_format_is_what_its_suffix_says(name, start, run, tmp_path):
    assert write_report(run, tmp_path / name).read_text("utf-8").startswith(start)
    assert files_in(tmp_path) == [name]


def test_two_formats_in_one_file_are_refused(run, tmp_path):
    with pytest.raises(ReportError, match="name a folder"):
        write_report(run, tmp_path / "a.html", "html,json")


def test_a_folder_may_have_a_dot_in_its_name(run, tmp_path):
    (tmp_path / "day.html").mkdir()
    assert write_report(run, tmp_path / "day.html") == tmp_path / "day.html" / "index.html"
    assert write_report(run, tmp_path / "v1.2", "html") == tmp_path / "v1.2" / "index.html"


@pytest.mark.parametrize("formats", ["pdf", "html,pdf", "", " , "])
def test_an_unknown_format_names_the_known_ones_and_writes_nothing(formats, run, tmp_path):
    with pytest.raises(ReportError, match="annotations, csv, html, json, jsonl, md"):
        write_report(run, tmp_path / "out", formats)
    assert not (tmp_path / "out").exists()


def test_comparisons_without_a_run_are_written_too(tmp_path):
    assert "Dam wall fails" in write_report([dam_story()], tmp_path).read_text("utf-8")


def test_a_place_that_cannot_be_written_is_said(run, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ReportError, match=r"cannot write .*choose another folder"):
        write_report(run, tmp_path / "file" / "out", "html")


def test_the_old_report_stands_when_the_new_one_fails(tmp_path):
    target = tmp_path / "index.html"
    write_whole(target, ["old"])

    def fails():
        yield "half"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_whole(target, fails())
    assert target.read_text() == "old"
    assert files_in(tmp_path) == ["index.html"]


def test_written_files_have_the_rights_that_the_person_wants(tmp_path):
    old = os.umask(0o027)
    try:
        write_whole(tmp_path / "a", ["x"])
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def many(n):
    return Run(tuple(story_of([[f"Report {i}."], [f"Report {i}!"]], f"s{i}", {0: f"Story {i}"}) for i in range(n)))


@pytest.mark.parametrize("limits", [{"one_file_stories": 3}, {"one_file_bytes": 2000}])
def test_a_large_run_is_an_index_and_a_page_per_story(limits, tmp_path):
    run = many(4)
    config = Config(report=ReportConfig(**limits))
    index = write_report(run, tmp_path, "html", config=config).read_text("utf-8")
    pages = [f"stories/{story_id(c.story)}.html" for c in run.comparisons]
    assert files_in(tmp_path) == sorted(["index.html", *pages])
    for i, page in enumerate(pages):
        assert f'href="{page}"' in index
        assert f"Report {i}." in (tmp_path / page).read_text("utf-8")
        assert 'href="../index.html"' in (tmp_path / page).read_text("utf-8")


def test_a_story_is_drawn_once_also_where_the_one_file_turns_out_too_large(tmp_path, monkeypatch):
    drawn, draw = [], Drawer.story

    def counting(self, page):
        drawn.append((page.id, draw(self, page)))
        return drawn[-1][1]

    monkeypatch.setattr(Drawer, "story", counting)
    run = many(4)
    write_report(run, tmp_path, "html")
    two = sum(len(story.encode()) + 1000 for _, story in drawn[:2])
    drawn.clear()
    write_report(run, tmp_path, "html", config=Config(report=ReportConfig(one_file_bytes=two)))
    assert len(drawn) == len(dict(drawn)) == 4
    assert len(files_in(tmp_path)) == 5
    page = (tmp_path / f"stories/{drawn[0][0]}.html").read_text("utf-8")
    assert re.findall(r"<h1[ >]", page) == ["<h1>"]


def test_the_index_takes_its_place_after_the_pages_that_it_links_to(tmp_path, monkeypatch):
    order, replace_file = [], Path.replace

    def noting(self, target):
        order.append(target.name)
        return replace_file(self, target)

    monkeypatch.setattr(Path, "replace", noting)
    write_report(many(3), tmp_path, "html", config=Config(report=ReportConfig(one_file_stories=1)))
    assert order[-1] == "index.html"
    assert len(order) == 4


def test_a_report_that_fails_at_its_last_page_changes_no_page(tmp_path, monkeypatch):
    config = Config(report=ReportConfig(one_file_stories=1))
    write_report(many(3), tmp_path, "html,json", config=config)
    old = {name: (tmp_path / name).read_bytes() for name in files_in(tmp_path)}
    (tmp_path / "comparison.json").unlink()
    (tmp_path / "comparison.json").mkdir()
    with pytest.raises(ReportError, match=r"comparison\.json: there is a folder of that name"):
        write_report(many(4), tmp_path, "html,json", config=config)
    del old["comparison.json"]
    assert {name: (tmp_path / name).read_bytes() for name in files_in(tmp_path)} == old


def test_what_killed_runs_left_half_written_is_taken_away_and_nothing_else(tmp_path):
    left = [".index.html.abcd1234.part", ".comparison.json.abcd_234.part", "stories/.s-0123456789ab.html.abcd1234.part"]
    mine = [".notes.txt.abcd1234.part", ".index.html.part", "stories/.mine.html.abcd1234.part"]
    (tmp_path / "stories").mkdir()
    for name in (*left, *mine):
        (tmp_path / name).write_text("half")
    write_report(many(1), tmp_path, "html")
    assert files_in(tmp_path) == sorted(["index.html", *mine])


def test_two_runs_write_to_a_folder_one_after_the_other(tmp_path, monkeypatch):
    monkeypatch.setattr(turns, "_TRIES", 2)
    with turns.in_turn(tmp_path) as alone:
        assert alone
        with pytest.raises(ReportError, match="another run is writing"):
            write_report(many(1), tmp_path)
        write_report(many(1), tmp_path / "one.html")  # a named file is whole by itself
    assert files_in(tmp_path) == ["one.html"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_a_device_is_written_into_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(pipe.read_text, "utf-8")
        write_whole(pipe, ["one\n", "two\n"])
        assert read.result(timeout=60) == "one\ntwo\n"
    assert pipe.is_fifo()


def test_pages_of_stories_that_are_no_more_are_taken_away(tmp_path):
    config = Config(report=ReportConfig(one_file_stories=1))
    write_report(many(4), tmp_path, "html", config=config)
    (tmp_path / "stories" / "mine.html").write_text("my own file")
    write_report(many(2), tmp_path, "html", config=config)
    kept = [f"stories/{story_id(c.story)}.html" for c in many(2).comparisons]
    assert files_in(tmp_path) == sorted(["index.html", "stories/mine.html", *kept])


def test_a_plug_in_writer_is_found_by_its_entry_point(run, tmp_path, monkeypatch):
    class Point:
        name, value = "count", "made_stories:draw_count"

    import made_stories

    monkeypatch.setattr(
        made_stories,
        "draw_count",
        lambda job: iter([Page("count.txt", [str(len(job.run.comparisons))])]),
        raising=False,
    )
    monkeypatch.setattr(write, "entry_points", lambda group: [Point] if group == "twosource.writers" else [])
    assert write_report(run, tmp_path, "count").read_text() == "2"


def test_every_setting_of_the_report_does_something(tmp_path):
    run = made_run()
    plain = write_report(run, tmp_path, "html").read_text("utf-8")
    for change in (
        {"title": "Friday"},
        {"columns_up_to": 2},
        {"agreements_shown": 0},
        {"one_file_stories": 0},
        {"one_file_bytes": 1},
    ):
        config = Config(report=replace(ReportConfig(), **change))
        assert write_report(run, tmp_path / "b", "html", config=config).read_text("utf-8") != plain


def test_a_run_without_any_story_of_several_says_so(tmp_path):
    text = write_report([lone_story(), story_of([["Other news."]], "other")], tmp_path).read_text("utf-8")
    assert "<h1>No two of 2 articles tell one story</h1>" in text
    assert "A quiet day" in text


def test_the_only_story_of_a_run_stands_below_its_headline_without_a_table_of_one_line(tmp_path):
    one = write_report([dam_story(), lone_story()], tmp_path / "one").read_text("utf-8")
    assert "<h1>1 story, told by 3 of 4 articles</h1>" in one
    assert 'class="index"' not in one
    assert 'id="sort"' not in one
    two = write_report([dam_story(), story_of([["One."], ["One."]], "two")], tmp_path / "two").read_text("utf-8")
    assert 'class="index"' in two
    assert 'id="sort"' in two
    apart = Config(report=ReportConfig(one_file_stories=0))
    assert 'class="index"' in write_report([dam_story()], tmp_path / "apart", config=apart).read_text("utf-8")


def test_copies_are_counted_and_not_listed_one_by_one(tmp_path):
    texts = [["Ten people fled."]] * 9 + [["Six people fled."]]
    made = story_of(texts, "many")
    ids = [article.id for article in made.story.articles]
    origins = (Origin(tuple(ids[:9]), "one text"), Origin((ids[9],)))
    claims = tuple(claim(a, "number", 10, "Ten") for a in made.story.articles[:9])
    found = Finding(
        "number",
        Verdict.DIFFER,
        Severity.HIGH,
        "x",
        (*claims, claim(made.story.articles[9], "number", 6, "Six")),
        "“Ten” and “Six” cannot both hold.",
        0,
    )
    made = replace(made, story=replace(made.story, origins=origins), findings=(found,))
    text = write_report([made], tmp_path).read_text("utf-8")
    figure = text.split("<figcaption>")[1].split("</figcaption>")[0]
    assert figure.count('class="src"') == 1
    assert "and 8 more of its origin" in figure
    heading = text.split('class="subject">')[1].split("</h4>")[0]
    assert heading.count('class="sig ') == 2
    assert "+8" in heading


def test_bad_lines_of_one_file_are_counted_on_the_page_and_all_kept_in_the_json(tmp_path):
    bad = (Unread("a.pdf", "no text in it"), *(Unread("dump.jsonl", "not JSON", line) for line in range(3, 9)))
    write_report(replace(made_run(), unread=bad), tmp_path, "html,json,md")
    assert "<tr><td>dump.jsonl:3 and 5 more</td><td>not JSON</td></tr>" in (tmp_path / "index.html").read_text("utf-8")
    assert r"- dump.jsonl:3 and 5 more: not JSON" in (tmp_path / "report.md").read_text("utf-8")
    assert len(json.loads((tmp_path / "comparison.json").read_text("utf-8"))["unread"]) == 7


def test_what_is_written_does_not_hang_on_the_order_of_hashes(tmp_path):
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); from made_stories import made_run; "
        "from compare.report.write import write_report; "
        "write_report(made_run(), sys.argv[2], 'html,json,jsonl,csv,md,annotations')"
    )
    for seed in ("1", "2"):
        arguments = [sys.executable, "-c", script, str(Path(__file__).parent), str(tmp_path / seed)]
        subprocess.run(arguments, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert files_in(tmp_path / "1") == files_in(tmp_path / "2")
    for name in files_in(tmp_path / "1"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()
