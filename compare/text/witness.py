"""An article prepared as a witness: its sentences with roles, and their words. Every later stage starts here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from compare.config import Config
from compare.model import Article, Sentence
from compare.text.languages import language_of
from compare.text.roles import find_roles
from compare.text.sentences import split_sentences
from compare.text.words import Form, Word, split_forms, split_words


@dataclass(frozen=True)
class Witness:
    """An article as a source for a story.

    `sentences` are those of `split_sentences(article.text)`, in order, with their roles; `agencies` are those that the
    text credits.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    agencies: tuple[str, ...] = ()
    language: str = "en"

    @cached_property
    def words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of each sentence."""
        return tuple(split_words(self.article.text, s.span, self.language) for s in self.sentences)

    @cached_property
    def forms(self) -> tuple[tuple[Form, ...], ...]:
        """The words of each sentence without their places, which cost far less."""
        return tuple(split_forms(self.article.text, s.span, self.language) for s in self.sentences)

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """Folded words that it writes with a capital inside sentences and nowhere small: a name, whatever it opens."""
        text = self.article.text
        inside = {
            w.folded
            for words in self.words
            for w in words[1:]
            if w.written[0].isupper() and text[w.start - 1] == " " and text[w.start - 2].isalnum()
        }
        return frozenset(inside - {w.folded for words in self.words for w in words if w.written.islower()})

    @cached_property
    def compared(self) -> tuple[int, ...]:
        """Indexes of the sentences that take part in comparison (headline and body)."""
        return tuple(i for i, sentence in enumerate(self.sentences) if sentence.role.is_compared)


def read_witness(article: Article, config: Config, recurring: Collection[str] = ()) -> Witness:
    """The article's sentences, roles and words; `recurring` are lines known to be its outlet's furniture."""
    language = language_of(article.text, article.language)
    roles = find_roles(article, split_sentences(article.text, language), config.text, recurring)
    return Witness(article, roles.sentences, roles.agencies, language)
