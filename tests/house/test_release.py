"""A release is made of the same bytes every time, and says what it was made with."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import compare

ROOT = Path(__file__).parents[2]


def built(folder, kind):
    command = [sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "SOURCE_DATE_EPOCH": "1767225600"})
    (made,) = folder.iterdir()
    return hashlib.sha256(made.read_bytes()).hexdigest()


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_two_builds_are_the_same_bytes(tmp_path, kind):
    pytest.importorskip("hatchling")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    assert built(tmp_path / "one", kind) == built(tmp_path / "two", kind)


def test_version_names_what_a_result_depends_on():
    done = subprocess.run(
        [sys.executable, "-m", "compare.cli", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith(f"twosource {compare.__version__}")
    for package in ("datasketch", "numpy", "sentencex", "PyStemmer"):
        assert re.search(rf"{package} \d", done.stdout)


def test_the_version_is_in_the_changelog_or_unreleased():
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert "## [Unreleased]" in text or f"## [{compare.__version__}]" in text


@pytest.mark.parametrize("workflow", sorted((ROOT / ".github" / "workflows").glob("*.yml")), ids=lambda path: path.name)
def test_workflows_run_pinned_actions_with_no_more_rights_than_they_need(workflow):
    told = yaml.safe_load(workflow.read_text("utf-8"))
    steps = [step for job in told["jobs"].values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) for action in used)
    assert told["permissions"] == {"contents": "read"}
    assert "secrets." not in workflow.read_text("utf-8")
    audits = [step["run"] for step in steps if "pip-audit" in step.get("run", "") and "-r packages.txt" in step["run"]]
    assert audits
    assert all("--strict" in audit for audit in audits)
