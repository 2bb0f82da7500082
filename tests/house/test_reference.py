"""The reference page says what the code says."""

import subprocess
import sys
from pathlib import Path

from compare.settings import keys

DOCS = Path(__file__).parents[2] / "docs"


def made():
    """Made in a process of its own: click keeps an option for help as it was first shown, in whatever test."""
    code = f"import runpy; print(runpy.run_path({str(DOCS / 'make_reference.py')!r})['reference'](), end='')"
    return subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, check=True).stdout.decode()


def test_the_reference_is_up_to_date():
    assert made() == (DOCS / "reference.md").read_text("utf-8"), "run: python docs/make_reference.py"


def test_every_setting_is_explained():
    lines = {line.split("`")[1]: line for line in made().splitlines() if line.startswith("| `")}
    assert {key for key in keys() if lines[key].rstrip(" |").endswith("`")} == set()
