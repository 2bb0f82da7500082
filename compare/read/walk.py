"""The folder walk: every regular file below a path, in an order that does not depend on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from compare.model import Unread
from compare.read.file import shown

SIDECARS = (".meta.json", ".meta.yaml", ".meta.yml")
"""Endings of files that describe another file: `report.html.meta.json` or `report.meta.json` beside `report.html`."""


def walk(root: Path, hidden: list[str]) -> Iterator[Path | Unread]:
    """Files below `root` by path; links to folders are followed once. Names of hidden entries go to `hidden`."""
    yield from _walk(root, hidden, set())


def _walk(folder: Path, hidden: list[str], seen: set[tuple[int, int]]) -> Iterator[Path | Unread]:
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            yield Unread(shown(folder), "a link back to a folder that was read already")
            return
        seen.add((status.st_dev, status.st_ino))
        entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield Unread(shown(folder), error.strerror or str(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            hidden.append(shown(entry.path))
        elif _is_folder(entry):
            yield from _walk(Path(entry.path), hidden, seen)
        elif not entry.name.lower().endswith(SIDECARS):
            yield Path(entry.path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a loop of links: opening it as a file tells the reason
