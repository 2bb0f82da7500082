"""What goes wrong on Spark is said in one sentence."""

import builtins
import os
import subprocess
import sys
from functools import partial
from types import ModuleType

import pytest

from compare.config import Config
from compare.engines.engine import engine_named
from compare.errors import DuplicateIds, EngineError, MissingExtra, ReadError
from compare.model import Article

CONFIG = Config()
TEXT = "The bridge of Norwick was closed on Monday after engineers found a fault in it."


def refuse(part):
    raise ReadError("names.toml", "is not there")


def break_down(part):
    if part == 3:
        raise ZeroDivisionError("three is too many")
    return part


def test_without_pyspark_the_line_to_install_it_is_given(monkeypatch):
    for name in [n for n in sys.modules if n.split(".")[0] in ("pyspark", "py4j") or n == "compare.engines.spark"]:
        monkeypatch.delitem(sys.modules, name)
    real = builtins.__import__

    def without(name, *rest, **more):
        if name.split(".")[0] in ("pyspark", "py4j"):
            raise ModuleNotFoundError(f"No module named {name!r}")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"pip install 'twosource\[spark\]'"):
        engine_named("spark")


@pytest.mark.spark
def test_without_java_it_is_told_what_spark_needs():
    pytest.importorskip("pyspark")
    program = "from compare.engines.engine import engine_named; engine_named('spark', master='local[1]')"
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("JAVA", "PYSPARK", "SPARK"))}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        env={**clean, "PATH": "/nowhere:/bin", "JAVA_HOME": "/nowhere"},
        capture_output=True,
        text=True,
    )
    assert "compare.errors.EngineError: Spark does not start" in done.stderr
    assert "it needs Java 17" in done.stderr


def test_of_a_failure_in_java_the_reason_is_told_and_not_the_call():
    pytest.importorskip("pyspark")
    from compare.engines.spark import _reason

    told = (
        "An error occurred while calling o51.collectToPython.\n: org.apache.spark.SparkException: Job aborted due to "
        "stage failure: Task 0 in stage 0.0 failed 1 times, most recent failure: Lost task 0.0 in stage 0.0 (TID 0) "
        '(here executor driver): java.io.IOException: Cannot run program "/nowhere/python": No such file\n\tat java'
    )
    assert _reason(RuntimeError(told)) == 'java.io.IOException: Cannot run program "/nowhere/python": No such file'


@pytest.mark.spark
@pytest.mark.parametrize(
    ("columns", "rows", "message"),
    [
        ("name string, size int", [("a", 1)], "no column 'id'.*it has name, size"),
        ("id string, size int", [("a", 1)], "no column 'text'"),
        ("id string, text string", [("a", TEXT), ("b", None), ("c", "")], "2 rows are no articles: 'b' has no text"),
        ("id string, text string", [("a", TEXT), (None, TEXT)], "1 rows are no articles: a row has no id"),
    ],
)
def test_rows_that_are_no_articles_are_an_engine_error(spark, columns, rows, message):
    with pytest.raises(EngineError, match=message):
        spark.find_stories(spark.session.createDataFrame(rows, columns), CONFIG)


@pytest.mark.spark
def test_one_id_in_two_partitions_is_refused(spark):
    rows = [(f"{i % 40:02}", TEXT) for i in range(41)]
    frame = spark.session.createDataFrame(rows, "id string, text string").repartition(4)
    with pytest.raises(DuplicateIds, match="given twice: '00'"):
        spark.find_stories(frame, CONFIG)


@pytest.fixture
def sent_along():
    """The functions of this file travel to the workers, who cannot import it."""
    from pyspark import cloudpickle

    cloudpickle.register_pickle_by_value(sys.modules[__name__])
    yield
    cloudpickle.unregister_pickle_by_value(sys.modules[__name__])


@pytest.mark.spark
@pytest.mark.usefixtures("sent_along")
def test_a_part_that_fails_is_an_engine_error_with_its_reason(spark):
    with pytest.raises(EngineError, match="ZeroDivisionError: three is too many"):
        list(spark.map(break_down, range(40)))


@pytest.mark.spark
@pytest.mark.usefixtures("sent_along")
def test_an_error_of_ours_on_a_worker_is_raised_as_it_is(spark):
    with pytest.raises(ReadError, match=r"names\.toml: is not there"):
        list(spark.map(refuse, [1]))


