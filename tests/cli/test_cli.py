"""The command line as a person meets it: messages, exit codes, files."""

import json
import re
import shutil
import tomllib

import click
import pytest
from running import SEEDS, said, twosource

from compare.cli.group import group
from compare.settings import load_config


def test_the_main_job_writes_a_report_and_names_it(tmp_path):
    done = twosource("compare", SEEDS, "--output", tmp_path / "out")
    out, err = said(done)
    assert done.returncode == 0, err
    assert (tmp_path / "out" / "index.html").exists()
    lines = out.splitlines()
    assert lines[0] == f"report: {tmp_path / 'out' / 'index.html'}"
    assert lines[1] == "1 story, told by 3 of 5 articles"
    assert lines[2] == "independent origins: 3"
    assert len(lines) == 4


def test_the_last_line_counts_as_the_headline_of_the_page_does(tmp_path):
    line = said(twosource("compare", SEEDS, "-o", tmp_path))[0].splitlines()[-1]
    told = re.fullmatch(r"\d+ differences: (\d+) high and (\d+) medium; (\d+) passages in other words", line)
    high, medium, worded = map(int, told.groups())
    headline = f"{high + medium} differences: {high} high and {medium} medium; {worded} passages in other words."
    assert headline in (tmp_path / "index.html").read_text("utf-8")
    stories = json.loads((tmp_path / "comparison.json").read_text("utf-8"))["stories"]
    found = [f for s in stories for f in s["findings"] if f["verdict"] == "DIFFER"]
    assert sum(f["kind"] == "wording" for f in found) == worded
    assert [sum(f["severity"] == s for f in found) for s in ("high", "medium")] == [high, medium]


def test_fail_on_high_exits_1_when_two_sources_cannot_both_be_right(tmp_path):
    assert twosource("compare", SEEDS, "-o", tmp_path, "--fail-on", "high").returncode == 1
    assert twosource("compare", SEEDS / "004_e6df312019890831.txt", "-o", tmp_path, "--fail-on", "high").returncode == 0


def every_command(found=group, names=("twosource",)):
    context = click.Context(found)
    for name in found.list_commands(context):
        command = found.get_command(context, name)
        yield (*names, name), command
        if isinstance(command, click.Group):
            yield from every_command(command, (*names, name))


@pytest.mark.parametrize(("names", "command"), [pytest.param(*c, id=" ".join(c[0])) for c in every_command()])
def test_every_command_explains_itself_with_examples_of_its_own(names, command):
    text = command.get_help(click.Context(command, info_name=" ".join(names)))
    assert f"Usage: {' '.join(names)}" in text
    assert f"  {' '.join(names)}" in text.split("Examples:")[1]
    assert [o.name for o in command.params if isinstance(o, click.Option) and not o.help] == []


def test_help_is_one_call_away():
    for args in (["--help"], ["index", "query", "-h"]):
        done = twosource(*args)
        assert (done.returncode, said(done)[1]) == (0, "")


def test_examples_on_the_command_line_name_options_that_exist():
    for names, command in every_command():
        options = {o for p in command.params for o in p.opts} | {"--help", "-"}
        for line in (command.epilog or "").splitlines():
            if f"{' '.join(names)} " in line and not isinstance(command, click.Group):
                given = {w for w in line.split(names[-1], 1)[1].split("|")[0].split() if w.startswith("-")}
                assert given <= options, line


def test_a_missing_path_is_one_clear_line(tmp_path):
    done = twosource("compare", tmp_path / "nowhere", "-o", tmp_path / "out")
    assert done.returncode == 2
    assert "nowhere" in said(done)[1]
    assert "Traceback" not in said(done)[1]
    assert not (tmp_path / "out").exists()


def test_an_empty_folder_says_that_there_is_nothing_to_read(tmp_path):
    (tmp_path / "empty").mkdir()
    done = twosource("compare", tmp_path / "empty", "-o", tmp_path / "out")
    assert done.returncode == 2
    assert "no articles" in said(done)[1]


def test_a_folder_with_one_article_gives_an_honest_report(tmp_path):
    (tmp_path / "in").mkdir()
    shutil.copy(SEEDS / "004_e6df312019890831.txt", tmp_path / "in")
    done = twosource("compare", tmp_path / "in", "-o", tmp_path / "out")
    assert done.returncode == 0
    assert "only one article" in said(done)[1]
    assert (tmp_path / "out" / "index.html").exists()


def test_unreadable_files_are_named_and_the_run_goes_on(tmp_path):
    folder = tmp_path / "in"
    shutil.copytree(SEEDS, folder)
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (folder / "nothing.txt").write_bytes(b"")
    done = twosource("compare", folder, "-o", tmp_path / "out")
    assert done.returncode == 3
    assert "picture.txt" in said(done)[1]
    assert "nothing.txt" in said(done)[1]
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "picture.txt" in page
    assert "nothing.txt" in page


