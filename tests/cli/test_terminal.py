"""What a person sees at a terminal, and what a log file does not."""

import os
import pty
import subprocess

import pytest
from running import COMMAND, SEEDS, said, twosource

from compare.cli.screen import _share


def at_a_terminal(*args, env=None, data=subprocess.PIPE):
    """Everything that the command writes to stderr where that is a terminal, and its stdout in a pipe or there too."""
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        [*COMMAND, *map(str, args)],
        stdout=theirs if data is subprocess.STDOUT else data,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", **(env or {})},
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # Linux: the other side is closed
            break
        if not piece:
            break
        seen += piece
    os.close(ours)
    return (done.communicate()[0] or b"").decode(), seen.decode(), done.returncode


def test_an_error_stands_on_a_line_of_its_own_and_not_behind_the_progress(tmp_path):
    _, seen, code = at_a_terminal("compare", tmp_path / "nowhere", env={"NO_COLOR": "1"})
    assert code == 2
    assert seen.splitlines()[-1].split("\033[K")[-1].startswith("twosource: ")


def test_progress_is_drawn_at_a_terminal_and_taken_away(tmp_path):
    out, seen, code = at_a_terminal("compare", SEEDS, "-o", tmp_path)
    assert code == 0
    for step in ("reading …", "finding stories …", "comparing stories 1 of 3", "comparing stories 3 of 3"):
        assert f"\r\033[K{step}" in seen
    assert seen.endswith("\r\033[K")
    assert "\033" not in out


def test_progress_is_not_drawn_in_a_log_or_when_quiet(tmp_path):
    assert said(twosource("compare", SEEDS, "-o", tmp_path))[1] == ""
    assert said(twosource("compare", SEEDS, "-o", tmp_path, "--verbose"))[1].splitlines() == [
        "reading",
        "finding stories",
        "comparing stories",
    ]
    assert at_a_terminal("compare", SEEDS, "-o", tmp_path, "--quiet")[:2] == ("", "")


@pytest.mark.parametrize(
    ("done", "total", "seconds", "text"),
    [
        (0, 0, 9.0, " …"),
        (1200, 0, 9.0, " 1,200 …"),
        (1, 4, 0.5, " 1 of 4"),
        (0, 4, 5.0, " 0 of 4"),
        (1, 4, 10.0, " 1 of 4, 30 s left"),
        (500, 2000, 100.0, " 500 of 2,000, 5 min left"),
        (10, 2000, 600.0, " 10 of 2,000, 33 h left"),
        (4, 4, 10.0, " 4 of 4"),
    ],
)
def test_the_time_left_is_told_in_words(done, total, seconds, text):
    assert _share(done, total, seconds) == text


def test_errors_have_colour_at_a_terminal_unless_no_color_is_set(tmp_path):
    assert "\033[31mtwosource: " in at_a_terminal("compare", tmp_path / "nowhere")[1]
    assert "\033[31m" not in at_a_terminal("compare", tmp_path / "nowhere", env={"NO_COLOR": "1"})[1]
    (tmp_path / "empty.txt").write_bytes(b"")
    folder = ("copies", tmp_path, SEEDS)
    assert "\033[33mcould not read" in at_a_terminal(*folder)[1]
    assert "\033[33m" not in at_a_terminal(*folder, env={"NO_COLOR": "1"})[1]


HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202egpj\r"


@pytest.fixture
def hostile(tmp_path):
    """A folder whose file names and titles steer a terminal, with files that cannot be read."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in "ab":
        text = f"{HOSTILE} dam fails\n\nThe Ostby {HOSTILE} dam failed on Tuesday and 120 people fled, {name} said."
        (folder / f"{name}{HOSTILE}.txt").write_text(text)
    (folder / f"empty\n{HOSTILE}.txt").write_bytes(b"")
    (folder / f"broken{HOSTILE}.json").write_text("{")
    return folder


@pytest.mark.parametrize(
    "args",
    [
        ("compare", "-o", "out"),
        ("compare", "-o", "-", "--format", "md"),
        ("copies",),
        ("stories", "--explain"),
        ("align",),
        ("compare", "--config", f"no{HOSTILE}.toml"),
        ("compare", "--set", f"no{HOSTILE}=1"),
        (f"compare{HOSTILE}",),
    ],
    ids=lambda args: " ".join(args[:2]).split("\x1b")[0],
)
def test_names_and_titles_of_strangers_do_not_steer_the_terminal(args, hostile, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    paths = sorted(hostile.iterdir())[:2] if args[0] == "align" else [hostile]
    _, seen, _ = at_a_terminal(*args, *paths, env={"NO_COLOR": "1"}, data=subprocess.STDOUT)
    assert seen
    left = seen.replace("\r\033[K", "").replace("\r\n", "\n")
    assert not set("\x1b\x07\x9b\u202e\r") & set(left)


def test_a_program_gets_the_names_as_they_are(hostile):
    assert HOSTILE in said(twosource("copies", hostile, "--keep"))[0]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script_that_completes(shell):
    done = twosource(env={"_TWOSOURCE_COMPLETE": f"{shell}_source"})
    assert done.returncode == 0
    assert f"{shell}_complete" in said(done)[0]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("twosource st", "stories"), ("twosource compare --fa", "--fail-on"), ("twosource index q", "query")],
)
def test_commands_and_options_are_completed(typed, offered):
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1), "_TWOSOURCE_COMPLETE": "bash_complete"}
    assert f"plain,{offered}" in said(twosource(env=words))[0].splitlines()
