"""The compared form of a word: case, accents, apostrophes, numbers, abbreviations and spellings folded to one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import Stemmer
from anyascii import anyascii

from compare.text.normal_form import normal_form
from compare.text.remembered import remembered

_DATA = Path(__file__).with_name("data")
_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian",
    "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "nb": "norwegian", "nn": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_COMMA_IS_POINT = frozenset("ca cs da de el es fi fr hr hu id it nb nl nn no pl pt ro ru sl sr sv tr uk vi".split())
_ELIDED = frozenset({"fr", "it", "ca"})
_JOINED = {"ar": ("و", "ف")}
"""Conjunctions that are written as one with the word behind them."""
_ALSO = {"nb": "no", "nn": "no"}
_ACRONYMS_LIKE_WORDS = frozenset({"US", "WHO"})
_GROUPS = re.compile(r"[,\u00a0\u202f](?=\d{3}(?!\d))")
_POINT_GROUPS = re.compile(r"[.\u00a0\u202f](?=\d{3}(?!\d))")
_ISE = re.compile(r"(?<=\w{3})(is|ys)(?=(?:e|ed|er|ers|es|ing|ation|ations|ational|able)$)")

_MARKED = re.compile("[\u0640\u064b-\u0652\u0670]")
"""Vowel signs of Arabic, which few texts write, and the stroke that only widens a word."""

Part = tuple[int, int, str, str]
"""Where a part of a written word begins and ends, its folded form, and its stem ("" for a stop word)."""


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / name).read_text("utf-8"))


_ENGLISH = _table("english.toml")
TENS = frozenset(word for word, value in _ENGLISH["numbers"].items() if value % 10 == 0 and value > 10)
_STOP: dict[str, str] = _table("stopwords.toml")
_SAME = {
    **{word: str(value) for word, value in _ENGLISH["numbers"].items()},
    **_ENGLISH["ordinals"],
    **_ENGLISH["short"],
    "%": "percent",
}
DOTTED: dict[str, str] = _ENGLISH["dotted"]
"""Abbreviations that stand for a word where a full stop follows them."""
_NEVER_Z = frozenset(_ENGLISH["ise"]["never"])


@remembered
def forms(written: str, language: str) -> tuple[Part, ...]:
    """The compared forms of a written word: one part, or two where an apostrophe joins two words (could|n't)."""
    if written[0].isdecimal():
        number = _number(written, language)
        return ((0, len(written), number, number),)
    if "'" in written or "’" in written:
        return _apostrophe(written, language)
    if language == "en" and written.lower() == "cannot":
        return ((0, 3, "can", ""), (3, 6, "not", ""))
    folded = fold(written)
    return ((0, len(written), *_compared(folded, written, language)),)


def fold(written: str) -> str:
    """Lower case without accents or dots: `Hà` → ha, `U.N.` → un.

    >>> fold("Đà"), fold("U.N.")
    ('da', 'un')
    """
    if not written.isascii():
        written = anyascii(normal_form(written)) or written
    return str(written).lower().replace(".", "")


@remembered
def stem_of(folded: str, language: str) -> str:
    """The stem of a folded word, "" for a stop word; the word itself where Snowball has no rules for the language."""
    if folded in stop_words(language):
        return ""
    stemmer = _stemmer(language)
    if stemmer is None:
        return folded
    return str(stemmer.stemWord(_american(folded) if language == "en" else folded))


@cache
def stop_words(language: str) -> frozenset[str]:
    """The function words of a language, which are not compared: lower case, composed (NFC), with their accents."""
    words = _STOP.get(_ALSO.get(language, language), "").split()
    return frozenset(words).union(*({joined + word for word in words} for joined in _JOINED.get(language, ())))


def languages_known() -> Iterable[str]:
    """The languages whose function words are known."""
    return _STOP.keys()


@cache
def every_stop_word() -> frozenset[str]:
    """The function words of all languages together, where it is not worth asking which one a line is in."""
    return frozenset().union(*map(stop_words, _STOP))


@cache
def _stemmer(language: str) -> Any:  # noqa: ANN401  # Stemmer ships no types
    return Stemmer.Stemmer(_SNOWBALL[language]) if language in _SNOWBALL else None


def _compared(folded: str, written: str, language: str) -> tuple[str, str]:
    if language == "en":
        folded = _SAME.get(folded, folded)
        if written.replace(".", "") in _ACRONYMS_LIKE_WORDS:
            return folded, folded
        return folded, stem_of(folded, language)
    plain = _MARKED.sub("", normal_form(written.lower()))
    if plain in stop_words(language):
        return folded, ""
    stemmer = _stemmer(language)
    return folded, fold(str(stemmer.stemWord(plain))) if stemmer else folded


def _number(written: str, language: str) -> str:
    """Digits with a point for decimals and nothing else: `1,098` → 1098, `34th` as it is."""
    if not written.isascii():
        written = anyascii(written.replace("\u00a0", "\u202f")).replace(" ", "\u202f")
    written = written.lower()
    if language in _COMMA_IS_POINT:
        return _POINT_GROUPS.sub("", written).replace(",", ".")
    plain = _GROUPS.sub("", written)
    return str(_SAME.get(plain, plain))


def _apostrophe(written: str, language: str) -> tuple[Part, ...]:
    plain = written.lower().replace("’", "'")
    at = plain.index("'")
    if language in _ELIDED:
        head, tail = fold(written[:at]), fold(written[at + 1 :])
        rest = _compared(tail, written[at + 1 :], language)
        return (0, at + 1, head, stem_of(head, language)), (at + 1, len(written), *rest)
    if plain.endswith("'s"):
        return ((0, len(written), *_compared(fold(written[:at]), written[:at], language)),)
    if language == "en":
        for ending, meant in _ENGLISH["endings"].items():
            if plain.endswith(ending) and len(plain) > len(ending):
                cut = len(plain) - len(ending)
                head = fold(written[:cut])
                head = _ENGLISH["before_not"].get(head, head) if meant == "not" else head
                return (0, cut, head, stem_of(head, language)), (cut, len(written), meant, stem_of(meant, language))
    folded = fold(written.replace("'", "").replace("’", ""))
    return ((0, len(written), folded, stem_of(folded, language)),)


def _american(word: str) -> str:
    """One spelling for both sides of the Atlantic, so that programme is program and organised is organized."""
    for length in range(min(len(word), 11), 3, -1):
        american = _ENGLISH["spelling"].get(word[:length])
        if american:
            return str(american) + word[length:]
    if len(word) > 5 and "is" in word:
        changed = _ISE.sub("iz", word)
        if changed != word and not any(word.startswith(stem[:-1]) for stem in _NEVER_Z):
            return changed
    return word
