"""Every engine gives the same answer, byte for byte."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from compare.cli.group import main
from compare.cluster import candidates
from compare.cluster.copies import find_copies
from compare.cluster.stories import find_stories
from compare.config import Config
from compare.engines.local import Local
from compare.errors import EngineError
from compare.model import Article
from compare.pipeline import compare_all, compare_articles
from compare.report.write import write_report

CONFIG = Config()
ENGINES = ["local[2]", pytest.param("spark", marks=pytest.mark.spark), pytest.param("connect", marks=pytest.mark.spark)]


@pytest.fixture(scope="session")
def alone(seeds, made):
    """What one process on one machine says."""
    return {"seeds": compare_all(seeds, CONFIG, Local(1)), "made": compare_all(made, CONFIG, Local(1))}


@pytest.fixture(params=ENGINES)
def engine(request):
    return Local(2) if request.param == "local[2]" else request.getfixturevalue(request.param)


@pytest.mark.parametrize("corpus", ["seeds", "made"])
def test_stories_rows_findings_and_json_are_the_same_on_every_engine(corpus, engine, alone, request, tmp_path):
    run = compare_all(request.getfixturevalue(corpus), CONFIG, engine)
    assert [c.story for c in run.comparisons] == [c.story for c in alone[corpus].comparisons]
    assert run == alone[corpus]
    for name, result in (("here", run), ("alone", alone[corpus])):
        write_report(result, tmp_path / name, "json", config=CONFIG)
    here, there = ((tmp_path / name / "comparison.json").read_bytes() for name in ("here", "alone"))
    assert here == there


def test_every_engine_tells_the_report_what_was_not_compared_in_full(engine, seeds):
    editions = [replace(seeds[2], id=f"e{i}", text=f"{seeds[2].text} Edition {i}.") for i in range(40)]
    (note,) = compare_all(editions, CONFIG, engine).notes
    assert "of 40 articles alike in one place each was compared with the nearest 30 only" in note


def test_the_made_articles_hold_stories_copies_and_differences(made, alone):
    comparisons = alone["made"].comparisons
    assert sum(len(c.story.articles) > 1 for c in comparisons) > 400
    assert sum(bool(c.story.copies) for c in comparisons) > 200
    assert sum(len(c.discrepancies) for c in comparisons) > 100


@pytest.mark.spark
def test_copies_are_the_same_when_workers_join_the_pairs_and_part_large_buckets(spark, made, monkeypatch):
    from compare.engines import spark_pairs
    from compare.engines.spark import Spark

    monkeypatch.setattr(spark_pairs, "BLOCK", 3)
    some = made[:200]
    assert Spark(spark.session, few_pairs=0).find_copies(some) == find_copies(some) != []


def round_ups(articles):
    """Texts that print the reports of several events whole, so that these hang together as copies by them alone."""
    reports = [article for article in articles if article.source == "Reprints"][:12]
    for number in range(0, len(reports), 3):
        printed = "\n".join(article.text for article in reports[number : number + 3])
        yield Article(f"round-up {number}", f"The day in short\n{printed}", "The day in short", "Paper 0")


def test_the_round_ups_hold_events_together_that_stories_keep_apart(made):
    some = [*made[:500], *round_ups(made[:500])]
    of_cluster = {member: cluster.id for cluster in find_copies(some) for member in cluster.members}
    of_story = {a.id: story.id for story in find_stories(some) for a in story.articles}
    parted = {cluster for a, cluster in of_cluster.items() for b in of_cluster
              if of_cluster[b] == cluster and of_story[a] != of_story[b]}  # fmt: skip
    assert parted


@pytest.mark.spark
@pytest.mark.parametrize(("through", "most"), [("spark", 9), ("connect", 1)], ids=["spark", "connect"])
def test_stories_are_the_same_when_workers_weigh_and_join_them(through, most, made, request, monkeypatch):
    session = request.getfixturevalue(through).session  # first, since it skips where Spark is missing
    from compare.engines.spark import Spark

    in_small_blocks(monkeypatch, most)
    some = [*made[:500], *round_ups(made[:500])]
    assert Spark(session, few_texts=0).find_stories(some, CONFIG) == find_stories(some, CONFIG)


def in_small_blocks(monkeypatch, most_groups):
    from compare.engines import spark_folder, spark_stories

    for module, name, value in (
        (candidates, "ALL_PAIRS", 100), (spark_stories, "ALL_PAIRS", 100),
        (spark_folder, "BLOCK", 100), (spark_folder, "GROUP", 150),
        (spark_folder, "MOST_GROUPS", most_groups), (spark_folder, "STRIP", 50),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, value)


@pytest.mark.spark
@pytest.mark.parametrize(("through", "few"), [("spark", {}), ("connect", {"few_texts": 0})])
def test_with_a_folder_for_scratch_nothing_is_persisted_or_checkpointed(
    through, few, made, request, monkeypatch, tmp_path
):
    session = request.getfixturevalue(through).session
    from compare.engines.spark import Spark

    in_small_blocks(monkeypatch, 9)
    frame = session.createDataFrame([(a.id, a.text) for a in made[:120]], "id string, text string")
    for way in ("persist", "cache", "checkpoint", "localCheckpoint"):
        monkeypatch.setattr(type(frame), way, refused)
    with pytest.raises(EngineError, match="not supported here; with scratch"):
        Spark(session).find_copies(frame)
    spark = Spark(session, **few, scratch=f"file://{tmp_path}")
    alone = [Article(a.id, a.text) for a in made[:120]]
    if through == "spark":  # stories by the workers through Connect, since each way takes its time
        assert spark.find_copies(frame) == find_copies(alone) != []
    else:
        assert spark.find_stories(frame, CONFIG) == find_stories(alone, CONFIG)


def refused(*_):
    from pyspark.errors import PySparkException

    raise PySparkException("PERSIST TABLE is not supported here")


@pytest.mark.spark
@pytest.mark.parametrize("through", ["spark", "connect"])
def test_stories_that_were_written_are_read_again_as_they_were_found(through, made, seeds, request, tmp_path):
    spark = request.getfixturevalue(through)
    some = [*made[:300], *round_ups(made[:300]), *seeds]
    written = spark.write_parquet(some, str(tmp_path / "found"))
    wanted = find_stories(some)
    assert [replace(s, origins=(), articles=[a.id for a in s.articles]) for s in wanted] == [
        replace(s, articles=[a.id for a in s.articles]) for s in written
    ]
    rows = [(a.id, a.text, a.title, a.source, a.published and a.published.replace(tzinfo=None)) for a in some]
    columns = "id string, text string, title string, source string, published timestamp_ntz"
    frame = spark.session.createDataFrame(rows, columns)
    assert [s.id for s in spark.chosen_stories(frame, str(tmp_path / "found"), [wanted[3].id])] == [wanted[3].id]
    assert spark.chosen_stories(some, str(tmp_path / "found"), [s.id for s in wanted]) == wanted


@pytest.mark.spark
def test_articles_in_a_dataframe_are_compared_like_articles(spark, seeds):
    rows = [(a.id, a.text, a.title, a.source, a.published) for a in seeds]
    columns = "article_id string, body string, headline string, outlet string, published timestamp"
    frame = spark.session.createDataFrame(rows, columns)
    found, wanted = compare_articles(frame, CONFIG, spark), compare_articles(seeds, CONFIG)
    members = [[a.id for a in c.story.articles] for c in wanted]
    assert [[a.id for a in c.story.articles] for c in found] == members
    assert [[f.rule for f in c.findings] for c in found] == [[f.rule for f in c.findings] for c in wanted]


@pytest.mark.spark
def test_no_articles_are_no_stories(spark):
    assert spark.find_stories([], CONFIG) == []
    assert list(spark.map(len, [])) == []


@pytest.mark.spark
def test_the_command_line_runs_on_spark(spark, tmp_path):
    seeds = str(Path(__file__).parents[2] / "seeds")
    for name, more in (("there", ["--engine", "spark", "--master", "local[2]"]), ("here", [])):
        run("compare", seeds, "-q", "--format", "json", "--output", str(tmp_path / name), *more)
    here, there = ((tmp_path / name / "comparison.json").read_bytes() for name in ("here", "there"))
    assert here == there


@pytest.mark.spark
def test_the_command_line_reads_a_dataset_where_the_workers_reach_it(spark, tmp_path):
    text = "The bridge of Norwick was closed on Monday after {} people found a fault in it."
    rows = [{"id": name, "text": text.format(count)} for name, count in (("a", 12), ("b", 15))]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, rows)))
    run("compare", f"file://{tmp_path}/news.jsonl", "-q", "--engine", "spark", "--output", str(tmp_path / "out"))
    told = json.loads((tmp_path / "out" / "comparison.json").read_text())
    assert sorted(told["inputs"]) == ["a", "b"]


@pytest.mark.spark
def test_the_command_line_writes_what_an_archive_holds_and_compares_chosen_stories_of_it(
    spark, seeds, tmp_path, capsys
):
    rows = [json.dumps({"id": a.id, "text": a.text, "title": a.title, "source": a.source}) for a in seeds]
    (tmp_path / "news.jsonl").write_text("\n".join(rows))
    archive, found = f"file://{tmp_path}/news.jsonl", f"file://{tmp_path}/found"
    run("compare", archive, "--engine", "spark", "--output", found)
    said = capsys.readouterr().out
    (story,) = re.findall(r"^  (\S+)  3 articles$", said, re.MULTILINE)
    assert f"stories: 3, of several articles: 1: {found}/stories" in said
    chosen = ["--found", found, "--story", story, "--format", "json"]
    run("compare", archive, "-q", "--engine", "spark", *chosen, "--output", str(tmp_path / "there"))
    run("compare", str(tmp_path / "news.jsonl"), "-q", "--format", "json", "--output", str(tmp_path / "here"))
    there, here = (json.loads((tmp_path / n / "comparison.json").read_text())["stories"] for n in ("there", "here"))
    assert len(there) == 1
    assert there[0]["findings"] == here[0]["findings"] != []
    with pytest.raises(SystemExit) as stopped:
        main(["compare", archive, "-q", "--engine", "spark", "--found", found, "--story", "no-such", "--output", "x"])
    assert stopped.value.code == 2
    assert f"{found}/stories has no story 'no-such'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--output", "s3a://bucket/out"], "an --output with :// goes with --engine spark"),
        (["--found", "s3a://bucket/out", "--story", "x"], "--found goes with --engine spark"),
        (["--engine", "spark", "--found", "s3a://bucket/out"], "give both"),
        (["--engine", "spark", "--story", "x"], "give both"),
        (["--engine", "spark", "--output", "s3a://b/out", "--format", "csv"], "compares nothing"),
        (["--engine", "spark", "--output", "s3a://b/out", "--fail-on", "high"], "compares nothing"),
        (["--engine", "spark", "--output", "s3a://b/out", "--only", "number"], "compares nothing"),
        (["--engine", "spark", "--found", "s3a://b/out", "--story", "x", "--strict"], "leave --index, --strict"),
        (["--engine", "spark", "--scratch", "s3a://b/tmp", "--index", "i.sqlite"], "leave --scratch out"),
        (["--engine", "spark", "--found", "s3a://b/out", "--story", "x", "--index", "i.sqlite"], "leave --index"),
    ],
)
def test_options_for_archives_that_do_not_go_together_are_refused_before_the_work(options, message, tmp_path, capsys):
    (tmp_path / "a.txt").write_text("The bridge was closed on Monday.")
    with pytest.raises(SystemExit) as stopped:
        main(["compare", str(tmp_path), *options])
    assert stopped.value.code == 2
    assert message in " ".join(capsys.readouterr().err.split())


def run(*command):
    with pytest.raises(SystemExit) as stopped:
        main(list(command))
    assert stopped.value.code in (0, 3)
