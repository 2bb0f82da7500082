"""Same input, same bytes: whatever the hash seed, the order of files or the number of processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import compare

SEEDS = Path(__file__).parents[2] / "seeds"
RUN = (
    "import sys, compare\n"
    "from compare.pipeline import compare_all\n"
    "articles = compare.load_articles(sys.argv[1])\n"
    "if sys.argv[3] == 'reversed': articles = articles[::-1]\n"
    "config = compare.Config(workers=int(sys.argv[4]))\n"
    "compare.write_report(compare_all(articles, config), sys.argv[2], 'json')\n"
    "if __name__ == '__main__': pass\n"
)


def report_of(folder: Path, hash_seed: str, order: str, workers: int) -> bytes:
    script = folder / "run.py"
    script.write_text("if __name__ == '__main__':\n" + "".join(f"    {line}\n" for line in RUN.splitlines()[:-1]))
    subprocess.run(
        [sys.executable, str(script), str(SEEDS), str(folder / "out"), order, str(workers)],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        check=True,
    )
    return (folder / "out" / "comparison.json").read_bytes()


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    return report_of(tmp_path_factory.mktemp("first"), "0", "given", 1)


@pytest.mark.parametrize(
    ("hash_seed", "order", "workers"), [("1", "given", 1), ("2", "reversed", 1), ("3", "given", 2)]
)
def test_the_report_is_the_same_byte_for_byte(expected, tmp_path, hash_seed, order, workers):
    assert report_of(tmp_path, hash_seed, order, workers) == expected


def test_the_seeds_fall_into_their_three_stories():
    stories = compare.find_stories(compare.load_articles(SEEDS))
    assert sorted(sorted(a.id[:3] for a in s.articles) for s in stories) == [["000", "001", "003"], ["002"], ["004"]]


def test_every_span_quotes_its_article():
    comparisons = compare.compare_articles(compare.load_articles(SEEDS))
    for comparison in comparisons:
        text = {a.id: a.text for a in comparison.story.articles}
        for claim in [*comparison.claims, *(c for f in comparison.findings for c in f.claims)]:
            evidence = claim.evidence
            assert evidence.span.of(text[evidence.article]) == evidence.quote
            assert evidence.quote


def test_no_sentence_is_lost_or_told_twice():
    for comparison in compare.compare_articles(compare.load_articles(SEEDS)):
        for k, article in enumerate(comparison.story.articles):
            told = [s.span for row in comparison.rows for s in row.readings[k]]
            told += [s.span for s in comparison.left_out[k]]
            assert sorted(told) == sorted(s.span for s in compare.split_sentences(article.text))


def test_articles_made_in_memory_compare_like_files():
    read = compare.load_articles(SEEDS)
    made = [compare.Article(a.id, a.text, a.title, a.source, published=a.published) for a in read]
    found = [[(f.kind, f.rule, f.claims) for f in c.findings] for c in compare.compare_articles(read)]
    assert [[(f.kind, f.rule, f.claims) for f in c.findings] for c in compare.compare_articles(made)] == found


def test_the_json_report_is_valid_json_without_a_timestamp(expected):
    plain = json.loads(expected)
    assert plain["schema_version"]
    assert "generated" not in plain
