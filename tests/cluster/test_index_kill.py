"""A writer is killed (kill -9) at random moments: what it reported as added is there, and nothing is half there."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from compare.cluster.index import Index
from compare.config import Config, CopyConfig

BATCH, KILLS = 6, 8
WRITER = """
import sys
from compare import Article, Config
from compare.cluster.index import Index
from compare.config import CopyConfig
path, start = sys.argv[1], int(sys.argv[2])
with Index(path, Config(copies=CopyConfig(fast=False))) as index:
    for batch in range(start, start + 10_000):
        text = f"text {batch} " + " ".join(f"word{batch % 7}x{i}" for i in range(80))
        index.add([Article(f"{batch}-{i}", f"{text} {i}") for i in range(6)])
        print(batch, flush=True)
"""


def write_until_killed(path, start, seconds):
    """The batches that the writer reported before it was killed."""
    command = [sys.executable, "-c", WRITER, str(path), str(start)]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    writer.stdout.readline()  # it has begun
    time.sleep(seconds)
    os.kill(writer.pid, signal.SIGKILL)
    out, err = writer.communicate()
    assert not err
    return [start, *map(int, out.split())]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")
def test_a_killed_writer_loses_no_committed_article_and_leaves_none_half_added(tmp_path):
    path, rng, start, reported = tmp_path / "news.index", random.Random(2), 0, []
    for _ in range(KILLS):
        reported += write_until_killed(path, start, rng.random() * 0.4)
        with sqlite3.connect(path) as db:
            assert db.execute("pragma integrity_check").fetchone() == ("ok",)
            ids = {name for (name,) in db.execute("select id from article")}
        batches = {int(name.split("-")[0]) for name in ids}
        assert ids == {f"{batch}-{i}" for batch in batches for i in range(BATCH)}
        assert set(reported) <= batches <= {*reported, max(reported) + 1}
        start = max(batches) + 1
        reported = sorted(batches)
    with Index(path, Config(copies=CopyConfig(fast=False))) as index:
        assert index.status()["articles"] == len(reported) * BATCH
        index.rebuild()
        assert index.status()["articles"] == len(reported) * BATCH