@pytest.mark.spark
def test_workers_without_the_package_are_told_of(spark, monkeypatch):
    only_here = ModuleType("compare_only_here")
    exec("def work(part): return part", only_here.__dict__)
    monkeypatch.setitem(sys.modules, "compare_only_here", only_here)
    with pytest.raises(EngineError, match="the workers do not have the package: send it with the job"):
        list(spark.map(only_here.work, [1]))


@pytest.mark.spark
def test_results_come_in_the_order_of_the_parts(spark):
    assert list(spark.map(partial(round, ndigits=1), [n / 3 for n in range(50)])) == [
        round(n / 3, 1) for n in range(50)
    ]


@pytest.mark.spark
def test_workers_of_another_version_are_refused_before_work(spark, monkeypatch):
    from compare.engines import spark_work
    from compare.engines.spark import Spark

    here = spark_work.versions_here(CONFIG)
    monkeypatch.setattr(spark_work, "versions_here", lambda _: {**here, "datasketch": "9.9"})
    with pytest.raises(EngineError, match=r"a worker has datasketch .*, not 9\.9: give driver and workers one"):
        Spark(spark.session).find_stories([Article("a", TEXT)], CONFIG)


@pytest.mark.spark
def test_parquet_is_whole_or_not_there(spark, made, tmp_path):
    from compare.cluster.stories import find_stories

    spark.write_parquet(made[:60], str(tmp_path / "out"))
    assert all((tmp_path / "out" / name / "_SUCCESS").exists() for name in ("copies", "edges", "stories"))
    rows = spark.read(str(tmp_path / "out" / "stories")).sort("story", "place").collect()
    wanted = [(story.id, a.id, i) for story in find_stories(made[:60]) for i, a in enumerate(story.articles)]
    assert [(row.story, row.article, row.place) for row in rows] == sorted(wanted, key=lambda r: (r[0], r[2]))
    with pytest.raises(EngineError, match="already exists"):
        spark.write_parquet(made[:60], str(tmp_path / "out"))


@pytest.mark.spark
def test_a_half_written_folder_is_not_taken_for_a_whole_one(spark, tmp_path):
    out = tmp_path / "out"
    spark.write_parquet([Article(name, TEXT) for name in "ab"], str(out))
    assert spark.read(f"{out}/copies").count() == 2
    (out / "stories" / "_SUCCESS").unlink()
    for name in ("copies", "edges", "stories"):
        with pytest.raises(ReadError, match=rf"{name}: the run that wrote it did not finish \(.*/stories has no _SUCC"):
            spark.read(f"{out}/{name}/")


@pytest.mark.spark
@pytest.mark.parametrize("asked", ["", "/", "/*.jsonl"])
def test_a_folder_that_a_job_still_writes_is_refused(spark, tmp_path, asked):
    (tmp_path / "news.jsonl").write_text('{"id": "a", "text": "b"}\n')
    (tmp_path / "_temporary" / "0").mkdir(parents=True)
    with pytest.raises(ReadError, match="a job has not finished writing this folder, or failed: it holds _temporary"):
        spark.read(f"{tmp_path}{asked}")


@pytest.mark.spark
def test_json_lines_that_are_whole_are_read(spark, tmp_path):
    (tmp_path / "news.jsonl").write_text('{"id": "a", "text": "b"}\n')
    assert [tuple(row) for row in spark.read(f"{tmp_path}/*.jsonl").collect()] == [("a", "b")]


@pytest.mark.spark
@pytest.mark.usefixtures("sent_along")
def test_a_task_that_fails_in_the_middle_leaves_no_success(spark, tmp_path):
    from compare.engines.spark import _told

    frame = spark.session.range(100).mapInArrow(_fail_late, "id bigint")
    with pytest.raises(EngineError, match="late"), _told():
        frame.write.parquet(str(tmp_path / "out"))
    assert not (tmp_path / "out" / "_SUCCESS").exists()
    with pytest.raises(EngineError, match="late"):
        spark.write_parquet(frame.selectExpr("id", "'A text of some words.' as text"), str(tmp_path / "archive"))
    assert not (tmp_path / "archive").exists()


def _fail_late(batches):
    for batch in batches:
        yield batch
        raise RuntimeError("late")
