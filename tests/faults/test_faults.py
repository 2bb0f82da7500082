"""Faults of the world around the tool: the old report stands until the new one is whole."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
COMMAND = [sys.executable, "-m", "compare.cli"]


def run(*args, **more):
    return subprocess.run([*COMMAND, *map(str, args)], capture_output=True, text=True, **more)


@pytest.fixture
def old_report(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "index.html").write_text("the old page")
    (folder / "comparison.json").write_text("the old result")
    return folder


def is_whole(folder):
    """Either both files are the old ones, or each is complete."""
    page, result = (folder / "index.html").read_text("utf-8"), (folder / "comparison.json").read_text("utf-8")
    old_or_new_page = page == "the old page" or page.rstrip().endswith("</html>")
    return old_or_new_page and (result == "the old result" or result.rstrip().endswith("}"))


def left_behind(folder):
    return sorted(p.name for p in folder.rglob("*") if p.name not in ("index.html", "comparison.json") and p.is_file())


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_run_that_is_stopped_at_any_moment_leaves_a_whole_report(old_report, sign):
    for moment in (0.05, 0.3, 0.6, 0.9, 1.2, 1.6):
        with subprocess.Popen(
            [*COMMAND, "compare", str(SEEDS), "-o", str(old_report)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as running:
            time.sleep(moment)
            running.send_signal(sign)
            running.communicate()
        assert is_whole(old_report)
    if sign is not signal.SIGKILL:
        assert left_behind(old_report) == []


WORKING = """
import signal, sys, time
from compare.engines.local import Local
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
if __name__ == "__main__":
    list(Local(2).map(time.sleep, [60] * 4))
"""


def children(number):
    found = subprocess.run(["pgrep", "-P", str(number)], capture_output=True, text=True).stdout.split()
    return [int(child) for child in found]


def is_running(number):
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists() or not shutil.which("pgrep"), reason="needs Linux")
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_workers_end_with_their_run_however_it_is_stopped(tmp_path, sign):
    script = tmp_path / "working.py"
    script.write_text(WORKING)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, str(script)], env=env, stderr=subprocess.PIPE) as running:
        end = time.monotonic() + 60
        while len(children(running.pid)) < 3 and time.monotonic() < end:  # two workers and the tracker of resources
            time.sleep(0.05)
        time.sleep(2)
        workers = children(running.pid)
        assert len(workers) >= 2
        running.send_signal(sign)
        assert running.wait(20) != 0
        while any(map(is_running, workers)) and time.monotonic() < end + 20:
            time.sleep(0.05)
        assert not [number for number in workers if is_running(number)]


def test_a_run_with_workers_that_is_killed_outright_leaves_no_worker_and_no_word_of_python(tmp_path):
    for n in range(12):
        (tmp_path / "in" / str(n)).mkdir(parents=True)
        for seed in ("001", "003"):
            (file,) = SEEDS.glob(f"{seed}_*")
            (tmp_path / "in" / str(n) / file.name).write_text(file.read_text("utf-8").replace("Hang", f"Hang{n}"))
    with (tmp_path / "log").open("wb") as log:
        command = [*COMMAND, "compare", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--workers", "2"]
        running = subprocess.Popen(command, stdout=log, stderr=log)
    end = time.monotonic() + 60
    while len(children := below(running.pid)) < 3 and running.poll() is None:  # two workers and the tracker
        assert time.monotonic() < end
        time.sleep(0.02)
    running.kill()
    running.wait()
    while any(Path(f"/proc/{child}").exists() for child in children):
        assert time.monotonic() < end
        time.sleep(0.05)
    assert "leaked" not in (tmp_path / "log").read_text()


def below(parent):
    told = subprocess.run(["ps", "--ppid", str(parent), "-o", "pid="], capture_output=True, text=True)
    return told.stdout.split()


def test_what_a_killed_run_left_is_cleaned_by_the_next(old_report):
    script = (
        "import os, signal\n"
        "from compare.report import atomic\n"
        "from compare.cli import main\n"
        "def dies(*args): os.kill(os.getpid(), signal.SIGKILL)\n"
        "atomic.WholeFiles.__exit__ = dies\n"
        f"main(['compare', {str(SEEDS)!r}, '-o', {str(old_report)!r}])"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True).returncode == -signal.SIGKILL
    assert len(left_behind(old_report)) == 2
    assert (old_report / "comparison.json").read_text() == "the old result"
    assert run("compare", SEEDS, "-o", old_report).returncode == 0
    assert (old_report / "index.html").read_text("utf-8").rstrip().endswith("</html>")
    assert left_behind(old_report) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_a_read_only_folder_is_one_clear_line(old_report):
    old_report.chmod(0o555)
    done = run("compare", SEEDS, "-o", old_report)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert (old_report / "index.html").read_text() == "the old page"


def test_a_report_path_that_is_a_file_is_one_clear_line(tmp_path):
    taken = tmp_path / "out"
    taken.write_text("a file of somebody's")
    done = run("compare", SEEDS, "-o", taken)
    assert done.returncode == 2
    assert str(taken) in done.stderr
    assert "Traceback" not in done.stderr
    assert taken.read_text() == "a file of somebody's"


@pytest.mark.parametrize(
    ("output", "more"),
    [("pipe", ()), ("/dev/null", ()), ("dangling", ()), ("file/x", ()), ("x" * 300, ()), ("", ()), ("/proc/x", ()),
     ("pipe.json", ("--format", "json"))],
)  # fmt: skip
def test_a_place_that_takes_no_report_is_told_before_the_work_and_left_alone(output, more, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "file").write_text("somebody's")
    before = sorted(tmp_path.iterdir())
    where = "seeds" if output == "/proc/x" else "no such folder of articles"  # told first: nothing was read
    done = run("compare", SEEDS if where == "seeds" else where, "-o", output, *more, cwd=tmp_path)
    assert done.returncode == 2
    assert "no such folder of articles" not in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(tmp_path.iterdir()) == before
    assert (tmp_path / "pipe.json").is_fifo()


def test_two_runs_on_one_output_leave_one_whole_report(tmp_path):
    command = [*COMMAND, "compare", str(SEEDS), "-o", str(tmp_path / "out")]
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(3)]
    assert [p.communicate() and p.returncode for p in running] == [0, 0, 0]
    assert is_whole(tmp_path / "out")
    assert left_behind(tmp_path / "out") == []


def test_the_main_job_opens_no_socket(tmp_path):
    code = (
        "import socket, sys\n"
        "def refuse(*args, **more): raise AssertionError('a socket was opened')\n"
        "socket.socket = refuse; socket.create_connection = refuse; socket.getaddrinfo = refuse\n"
        "from compare.cli import main\n"
        f"main(['compare', {str(SEEDS)!r}, '-o', {str(tmp_path / 'out')!r}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_clock_that_jumps_changes_nothing(tmp_path):
    code = (
        "import time, sys\n"
        "ticks = iter(range(10**9))\n"
        "time.time = lambda: 4102444800.0 - 86400.0 * next(ticks)\n"
        "time.monotonic = lambda: 1e6 - next(ticks)\n"
        "from compare.cli import main\n"
        f"main(['compare', {str(SEEDS)!r}, '-o', {str(tmp_path / 'b')!r}])"
    )
    assert run("compare", SEEDS, "-o", tmp_path / "a").returncode == 0
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a" / "comparison.json").read_bytes() == (tmp_path / "b" / "comparison.json").read_bytes()
