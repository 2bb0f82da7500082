"""The fuzzer of this folder runs: a hundred inputs for each target, where atheris is installed."""

import subprocess
import sys
from pathlib import Path

import pytest

FUZZER = Path(__file__).with_name("fuzz.py")


@pytest.mark.parametrize("target", ["readers", "facts", "pipeline", "results"])
def test_a_few_seconds_of_fuzzing_find_nothing(target, tmp_path):
    pytest.importorskip("atheris")
    done = subprocess.run(
        [sys.executable, str(FUZZER), target, "--seconds", "5", "--keep", str(tmp_path)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-3000:]
