"""The arrows of the house: no stage imports a later one, and each third-party package has one importing module."""

import ast
import sys
from pathlib import Path

import pytest

import compare

ROOT = Path(compare.__file__).parent
ALLOWED = {
    "version": set(),
    "model": set(),
    "errors": {"model"},
    "config": {"model", "errors"},
    "memory": {"errors"},
    "digest": {"model", "errors", "config", "version"},
    "settings": {"model", "errors", "config"},
    "shared_paths": {"model"},
    "text": {"model", "errors", "config"},
    "read": {"model", "errors", "config", "text"},
    "facts": {"model", "errors", "config", "text"},
    "cluster": {"model", "errors", "config", "text", "facts"},
    "align": {"model", "errors", "config", "text", "facts", "cluster"},
    "findings": {"model", "errors", "config", "text", "facts", "cluster", "align"},
    "report": {"model", "errors", "config"},
    "engines": {"model", "errors", "config", "memory", "text", "read", "cluster", "digest", "version"},
    "pipeline": {
        "model",
        "errors",
        "config",
        "digest",
        "memory",
        "shared_paths",
        "engines",
        "text",
        "facts",
        "cluster",
        "align",
        "findings",
    },
}
ONE_IMPORTER = {
    "datasketch": "cluster/signature.py",
    "diff_match_patch": "align/diff.py",
    "jinja2": "report/page.py",
    "pyspark": "engines/spark.py",
}
ANYWHERE = {"numpy", "scipy", "pandas", "pyarrow"}  # arrays and tables are a language, not a service


def modules() -> list[Path]:
    return sorted(p for p in ROOT.rglob("*.py") if p.name != "__main__.py")


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").parts[0]


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_module_imports_a_room_above_its_own(path):
    room = room_of(path)
    if room in ("__init__", "cli"):
        return
    used = {name.split(".")[1] for name in imports_of(path) if name.startswith("compare.")}
    assert used - {room} <= ALLOWED[room]


def test_nobody_imports_the_command_line():
    assert [
        p for p in modules() if room_of(p) != "cli" and any(n.startswith("compare.cli") for n in imports_of(p))
    ] == []


def test_only_the_command_line_imports_click_or_prints():
    for path in modules():
        if room_of(path) != "cli":
            tree = ast.parse(path.read_text("utf-8"))
            calls = {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
            assert not {"print", "exit", "quit"} & calls, path
            assert "click" not in {name.split(".")[0] for name in imports_of(path)}, path


def test_each_third_party_package_has_one_importing_module():
    importers: dict[str, set[str]] = {}
    for path in modules():
        if room_of(path) == "cli":
            continue
        for name in imports_of(path):
            top = name.split(".")[0]
            if top not in sys.stdlib_module_names and top != "compare":
                importers.setdefault(top, set()).add(path.relative_to(ROOT).as_posix())
    several = {top: sorted(paths) for top, paths in importers.items() if len(paths) > 1 and top not in ANYWHERE}
    assert several == {}
    for package, home in ONE_IMPORTER.items():
        assert importers.get(package, {home}) == {home}
