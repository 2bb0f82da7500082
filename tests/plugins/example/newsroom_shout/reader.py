"""Files with the suffix .shout: a first line `SOURCE! TITLE!`, then the text."""

from collections.abc import Iterator

from compare.config import ReadConfig
from compare.model import Article, Unread
from compare.read.file import SourceFile


def read_shout(file: SourceFile, config: ReadConfig) -> Iterator[Article | Unread]:
    """The one article of the file, with what the file itself says of it."""
    head, _, text = file.content.decode("utf-8", "replace").partition("\n")
    source, mark, title = head.partition("!")
    if mark:
        yield Article(id="", text=text.strip(), title=title.strip(" !"), source=source)
    else:
        yield Unread(file.path, "the first line is not SOURCE! TITLE!", line=1)
