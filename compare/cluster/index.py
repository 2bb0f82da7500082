"""The index: articles that are known, so that tomorrow's folder costs only what is new in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from compare.cluster.components import join
from compare.cluster.copies import Tell, by_id, log
from compare.cluster.files import FileMark, changed_files, forget_files, note_files, whole_path
from compare.cluster.graph import all_edges
from compare.cluster.ledger import Ledger
from compare.cluster.made_with import check_made_with, note_made_with
from compare.cluster.store import faults, open_store, snapshot, transaction, upgrade
from compare.config import Config
from compare.errors import CompareError
from compare.model import Article, Cluster


class Index:
    """Known articles in one SQLite file, which several processes may use at once.

    Everything of one call is one transaction: a process that is killed leaves nothing half done. Raises
    `IndexMismatch` where the file was made with other settings (but for `check=False`, to rebuild it), `CompareError`
    where it is damaged, locked for longer than `timeout` seconds, or no index.
    """

    def __init__(
        self, path: str | Path, config: Config | None = None, *, timeout: float = 30.0, check: bool = True
    ) -> None:
        self.path, self._config = Path(path), config or Config()
        self._db = open_store(self.path, timeout)
        self._ledger = Ledger(self._db, self._config)
        try:
            with faults(self.path):
                if check:
                    check_made_with(self._db, self.path, self._config.copies)
        except BaseException:
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def add(self, articles: Sequence[Article], files: Iterable[FileMark] = (), *, tell: Tell = log) -> list[Cluster]:
        """Add articles and tell the clusters that the new ones joined, with their known members.

        An article that is known under its id with the same text is left alone, one with another text replaced. `files`
        are the marks of the files that these articles come from (see `changed_files`): what an older version of such a
        file held and this one does not is forgotten. `tell` is told what was not compared in full. Raises
        `DuplicateIds`.
        """
        with faults(self.path), transaction(self._db):
            return self._add(articles, files, tell)

    def _add(self, articles: Sequence[Article], files: Iterable[FileMark], tell: Tell) -> list[Cluster]:
        """`add`, as part of the caller's transaction."""
        given, marks = by_id(articles), list(files)
        fresh = self._ledger.take_in(given, [mark.path for mark in marks])
        note_files(self._db, marks)
        if not fresh:
            return []
        compared = self._ledger.compare([article.text for article in fresh], renew=True)
        for note in compared.notes:
            tell(note)
        clusters = self._ledger.clusters(fresh, compared)
        self._ledger.store(fresh, compared)
        return clusters

    def query(self, articles: Sequence[Article], *, tell: Tell = log) -> list[Cluster]:
        """The clusters that these articles would join; the index stays as it is.

        An article that is known under its id is compared as it is given, and no copy of what is known under that id.
        `tell` is told what was not compared in full.
        """
        given = by_id(articles)
        with faults(self.path), snapshot(self._db):
            compared = self._ledger.compare([article.text for article in given], renew=False)
            for note in compared.notes:
                tell(note)
            same = self._ledger.numbers(article.id for article in given).values()
            return self._ledger.clusters(given, compared, leave=(n for n in same if n is not None))

    def forget(self, names: Iterable[str]) -> int:
        """Forget articles by their ids, or all that are of a file by its path, and tell how many.

        A file that is gone is forgotten with them, and is news if it comes back; one that stands there is not read
        again until it changes. A name that is not known is a `CompareError`, and nothing is forgotten.
        """
        with faults(self.path), transaction(self._db):
            named = {name: self._ledger.named(name) for name in sorted(set(names))}
            unknown = [name for name, numbers in named.items() if not numbers]
            if unknown:
                raise CompareError(f"index {self.path}: not known: {', '.join(map(repr, unknown[:5]))}")
            gone = {number for numbers in named.values() for number in numbers}
            paths = self._ledger.paths(gone)
            self._ledger.forget(gone)
            forget_files(self._db, paths)
        return len(gone)

    def ids_of(self, path: str | Path) -> list[str]:
        """The ids of the articles that came from a file."""
        with faults(self.path):
            found = self._db.execute("select id from article where path = ? order by id", (whole_path(path),))
            return [name for (name,) in found]

    def file_of(self, name: str) -> str | None:
        """The file (its whole path, "" for none) of the article with this id; None where the id is not known."""
        with faults(self.path):
            row = self._db.execute("select path from article where id = ?", (name,)).fetchone()
        return row[0] if row else None

    def status(self) -> dict[str, object]:
        """How many articles, clusters, edges and files there are, and what the index was made with."""
        with faults(self.path), snapshot(self._db):
            articles, files = (self._db.execute(f"select count(*) from {t}").fetchone()[0] for t in ("article", "file"))
            made = dict(self._db.execute("select key, value from meta where typeof(value) = 'text' order by key"))
            edges = all_edges(self._db)
        nodes, local = edges.local()
        clusters = int((np.bincount(join(len(nodes), local)) > 1).sum()) if len(nodes) else 0
        return {
            "articles": articles,
            "clusters": clusters,
            "edges": len(edges.left),
            "files": files,
            "made_with": made,
        }

    def rebuild(self) -> tuple[str, ...]:
        """Make signatures and edges anew from the kept texts, with the present settings and what is spread by now.

        Tells, as notes, what was not compared.
        """
        with faults(self.path), transaction(self._db):
            upgrade(self._db)
            self._db.execute("delete from meta")
            note_made_with(self._db, self._config.copies)
            return self._ledger.rebuild()

    def changed_files(self, paths: Iterable[str | Path]) -> list[FileMark]:
        """Marks of those of these files that are new or changed since they were added; only they need to be read."""
        with faults(self.path):
            changed, touched = changed_files(self._db, map(Path, paths))
            if touched:
                with transaction(self._db):
                    note_files(self._db, touched)
        return changed
