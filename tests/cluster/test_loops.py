import subprocess
import sys

import pytest

pytest.importorskip("numba")

from compare.cluster import kernels, loops, sketcher
from compare.cluster.sketcher import Sketcher, sketcher_for
from compare.config import CopyConfig


def test_what_is_kept_is_found_again(tmp_path):
    places = [tmp_path / "a" / "loops.bin"]
    loops._keep(b"code", places, b"source")
    assert loops._kept(places, b"source") == b"code"
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["loops.bin"]


@pytest.mark.parametrize("damage", [lambda kept: kept[:-1], lambda kept: kept + b"x", lambda kept: kept[:40]])
def test_a_damaged_file_is_not_run(tmp_path, damage):
    place = tmp_path / "loops.bin"
    loops._keep(b"machine code of some length", [place], b"source")
    place.write_bytes(damage(place.read_bytes()))
    assert loops._kept([place], b"source") is None


def test_code_of_another_source_numba_or_processor_is_not_run(tmp_path):
    loops._keep(b"code", [tmp_path / "loops.bin"], b"source")
    assert loops._kept([tmp_path / "loops.bin"], b"source 2") is None


def test_where_the_first_place_cannot_be_written_the_next_is_used(tmp_path):
    (tmp_path / "file").touch()
    places = [tmp_path / "file" / "loops.bin", tmp_path / "loops.bin"]
    loops._keep(b"code", places, b"source")
    assert loops._kept(places, b"source") == b"code"
    loops._keep(b"code", places[:1], b"source")


def test_what_cannot_be_kept_whole_leaves_nothing_behind(tmp_path):
    (tmp_path / "loops.bin").mkdir()
    loops._keep(b"code", [tmp_path / "loops.bin"], b"source")
    assert [p.name for p in tmp_path.iterdir()] == ["loops.bin"]


def test_a_user_without_a_home_keeps_it_beside_the_package(monkeypatch):
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert [place.parent.name for place in loops._places()] == ["__pycache__"]


@pytest.mark.parametrize("name", loops.LOOPS)
def test_a_compiled_loop_needs_nothing_of_numba(name):
    module = loops._module(name, *kernels.as_c(name, loops.LOOPS[name]))
    assert not [v for v in module.global_variables if v.linkage.name == "external" and v.is_declaration]


def test_a_second_process_finds_copies_without_numba():
    loops.load_loops()
    if loops._kept(loops._places(), loops._made_from()) is None:
        pytest.skip("nothing can be kept: neither the package nor the user's cache can be written")
    code = (
        "import sys; from compare import Article, find_copies;"
        "text = 'one two three four five six seven eight nine ten ' * 3;"
        "assert find_copies([Article(id='a', text=text), Article(id='b', text=text)]);"
        "assert 'compare.cluster.fast' in sys.modules and 'numba' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_numba_that_cannot_compile_is_told_and_numpy_used(monkeypatch):
    monkeypatch.setitem(sys.modules, "compare.cluster.fast", None)
    sketcher._fast.cache_clear()
    with pytest.warns(UserWarning, match="cannot be used, numpy is"):
        assert type(sketcher_for(CopyConfig())) is Sketcher
    sketcher._fast.cache_clear()
