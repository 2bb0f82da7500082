"""`--verify`: are these inputs, settings and versions still what a kept result was made from?"""

import json
import shutil
from importlib.util import find_spec

import pytest
from running import SEEDS, said, twosource

DAM = {
    "a": "The Ostby dam failed on Tuesday, and 120 people fled to the school hall in Ostby.",
    "b": "Some 150 people fled to the school hall in Ostby when the Ostby dam failed on Tuesday.",
}


@pytest.fixture
def small(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in DAM.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def edit(small):
    (small / "b.txt").write_text(DAM["b"].replace("150", "180"))


def test_verify_says_whether_the_result_is_still_the_same(small, tmp_path):
    twosource("compare", small, "-o", tmp_path / "out", "--format", "json")
    kept = tmp_path / "out" / "comparison.json"
    before = kept.read_bytes()
    same = twosource("compare", small, "--verify", kept, "-o", tmp_path / "never")
    assert (same.returncode, said(same)[0]) == (0, f"{kept}: the same result, byte for byte\n")
    edit(small)
    changed = twosource("compare", small, "--verify", kept)
    assert changed.returncode == 1
    (line,) = said(changed)[0].splitlines()
    assert line.startswith("input b: ")
    other = twosource("compare", small, "--verify", kept, "--set", "stories.strict=true")
    assert "made with config: " in said(other)[0]
    assert kept.read_bytes() == before
    assert not (tmp_path / "never").exists()


def test_a_report_is_verified_by_its_folder_or_by_any_page_of_it(small, tmp_path):
    out = tmp_path / "out"
    paged = ("compare", small, "--set", "report.one_file_stories=0")
    twosource(*paged, "-o", out)
    (page,) = (out / "stories").glob("*.html")
    for kept in (out, out / "index.html", page):
        done = twosource(*paged, "--verify", kept)
        assert (done.returncode, said(done)[0]) == (0, f"{out / 'comparison.json'}: the same result, byte for byte\n")
    edit(small)
    assert twosource(*paged, "--verify", out).returncode == 1


def test_a_report_that_lies_among_the_articles_is_no_input_of_its_own(small):
    twosource("compare", small, "-o", small / "out")
    assert twosource("compare", small, "--verify", small / "out").returncode == 0


@pytest.mark.parametrize("formats", ["html", "csv"])
def test_a_report_without_json_cannot_be_verified_and_is_told_before_the_work(small, tmp_path, formats):
    out = tmp_path / "out"
    twosource("compare", small, "-o", out, "--format", formats)
    done = twosource("compare", "no such folder", "--verify", out)
    assert done.returncode == 2
    assert "comparison.json" in said(done)[1]
    assert "--format html,json" in said(done)[1]


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", "[" * 100_000, "a,b\n1,2\n", "\x00", '{"schema_version": "1.0", "inputs": 1}']
)
def test_what_is_no_result_is_refused_in_a_line(small, tmp_path, content):
    (tmp_path / "kept.json").write_text(content)
    done = twosource("compare", small, "--verify", tmp_path / "kept.json")
    assert done.returncode == 2
    assert "only JSON reports can be verified" in said(done)[1]
    assert len(said(done)[1].splitlines()) == 1


def test_standard_input_is_verified_like_files(tmp_path):
    lines = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in DAM.items())
    kept = tmp_path / "kept.json"
    kept.write_bytes(twosource("compare", "-", "--format", "json", "-o", "-", stdin=lines.encode()).stdout)
    assert twosource("compare", "-", "--verify", kept, stdin=lines.encode()).returncode == 0
    done = twosource("compare", "-", "--verify", kept, stdin=lines.replace("150", "180").encode())
    assert done.returncode == 1
    assert said(done)[0].startswith("input b: ")


def test_settings_and_processes_of_the_run_are_told_where_they_differ(small, tmp_path):
    run = ("compare", small, "--only", "number")
    twosource(*run, "-o", tmp_path / "out", "--workers", "2")
    assert twosource(*run, "--verify", tmp_path / "out").returncode == 0
    other = twosource("compare", small, "--verify", tmp_path / "out")
    assert other.returncode == 1
    assert said(other)[0].startswith("made with config: ")


@pytest.mark.parametrize("more", ["--watch", "--review=marks.json", "--index=known.sqlite"])
def test_options_that_verify_cannot_honour_are_refused(small, tmp_path, more):
    twosource("compare", small, "-o", tmp_path / "out")
    done = twosource("compare", small, "--verify", tmp_path / "out", more, cwd=tmp_path)
    assert done.returncode == 2
    assert "--verify" in said(done)[1]


@pytest.mark.skipif(not (find_spec("pyspark") and shutil.which("java")), reason="needs the extra spark and Java")
def test_spark_gives_the_result_that_one_machine_gave(small, tmp_path):
    twosource("compare", small, "-o", tmp_path / "out")
    done = twosource("compare", small, "--engine", "spark", "--master", "local[1]", "--verify", tmp_path / "out")
    assert (done.returncode, said(done)[0].count("the same result")) == (0, 1), said(done)[1]


def test_the_seeds_report_of_the_repository_says_what_has_changed_since(tmp_path):
    kept = shutil.copy(SEEDS.parent / "reports" / "comparison.json", tmp_path)
    done = twosource("compare", "seeds/", "--verify", kept, cwd=SEEDS.parent)
    assert done.returncode == 0 or said(done)[0].startswith("made with ")
