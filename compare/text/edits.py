"""Edit distances between texts, bit-parallel (the only importer of rapidfuzz)."""

from rapidfuzz.distance import DamerauLevenshtein, Indel

__all__ = ["DamerauLevenshtein", "Indel"]
