"""A disk that is full in any stage: the old report stands, the index is sound, and with more room all goes on."""

import json
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from textwrap import wrap

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"


def compare(*args, given=SEEDS, temporary=None):
    env = {"TMPDIR": str(temporary)} if temporary else None
    command = [sys.executable, "-m", "compare.cli", "compare", str(given), *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, cwd=SEEDS.parent, env=env)


@pytest.fixture
def disk(tmp_path):
    """Makes a small file system of so many kilobytes, or gives the one that is there another size."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def sized(kilobytes):
        again = "remount," if folder.is_mount() else ""
        command = ["mount", "-t", "tmpfs", "-o", f"{again}size={kilobytes}k", "tmpfs", str(folder)]
        if subprocess.run(command, capture_output=True).returncode:
            pytest.skip("a small file system needs the right to mount one")
        return folder

    yield sized
    if folder.is_mount():
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("kilobytes", [64, 224, 320])
def test_a_full_disk_keeps_the_old_report(disk, kilobytes):
    """Full in the page, in the result, or near its end: never a new page beside an old result."""
    folder = disk(kilobytes)
    (folder / "index.html").write_text("the old page")
    (folder / "comparison.json").write_text("the old result")
    done = compare("-o", folder)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert (folder / "index.html").read_text() == "the old page"
    assert (folder / "comparison.json").read_text() == "the old result"
    assert sorted(p.name for p in folder.iterdir()) == ["comparison.json", "index.html"]


@pytest.mark.parametrize("kilobytes", [32, 128, 192, 256])
def test_an_index_on_a_full_disk_is_sound_and_goes_on_with_more_room(disk, tmp_path, kilobytes):
    folder, out = disk(kilobytes), tmp_path / "out"
    index = folder / "wire.sqlite"
    done = compare("-o", out, "--index", index)
    assert "Traceback" not in done.stderr
    assert (done.returncode, done.stderr.count(str(index))) in ((0, 0), (2, 1))
    disk(4000)
    with closing(sqlite3.connect(index)) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    again = compare("-o", out, "--index", index)
    assert again.returncode == 0, again.stderr
    assert len(json.loads((out / "comparison.json").read_text("utf-8"))["inputs"]) == 5
    assert "nothing new" in compare("-o", out, "--index", index).stdout


def test_what_waits_on_a_full_disk_is_told_and_the_old_report_stands(disk, tmp_path):
    """More than the 8 MB that are held in memory before a disk is asked for."""
    letters = random.Random(1).randbytes(10_000_000).hex()
    texts = (" ".join(wrap(letters[at : at + 40_000], 8)) for at in range(0, len(letters), 40_000))
    news = tmp_path / "news.jsonl"
    news.write_text("\n".join(json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts)))
    (tmp_path / "comparison.json").write_text("the old result")
    done = compare("-o", tmp_path, "--memory-limit", "2GB", given=news, temporary=disk(16))
    assert done.returncode == 2, done.stderr
    assert "database or disk is full; set TMPDIR to a folder with room" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "comparison.json").read_text() == "the old result"
