"""The house list of names: spellings that a newsroom has settled, against those that the articles use."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from compare.errors import ConfigError
from compare.findings.comparer import Level, Ruled, StoryView
from compare.findings.pairing import Said
from compare.model import Finding, Severity, Span, Verdict
from compare.text.words import Word, split_words

_JOINTS = tuple("-‐‑–")
_EXAMPLE = '[names]\n"Kyiv" = ["Kiev"]'


@dataclass(frozen=True, slots=True)
class HouseName:
    """A name as the house writes it, and a spelling that it does not want, word by word."""

    name: str
    variant: tuple[str, ...]


class HouseStyleComparer(Ruled):
    """Names that an article spells against the house list (`findings.names`, a TOML file)."""

    kind = "house_style"
    levels = (
        Level("house_style.as_listed", Verdict.AGREE, Severity.INFO, "Spelled as the house list has it."),
        Level("house_style.variant", Verdict.DIFFER, Severity.LOW, "The house list has “{b}”, the article “{a}”."),
    )

    def compare_story(self, view: StoryView) -> Iterator[Finding]:
        """One finding per article and unwanted spelling, with every place where it stands."""
        path = view.config.findings.names
        if not path:
            return
        listed = house_names(path)
        for index, witness in enumerate(view.witnesses):
            said = [Said(index, witness, i) for i in witness.compared]
            for entry in listed:
                places = [s.claim("name", " ".join(entry.variant), words) for s in said for words in _places(s, entry)]
                if places:
                    yield self.finding("variant", places, b=entry.name)


def house_names(path: str) -> tuple[HouseName, ...]:
    """The list at `path`, by name; raises `ConfigError` where it cannot be read or is no such list."""
    try:
        changed = Path(path).stat().st_mtime_ns
        return _read(path, changed)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"list of names {path}: {error}; it should read like\n{_EXAMPLE}") from error


@lru_cache(maxsize=8)
def _read(path: str, changed: int) -> tuple[HouseName, ...]:  # noqa: ARG001  # a changed file is read again
    table = tomllib.loads(Path(path).read_text("utf-8")).get("names")
    if not isinstance(table, dict) or not all(
        isinstance(variants, list) and all(isinstance(v, str) and v.strip() for v in variants)
        for variants in table.values()
    ):
        raise ConfigError(f"list of names {path}: a table [names] of lists is missing; it should read like\n{_EXAMPLE}")
    return tuple(HouseName(name, _written(variant)) for name, variants in sorted(table.items()) for variant in variants)


def _written(name: str) -> tuple[str, ...]:
    return tuple(word.written for word in split_words(name, Span(0, len(name))))


def _places(said: Said, entry: HouseName) -> Iterator[tuple[Word, ...]]:
    """Where the sentence has the unwanted spelling; case counts only where it is all that differs.

    A name that is written as the house wants it holds no unwanted one ("Secretary-General" in "UN Secretary-General"),
    nor does a part of a longer word ("Under-Secretary-General").
    """
    house = _written(entry.name)
    exact = " ".join(entry.variant).casefold() == " ".join(house).casefold()
    right = {at for words in _found(said, house, exact) for at in range(words[0].start, words[-1].end)}
    text = said.witness.article.text
    for words in _found(said, entry.variant, exact):
        if words[0].start not in right and text[words[0].start - 1 : words[0].start] not in _JOINTS:
            yield words


def _found(said: Said, name: tuple[str, ...], exact: bool) -> Iterator[tuple[Word, ...]]:
    wanted = name if exact else tuple(word.casefold() for word in name)
    words = said.words
    for at in range(len(words) - len(wanted) + 1):
        here = words[at : at + len(wanted)]
        if tuple(_bare(word.written if exact else word.written.casefold()) for word in here) == wanted:
            yield here


def _bare(written: str) -> str:
    return written.removesuffix("'s").removesuffix("’s")
