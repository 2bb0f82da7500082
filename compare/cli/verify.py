"""`--verify`: do these inputs still give the result that a comparison.json holds?"""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.config import Config
from compare.errors import ReadError
from compare.model import Run

_KEPT = "comparison.json"


@dataclass(frozen=True)
class Kept:
    """A result that was written earlier: its file, its bytes and what they hold."""

    file: Path
    content: bytes
    then: dict[str, Any]


def read_kept(path: Path) -> Kept:
    """The result at `path`: a JSON report, or the comparison.json of a report's folder or beside its pages.

    Raises `ReadError` where there is none, so that nobody waits for a comparison with nothing.
    """
    file = path / _KEPT if path.is_dir() else path
    if file.suffix.lower() in (".html", ".htm"):
        file = file.parent.parent / _KEPT if file.parent.name == "stories" else file.with_name(_KEPT)
    try:
        content = file.read_bytes()
        then: dict[str, Any] = json.loads(content)
    except OSError as error:
        why = error.strerror or str(error)
        help_ = "" if file == path else f": {path} can be verified where it was written with --format html,json"
        raise ReadError(str(file), why + help_) from error
    except (ValueError, RecursionError) as error:
        raise ReadError(str(file), f"not a comparison.json: {error}; only JSON reports can be verified") from error
    tables = ("made_with", "inputs")
    if (
        not isinstance(then, dict)
        or "schema_version" not in then
        or not all(isinstance(then.get(t, {}), dict) for t in tables)
    ):
        raise ReadError(str(file), "not a comparison.json; only JSON reports can be verified")
    return Kept(file, content, then)


def differences_from(kept: Kept, run: Run, config: Config) -> list[str]:
    """What keeps `run` from being the kept result, in plain lines; empty where the two are the same bytes."""
    from compare.report.write import write_report

    then = kept.then
    with tempfile.TemporaryDirectory() as folder:
        review = then if "review" in then else None  # the marks of an editor belong to the result
        made = write_report(run, folder, "json", config=config, review=review).read_bytes()
    if made == kept.content:
        return []
    now = json.loads(made)
    lines = [
        *_changed("made with", then.get("made_with", {}), now["made_with"]),
        *_changed("input", then.get("inputs", {}), now["inputs"]),
    ]
    return lines or ["the same inputs, settings and versions give another result"]


def _changed(what: str, then: dict[str, str], now: dict[str, str]) -> list[str]:
    return [
        f"{what} {key}: {then.get(key, 'not there')} then, {now.get(key, 'not there')} now"
        for key in sorted(then.keys() | now.keys())
        if then.get(key) != now.get(key)
    ]
