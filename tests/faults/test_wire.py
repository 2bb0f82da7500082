"""A day of a wire in small: every article is known, every reprint found, whatever came between."""

import gc
import importlib.util
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from compare.cluster.index import Index
from compare.findings.comparer import StoryView
from compare.text.witness import Witness

spec = importlib.util.spec_from_file_location("bench_wire", Path(__file__).parents[1] / "benchmarks" / "bench_wire.py")
bench_wire = importlib.util.module_from_spec(spec)
sys.modules["bench_wire"] = bench_wire
spec.loader.exec_module(bench_wire)


def test_batch_after_batch_nothing_is_lost(tmp_path):
    wire = bench_wire.Wire()
    batches = list(bench_wire.run(wire, tmp_path / "wire.sqlite", articles=400, size=20))
    assert [batch.known for batch in batches] == list(range(20, 401, 20))
    assert sum(batch.copies for batch in batches) >= wire.planted > 10
    assert all(batch.shared_stories for batch in batches)
    with Index(tmp_path / "wire.sqlite") as index:
        assert index.status()["articles"] == 400
    assert ElementTree.fromstring(bench_wire.picture(batches)).tag.endswith("svg")


def test_no_story_is_remembered_once_it_is_told(tmp_path):
    list(bench_wire.run(bench_wire.Wire(), tmp_path / "wire.sqlite", articles=400, size=20))
    gc.collect()
    kept = [type(thing) for thing in gc.get_objects()]
    assert kept.count(StoryView) <= 20  # the last ones, two in each small cache of the comparers
    assert kept.count(Witness) <= 150


def test_the_same_wire_gives_the_same_articles():
    assert bench_wire.Wire(7).batch(60) == bench_wire.Wire(7).batch(60)
