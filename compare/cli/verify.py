"""`--verify`: do these inputs still give the result that a comparison.json holds?"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from compare.config import Config
from compare.errors import ReadError
from compare.model import Run


def differences_from(file: Path, run: Run, config: Config) -> list[str]:
    """What keeps `run` from being the result in `file`, in plain lines; empty where the two are the same bytes."""
    from compare.report.write import write_report

    try:
        kept = file.read_bytes()
        then: dict[str, Any] = json.loads(kept)
    except OSError as error:
        raise ReadError(str(file), error.strerror or str(error)) from error
    except ValueError as error:
        raise ReadError(str(file), f"not a comparison.json: {error}") from error
    if not isinstance(then, dict) or "schema_version" not in then:
        raise ReadError(str(file), "not a comparison.json")
    with tempfile.TemporaryDirectory() as folder:
        review = then if "review" in then else None  # the marks of an editor belong to the result
        made = write_report(run, folder, "json", config=config, review=review).read_bytes()
    if made == kept:
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
