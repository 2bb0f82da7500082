"""Where a configuration comes from: `twosource.toml` or `[tool.twosource]`, then the environment, then options."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_type_hints

from compare.config import Config
from compare.errors import ConfigError

PREFIX = "TWOSOURCE_"
_WORDS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def load_config(
    file: Path | None = None,
    environ: Mapping[str, str] | None = None,
    options: Iterable[str] = (),
    folder: Path | None = None,
) -> Config:
    """The configuration from a file (found from `folder` upward when none is named), the environment, and options.

    Options read `stories.strict=true`; variables read `TWOSOURCE_STORIES_STRICT=true`. Later sources win. Raises
    `ConfigError` for an unknown key, an impossible value or a file that is not TOML.
    """
    found = file or find_file(folder or Path.cwd())
    values: dict[str, Any] = _read(found) if found else {}
    for key, text in _assignments(os.environ if environ is None else environ, options):
        _set(values, key, text)
    return Config.from_dict(values)


def find_file(folder: Path) -> Path | None:
    """`twosource.toml`, or a `pyproject.toml` with `[tool.twosource]`, in this folder or the nearest one above."""
    for place in (folder, *folder.resolve().parents):
        own = place / "twosource.toml"
        if own.is_file():
            return own
        project = place / "pyproject.toml"
        if project.is_file() and "twosource" in _toml(project).get("tool", {}):
            return project
    return None


def keys() -> dict[str, tuple[str, object]]:
    """Every key → its type's name and its default: `stories.strict` → ("bool", False)."""
    return dict(sorted(_keys(Config(), "")))


def _keys(part: Any, where: str) -> Iterable[tuple[str, tuple[str, object]]]:  # noqa: ANN401  # any config dataclass
    types = get_type_hints(type(part))
    for field in fields(part):
        value = getattr(part, field.name)
        if is_dataclass(value):
            yield from _keys(value, f"{where}{field.name}.")
        else:
            kind = types[field.name]
            yield f"{where}{field.name}", (getattr(kind, "__name__", str(kind)), value)


def _read(file: Path) -> dict[str, Any]:
    table = _toml(file)
    inner: dict[str, Any] = table.get("tool", {}).get("twosource", {}) if file.name == "pyproject.toml" else table
    return inner


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file} is not valid TOML: {error}") from error
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror}") from error


def _assignments(environ: Mapping[str, str], options: Iterable[str]) -> Iterable[tuple[str, str]]:
    named = {PREFIX + key.replace(".", "_").upper(): key for key in keys()}
    for name in sorted(environ):
        if name.startswith(PREFIX):
            if name not in named:
                near = get_close_matches(name, named, 1)
                hint = f"did you mean {near[0]}?" if near else "`twosource config` lists the keys"
                raise ConfigError(f"unknown variable {name}; {hint}")
            yield named[name], environ[name]
    for option in options:
        key, equals, text = option.partition("=")
        if not equals:
            raise ConfigError(f"{option!r} is not KEY=VALUE, as in stories.strict=true")
        yield key.strip(), text.strip()


def _set(values: dict[str, Any], key: str, text: str) -> None:
    path = key.replace("-", "_").split(".")
    table = values
    for name in path[:-1]:
        table = table.setdefault(name, {})
    kind = keys().get(".".join(path), ("str", ""))[0]
    table[path[-1]] = _typed(kind, text, key)


def _typed(kind: str, text: str, key: str) -> object:
    try:
        if kind == "bool":
            return _WORDS[text.lower()]
        if kind in ("int", "float"):
            return {"int": int, "float": float}[kind](text)
    except (KeyError, ValueError) as error:
        raise ConfigError(f"{key} must be {kind}, not {text!r}") from error
    if kind.startswith("tuple"):
        return [part.strip() for part in text.split(",") if part.strip()]
    return text
