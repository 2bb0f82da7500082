"""Where the words of many texts lie, found in arrays: one buffer of folded UTF-8, one pass for all texts.

A word is what `\\w+(?:[.,]\\d+)*` finds in the lower-cased text (1,000 and 3.5 stay whole), with two additions:
combining marks belong to their word (Hindi, Thai), and in scripts written without spaces every character is a word.
Texts are folded to NFC, lower case, without invisible characters; punctuation and typographic quotes part words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from compare.cluster.arrays import Flags, Ints, Octets

LOAD = 8
"""Bytes after the last text, so that eight bytes can be read at any start of a word."""

_GAP, _LETTER, _DIGIT, _ALONE, _UNSEEN = range(5)
_ASCII_LOWER = bytes(range(256)).lower()
_OCTET_KIND = bytes(
    _LETTER if c >= 128 or chr(c).isalpha() or chr(c) == "_" else _DIGIT if chr(c).isdigit() else _GAP
    for c in range(256)
)
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_WITHOUT_SPACES = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),  # CJK ideographs
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of several texts: bytes `octets[starts[i]:stops[i]]`; text t has words `offsets[t]` to `offsets[t + 1]`.

    `alone` marks the words that are one character of a script without spaces (None where there are none).
    """

    octets: Octets
    starts: Ints
    stops: Ints
    offsets: Ints
    alone: Flags | None = None


def find_words(texts: Sequence[str]) -> Words:
    """The words of the texts, folded; a lone surrogate counts as punctuation."""
    encoded = [text.encode("utf-8", "replace") for text in texts]
    raw = b" ".join([*encoded, bytes(LOAD)])
    octets = np.frombuffer(bytearray(raw.translate(_ASCII_LOWER)), np.uint8)
    kinds = np.frombuffer(bytearray(raw.translate(_OCTET_KIND)), np.uint8)
    kinds[-LOAD:] = _GAP
    breaks = [np.empty(0, np.int64)]
    if len(raw) - LOAD - len(texts) != sum(map(len, texts)):
        found = _fold_beyond_ascii(octets, kinds)
        if found is None:
            return find_words([unicodedata.normalize("NFC", text.translate(_INVISIBLE)) for text in texts])
        breaks.append(found)
    breaks.append(_join_figures(octets, kinds))
    sizes = np.fromiter(map(len, encoded), np.int64, len(encoded))
    return _words(octets, kinds, np.concatenate(breaks), np.cumsum(sizes + 1) - sizes - 1)


def _words(octets: Octets, kinds: Octets, breaks: Ints, begins: Ints) -> Words:
    word = kinds != _GAP
    first = word.copy()
    first[1:] &= ~word[:-1]
    first[breaks] |= word[breaks]
    last = word[:-1] & (~word[1:] | first[1:])
    starts, stops = np.flatnonzero(first), np.flatnonzero(last) + 1
    offsets = np.append(np.searchsorted(starts, begins), len(starts))
    alone = kinds[starts] == _ALONE if len(breaks) else None
    return Words(octets, starts, stops, offsets, alone if alone is not None and alone.any() else None)


def _join_figures(octets: Octets, kinds: Octets) -> Ints:
    """Take the point of 3.5 and the comma of 1,000 into the word; where letters follow the figure, a word begins."""
    digit = kinds == _DIGIT
    marks = np.flatnonzero(((octets == ord(".")) | (octets == ord(",")))[1:-1] & digit[2:] & (kinds[:-2] != _GAP)) + 1
    if not len(marks):
        return marks
    ends = np.flatnonzero(digit[:-1] & ~digit[1:]) + 1
    kinds[marks] = _LETTER
    after = ends[np.searchsorted(ends, marks + 1, side="right")]
    begins: Ints = after[(kinds[after] != _GAP) & ~np.isin(after, marks)]
    return begins


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
    alone = kind == _ALONE
    return np.concatenate((at[alone], at[alone] + size[alone]))


def _is_settled(octets: Octets) -> bool:
    text = octets.tobytes().decode("utf-8", "replace")
    return not _INVISIBLE.keys() & set(map(ord, set(text))) and unicodedata.is_normalized("NFC", text)


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
        return _DIGIT
    if not character.isalnum() and category[0] != "M":
        return _GAP
    return _ALONE if any(low <= code <= high for low, high in _WITHOUT_SPACES) else _LETTER


def _may_change(character: str) -> bool:
    """True for what NFC may alter or join with its neighbours, and for what is invisible."""
    joins = unicodedata.combining(character) > 0 or 0x1160 <= ord(character) <= 0x11FF
    return joins or ord(character) in _INVISIBLE or not unicodedata.is_normalized("NFC", character)
