"""What an index does inside a transaction: take articles in, compare them with the known ones, draw the clusters."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from compare.cluster.arrays import Hashes32
from compare.cluster.bands import BUCKET, agreement, candidates
from compare.cluster.clusters import Member, make_clusters
from compare.cluster.components import join
from compare.cluster.copies import FEW, capped, sign_all
from compare.cluster.edges import Edges, verify
from compare.cluster.files import whole_path
from compare.cluster.furniture import SAMPLE, Spread, Table
from compare.cluster.graph import all_edges, forget_edges, reachable, store_edges
from compare.cluster.known import BLOCK, append_signatures, forget_signatures, known_candidates
from compare.cluster.signature import EMPTY
from compare.cluster.sketcher import Sketcher, sketcher_for
from compare.cluster.store import as_written
from compare.cluster.stored import StoredTexts, digest_of, store_articles, stored_members
from compare.config import Config
from compare.model import Article, Cluster

MOST = 1 << 31
"""Articles that an index can number."""
GROWTH = 4
"""What is spread is looked for again when the index has grown so many times, until the sample is full."""
_CAPPED = f"copies: of more than {BUCKET} known articles alike in one place only the latest were compared with new ones"


@dataclass(frozen=True, slots=True)
class Compared:
    """New texts as they compare: their signatures, their edges in article numbers, notes."""

    signatures: Hashes32
    edges: Edges
    notes: tuple[str, ...]


class Ledger:
    """The articles, signatures and edges of an index; every call is part of the caller's transaction."""

    def __init__(self, db: sqlite3.Connection, config: Config) -> None:
        self._db, self._config = db, config

    def take_in(self, articles: list[Article], paths: Iterable[str]) -> list[Article]:
        """Those of the articles that are new or changed; what they replace, or `paths` hold no more, is forgotten."""
        query = "select n, digest from article where id = ?"
        known = {article.id: self._db.execute(query, (article.id,)).fetchone() for article in articles}
        fresh = [a for a in articles if known[a.id] is None or known[a.id][1] != digest_of(a)]
        stale = [known[article.id][0] for article in fresh if known[article.id]]
        for path in sorted(set(paths)):
            held = self._db.execute("select n, id from article where path = ?", (path,)).fetchall()
            stale += [n for n, name in held if name not in known]
        self.forget(stale)
        return fresh

    def numbers(self, ids: Iterable[str]) -> dict[str, int | None]:
        """The numbers of these articles, None for one that is not known."""
        found = ((name, self._db.execute("select n from article where id = ?", (name,)).fetchone()) for name in ids)
        return {name: row[0] if row else None for name, row in found}

    def named(self, name: str) -> list[int]:
        """The numbers of the article with this id, or else of those that came from this file."""
        number = self.numbers([name])[name]
        if number is not None:
            return [number]
        return [n for (n,) in self._db.execute("select n from article where path = ?", (whole_path(name),))]

    def paths(self, numbers: Iterable[int]) -> set[str]:
        """The files that these articles came from."""
        found = (self._db.execute("select path from article where n = ?", (n,)).fetchone() for n in numbers)
        return {path for (path,) in found if path}

    def forget(self, numbers: Iterable[int]) -> None:
        """Forget these articles: texts, signatures, edges."""
        gone = np.array(sorted(set(numbers)), np.int64)
        forget_signatures(self._db, gone, self._config.copies.permutations)
        forget_edges(self._db, gone)
        self._db.executemany("delete from article where n = ?", ((n,) for n in gone.tolist()))

    def next_number(self) -> int:
        """The first number that was never given."""
        row = self._db.execute("select first, length(signatures) from block order by first desc limit 1").fetchone()
        if row and (row[0] % BLOCK or row[0] > MOST):
            raise sqlite3.DatabaseError("malformed rows: a block of signatures in no place for one")
        return int(row[0] + row[1] // 4 // self._config.copies.permutations) if row else 0

    def compare(self, texts: list[str], *, renew: bool) -> Compared:
        """New texts compared with one another and with the known ones; `renew` lets what is spread be found anew."""
        sketcher, first = self._sketcher(len(texts)), self.next_number()
        spread = self._spread(texts, sketcher, renew)
        signatures = sketcher.signatures(texts, spread.shingles)
        left, right, largest = candidates(signatures)
        promising = agreement(signatures, left, right) >= sketcher.settings.promising
        known, new, capped = known_candidates(self._db, signatures, sketcher.settings.promising)
        used, at = np.unique(known, return_inverse=True)
        a = np.concatenate((at, left[promising] + len(used)))
        b = np.concatenate((new, right[promising])) + len(used)
        edges = verify(StoredTexts(self._db, used.tolist(), texts), a, b, spread, sketcher)
        numbers = np.concatenate((used, first + np.arange(len(texts))))
        return Compared(signatures, edges.numbered(numbers), (_CAPPED,) if capped or largest > BUCKET else ())

    def clusters(self, articles: list[Article], compared: Compared, leave: Iterable[int] = ()) -> list[Cluster]:
        """The clusters that these new articles are in, with what is known of the others, but for those to `leave`."""
        first, left = self.next_number(), np.array(sorted(leave), np.int64)
        edges = compared.edges.without(left)
        old = reachable(self._db, np.unique(edges.left[edges.left < first])).without(left)
        if any(((ends < 0) | (ends >= first)).any() for ends in (old.left, old.right)):
            raise sqlite3.DatabaseError("malformed rows: an edge of an article that there never was")
        nodes, local = old.joined_with(edges).local()
        known = stored_members(self._db, nodes[nodes < first])
        members = [*known, *(Member.of(articles[n - first]) for n in nodes[nodes >= first].tolist())]
        new = {article.id for article in articles}
        made = make_clusters(members, join(len(nodes), local), local, compared.notes)
        return [cluster for cluster in made if not new.isdisjoint(cluster.members)]

    def store(self, articles: list[Article], compared: Compared) -> None:
        """Keep new articles that were compared."""
        first = self.next_number()
        store_articles(self._db, first, articles)
        append_signatures(self._db, first, compared.signatures)
        store_edges(self._db, compared.edges)

    def rebuild(self) -> tuple[str, ...]:
        """Find what is spread, signatures and edges anew, number the articles by id, and tell what was not compared."""
        rows = self._db.execute("select n from article order by id").fetchall()
        self._db.executemany("update article set n = ? where n = ?", ((-1 - i, n) for i, (n,) in enumerate(rows)))
        self._db.execute("update article set n = -1 - n")
        self._db.execute("delete from edge")
        self._db.execute("delete from block")
        return self.compare_stored(len(rows), self._sketcher(len(rows)))

    def compare_stored(self, count: int, sketcher: Sketcher) -> tuple[str, ...]:
        """Keep signatures and edges of the stored articles 0 to `count`, by id, and tell what was not compared."""
        texts = StoredTexts(self._db, range(count))
        spread, signatures = sign_all(texts, sketcher)
        self._note_spread(spread, count)
        append_signatures(self._db, 0, signatures)
        left, right, largest = candidates(signatures)
        promising = agreement(signatures, left, right) >= sketcher.settings.promising
        store_edges(self._db, verify(texts, left[promising], right[promising], spread, sketcher))
        return capped(largest)

    def all_clusters(self, notes: tuple[str, ...]) -> list[Cluster]:
        """Every cluster of the stored articles."""
        nodes, local = all_edges(self._db).local()
        return make_clusters(stored_members(self._db, nodes), join(len(nodes), local), local, notes)

    def _spread(self, texts: list[str], sketcher: Sketcher, renew: bool) -> Spread:
        meta = dict(self._db.execute("select key, value from meta where key in ('sampled', 'shingles', 'words')"))
        count = self._db.execute("select count(*) from article").fetchone()[0] + len(texts)
        if meta and not (renew and int(meta["sampled"]) < min(SAMPLE, count // GROWTH)):
            return _unpacked(meta)
        numbers = [n for (n,) in self._db.execute("select n from article order by n")]
        spread, signatures = sign_all(StoredTexts(self._db, numbers, texts), sketcher)
        if renew:
            self._note_spread(spread, count)
            known = np.full((sketcher.settings.permutations, self.next_number()), EMPTY, np.uint32)
            known[:, numbers] = signatures[:, : len(numbers)]
            append_signatures(self._db, 0, known)
        return spread

    def _note_spread(self, spread: Spread, count: int) -> None:
        rows = (("sampled", min(count, SAMPLE)), ("shingles", spread.shingles.pack()), ("words", spread.words.pack()))
        self._db.executemany("insert or replace into meta values (?, ?)", rows)

    def _sketcher(self, count: int) -> Sketcher:
        settings = self._config.copies
        return sketcher_for(settings, self._config.workers) if count > FEW else Sketcher(settings)


@as_written()
def _unpacked(meta: dict[str, bytes]) -> Spread:
    return Spread(Table.unpack(meta["shingles"]), Table.unpack(meta["words"]))
