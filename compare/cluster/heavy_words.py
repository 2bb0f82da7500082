"""The heaviest words and word pairs of one article, as keys that stay the same whatever else is known.

Weighed by how rare they are at large and how early they stand, as `features` weighs them, so that tomorrow's article is
looked up among yesterday's without reading those again.
"""

from __future__ import annotations

import math
from collections import defaultdict
from hashlib import blake2b
from heapq import nsmallest

from compare.cluster.background import RARE, number_chance, word_chance
from compare.cluster.candidates import HEAVIEST
from compare.cluster.features import FADE, FLOOR, LEAD
from compare.cluster.tokens import BOUNDARY, SHORT, STOP, SYLLABLE, Vocabulary, read_tokens
from compare.cluster.weights import POWER
from compare.model import Article
from compare.text.languages import article_language


def heavy_words(article: Article) -> list[int]:
    """Keys of the thirty heaviest words and pairs of an article: signed whole numbers of 64 bits."""
    weights = _weights(article)
    heaviest = nsmallest(HEAVIEST, weights, key=lambda word: (-weights[word], word))
    return sorted(
        {
            int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)
            for word in heaviest
        }
    )


def _weights(article: Article) -> dict[str, float]:
    vocabulary, counts = Vocabulary(), defaultdict[str, float](float)
    chances: dict[str, float] = {}
    place, last = 0, ""
    for token in read_tokens(f"{article.title}\n{article.text}", article_language(article), vocabulary):
        if token == BOUNDARY:
            last = ""
            continue
        place += 1
        word, flags = vocabulary.keys[token], vocabulary.flags[token]
        if flags & (STOP | SHORT):
            continue
        weight, chance = FLOOR + LEAD * math.exp(-place / FADE), _chance(word)
        if not flags & SYLLABLE:
            counts[word] += weight
            chances[word] = chance
        if last:
            counts[f"{last} {word}"] += weight
            chances[f"{last} {word}"] = max(RARE, 0.05 * min(chance, _chance(last)))
        last = word
    return {word: math.log1p(count) * (-math.log(chances[word])) ** POWER for word, count in counts.items()}


def _chance(word: str) -> float:
    return number_chance(word) if word[0].isdigit() else word_chance(word)
