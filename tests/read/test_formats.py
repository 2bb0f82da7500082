"""One article in every format reads to the same text and metadata."""

import json
from datetime import datetime

import pytest
from every_format import CASES, MODIFIED, PARAGRAPHS, PUBLISHED, TEXT, TITLE, URL, html

from compare import Config, ReadConfig, load_articles
from compare.read.folder import read_folder


@pytest.mark.parametrize("name", CASES)
def test_one_article_reads_alike_in_every_format(name, tmp_path):
    build, known = CASES[name]
    (tmp_path / name).write_bytes(build())
    (article,) = load_articles(tmp_path / name)
    text = article.text.removeprefix(f"{TITLE}\nBy Jane Doe\n").strip()
    assert [" ".join(line.split()) for line in text.split("\n") if line.strip()] == list(PARAGRAPHS)
    expected = {
        "title": TITLE,
        "source": "Harbour Post",
        "authors": ("Jane Doe",),
        "published": datetime.fromisoformat(PUBLISHED),
        "modified": datetime.fromisoformat(MODIFIED),
        "url": URL,
        "language": "en",
    }
    assert {field: getattr(article, field) for field in known} == {field: expected[field] for field in known}


def test_a_folder_of_every_format_has_one_article_a_file_and_nothing_unread(tmp_path):
    for name, (build, _) in CASES.items():
        (tmp_path / name).write_bytes(build())
    folder = read_folder(tmp_path, Config())
    assert folder.unread == ()
    assert len(folder.articles) == len(CASES)
    assert len({article.id for article in folder.articles}) == len(CASES)


def test_a_mapping_says_where_a_file_keeps_its_fields(tmp_path):
    (tmp_path / "dump.json").write_text(json.dumps([{"meta": {"outlet": "Wire"}, "para": TEXT, "text": "wrong"}]))
    config = Config(read=ReadConfig(map=("text=para", "source=meta.outlet")))
    (article,) = load_articles(tmp_path / "dump.json", config)
    assert (article.text, article.source) == (TEXT, "Wire")


def test_a_mapping_for_a_dump_takes_nothing_from_files_whose_format_names_their_fields(tmp_path):
    named_by_others = (".json", ".jsonl", ".csv", ".tsv", ".parquet", ".ndjson", ".ninjs", ".zip", ".gz")
    for name, (build, _) in CASES.items():
        if not name.endswith(named_by_others):
            (tmp_path / name).write_bytes(build())
    config = Config(read=ReadConfig(map=tuple(f"{field}=no.such.name" for field in ("text", "title", "published"))))
    assert read_folder(tmp_path, config) == read_folder(tmp_path, Config())


def test_a_sidecar_goes_before_the_files_own_metadata(tmp_path):
    (tmp_path / "report.html").write_bytes(html())
    (tmp_path / "report.meta.yaml").write_text("source: Quay Times\npublished: 2025-05-22\n")
    (article,) = load_articles(tmp_path)
    assert (article.source, article.published, article.title) == ("Quay Times", datetime(2025, 5, 22), TITLE)


def test_the_folder_names_the_source_only_where_nothing_else_does(tmp_path):
    for place, text in (("", "One report here."), ("quay-times", "One report here."), ("other", "News of it. VNA/VNS")):
        (tmp_path / place).mkdir(exist_ok=True)
        (tmp_path / place / "a.txt").write_text(text)
    assert {a.id: a.source for a in load_articles(tmp_path)} == {
        "a": "",
        "quay-times/a": "quay-times",
        "other/a": "VNA/VNS",
    }


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Dam fails near Ostby | Quay Times", "Dam fails near Ostby"),
        ("Dam fails near Ostby - QUAY TIMES", "Dam fails near Ostby"),
        ("Dam fails - what we know | Another Paper", "Dam fails - what we know | Another Paper"),
        ("Quay Times", "Quay Times"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_a_title(tmp_path, head, title):
    page = f'<html><head><title>{head}</title><meta property="og:site_name" content="Quay Times"></head><body><article>'
    page += "<p>The dam near Ostby failed on Friday, the mayor said, and the shops in the valley were closed.</p>" * 3
    (tmp_path / "a.html").write_text(page + "</article></body></html>", "utf-8")
    assert [a.title for a in load_articles(tmp_path)] == [title]
