"""A package that brings a reader, a comparer and a writer is installed, listed and used."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LOUD = "Courier! Dam fails!\nThe Ostby dam failed on Tuesday. All 120 people fled to the school hall of Ostby!\n"
CALM = "The Ostby dam failed on Tuesday. All 120 people fled to the school hall of Ostby."


def install(site, points=None):
    """What an installer leaves: the package, and its name, version and entry points beside it."""
    project = tomllib.loads((HERE / "example" / "pyproject.toml").read_text("utf-8"))["project"]
    shutil.copytree(HERE / "example" / "newsroom_shout", site / "newsroom_shout")
    info = site / f"newsroom_shout-{project['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n")
    groups = project["entry-points"] if points is None else points
    lines = [
        f"[{group}]\n" + "".join(f"{n} = {where}\n" for n, where in names.items()) for group, names in groups.items()
    ]
    (info / "entry_points.txt").write_text("\n".join(lines))
    return site


def twosource(site, *args):
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(site), str(ROOT)))}
    command = [sys.executable, "-m", "compare.cli", *map(str, args)]
    return subprocess.run(command, env=env, capture_output=True, text=True)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return install(tmp_path_factory.mktemp("site"))


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "in"
    made.mkdir()
    (made / "loud.shout").write_text(LOUD)
    (made / "calm.txt").write_text(CALM)
    return made


def test_formats_lists_what_plug_ins_bring(site):
    told = twosource(site, "formats").stdout
    for kind, name in (("readers", "shout"), ("writers", "headlines"), ("comparers", "shouting")):
        line = told.split(f"{kind} of plug-ins:\n")[1].splitlines()[0]
        assert line.split() == [name, "newsroom-shout", "1.0"]
    assert "plug-ins" not in twosource(ROOT, "formats").stdout


@pytest.mark.parametrize("workers", ["1", "2"])
def test_its_reader_comparer_and_writer_do_their_part(site, folder, tmp_path, workers):
    done = twosource(site, "compare", folder, "-o", tmp_path / "out", "-f", "json,headlines", "--workers", workers)
    assert done.returncode == 0, done.stderr
    told = json.loads((tmp_path / "out" / "comparison.json").read_text("utf-8"))
    (story,) = told["stories"]
    loud = next(a for a in story["articles"] if a["id"] == "loud")
    assert (loud["source"], loud["title"], loud["text"]) == ("Courier", "Dam fails", LOUD.partition("\n")[2].strip())
    (finding,) = [f for f in story["findings"] if f["kind"] == "shouting"]
    assert (finding["rule"], finding["severity"]) == ("shouting.one", "low")
    assert {(c["article"], c["value"], c["quote"]) for c in finding["claims"]} == {
        ("loud", "!", "Ostby"),
        ("calm", ".", "Ostby"),
    }
    differ = sum(f["verdict"] == "DIFFER" for f in story["findings"])
    assert (tmp_path / "out" / "headlines.txt").read_text("utf-8") == f"{story['id']}: {differ} differences\n"


def test_its_kind_can_be_chosen_like_any_other(site, folder, tmp_path):
    done = twosource(site, "compare", folder, "-o", tmp_path / "out", "-f", "json", "--only", "shouting")
    assert done.returncode == 0, done.stderr
    told = json.loads((tmp_path / "out" / "comparison.json").read_text("utf-8"))
    assert {f["kind"] for f in told["stories"][0]["findings"] if f["verdict"] == "DIFFER"} == {"shouting"}
    assert twosource(ROOT, "compare", folder, "-o", tmp_path / "out", "--only", "shouting").returncode == 2


def test_what_a_plug_in_reader_refuses_is_listed(site, folder, tmp_path):
    (folder / "wrong.shout").write_text("no mark here\n")
    done = twosource(site, "compare", folder, "-o", tmp_path / "out")
    assert done.returncode == 3
    assert "wrong.shout:1: the first line is not SOURCE! TITLE!" in done.stderr


@pytest.mark.parametrize(
    ("kind", "code", "says"),
    [
        ("readers", 3, "loud.shout: the plug-in newsroom_shout.gone:gone that reads .shout cannot be loaded"),
        ("comparers", 2, "comparer shout (newsroom_shout.gone:gone) cannot be loaded"),
        ("writers", 2, "writer shout (newsroom_shout.gone:gone) cannot be loaded"),
    ],
)
def test_a_broken_plug_in_is_named(kind, code, says, folder, tmp_path):
    broken = install(tmp_path / "site", {f"twosource.{kind}": {"shout": "newsroom_shout.gone:gone"}})
    formats = "shout" if kind == "writers" else "json"
    done = twosource(broken, "compare", folder, "-o", tmp_path / "out", "-f", formats)
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == code


def test_a_plug_in_never_takes_a_built_in_name(folder, tmp_path):
    points = {
        "twosource.readers": {"txt": "newsroom_shout.gone:gone"},
        "twosource.writers": {"json": "newsroom_shout.gone:gone"},
    }
    bold = install(tmp_path / "site", points)
    (folder / "loud.shout").unlink()
    assert twosource(bold, "compare", folder, "-o", tmp_path / "out", "-f", "json").returncode == 0
    assert twosource(bold, "formats").stdout.count("not used: that name is built in") == 2
