"""Archives: the files in a .zip or .gz are read like files of a folder; nothing is written to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from compare.config import ReadConfig
from compare.errors import LimitExceeded, ReadError
from compare.model import Article, Unread
from compare.read.file import SourceFile, too_large

_CHUNK = 1 << 16
_SMALL = 1_000_000


def read_zip(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """Articles of every member, in the order of their names; one that cannot be read is told and the rest goes on."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(file.content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReadError(file.path, f"a broken zip archive: {error}") from error
    members = [m for m in archive.infolist() if not m.filename.endswith("/")]  # is_dir() fails where a name is empty
    if len(members) > config.max_members:
        raise LimitExceeded(
            file.path, f"{len(members):,} files in the archive; at most {config.max_members:,} are read"
        )
    left = config.max_bytes
    for member in sorted(members, key=lambda m: m.filename):
        path = f"{file.path}/{member.filename}"
        if _is_hidden(member.filename):
            continue
        try:
            _check_name(member.filename, path)
            content = unpacked(archive, member.filename, path, config)
            left -= len(content)
            if left < 0:
                raise LimitExceeded(file.path, f"unpacks to more than {config.max_bytes:,} bytes; the rest is unread")
            yield from _inner(SourceFile(path, content, file.nesting + 1), config)
        except ReadError as error:
            yield Unread(error.path, error.reason, error.line)
            if left < 0:
                return


def read_gzip(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """Articles of the file that is packed in a .gz, whose inner suffix tells the format."""
    inner = file.path.removesuffix(".gz").removesuffix(".GZ")
    content = gunzipped(file.content, file.path, config)
    yield from _inner(SourceFile(inner, content, file.nesting + 1), config)


def unpacked(archive: zipfile.ZipFile, name: str, path: str, config: ReadConfig) -> bytes:
    """The bytes of a member, within the limits of size and ratio; raises `ReadError`."""
    member = archive.getinfo(name)
    if member.flag_bits & 1:
        raise ReadError(path, "locked with a password")
    try:
        with archive.open(member) as opened:
            content = opened.read(config.max_bytes + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise ReadError(path, f"broken in the archive: {error}") from error
    if len(content) > config.max_bytes:
        raise too_large(path, config)
    _check_ratio(len(content), member.compress_size, path, config)
    return content


def gunzipped(content: bytes, path: str, config: ReadConfig) -> bytes:
    """The unpacked bytes of all members of a gzip file, within the limits; raises `ReadError`."""
    unpacker, parts, size, rest = zlib.decompressobj(wbits=31), [], 0, content
    try:
        while rest:
            part = unpacker.decompress(rest, _CHUNK)
            parts.append(part)
            size += len(part)
            if size > config.max_bytes:
                raise too_large(path, config)
            rest = unpacker.unconsumed_tail or unpacker.unused_data
            if unpacker.eof and rest:
                unpacker = zlib.decompressobj(wbits=31)
            elif not part and not unpacker.unconsumed_tail:
                break
    except zlib.error as error:
        raise ReadError(path, f"broken gzip: {error}") from error
    if not unpacker.eof:
        raise ReadError(path, "broken gzip: it ends too early")
    _check_ratio(size, len(content), path, config)
    return b"".join(parts)


def _inner(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """Articles of a packed file."""
    from compare.read.readers import read_file

    if file.nesting > config.max_nesting:
        raise LimitExceeded(file.path, f"archives in archives deeper than {config.max_nesting}")
    yield from read_file(file, config)


def _check_ratio(size: int, packed: int, path: str, config: ReadConfig) -> None:
    if size > _SMALL and size > config.max_ratio * max(1, packed):
        raise LimitExceeded(
            path, f"unpacks to {size // max(1, packed):,} times its size; at most {config.max_ratio} is read"
        )


def _check_name(name: str, path: str) -> None:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if name.startswith(("/", "\\")) or ".." in parts or (parts and parts[0].endswith(":")):
        raise ReadError(path, "a name that reaches outside the archive")


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in PurePosixPath(name).parts)
