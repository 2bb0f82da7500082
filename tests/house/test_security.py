"""What SECURITY.md says of the code, read from the code."""

import ast
import re
from pathlib import Path

import pytest
import yaml

import compare
from compare.engines.spilled import Spilled
from compare.read import sidecar

ROOT = Path(__file__).parents[2]
NETWORK = {"socket", "ssl", "http", "urllib.request", "requests", "httpx", "aiohttp", "ftplib", "smtplib", "xmlrpc"}
CODE = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "subprocess", "code"}
RUNS = {"eval", "exec", "__import__", "compile"}
MODULES = sorted((ROOT / "compare").rglob("*.py"))


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def faults(source):
    tree = ast.parse(source)
    for name in imported(tree):
        if name in NETWORK | CODE or name.split(".")[0] in NETWORK | CODE:
            yield name
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            unsafe_yaml = called == "yaml.load" and [ast.unparse(a) for a in node.args[1:]] != ["_LOADER"]
            if called in RUNS or unsafe_yaml or called in ("os.system", "os.popen", "yaml.unsafe_load"):
                yield called


def test_no_module_runs_input_as_code_or_asks_the_network():
    found = {str(p.relative_to(ROOT)): set(faults(p.read_text("utf-8"))) for p in MODULES}
    found = {name: names for name, names in found.items() if names}
    spark = {name for name in found if name.startswith("compare/engines/spark")}
    own = {"compare/engines/shelf.py": {"pickle"}}  # what the run itself wrote, to a file that has no name
    assert {name: names for name, names in found.items() if name not in spark} == own
    assert set().union(*found.values()) <= {"pickle", "subprocess"}, "the Spark engine pickles its own nouns"


def test_what_waits_on_disk_has_no_name_under_which_another_could_change_it(monkeypatch, tmp_path):
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    waiting = Spilled(
        [compare.compare_story([compare.Article("a", "A."), compare.Article("b", "B.")])], lambda one: (one.story.id,)
    )
    assert len(waiting) == 1
    assert waiting[0].story.articles[1].text == "B."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "source",
    [
        "import pickle",
        "from urllib.request import urlopen",
        "eval(x)",
        "import os\nos.system(x)",
        "import socket",
        "yaml.load(x)",
    ],
)
def test_the_reading_finds_what_it_looks_for(source):
    assert list(faults(source))


def test_the_yaml_loader_makes_plain_values_only():
    assert "CSafeLoader" in (ROOT / "compare/read/sidecar.py").read_text("utf-8")
    assert issubclass(sidecar._LOADER, yaml.SafeLoader | yaml.CSafeLoader)


def test_every_test_that_the_threat_model_names_is_there():
    named = re.findall(r"`(tests/[\w/.]+)`", (ROOT / "SECURITY.md").read_text("utf-8"))
    assert len(named) >= 5
    assert [name for name in named if not (ROOT / name).exists()] == []
