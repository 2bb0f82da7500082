"""The reference page says what the code says."""

import importlib.util
from pathlib import Path

from compare.settings import keys

DOCS = Path(__file__).parents[2] / "docs"


def made():
    spec = importlib.util.spec_from_file_location("make_reference", DOCS / "make_reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.reference()


def test_the_reference_is_up_to_date():
    assert made() == (DOCS / "reference.md").read_text("utf-8"), "run: python docs/make_reference.py"


def test_every_setting_is_explained():
    lines = {line.split("`")[1]: line for line in made().splitlines() if line.startswith("| `")}
    assert {key for key in keys() if lines[key].rstrip(" |").endswith("`")} == set()
