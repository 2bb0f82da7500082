"""A day of a wire in small: every article is known, every reprint found, whatever came between."""

import gc
import importlib.util
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from compare.cluster.index import Index
from compare.findings.comparer import StoryView
from compare.text.witness import Witness

spec = importlib.util.spec_from_file_location("bench_wire", Path(__file__).parents[1] / "benchmarks" / "bench_wire.py")
bench_wire = importlib.util.module_from_spec(spec)
sys.modules["bench_wire"] = bench_wire
spec.loader.exec_module(bench_wire)


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    wire, path = bench_wire.Wire(), tmp_path_factory.mktemp("wire") / "wire.sqlite"
    batches = list(bench_wire.run(wire, path, articles=400, size=20))
    gc.collect()
    return wire, path, batches, [type(thing) for thing in gc.get_objects()]


def test_batch_after_batch_nothing_is_lost(day):
    wire, path, batches, _ = day
    assert [batch.known for batch in batches] == list(range(20, 401, 20))
    assert sum(batch.copies for batch in batches) >= wire.planted > 10
    assert all(batch.shared_stories for batch in batches)
    with Index(path) as index:
        assert index.status()["articles"] == 400
    assert ElementTree.fromstring(bench_wire.picture(batches)).tag.endswith("svg")


def test_no_story_is_remembered_once_it_is_told(day):
    *_, kept = day
    assert kept.count(StoryView) <= 20  # the last ones, two in each small cache of the comparers
    assert kept.count(Witness) <= 150


def test_the_same_wire_gives_the_same_articles():
    assert bench_wire.Wire(7).batch(60) == bench_wire.Wire(7).batch(60)
