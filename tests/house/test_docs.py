"""The pages under docs/: their Python compiles, their examples run, their links lead somewhere."""

import ast
import json
import re
import runpy
import shlex
import sys
import types
from pathlib import Path

import click
import pytest

import compare
from compare import Article, compare_story
from compare.cli.group import group
from compare.settings import load_config

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
EXAMPLE = ROOT / "tests" / "plugins" / "example"


def blocks(name, kind="python"):
    return re.findall(rf"^```{kind}\n(.*?)^```$", (ROOT / "docs" / name).read_text("utf-8"), re.M | re.S)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_python_block_is_python(page):
    for block in blocks(page.name):
        ast.parse(block)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md"], ids=lambda page: page.name)
def test_every_command_that_is_shown_can_be_given(page):
    context = click.Context(group)
    for line in re.findall(r"^.*\btwosource ([a-z]+ .*)$", "".join(blocks(page, "sh")), re.M):
        name, *words = shlex.split(line.split(">")[0].split("|")[0])
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            command = command.commands[words.pop(0)]
        assert command.make_context(name, words).params


def test_the_example_plug_in_is_shown_as_it_is_tested():
    shown = [*blocks("extending.md", "toml"), *blocks("extending.md")]
    files = ["pyproject.toml", *(f"newsroom_shout/{name}.py" for name in ("reader", "comparer", "writer"))]
    assert shown == [(EXAMPLE / file).read_text("utf-8") for file in files]


def test_the_house_settings_that_are_shown_are_understood(tmp_path):
    settings, names = blocks("house.md", "toml")
    for name, text in (("twosource.toml", settings), ("names.toml", names)):
        (tmp_path / name).write_text(text, "utf-8")
    config = load_config(tmp_path / "twosource.toml", environ={}, options=[f"findings.names={tmp_path / 'names.toml'}"])
    found = compare_story([Article("a", "Kiev waited for the Secretary-General.")], config).findings
    assert sorted(c.evidence.quote for f in found if f.kind == "house_style" for c in f.claims) == [
        "Kiev",
        "Secretary-General",
    ]


def a_module(monkeypatch, name, **content):
    """A stand-in with the few names that an example takes from a framework."""
    module = types.ModuleType(name)
    module.__dict__.update(content)
    monkeypatch.setitem(sys.modules, name, module)


def run_block(tmp_path, start):
    """The names that the one block which begins so leaves behind."""
    (block,) = [b for b in blocks("pipelines.md") if b.startswith(start)]
    (tmp_path / "block.py").write_text(block, "utf-8")
    return runpy.run_path(str(tmp_path / "block.py"))


class Model:
    def __init__(self, **given):
        self.__dict__.update(given)


class App:
    def __init__(self):
        self.views = {}

    def post(self, path):
        return lambda view: self.views.setdefault(path, view)


def test_the_web_view_answers_with_differences_that_quote_their_article(monkeypatch, tmp_path):
    a_module(monkeypatch, "fastapi", FastAPI=App)
    a_module(monkeypatch, "pydantic", BaseModel=Model)
    made = run_block(tmp_path, "from fastapi")
    texts = {
        "courier": "The Ostby dam failed on Tuesday, and 120 people fled to the school hall.",
        "herald": "The Ostby dam failed on Tuesday, and 150 people fled to the school hall.",
    }
    answer = made["app"].views["/differences"]([made["Text"](id=k, text=v, source=k) for k, v in texts.items()])
    (figures,) = [d for d in answer if d["kind"] == "number"]
    assert {quote for _, _, quote in figures["quotes"]} == {"120 people", "150 people"}
    assert all(texts[article][start:].startswith(quote) for article, start, quote in figures["quotes"])


def test_the_airflow_task_writes_the_report_and_counts(monkeypatch, tmp_path):
    tasks = {}
    a_module(monkeypatch, "airflow")
    a_module(
        monkeypatch,
        "airflow.decorators",
        dag=lambda **_: lambda build: build,
        task=lambda function: tasks.setdefault(function.__name__, function) and (lambda *_: None),
    )
    a_module(monkeypatch, "pendulum", datetime=lambda *day: day)
    run_block(tmp_path, "from airflow")
    counts = tasks["compare_the_day"](str(ROOT / "seeds"), str(tmp_path / "report"))
    told = json.loads((tmp_path / "report" / "comparison.json").read_text("utf-8"))
    high = [f for s in told["stories"] for f in s["findings"] if (f["verdict"], f["severity"]) == ("DIFFER", "high")]
    assert counts == {"stories": len(told["stories"]), "high": len(high)}
    assert (tmp_path / "report" / "index.html").exists()


def test_the_tables_can_be_asked_as_the_page_says(monkeypatch, tmp_path):
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    monkeypatch.chdir(ROOT)
    (block,) = [b for b in blocks("pipelines.md") if "to_pandas" in b]
    made = run_block(tmp_path, block)
    assert set(made["asked"].severity) <= {"high", "medium"}
    assert made["table"].num_rows == len(made["findings"])
    assert made["by_source"].sum() > 0


def test_progress_is_told_as_the_page_says():
    told = []
    articles = [compare.Article(name, f"The bridge at {name} is open again.") for name in ("Ostby", "Farnham")]
    found = compare.compare_articles(articles, progress=lambda *step: told.append(step))
    assert told[0] == ("finding stories", 0, 0)
    assert told[1:] == [("comparing stories", n + 1, len(found)) for n in range(len(found))]
