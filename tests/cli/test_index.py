"""`twosource index` and `twosource compare --index`: tomorrow's folder costs only what is new."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import compare
from compare.cluster.story_index import StoryIndex

SEEDS = Path(__file__).parents[2] / "seeds"


def run(*args):
    done = subprocess.run([sys.executable, "-m", "compare.cli", *map(str, args)], capture_output=True, text=True)
    assert "Traceback" not in done.stderr
    return done


def day(folder, *numbers):
    folder.mkdir()
    for number in numbers:
        (file,) = SEEDS.glob(f"{number}_*")
        shutil.copy(file, folder)
    return folder


@pytest.fixture
def index(tmp_path):
    return tmp_path / "wire.sqlite"


def test_a_second_run_over_the_same_folder_adds_nothing(index):
    assert run("index", "add", SEEDS, "--index", index).stdout.startswith("added 5 articles; 0 files unchanged")
    assert run("index", "add", SEEDS, "--index", index).stdout.startswith("added 0 articles; 5 files unchanged")


def test_a_file_of_the_same_name_on_another_day_is_another_article(tmp_path, index):
    for number, name in (("002", "monday"), ("004", "tuesday")):
        shutil.move(next(day(tmp_path / name, number).iterdir()), tmp_path / name / "top.txt")
        run("index", "add", tmp_path / name, "--index", index)
    assert json.loads(run("index", "status", "--index", index, "--json").stdout)["articles"] == 2


def test_query_tells_the_copies_and_changes_nothing(tmp_path, index):
    run("index", "add", SEEDS, "--index", index)
    before = run("index", "status", "--index", index, "--json").stdout
    reprint = next(day(tmp_path / "in", "004").iterdir())
    (cluster,) = json.loads(run("index", "query", reprint, "--index", index, "--json").stdout)
    assert len(cluster["members"]) == 2
    assert cluster["edges"][0]["jaccard"] == 1.0
    assert run("index", "status", "--index", index, "--json").stdout == before


def test_a_known_article_is_no_copy_of_itself(index):
    run("index", "add", SEEDS, "--index", index)
    assert json.loads(run("index", "query", SEEDS, "--index", index, "--json").stdout) == []


@pytest.mark.parametrize("command", [["query", SEEDS], ["forget", "a"], ["status"], ["rebuild"]])
def test_only_adding_makes_an_index(index, command):
    done = run("index", *command, "--index", index)
    assert (done.returncode, index.exists()) == (2, False)
    assert "there is no index" in done.stderr


@pytest.mark.parametrize("command", [["query", SEEDS], ["status"], ["rebuild"]])
def test_an_empty_file_is_no_index_and_stays_empty(index, command):
    index.touch()
    done = run("index", *command, "--index", index)
    assert (done.returncode, index.read_bytes()) == (2, b"")
    assert "there is no index" in done.stderr


def test_rebuilding_tells_of_a_bucket_that_was_not_compared_in_full(tmp_path, index):
    text = next(SEEDS.glob("002_*")).read_text("utf-8")
    folder = day(tmp_path / "day")
    for i in range(40):
        (folder / f"{i}.txt").write_text(f"{text} Edition {i}.", "utf-8")
    run("index", "add", folder, "--index", index)
    assert "nearest 30 only" in run("index", "rebuild", "--index", index).stdout
    told = json.loads(run("index", "rebuild", "--index", index, "--json").stdout)
    assert (told["articles"], len(told["notes"])) == (40, 1)


def test_only_new_and_changed_stories_are_compared_again(tmp_path, index):
    first, second = day(tmp_path / "monday", "000", "001", "002", "004"), day(tmp_path / "tuesday", "003")
    assert "1 story, told by 2 of 4 articles" in run("compare", first, "--index", index, "-o", tmp_path / "out").stdout
    assert "nothing new" in run("compare", first, "--index", index, "-o", tmp_path / "out").stdout
    assert "1 story, told by 3 articles" in run("compare", second, "--index", index, "-o", tmp_path / "out").stdout


def test_forgetting_and_rebuilding(index):
    run("index", "add", SEEDS, "--index", index)
    gone = next(SEEDS.glob("004_*"))
    assert run("index", "forget", gone, "--index", index).stdout == "forgot 1 articles\n"
    assert run("index", "rebuild", "--index", index, "--set", "copies.seed=2").returncode == 0
    found = json.loads(run("index", "status", "--index", index, "--json", "--set", "copies.seed=2").stdout)
    assert found["articles"] == 4
    assert found["made_with"]["seed"] == "2"


@pytest.mark.parametrize(
    ("content", "said"), [(b"not a database", "not an index"), (b"SQLite format 3\x00" + b"\x00" * 90, "index")]
)
def test_a_file_that_is_no_index_is_refused_and_left_alone(index, content, said):
    index.write_bytes(content)
    done = run("index", "add", SEEDS, "--index", index)
    assert done.returncode == 2
    assert said in done.stderr
    assert index.read_bytes() == content


def test_an_index_of_another_seed_is_refused_with_the_way_out(index):
    run("index", "add", SEEDS, "--index", index)
    done = run("index", "add", SEEDS, "--index", index, "--set", "copies.seed=2")
    assert done.returncode == 2
    assert f"twosource index rebuild --index {index}" in done.stderr


def test_what_could_not_be_reported_is_new_again_in_the_next_run(tmp_path, index):
    articles = compare.load_articles(SEEDS)
    with StoryIndex(index) as known:
        with pytest.raises(compare.ReportError), known.updating(articles) as first:
            raise compare.ReportError("the disk is full")
        assert [story.id for story in known.update(articles)] == [story.id for story in first]
        assert known.update(articles) == []


def test_verify_and_index_do_not_go_together(tmp_path, index):
    done = run("compare", SEEDS, "--index", index, "--verify", tmp_path / "comparison.json")
    assert done.returncode == 2
    assert "--verify" in done.stderr
    assert not index.exists()


def test_reports_and_ids_show_paths_as_they_were_given(tmp_path, index, monkeypatch):
    monkeypatch.chdir(tmp_path)
    day(tmp_path / "monday", "000", "001", "003")
    run("index", "add", "monday", "--index", index)
    run("compare", "monday", "--index", index, "-o", "out")
    (story,) = json.loads((tmp_path / "out/comparison.json").read_text("utf-8"))["stories"]
    shown = {key: [article[key] for article in story["articles"]] for key in ("id", "path")}
    names = sorted(f"monday/{file.name}" for file in (tmp_path / "monday").iterdir())
    assert {key: sorted(paths) for key, paths in shown.items()} == {"id": names, "path": names}
    assert str(tmp_path) not in (tmp_path / "out/index.html").read_text("utf-8")


def test_two_files_given_by_one_path_from_two_folders_are_two_articles(tmp_path, index, monkeypatch):
    for number, name in (("002", "monday"), ("004", "tuesday")):
        (tmp_path / name).mkdir()
        shutil.move(next(day(tmp_path / name / "in", number).iterdir()), tmp_path / name / "in/top.txt")
        monkeypatch.chdir(tmp_path / name)
        run("index", "add", "in", "--index", index)
    assert json.loads(run("index", "status", "--index", index, "--json").stdout)["articles"] == 2


def test_a_changed_file_given_by_another_path_takes_its_own_place(tmp_path, index, monkeypatch):
    file = next(day(tmp_path / "in", "002").iterdir())
    monkeypatch.chdir(tmp_path)
    run("index", "add", "in", "--index", index)
    file.write_text("The ferry from Port Lessing was cancelled after crews walked out over night pay.", "utf-8")
    run("index", "add", tmp_path / "in", "--index", index)
    assert json.loads(run("index", "status", "--index", index, "--json").stdout)["articles"] == 1


@pytest.mark.parametrize("command", [["query", SEEDS], ["forget", "an-id"]])
def test_what_asks_an_index_makes_none(tmp_path, command):
    done = run("index", *command, "--index", tmp_path / "none.sqlite")
    assert done.returncode == 2
    assert "`twosource index add` makes one" in done.stderr
    assert not (tmp_path / "none.sqlite").exists()
