"""The README's own blocks: two set-up commands first, and an example that runs."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.M | re.S)


def test_the_readme_opens_with_exactly_two_commands():
    assert [kind for kind, _ in BLOCKS[:3]] == ["sh", "sh", "python"]
    assert "twosource compare seeds/" in BLOCKS[0][1]
    assert "pytest" in BLOCKS[1][1]
    assert all(len(text.splitlines()) == 1 for _, text in BLOCKS[:2])


def test_the_python_example_runs(tmp_path):
    (example,) = [text for kind, text in BLOCKS if kind == "python"]
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    done = subprocess.run([sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "Grossi" in done.stdout
    assert (tmp_path / "out" / "index.html").exists()


def test_every_file_that_the_readme_links_exists():
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
