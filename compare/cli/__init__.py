"""The command `twosource`: each command parses, calls one function of the library, and prints."""

from __future__ import annotations

from compare.cli.group import main

__all__ = ["main"]
