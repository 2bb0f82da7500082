"""Which language an article is in: its own word for it, else its function words where they tell, else py3langid."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from compare.model import Article
from compare.text.folding import languages_known, stop_words

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    "the of and to in that is was for on with as at by it from be has have an are which this he she".split()
)
_VIETNAMESE = re.compile("[ơưạ-ỹ]")
"""Letters that no other language writes: with horn, or with a mark and a tone (U+1EA0 to U+1EF9)."""
_SAMPLE = 1_500
_PLAIN_ENGLISH = 0.18
_SHORTEST = 20


def language_of(text: str, given: str = "") -> str:
    """ISO 639-1 code of the text: the given one (`en-GB` → en), or what it shows; "en" where it is too short to tell.

    Plain English is told by the share of its function words, which costs next to nothing; other text goes to py3langid.
    """
    if given:
        return given.replace("_", "-").split("-")[0].lower()
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    if len(words) < _SHORTEST:  # few words, or a script without spaces
        letters = "".join(words)
        foreign = 3 * sum(not c.isascii() for c in letters) > len(letters)
        return _classified(sample) if foreign else "vi" if _is_vietnamese(words) else _by_function_words(words)
    if len(list(filter(_ENGLISH.__contains__, words))) >= _PLAIN_ENGLISH * len(words):
        return "en"
    return _classified(sample)


def article_language(article: Article) -> str:
    """The language of an article; its title tells where it has no text."""
    return language_of(article.text if article.text.strip() else article.title, article.language)


def mixed_languages(articles: Iterable[Article]) -> tuple[str, ...]:
    """A note for the reader where the articles are in several languages, with how many are in each."""
    found = Counter(map(article_language, articles))
    if len(found) < 2:
        return ()
    counted = ", ".join(f"{language} {count}" for language, count in sorted(found.items(), key=lambda c: (-c[1], c[0])))
    return (
        f"the articles are in several languages ({counted}): words are compared within a language, "
        "so an event told in two of them is one story only where names and figures join it",
    )


def _is_vietnamese(words: Sequence[str]) -> bool:
    """Whether half of a few words are marked, and some as in no other language: not "Việt Nam" in English."""
    marked = [word for word in words if not word.isascii()]
    return 2 * len(marked) >= len(words) and any(map(_VIETNAMESE.search, marked))


def _by_function_words(words: Iterable[str]) -> str:
    """The language of which most of a few words are function words; "en" where none has two more than English."""
    said = [unicodedata.normalize("NFC", word) for word in words]
    counts = {language: len(list(filter(stop_words(language).__contains__, said))) for language in languages_known()}
    best = max(sorted(counts), key=lambda language: counts[language])
    return best if counts[best] >= counts["en"] + 2 else "en"


@lru_cache(maxsize=1_000)
def _classified(sample: str) -> str:
    import py3langid  # loads a model of 2 MB; English articles never need it

    code = str(py3langid.classify(sample)[0])
    return code if len(code) == 2 else "en"  # longer codes are guesses at tables and codes
