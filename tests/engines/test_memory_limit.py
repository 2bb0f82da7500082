"""A memory limit changes where results wait, never what they are; what cannot fit is told."""

import json
import os
import signal
import subprocess
import sys
import time
import tracemalloc
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from compare import memory
from compare.cluster import candidates
from compare.cluster.store import open_temporary
from compare.cluster.stories import find_stories
from compare.config import Config
from compare.engines import shelf, shelved_stories
from compare.engines.local import Local
from compare.engines.spilled import Spilled
from compare.errors import ConfigError, DuplicateIds, EngineError
from compare.memory import MemoryLimit
from compare.model import Article
from compare.pipeline import compare_all, compare_articles, compare_story
from compare.read.paths import read_all
from compare.report.write import write_report

FORMATS = "html,json,jsonl,csv,md,annotations"
WIDE = Config(memory_limit="1TB")


@pytest.fixture(params=[1, 2], ids=["one process", "two processes"])
def engine(request):
    return Local(request.param)


def files_under(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("one_file", [150, 0], ids=["one page", "many pages"])
def test_every_report_is_the_same_byte_for_byte_under_a_limit(engine, made, one_file, tmp_path):
    for name, config in (("free", Config()), ("bound", WIDE)):
        config = replace(config, report=replace(config.report, one_file_stories=one_file))
        run = compare_all(made[:60], config, engine)
        assert isinstance(run.comparisons, Spilled) == (name == "bound")
        write_report(run, tmp_path / name, FORMATS, config=config)
    assert files_under(tmp_path / "bound") == files_under(tmp_path / "free")


def test_articles_compared_under_a_limit_are_a_list_all_the_same(seeds):
    assert compare_articles(seeds, WIDE) == compare_articles(seeds)


def test_spilled_comparisons_are_read_in_order_as_often_as_they_are_asked_for(seeds):
    given = [compare_story([article]) for article in seeds]
    spilled = Spilled(given, lambda comparison: (comparison.story.id,))
    wanted = sorted(given, key=lambda comparison: comparison.story.id)
    assert list(spilled) == list(spilled) == wanted
    assert (spilled[1], spilled[-1], spilled[1:3], len(spilled)) == (wanted[1], wanted[-1], wanted[1:3], len(wanted))
    with pytest.raises(IndexError):
        spilled[len(given)]


def test_a_limit_that_the_stories_cannot_keep_is_refused_before_the_work(made, monkeypatch):
    monkeypatch.setattr(memory, "peak_memory", memory.held_memory)  # whatever this process has held in other tests
    least = memory.held_memory() // 1_000_000 + 1
    with pytest.raises(EngineError, match=r"comparing 2,000 articles takes .* MB, more than memory_limit"):
        compare_all(made, Config(memory_limit=f"{least}MB"), Local(1))


def test_a_comparison_that_grows_over_the_limit_is_stopped(seeds, monkeypatch):
    monkeypatch.setattr(memory, "peak_memory", iter([0, 0, 0, 9_000_000_000, 0]).__next__)
    with pytest.raises(EngineError, match=r"9,000 MB, more than memory_limit, 4,000 MB: .*raise the limit"):
        compare_all(seeds, Config(memory_limit="4GB"), Local(1))


def test_what_a_process_held_before_is_not_held_against_a_run(monkeypatch):
    held = iter([800_000_000, 800_000_000, 900_000_000]).__next__
    monkeypatch.setattr(memory, "peak_memory", held)
    limit = MemoryLimit(500_000_000)
    limit.check("nothing new", "wait")
    with pytest.raises(EngineError, match=r"more takes 900 MB, more than memory_limit, 500 MB: stop"):
        limit.check("more", "stop")


def test_processes_share_what_is_left_and_fewer_than_fit_are_asked_for(monkeypatch):
    monkeypatch.setattr(memory, "peak_memory", lambda: 200_000_000)
    assert MemoryLimit(690_000_000).share(2) == 220_000_000
    assert MemoryLimit(690_000_000).share(0) == MemoryLimit(0).share(2) == 0
    with pytest.raises(EngineError, match=r"leaves 55 MB to each of 8 processes.*run with fewer workers"):
        MemoryLimit(690_000_000).share(8)


def test_while_others_hold_their_parts_a_process_may_grow_by_little(monkeypatch):
    monkeypatch.setattr(memory, "peak_memory", lambda: 200_000_000)
    limit = MemoryLimit(690_000_000)
    assert limit.share(2) == 220_000_000
    limit.refuse(250_000_000, "comparing", "wait")
    with pytest.raises(EngineError, match=r"takes 251 MB, more than memory_limit, 690 MB, of which .* have 440 MB"):
        limit.refuse(251_000_000, "comparing", "wait")
    limit.take_back()
    limit.refuse(690_000_000, "writing", "wait")


@pytest.mark.parametrize("pages", [20, 45], ids=["texts", "features"])
def test_a_disk_without_room_is_told_with_what_to_do(made, monkeypatch, pages):
    def small():
        db = open_temporary()
        db.execute(f"pragma max_page_count={pages}")
        return db

    monkeypatch.setattr(shelf, "open_temporary", small)
    with pytest.raises(EngineError, match=r"cannot: database or disk is full; set TMPDIR to a folder with room"):
        compare_all(made[:100], WIDE, Local(1))
    with pytest.raises(EngineError, match=r"cannot: database or disk is full; set TMPDIR to a folder with room"):
        Spilled((compare_story([article]) for article in made[:200]), lambda comparison: (comparison.story.id,))


@pytest.mark.parametrize("corpus", ["seeds", "made"])
def test_stories_are_the_same_in_however_small_blocks_they_are_found_on_disk(corpus, request, monkeypatch):
    articles = request.getfixturevalue(corpus)[:400]
    monkeypatch.setattr(candidates, "ALL_PAIRS", 100)
    wanted = find_stories(articles)
    for texts, characters in ((1000, 1_000_000), (90, 1_000_000), (1000, 7_000), (3, 500)):
        monkeypatch.setattr(shelved_stories, "TEXTS", texts)
        monkeypatch.setattr(shelved_stories, "CHARACTERS", characters)
        assert list(Local(1).find_stories(articles[::-1], WIDE)) == wanted


def test_ids_and_texts_that_no_database_holds_as_text_wait_as_they_are():
    odd = [Article(f"\ud800{n}", f"Caf\u00e9 \udfff burned on Monday, {n} hurt. Nul: \0.", "T\ud801") for n in "cab"]
    assert list(Local(1).find_stories(odd, WIDE)) == find_stories(odd)
    with pytest.raises(DuplicateIds):
        Local(1).find_stories([*odd, odd[0]], WIDE)
    assert list(Local(1).find_stories([], WIDE)) == []
    empty = [Article("a", ""), Article("b", " \n")]
    assert list(Local(1).find_stories(empty, WIDE)) == find_stories(empty)


def test_texts_wait_on_disk_from_the_moment_they_are_read(tmp_path):
    for n in range(40):  # names that are twice there, ids of their own, and an order that is not that of the ids
        folder = tmp_path / ("late" if n % 2 else "early")
        folder.mkdir(exist_ok=True)
        (folder / f"{99 - n // 2}.txt").write_text(f"Report {n}.\n\n" + f"word{n} " * 25_000)
    rows = [{"id": name, "text": f"A line of {name}."} for name in ("z", "a")]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    paths = [str(tmp_path), str(tmp_path / "early")]
    tracemalloc.start()
    wanted = list(read_all(paths, Config(), BytesIO()).articles)
    held = tracemalloc.get_traced_memory()[0]
    size = sum(len(article.text) for article in wanted)
    arrivals = shelf.Arrivals()
    tracemalloc.reset_peak()
    bare = read_all(paths, Config(), BytesIO(), keep=arrivals).articles
    peak = tracemalloc.get_traced_memory()[1] - held
    tracemalloc.stop()
    assert peak < size / 4 < held
    assert list(shelf.ShelvedArticles(bare, arrivals)) == sorted(wanted, key=lambda article: article.id)


@pytest.mark.parametrize(
    ("size", "count"),
    [("500MB", 500_000_000), ("2GiB", 2 << 30), ("1.5 g", 1_500_000_000), ("750000 kB", 750_000_000), ("", 0)],
)
def test_sizes_are_read_with_their_units(size, count):
    assert Config(memory_limit=size).memory_bytes == count


@pytest.mark.parametrize("size", ["500", "lots", "-1GB", "0MB", "1.GB", "5 XB", "MB"])
def test_a_size_that_says_nothing_is_refused(size):
    with pytest.raises(ConfigError, match="give a size with its unit, as in 500MB or 2GiB"):
        Config(memory_limit=size)


def test_a_system_that_does_not_tell_what_a_process_holds_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(memory, "_STATUS", tmp_path / "no-such-file")
    monkeypatch.setitem(sys.modules, "resource", None)
    with pytest.raises(ConfigError, match="memory_limit cannot be kept here"):
        MemoryLimit(1)


def command(*more):
    seeds = str(Path(__file__).parents[2] / "seeds")
    run = [sys.executable, "-m", "compare.cli", "compare", seeds, "-q", *map(str, more)]
    return subprocess.run(run, capture_output=True, text=True)


def test_the_command_keeps_within_its_limit_or_says_what_to_do(tmp_path):
    done = command("--memory-limit", "800MB", "--workers", "2", "-o", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads((tmp_path / "out" / "comparison.json").read_text())["stories"]) == 3
    done = command("--memory-limit", "50MB", "-o", tmp_path / "none")
    assert done.returncode == 2
    assert "comparing 5 articles takes" in done.stderr
    assert "raise the limit" in done.stderr
    assert not (tmp_path / "none").exists()


def test_with_an_index_the_same_rule_holds(tmp_path):
    assert command("--index", tmp_path / "a.sqlite", "-o", tmp_path / "a").returncode == 0
    done = command("--memory-limit", "400MB", "--index", tmp_path / "b.sqlite", "-o", tmp_path / "b")
    assert (done.returncode, done.stderr) == (0, "")
    assert files_under(tmp_path / "a") == files_under(tmp_path / "b")
    done = command("--memory-limit", "50MB", "--index", tmp_path / "c.sqlite", "-o", tmp_path / "c")
    assert done.returncode == 2
    assert "comparing 5 articles takes" in done.stderr
    assert not (tmp_path / "c").exists()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system does not tell which files a process has")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_what_waits_on_disk_leaves_nothing_behind_however_the_run_ends(tmp_path, how):
    waiting = tmp_path / "waiting"
    waiting.mkdir()
    lines = [{"id": f"{n}", "text": " ".join(f"w{n}x{i}" for i in range(3000))} for n in range(600)]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, lines)))
    run = [sys.executable, "-m", "compare.cli", "compare", str(tmp_path / "news.jsonl"), "--memory-limit", "4GB"]
    environment = {**os.environ, "SQLITE_TMPDIR": str(waiting)}
    with subprocess.Popen([*run, "-q", "-o", str(tmp_path / "out")], env=environment) as process:
        while not any(str(waiting) in file for file in files_open_in(process.pid)):
            assert process.poll() is None, "it ended before anything waited on disk"
            time.sleep(0.01)
        assert list(waiting.iterdir()) == []
        process.send_signal(how)
    assert list(waiting.iterdir()) == []


def files_open_in(process):
    for file in Path(f"/proc/{process}/fd").iterdir():
        with suppress(OSError):
            yield str(file.readlink())
