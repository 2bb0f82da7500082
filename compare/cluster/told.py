"""What a report tells: headline, dateline and body, without captions, signatures and teasers of other stories."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha1

from compare.cluster.particulars import Particulars, read_particulars
from compare.cluster.report_day import report_day
from compare.config import TextConfig
from compare.model import Article, Role
from compare.text.languages import article_language
from compare.text.roles import find_roles
from compare.text.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Told:
    """An article read for clustering: `text` is its title and what it tells, `length` its characters.

    `digest` is its content as a hash, `agencies` are those that the article credits, `headline` its title or how its
    report begins. Where texts stay elsewhere `text` is empty and `length` is not.
    """

    article: Article
    text: str
    language: str
    known: Particulars
    digest: str
    agencies: tuple[str, ...]
    headline: str
    length: int


def tell(article: Article, config: TextConfig) -> Told:
    """Read an article for clustering; where no sentence takes part in comparison, the whole text is taken."""
    language = article_language(article)
    roles = find_roles(article, split_sentences(article.text, language), config)
    # where a report comes from says much of which event it tells
    kept = [s for s in roles.sentences if s.role.is_compared or s.role is Role.DATELINE]
    said = "".join(s.text + (" " if s.role is Role.DATELINE else "\n") for s in kept)
    text = f"{article.title}\n{said.rstrip()}" if kept else f"{article.title}\n{article.text}"
    digest = sha1(f"{article.title}\0{article.text}".encode("utf-8", "surrogatepass")).hexdigest()
    known = read_particulars(report_day(article, article.text, language), text, language)
    begins = roles.dateline.end if roles.dateline else kept[0].span.start if kept else 0
    headline = article.title.strip() or article.text[begins : begins + 200].strip()
    return Told(article, text, language, known, digest, roles.agencies, headline, len(text))
