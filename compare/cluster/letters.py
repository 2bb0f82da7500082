"""Folded text as bytes: many texts in one buffer, lower case, NFC, and for each byte what it is.

Texts are folded without leaving arrays: ASCII by a table, other characters once per kind of character. Typographic
quotes and dashes part words like their ASCII forms; invisible characters (soft hyphens, joiners) are taken out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from compare.cluster.arrays import Ints, Octets
from compare.text.normal_form import normal_form

NORMALISER = "1"
"""Version of the folding: texts folded otherwise have other shingles."""
LOAD = 8
"""Bytes after the last text, so that eight bytes can be read at any start of a word."""
GAP, LETTER, DIGIT, ALONE, POINT, _UNSEEN = range(6)
"""What a byte belongs to: no word; a word; a digit; a character that is a word by itself; a point or comma."""


def _octet_kind(c: int) -> int:
    if c in b".,":
        return POINT
    if chr(c) in "0123456789":
        return DIGIT
    return LETTER if c >= 128 or c == ord("_") or chr(c).isalpha() else GAP


_OCTET_KIND = bytes(map(_octet_kind, range(256)))
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_WITHOUT_SPACES = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x31F0, 0x31FF),  # Katakana extensions
    (0x3400, 0x4DBF),  # CJK ideographs
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


Classify = Callable[[bytes], tuple[Octets, Octets]]


@dataclass(frozen=True, slots=True)
class Letters:
    """Folded UTF-8 of several texts; text t is `octets[begins[t]:begins[t + 1]]`, each followed by a gap.

    `breaks` are the places where a character that is a word by itself begins or ends.
    """

    octets: Octets
    kinds: Octets
    begins: Ints
    breaks: Ints


def classify(raw: bytes) -> tuple[Octets, Octets]:
    """The bytes with ASCII in lower case, and their kinds; those beyond ASCII are letters so far."""
    octets = np.frombuffer(bytearray(raw.lower()), np.uint8)
    return octets, np.frombuffer(bytearray(raw.translate(_OCTET_KIND)), np.uint8)


def fold(texts: Sequence[str], classify: Classify = classify) -> Letters:
    """The texts as folded bytes; a lone surrogate counts as punctuation."""
    encoded = [text.encode("utf-8", "replace") for text in texts]
    octets, kinds = classify(b" ".join([*encoded, bytes(LOAD)]))
    sizes = np.fromiter(map(len, encoded), np.int64, len(encoded))
    breaks = np.empty(0, np.int64)
    if sizes.sum() != sum(map(len, texts)):
        found = _fold_beyond_ascii(octets, kinds)
        if found is None:
            return fold([normal_form(text.translate(_INVISIBLE)) for text in texts], classify)
        breaks = found
    return Letters(octets, kinds, np.concatenate(([0], np.cumsum(sizes + 1))), breaks)


def _fold_beyond_ascii(octets: Octets, kinds: Octets) -> Ints | None:
    """Classify and lower the characters beyond ASCII in place; None where a text must be normalised first.

    Returns where words begin and end though no gap is there: around each character of a script without spaces.
    """
    at = np.flatnonzero(octets >= 0xC0)
    size, code = _decode(octets, at)
    _learn(code)
    kind = _KIND[code]
    if _UNSETTLED[code].any() and not _is_settled(octets):
        return None
    lower = _LOWER[code]
    changed = lower != code
    _encode(octets, at[changed], size[changed], lower[changed])
    for k in range(4):
        long = size > k
        kinds[at[long] + k] = kind[long]
    alone = kind == ALONE
    return np.concatenate((at[alone], at[alone] + size[alone]))


def _is_settled(octets: Octets) -> bool:
    text = octets.tobytes().decode("utf-8", "replace")
    return not _INVISIBLE.keys() & set(map(ord, set(text))) and normal_form(text) == text


def _decode(octets: Octets, at: Ints) -> tuple[Ints, Ints]:
    """Length in bytes and code point of the characters that begin at the given bytes."""
    lead = octets[at].astype(np.int64)
    size = 2 + (lead >= 0xE0).astype(np.int64) + (lead >= 0xF0)
    code = lead & (0x7F >> size)
    for k in range(1, 4):
        code = np.where(size > k, code << 6 | (octets[np.minimum(at + k, len(octets) - 1)] & 0x3F), code)
    return size, code


def _encode(octets: Octets, at: Ints, size: Ints, code: Ints) -> None:
    """Write code points over characters of the same length."""
    for k in range(1, 4):
        long = size > k
        octets[at[long] + k] = 0x80 | (code[long] >> 6 * (size[long] - 1 - k)) & 0x3F
    octets[at] = (0xF00 >> size) & 0xFF | code >> 6 * (size - 1)


_KIND = np.full(0x110000, _UNSEEN, np.uint8)
_LOWER = np.arange(0x110000, dtype=np.int32)
_UNSETTLED = np.zeros(0x110000, np.bool_)


def _learn(code: Ints) -> None:
    """Fill the tables of kinds and lower-case forms for the characters that are met for the first time."""
    for c in np.unique(code[_KIND[code] == _UNSEEN]).tolist():
        lower = chr(c).lower()
        if len(lower) == 1 and len(lower.encode()) == len(chr(c).encode()):
            _LOWER[c] = ord("σ") if lower == "ς" else ord(lower)
        _UNSETTLED[c] = _may_change(chr(c))
        _KIND[c] = _kind_of(chr(c))


def _kind_of(character: str) -> int:
    category, code = unicodedata.category(character), ord(character)
    if category == "Nd":
        return DIGIT
    if not character.isalnum() and category[0] != "M":
        return GAP
    return ALONE if any(low <= code <= high for low, high in _WITHOUT_SPACES) else LETTER


def _may_change(character: str) -> bool:
    """True for what NFC may alter or join with its neighbours, and for what is invisible."""
    joins = unicodedata.combining(character) > 0 or 0x1160 <= ord(character) <= 0x11FF
    return joins or ord(character) in _INVISIBLE or not unicodedata.is_normalized("NFC", character)