def test_two_files_of_one_name_in_two_folders_are_two_articles(tmp_path):
    for place, seed in (("one", "001"), ("two", "003")):
        (tmp_path / "in" / place).mkdir(parents=True)
        (file,) = SEEDS.glob(f"{seed}_*")
        shutil.copy(file, tmp_path / "in" / place / "story.txt")
    done = twosource("compare", tmp_path / "in", "-o", tmp_path / "out")
    assert done.returncode == 0, said(done)[1]
    assert "1 story, told by 2 articles" in said(done)[0]


def test_json_lines_come_by_stdin_and_json_goes_to_stdout():
    rows = [{"id": p.stem, "text": p.read_text("utf-8")} for p in sorted(SEEDS.glob("*.txt"))]
    lines = "\n".join(json.dumps(row) for row in rows).encode()
    done = twosource("compare", "-", "--output", "-", "--format", "json", stdin=lines)
    assert done.returncode == 0, said(done)[1]
    assert json.loads(done.stdout)["schema_version"]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["compare", "--set", "stories.strikt=true", SEEDS], "did you mean stories.strict"),
        (["compare", "--set", "nonsense", SEEDS], "KEY=VALUE"),
        (["compare", "--set", "workers=-1", SEEDS], "workers"),
        (["compare", "--format", "pdf", SEEDS], "pdf"),
        (["compare", "--output", "-", SEEDS], "one format"),
        (["compare", "--master", "local[2]", SEEDS], "--engine spark"),
        (["align", SEEDS / "004_e6df312019890831.txt"], "two articles"),
        (["compare", "--review", "no-such-review.json", SEEDS], "no-such-review.json"),
        (["compare", "--verify", "no-such-file.json", SEEDS], "no-such-file.json"),
        (["compare", "--watch", "--output", "-", "--format", "json", SEEDS], "--watch"),
        (["compare", "--watch", "no-such-folder"], "no-such-folder"),
        (["draw", "no-such-file.json"], "no-such-file.json"),
        (["draw", "no-such-file.json", "--set", "stories.strict=true"], "begin with report."),
    ],
)
def test_wrong_use_exits_2_and_says_what_to_do(args, message, tmp_path):
    done = twosource(*args, cwd=tmp_path)
    assert done.returncode == 2
    assert message in said(done)[1]
    assert "Traceback" not in said(done)[1]


