"""The command in a process of its own, as a person runs it."""

import os
import subprocess
import sys
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"
COMMAND = [sys.executable, "-m", "compare.cli"]


def twosource(*args, cwd=None, stdin=None, env=None):
    return subprocess.run(
        [*COMMAND, *map(str, args)], cwd=cwd, input=stdin, capture_output=True, env={**os.environ, **(env or {})}
    )


def said(done):
    return done.stdout.decode(), done.stderr.decode()
