"""The built wheel works from another folder: templates, tables and schema are inside."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORMATS = "html,json,jsonl,csv,md,annotations"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_does_the_main_job_from_another_folder(wheel, tmp_path):
    home = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(home)
    code = (
        f"import sys; sys.path.insert(0, {str(home)!r})\n"
        "import compare\n"
        f"assert compare.__file__.startswith({str(home)!r}), compare.__file__\n"
        "from compare.cli import main\n"
        f"main(['compare', {str(ROOT / 'seeds')!r}, '--output', 'out', '--format', {FORMATS!r}])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "index.html").stat().st_size > 10_000
    assert (tmp_path / "out" / "comparison.json").exists()


def test_the_wheel_holds_the_licence_and_the_type_marker(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "compare/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any(name.startswith(("tests/", "seeds/")) for name in names)