def test_align_tells_of_lines_that_are_linked_with_their_best_answer_alone(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The harbour master closed the old pier on Monday.\n" * 60)
    assert "more than 50 sentences" in said(twosource("align", "a.txt", "b.txt", cwd=tmp_path))[1]
    told = json.loads(twosource("align", "a.txt", "b.txt", "--json", cwd=tmp_path).stdout)
    assert "more than 50 sentences" in told["notes"][0]


def test_align_names_the_file_that_leaves_it_with_one_article(tmp_path):
    (tmp_path / "empty.txt").write_text("")
    done = twosource("align", "empty.txt", SEEDS / "004_e6df312019890831.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert "empty.txt: the file is empty" in said(done)[1]


def test_a_settings_file_is_found_and_unknown_keys_are_refused(tmp_path):
    (tmp_path / "twosource.toml").write_text("[stories]\nstrikt = true\n")
    done = twosource("config", cwd=tmp_path)
    assert done.returncode == 2
    assert "did you mean stories.strict" in said(done)[1]


def test_a_variable_of_the_environment_sets_a_key(tmp_path):
    done = twosource("config", "--json", cwd=tmp_path, env={"TWOSOURCE_STORIES_STRICT": "true"})
    assert json.loads(done.stdout)["stories.strict"] is True
    wrong = twosource("config", cwd=tmp_path, env={"TWOSOURCE_STORIES_STRIKT": "true"})
    assert wrong.returncode == 2
    assert "did you mean TWOSOURCE_STORIES_STRICT" in said(wrong)[1]


def test_the_settings_in_force_are_a_settings_file(tmp_path):
    told = said(twosource("config", "--set", "stories.strict=true", "--set", "findings.only=date,number", cwd=tmp_path))
    assert [line for line in told[0].splitlines() if "# default" in line and "strict " in line] != []
    assert told[0].count("# default: ") == 2
    (tmp_path / "twosource.toml").write_text(told[0], "utf-8")
    options = ["stories.strict=true", "findings.only=date,number"]
    assert load_config(tmp_path / "twosource.toml", {}) == load_config(None, {}, options, tmp_path / "nowhere")
    assert tomllib.loads(said(twosource("config", cwd=tmp_path))[0]) == tomllib.loads(told[0])


def test_copies_keep_prints_one_file_per_cluster(tmp_path):
    folder = tmp_path / "in"
    shutil.copytree(SEEDS, folder)
    shutil.copy(folder / "004_e6df312019890831.txt", folder / "reprint.txt")
    clusters = [json.loads(line) for line in said(twosource("copies", folder))[0].splitlines()]
    assert [sorted(c["members"]) for c in clusters] == [["004_e6df312019890831", "reprint"]]
    kept = said(twosource("copies", folder, "--keep"))[0].splitlines()
    assert len(kept) == 5


def test_copies_are_told_as_lines_or_as_one_list(tmp_path):
    lines = [json.dumps({"id": str(i), "text": f"the text number {i // 2} in words of its own " * 3}) for i in range(6)]
    (tmp_path / "dump.jsonl").write_text("\n".join(lines), "utf-8")
    told = [json.loads(line) for line in said(twosource("copies", "dump.jsonl", cwd=tmp_path))[0].splitlines()]
    assert [cluster["members"] for cluster in told] == [["0", "1"], ["2", "3"], ["4", "5"]]
    listed = said(twosource("copies", "dump.jsonl", "--format", "json", cwd=tmp_path))[0]
    assert listed == json.dumps(told, indent=1) + "\n"
    (tmp_path / "dump.jsonl").write_text(lines[0], "utf-8")
    assert said(twosource("copies", "dump.jsonl", "--format", "json", cwd=tmp_path))[0] == "[]\n"


@pytest.mark.parametrize("source", ["-", "dump.jsonl"])
def test_copies_keep_prints_the_ids_of_many_articles_in_one_file(tmp_path, source):
    texts = [file.read_text("utf-8") for file in sorted(SEEDS.glob("*.txt"))]
    lines = [json.dumps({"id": f"n{i}", "text": text}) for i, text in enumerate([*texts, texts[0]])]
    (tmp_path / "dump.jsonl").write_text("\n".join(lines), "utf-8")
    done = twosource(
        "copies", source, "--keep", cwd=tmp_path, stdin="\n".join(lines).encode() if source == "-" else None
    )
    assert said(done)[0].splitlines() == ["n0", "n1", "n2", "n3", "n4"]


def test_stories_explain_says_why():
    out, _ = said(twosource("stories", SEEDS, "--explain"))
    assert "001_9466ee5a90c186c9" in out
    assert "CCPCJ 34" in out


def test_align_prints_a_table_of_at_most_100_columns():
    files = [next(SEEDS.glob(f"{n}_*")) for n in ("001", "003")]
    done = twosource("align", *files, env={"COLUMNS": "100"})
    assert done.returncode == 0, said(done)[1]
    lines = said(done)[0].splitlines()
    assert len(lines) > 20
    assert max(map(len, lines)) <= 100


def test_draw_gives_the_same_page_again_and_keeps_to_settings(tmp_path):
    twosource("compare", SEEDS, "-o", tmp_path / "one")
    draw = ("draw", tmp_path / "one" / "comparison.json", "-o", tmp_path / "two")
    done = twosource(*draw)
    assert done.returncode == 0, said(done)[1]
    assert (tmp_path / "two" / "index.html").read_bytes() == (tmp_path / "one" / "index.html").read_bytes()
    twosource(*draw, "--set", "report.title=Friday on the wire")
    assert "<h1>Friday on the wire</h1>" in (tmp_path / "two" / "index.html").read_text("utf-8")


def test_a_wrong_format_is_told_before_anything_is_read(tmp_path):
    done = twosource("compare", tmp_path / "nowhere", "--format", "pdf")
    assert "unknown format pdf" in said(done)[1]
    assert "nowhere" not in said(done)[1]


def test_other_words_for_one_thing_never_fail_a_run(tmp_path):
    text = "The council approved the plan for the new harbour bridge on Monday after a {} debate in the town hall."
    for name, word in (("a", "heated"), ("b", "lively")):
        (tmp_path / f"{name}.txt").write_text(text.format(word))
    done = twosource("compare", tmp_path, "-o", tmp_path / "out", "--fail-on", "low", "--set", "findings.only=wording")
    assert said(done)[0].splitlines()[-1] == "no differences found; 1 passage in other words"
    assert done.returncode == 0


def test_the_page_lists_what_was_left_out_and_why(tmp_path):
    folder = tmp_path / "in"
    shutil.copytree(SEEDS, folder)
    (folder / ".draft.txt").write_text("Not yet.")
    (folder / "empty.txt").write_bytes(b"")
    twosource("compare", folder, "-o", tmp_path / "out")
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "hidden, left out (1)" in page.split('id="notes"')[1]
    assert "empty.txt" in page.split('id="unread"')[1].split("</section>")[0]
