"""Metadata beside a file: `report.html.meta.json`, `report.meta.yaml`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from compare.config import ReadConfig
from compare.errors import ReadError
from compare.read.file import open_file
from compare.read.walk import SIDECARS

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same safe loader, in C where it was built


def read_sidecar(path: Path, config: ReadConfig) -> Mapping[str, Any]:
    """Fields of the sidecar of `path`, {} where there is none; raises `ReadError` for one that is no table."""
    for ending in SIDECARS:
        for beside in (path.with_name(path.name + ending), path.with_name(path.stem + ending)):
            if beside.is_file():
                return table_of(open_file(beside, config).content.decode("utf-8-sig", "replace"), str(beside))
    return {}


def table_of(text: str, path: str) -> Mapping[str, Any]:
    """The table that YAML or JSON text holds; raises `ReadError`."""
    try:
        fields = json.loads(text) if text.lstrip().startswith("{") else yaml.load(text, _LOADER)
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        raise ReadError(path, f"metadata that cannot be read: {str(error).splitlines()[0]}") from error
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise ReadError(path, "metadata must be a table of fields")
    return {str(name): value for name, value in fields.items()}
