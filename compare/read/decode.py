"""From bytes to clean text: encoding, byte order marks, mojibake, NFC, controls; what was repaired is told."""

from __future__ import annotations

import codecs
import re

from compare.errors import ReadError
from compare.text.normal_form import normal_form

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = frozenset("àâäáãåæçéèêëíîïñóòôöõøœùûüúßÀÂÄÁÅÆÇÉÈÊËÍÎÑÓÔÖØŒÙÛÜÚ«»“”„‘’‚–—…€£§°·•\u00a0©®½")
_SAMPLE = 200_000
_MOST_CONTROLS = 0.02
_CONTROLS = bytes([*range(9), *range(14, 32), 127])
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
# UTF-8 read as Latin-1 or Windows-1252 (Ã©, â€™, Æ°, áº¡) is the only thing that ftfy is asked for.
_MOJIBAKE = re.compile(
    "[\u00c2-\u00c6\u00d0\u00d1\u00e0-\u00ef\u0192]"
    "[\u0080-\u00bf\u0152-\u0178\u017d\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)


def decode(content: bytes, path: str, declared: str = "") -> tuple[str, list[str]]:
    """Text of the bytes, and notes on what was guessed or repaired; raises `ReadError` where it is no text."""
    text, notes = _decoded(content, path, declared)
    sample = text[:_SAMPLE].encode("utf-8", "replace")
    if len(sample) - len(sample.translate(None, _CONTROLS)) > max(8, _MOST_CONTROLS * len(sample)):
        raise ReadError(path, "a binary file, not text")
    clean, repaired = repair(text)
    return clean, notes + repaired


def repair(text: str) -> tuple[str, list[str]]:
    """The text in NFC with LF line ends, without mojibake, stray controls and lone surrogates, and what was done."""
    notes = []
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        raw = text.encode()
        notes.append("broken surrogates replaced")
    if len(raw) != len(raw.translate(None, _CONTROLS)):
        text = _CONTROL.sub("", text)
        notes.append("control characters removed")
    if len(raw) == len(text):
        return text, notes
    if (b"\xc3" in raw or b"\xc6\x92" in raw) and _MOJIBAKE.search(text):
        mended = _mended(text)
        if mended != text:
            text = mended
            notes.append("mojibake repaired")
    found, text = text, normal_form(text)
    if text != found:
        notes.append("put into Unicode NFC")
    return text, notes


def _mended(text: str) -> str:
    import ftfy  # takes 60 ms to import, and few texts need it

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        uncurl_quotes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        normalization=None,
    )
    return str(ftfy.fix_text(text, config))


def _decoded(content: bytes, path: str, declared: str) -> tuple[str, list[str]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace"), []
    wide = _unmarked_utf16(content)
    if wide:
        return content.decode(wide, "replace"), [f"read as {wide}, which nothing declares"]
    for encoding in filter(None, (declared, "utf-8")):
        try:
            return content.decode(encoding), []
        except (UnicodeDecodeError, LookupError):
            continue
    return _guessed(content, path)


def _unmarked_utf16(content: bytes) -> str:
    sample = content[:2_000]
    if len(sample) < 4 or b"\x00" not in sample:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.4 * len(sample) / 2 or min(even, odd) > 0.05 * len(sample) / 2:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _guessed(content: bytes, path: str) -> tuple[str, list[str]]:
    if content.count(0) or _nearly_utf8(content):
        text = content.decode("utf-8", "replace")
        if 50 * text.count("\ufffd") > len(text):
            raise ReadError(path, "a binary file, not text")
        return text, ["bytes that are not UTF-8 replaced"]
    western = _western(content)
    if western:
        return western, ["read as cp1252, by its letters"]
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_SAMPLE]).best()
    if best is None:
        raise ReadError(path, "in no encoding that is known, or not text")
    return content.decode(best.encoding, "replace"), [f"read as {best.encoding}, by its letters"]


def _western(content: bytes) -> str:
    """The text in Windows-1252 where nearly all letters beyond ASCII are those of western Europe, and they are few.

    charset-normalizer often takes short western text for a neighbour of that code page.
    """
    text = content.decode("cp1252", "replace")
    beyond = [c for c in text[:_SAMPLE] if not c.isascii()]
    letters = sum(map(str.isalpha, text[:_SAMPLE]))
    fitting = sum(c in _WESTERN for c in beyond)
    return text if 0 < len(beyond) <= 0.2 * letters + 2 and fitting >= 0.97 * len(beyond) else ""


def _nearly_utf8(content: bytes) -> bool:
    """A UTF-8 text with a few broken bytes: many good sequences, few bad ones."""
    text = content[:_SAMPLE].decode("utf-8", "replace")
    broken, good = text.count("\ufffd"), sum(ord(c) > 127 for c in text)
    return good - broken > 4 * broken
