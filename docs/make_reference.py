"""Write docs/reference.md from `--help` and from the config dataclasses: `python docs/make_reference.py`.

A test makes it again and compares, so the reference is never older than the code.
"""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import click

import compare.config
from compare.cli.group import COMMANDS, group
from compare.settings import keys


def reference() -> str:
    """The whole page."""
    parts = ["# Reference", "", "Made by `docs/make_reference.py` from the code.", "", "## Commands", ""]
    context = click.Context(group, info_name="twosource", terminal_width=100, max_content_width=100)
    for name in COMMANDS:
        command = group.get_command(context, name)
        parts += [*_help(command, f"twosource {name}")]
        for inner in sorted(getattr(command, "commands", {})):
            parts += [*_help(command.commands[inner], f"twosource {name} {inner}")]
    parts += [
        "## Settings",
        "",
        "In `twosource.toml`, in `[tool.twosource]` of `pyproject.toml`, as `TWOSOURCE_…` variables",
        "",
    ]
    parts += ["(`stories.strict` is `TWOSOURCE_STORIES_STRICT`), or with `--set KEY=VALUE`.", ""]
    parts += ["| key | type | default | meaning |", "|---|---|---|---|"]
    words = _docs()
    parts += [f"| `{k}` | {kind} | `{value!r}` | {words.get(k, '')} |" for k, (kind, value) in keys().items()]
    return "\n".join(parts) + "\n"


def _help(command: click.Command, name: str) -> list[str]:
    context = click.Context(
        command, info_name=name, terminal_width=100, max_content_width=100, **group.context_settings
    )
    return [f"### {name}", "", "```text", command.get_help(context), "```", ""]


def _docs() -> dict[str, str]:
    """Key → the sentence written below its field in config.py."""
    tree = ast.parse(inspect.getsource(compare.config))
    found = {}
    homes = {f.type.split("[")[0]: f"{name}." for name, f in compare.config.Config.__dataclass_fields__.items()}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            where = homes.get(node.name, "")
            for field, text in zip(node.body, node.body[1:], strict=False):
                if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
                    found[f"{where}{field.target.id}"] = " ".join(ast.literal_eval(text.value).split())
    return found


if __name__ == "__main__":
    Path(__file__).with_name("reference.md").write_text(reference(), "utf-8")
