"""The compiled loops of `kernels`, called without numba: machine code that is made once and kept on disk.

To load numba takes .6 s and 120 MB in every process, to load what it made with its LLVM alone .05 s and 50 MB.
The kept file begins with a digest of what it was made from and for (the source, numba, LLVM, the processor) and of the
code itself; where any of it differs, it is made anew.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import sys
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, cast

import llvmlite.binding as llvm
import numpy as np

LOOPS = {
    "as_sets": "u4* i8* i8 u4* i8* u4* i8*",
    "classify": "u1* i8 u1* u1*",
    "combine": "u8* i8* i8 i8 u4*",
    "count_shared": "u4* i8* u1* u4* i8* i8* i8* i8 i8* i8*",
    "hash_words": "u1* u1* i8* i8 u1* u8* i8*",
    "quarters": "u4* i8* u4* i8* u4* i8* i8* i8* i8 i8 i8*",
    "sign": "u4* i8* i8 u1* u4 u4* u4* i8 u4* u4*",
}
"""Each loop and what it takes: numbers of these types, or arrays of them (numpy's codes)."""
DIGEST = 32
"""Bytes of the digest with which a kept file begins."""
_SOURCES = (Path(__file__), Path(__file__).with_name("kernels.py"))


def load_loops() -> dict[str, Callable[..., None]]:
    """Name → loop. An array of another type, or one that is not contiguous, raises `ctypes.ArgumentError`."""
    code = _kept(_places(), _made_from())
    if code is None:
        code = _compiled()
        _keep(code, _places(), _made_from())
    engine = _engine(code)
    return {name: _callable(engine, name, takes) for name, takes in LOOPS.items()}


def _compiled() -> bytes:
    """All loops as one object file for this processor, by numba; takes seconds."""
    from compare.cluster import kernels

    whole, *others = (_module(name, *kernels.as_c(name, takes)) for name, takes in LOOPS.items())
    for other in others:
        whole.link_in(other)
    machine = llvm.Target.from_default_triple().create_target_machine(
        cpu=llvm.get_host_cpu_name(), features=llvm.get_host_cpu_features().flatten(), opt=3, jit=True
    )
    return cast(bytes, machine.emit_object(whole))


def _module(name: str, assembly: str, name_there: str) -> Any:  # noqa: ANN401  # llvmlite has no types
    module = llvm.parse_assembly(assembly)
    module.get_function(name_there).name = name
    needs = [f.name for f in module.functions if f.is_declaration and not f.name.startswith("llvm.")]
    if needs:  # a symbol that is not there would end the process when the code is loaded
        raise RuntimeError(f"numba {version('numba')} compiles {name} so that it needs {', '.join(needs)}")
    return module


def _engine(code: bytes) -> Any:  # noqa: ANN401
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    machine = llvm.Target.from_default_triple().create_target_machine(jit=True)
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), machine)
    engine.add_object_file(llvm.ObjectFileRef.from_data(code))
    engine.finalize_object()
    return engine


def _callable(engine: Any, name: str, takes: str) -> Callable[..., None]:  # noqa: ANN401
    """The loop as a function that leaves the other threads of Python running."""
    loop: Any = ctypes.CFUNCTYPE(None, *map(_argument, takes.split()))(engine.get_function_address(name))
    loop.engine = engine  # whose memory the code is in
    return cast(Callable[..., None], loop)


def _argument(code: str) -> Any:  # noqa: ANN401  # ctypes tells its types by their use
    if code.endswith("*"):
        return np.ctypeslib.ndpointer(code[:-1], flags="C_CONTIGUOUS")
    return np.ctypeslib.as_ctypes_type(np.dtype(code))


def _made_from() -> bytes:
    """What the code depends on."""
    packages = [f"{name} {version(name)}" for name in ("numba", "llvmlite")]
    processor = [llvm.get_default_triple(), llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten()]
    return b"\0".join([path.read_bytes() for path in _SOURCES] + [part.encode() for part in packages + processor])


def _places() -> list[Path]:
    """Where the code may be kept: with Python's own compiled files, else in the user's cache."""
    beside = Path(cache_from_source(__file__)).parent
    cache = Path(os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME") or "~/.cache")
    try:
        own = cache.expanduser() / "twosource"
    except RuntimeError:  # a user without a home
        return [beside / "loops.bin"]
    return [folder / "loops.bin" for folder in (beside, own)]


def _kept(places: list[Path], made_from: bytes) -> bytes | None:
    for place in places:
        try:
            content = place.read_bytes()
        except OSError:
            continue
        if content[:DIGEST] == _digest(made_from, content[DIGEST:]):
            return content[DIGEST:]
    return None


def _keep(code: bytes, places: list[Path], made_from: bytes) -> None:
    """In the first place that can be written; in none, the next process makes it again."""
    for place in places:
        written: Path | None = None
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=place.parent, delete=False) as file:
                written = Path(file.name)
                file.write(_digest(made_from, code) + code)
            written.replace(place)
        except OSError:
            if written:
                written.unlink(missing_ok=True)
            continue
        return


def _digest(made_from: bytes, code: bytes) -> bytes:
    return hashlib.blake2b(made_from + b"\0" + code, digest_size=DIGEST).digest()
