"""Standard streams that are closed, full, or read by somebody who has had enough."""

import shlex
import subprocess
import sys

import pytest
from running import SEEDS

TWOSOURCE = f"{sys.executable} -m compare.cli"


def shell(line):
    return subprocess.run(["bash", "-c", line], capture_output=True, text=True, cwd=SEEDS.parent, timeout=300)


@pytest.mark.parametrize(
    "command", ["--help", "config", "index add --help", f"stories {SEEDS}", f"copies {SEEDS} --keep"]
)
def test_a_reader_that_has_gone_is_no_finding_and_no_error(command):
    done = shell(f"{TWOSOURCE} {command} | true; exit ${{PIPESTATUS[0]}}")
    assert (done.returncode, done.stderr) == (141, "")


def test_a_large_report_for_a_reader_that_has_gone_ends_as_quietly():
    done = shell(f"{TWOSOURCE} compare {SEEDS} -q --output - --format json | head -c 10; exit ${{PIPESTATUS[0]}}")
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.parametrize("command", ["config", f"stories {SEEDS}", f"compare {SEEDS} --output - --format json"])
def test_a_full_standard_output_is_one_clear_line(command):
    done = shell(f"{TWOSOURCE} {command} > /dev/full")
    assert done.returncode == 2
    assert done.stderr == "twosource: standard output: No space left on device\n"


def test_closed_streams_stop_no_run(tmp_path):
    done = shell(f"{TWOSOURCE} compare {SEEDS} -o {tmp_path}/out <&- >&- 2>&-")
    assert done.returncode == 0
    assert (tmp_path / "out" / "index.html").read_text("utf-8").rstrip().endswith("</html>")


def test_a_closed_standard_input_is_empty():
    done = shell(f"{TWOSOURCE} compare - <&-")
    assert done.returncode == 2
    assert "there are no articles there" in done.stderr


def test_a_place_that_cannot_be_written_is_one_clear_line(tmp_path):
    done = shell(f"{TWOSOURCE} copies {SEEDS} -o {tmp_path}")
    assert done.returncode == 2
    assert done.stderr.startswith(f"twosource: cannot write {tmp_path}")


def test_a_path_without_a_command_and_a_slip_are_told_how_to_be_written():
    assert f"Perhaps: twosource compare {SEEDS}" in shell(f"{TWOSOURCE} {SEEDS}").stderr
    assert "did you mean compare?" in shell(f"{TWOSOURCE} comapre {SEEDS}").stderr


def test_lines_without_text_are_told_and_of_one_id_are_told_apart():
    lines = [
        f'{{"id": "{name}", "text": "{text}"}}' for name, text in (("a", "One."), ("a", "Two."), ("b", ""), ("c", " "))
    ]
    done = shell(f"printf '%s\\n' {' '.join(map(shlex.quote, lines))} | {TWOSOURCE} copies - --keep")
    assert (done.returncode, done.stdout) == (3, "a#1\na#2\n")
    assert [line for line in done.stderr.splitlines() if "no text in it" in line] == [
        f"could not read -:{number}: no text in it" for number in (3, 4)
    ]
