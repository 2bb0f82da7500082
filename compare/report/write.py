"""The writer table: one function per output format, drawn from the same view."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from compare.config import Config
from compare.errors import ReportError
from compare.model import Comparison, Run
from compare.report.atomic import WholeFiles, is_part_of
from compare.report.formats import Job, Writer
from compare.report.review import read_review
from compare.report.turns import in_turn

WRITERS: dict[str, str] = {
    "html": "compare.report.html_report:draw_html",
    "json": "compare.report.json_report:draw_json",
    "jsonl": "compare.report.json_lines:draw_json_lines",
    "csv": "compare.report.csv_table:draw_csv",
    "md": "compare.report.markdown:draw_markdown",
    "annotations": "compare.report.annotations:draw_annotations",
}
"""Format → where its writer is; imported when used. Plug-ins: entry points `twosource.writers`."""
GROUP = "twosource.writers"

DEFAULT = "html,json"
BY_SUFFIX = {".html": "html", ".json": "json", ".jsonl": "jsonl", ".csv": "csv", ".md": "md"}
"""What is written to a file that is named without a format."""

OWN_PAGES = frozenset("index.html comparison.json findings.jsonl findings.csv report.md annotations.json".split())
"""The names that the built-in writers give."""

_STORY_PAGE = re.compile(r"s-[0-9a-f]{12}\.html")


def write_report(
    comparisons: Run | Sequence[Comparison],
    path: str | Path,
    format: str | None = None,  # noqa: A002  # the public name
    *,
    config: Config | None = None,
    review: str | Path | Mapping[str, Any] | None = None,
) -> Path:
    """Write the report of `comparisons` and return the path of what an editor opens.

    `path` is a folder, or a file for one format. `format` names one or more of html, json, jsonl, csv, md and
    annotations, with commas between them; without it a file is what its suffix says, and a folder gets html and json.
    `review` (a review.json or its content) carries an editor's marks over. The old report stands until the new one is
    whole. Raises `ReportError`.
    """
    run = comparisons if isinstance(comparisons, Run) else Run(tuple(comparisons))
    writers, folder, file_name = _plan(Path(path), format)
    _check_place(folder, file_name)
    job = Job(run, (config or Config()).report, read_review(review))
    with in_turn(folder, wait=not file_name) as alone:
        with WholeFiles() as files:
            opened = [_write(writer, job, folder, file_name, files) for writer in writers]
        if any(path.name == "index.html" for path in opened):
            _sweep(folder, files.paths)
        if alone:
            _clean(folder, {path.name for path in files.paths})
    return opened[0]


def check_report(
    path: str | Path,
    format: str | None = None,  # noqa: A002  # as in write_report
    review: str | Path | Mapping[str, Any] | None = None,
) -> None:
    """Raise the `ReportError` that `write_report` would raise for these, before hours of work are done for nothing."""
    _, folder, file_name = _plan(Path(path), format)
    _check_place(folder, file_name)
    read_review(review)


def known_formats() -> dict[str, str]:
    """Format → where its writer is: the built-in ones, then those of plug-ins, which never take a built-in's name."""
    points = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    return WRITERS | {point.name: point.value for point in points if point.name not in WRITERS}


def is_own_page(file: Path, output: Path) -> bool:
    """True for a file that a report written to `output` left there: it is no article, though it can be read as one."""
    file, output = file.absolute(), output.absolute()
    page = file.parent == output / "stories" and _STORY_PAGE.fullmatch(file.name)
    return file == output or bool(page) or (file.parent == output and file.name in OWN_PAGES)


def _plan(target: Path, formats: str | None) -> tuple[list[Writer], Path, str]:
    """The writers, the folder, and the file's name where the caller gave one."""
    suffix = "" if target.is_dir() else target.suffix
    names = _names(BY_SUFFIX.get(suffix, DEFAULT) if formats is None else formats)
    if len(names) > 1 and suffix in BY_SUFFIX:
        raise ReportError(f"{target} is one file, and {len(names)} formats were asked for: name a folder")
    writers = [_writer(name) for name in names]
    named = suffix[1:].isalpha() and len(names) == 1
    return (writers, target.parent, target.name) if named else (writers, target, "")


def _check_place(folder: Path, file_name: str) -> None:
    """A folder that is there or can be made, and under the file's name a file or nothing."""
    try:
        there = next(place for place in (folder, *folder.absolute().parents) if place.exists() or place.is_symlink())
        if not there.is_dir():
            raise ReportError(f"cannot write {folder}: {there} is no folder; choose another folder")
        if not os.access(there, os.W_OK | os.X_OK):
            raise ReportError(f"cannot write {folder}: {there} may not be written to; choose another folder")
        taken = folder / file_name
        if file_name and taken.exists() and not taken.is_file():
            raise ReportError(f"cannot write {taken}: it is no regular file; choose another name, or - for stdout")
    except OSError as error:
        raise ReportError(f"cannot write {folder}: {error.strerror}; choose another folder") from error


def _write(writer: Writer, job: Job, folder: Path, file_name: str, files: WholeFiles) -> Path:
    """Write every page; the one that lies in the folder itself is opened, and takes the caller's file name."""
    opened = folder
    for page in writer(job):
        path = folder / page.path
        if path.parent == folder:
            path = opened = folder / (file_name or page.path)
        files.write(path, page.pieces)
    return opened


def _sweep(folder: Path, written: set[Path]) -> None:
    """Take away pages of stories that an earlier, larger report left behind; nothing else is touched."""
    for page in (folder / "stories").glob("s-*.html"):
        if page not in written and _STORY_PAGE.fullmatch(page.name):
            page.unlink()


def _clean(folder: Path, written: set[str]) -> None:
    """Take away what runs that were killed left half written: nobody else writes here now."""
    for part in (*folder.glob(".*.part"), *(folder / "stories").glob(".*.part")):
        if is_part_of(part, lambda name: name in OWN_PAGES | written or bool(_STORY_PAGE.fullmatch(name))):
            part.unlink(missing_ok=True)


def _names(formats: str) -> list[str]:
    names = list(dict.fromkeys(name.strip() for name in formats.split(",") if name.strip()))
    if not names:
        raise ReportError(f"no format given; known: {', '.join(sorted(known_formats()))}")
    return sorted(names, key=lambda name: name != "html")


def _writer(name: str) -> Writer:
    known = known_formats()
    if name not in known:
        raise ReportError(f"unknown format {name}; known: {', '.join(sorted(known))}")
    module, _, function = known[name].partition(":")
    try:
        writer: Writer = getattr(import_module(module), function)
    except Exception as error:  # a broken plug-in may fail in any way; it is named, never skipped
        raise ReportError(f"writer {name} ({known[name]}) cannot be loaded: {error}; uninstall or mend it") from error
    return writer
