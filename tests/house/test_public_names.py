"""The public names are exactly those that the documentation promises, and importing the package costs nothing."""

import subprocess
import sys

import pytest

import compare

FUNCTIONS = {
    "load_articles",
    "split_sentences",
    "find_copies",
    "find_stories",
    "align_articles",
    "extract_claims",
    "compare_story",
    "compare_articles",
    "write_report",
    "to_dict",
    "to_json",
    "to_pandas",
    "to_arrow",
    "show",
}


def test_every_public_name_resolves():
    for name in compare.__all__:
        assert getattr(compare, name) is not None, name


def test_every_promised_function_is_public():
    assert set(compare.__all__) >= FUNCTIONS


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no_such_name"):
        compare.no_such_name  # noqa: B018


def test_importing_the_package_imports_nothing_heavy():
    code = (
        "import sys, compare, compare.cli.group\n"
        "heavy = {'datasketch', 'scipy', 'numpy', 'jinja2', 'trafilatura', 'babel', 'pyspark', 'sentencex', 'ftfy'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
