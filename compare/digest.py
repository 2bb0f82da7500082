"""What makes a run reproducible: versions, settings and digests, as plain strings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from compare.config import Config
from compare.errors import ConfigError
from compare.model import Article
from compare.version import __version__

SHAPING = (
    "datasketch",
    "numpy",
    "sentencex",
    "PyStemmer",
    "anyascii",
    "rapidfuzz",
    "Babel",
    "diff-match-patch",
    "ftfy",
)
"""Packages whose version can change a result."""


def made_with(config: Config) -> dict[str, str]:
    """Version of the tool and the settings that shape a result; where work runs and how fast is not among them."""
    return {
        "twosource": __version__,
        "datasketch": f"{version_of('datasketch')} {config.copies.scheme}, seed {config.copies.seed}",
        "config": config_digest(config),
    } | _names(config)


def _names(config: Config) -> dict[str, str]:
    """The house list of names, by its own name and digest."""
    if not config.findings.names:
        return {}
    file = Path(config.findings.names)
    try:
        return {"names": f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()[:16]}"}
    except OSError as error:
        raise ConfigError(f"findings.names: {file} cannot be read: {error.strerror}") from error


def config_digest(config: Config) -> str:
    """First 16 hex digits of the SHA-256 of the configuration, without what says where and how it runs."""
    plain = {key: value for key, value in asdict(config).items() if key not in ("workers", "memory_limit")}
    plain["findings"].pop("names")  # told by their digests: where they lie on this machine changes nothing
    plain["align"].pop("pair_model")
    return _digest(json.dumps(plain, sort_keys=True, ensure_ascii=False, default=str))


def input_digests(articles: Iterable[Article]) -> dict[str, str]:
    """Article id → first 16 hex digits of the SHA-256 of its title and text."""
    return dict(sorted((a.id, _digest(f"{a.title}\n{a.text}")) for a in articles))


def versions() -> dict[str, str]:
    """Installed version of every package that can change a result."""
    return {name: version_of(name) for name in SHAPING}


def version_of(package: str) -> str:
    """Installed version of `package`, or "not installed"."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
