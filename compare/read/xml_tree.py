"""A safe XML tree: no entities of its own, no external files, bounded depth, names without their namespaces."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from xml.parsers import expat

from compare.errors import LimitExceeded, ReadError

Element = ElementTree.Element
_DEEPEST = 500
_MOST_TAGS = 600_000


def parse_xml(content: bytes, path: str) -> Element:
    """The root element; raises `ReadError` for broken XML or a DOCTYPE that defines entities, and for great depth."""
    if content.count(b"<") > _MOST_TAGS:
        raise LimitExceeded(path, f"more than {_MOST_TAGS:,} tags")
    builder = ElementTree.TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise LimitExceeded(path, f"elements nested deeper than {_DEEPEST}")
        builder.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_local(name))

    def doctype(name: str, system: str | None, public: str | None, has_subset: int) -> None:  # noqa: ARG001
        if has_subset:
            raise ReadError(path, "a DOCTYPE with definitions of its own is refused")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(content, True)
        return builder.close()
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise ReadError(path, f"not well-formed XML: {error}") from error


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def first(element: Element | None, *paths: str) -> Element | None:
    """The first element that one of the paths finds."""
    for path in paths if element is not None else ():
        found = element.find(path) if element is not None else None
        if found is not None:
            return found
    return None


def words(element: Element | None) -> str:
    """All text of an element, its white space folded."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def text_at(element: Element | None, *paths: str) -> str:
    """Text of the first of the paths that holds any."""
    return next((found for path in paths if (found := words(first(element, path)))), "")


def attribute(element: Element | None, path: str, *names: str) -> str:
    """The first of the attributes that the element at the path has."""
    found = first(element, path)
    return next((value for name in names if found is not None and (value := found.get(name, ""))), "")


def paragraphs(element: Element | None, silent: frozenset[str] = frozenset()) -> str:
    """The paragraphs of an element, one a line; elements named in `silent` are left out."""
    return "\n".join(filter(None, _paragraphs(element, silent))) if element is not None else ""


_BLOCKS = frozenset("p h1 h2 h3 h4 hl1 hl2 li td th blockquote pre hr br".split())


def _paragraphs(element: Element, silent: frozenset[str]) -> Iterator[str]:
    """Lines of text: a block element begins a new one."""
    parts: list[str] = []

    def walk(node: Element) -> Iterator[str]:
        if node.tag in silent:
            return
        if node.tag in _BLOCKS:
            yield _taken(parts)
        parts.append(node.text or "")
        for child in node:
            yield from walk(child)
            parts.append(child.tail or "")
        if node.tag in _BLOCKS:
            yield _taken(parts)

    yield from walk(element)
    yield _taken(parts)


def _taken(parts: list[str]) -> str:
    text = " ".join("".join(parts).split())
    parts.clear()
    return text
