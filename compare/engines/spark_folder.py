"""A folder of more texts than one machine holds, told by workers: each step is that of one machine, over blocks.

Blocks of texts ask ranges of features how common each is, weigh, and lend one another their heaviest features to find
the pairs worth a score; connected texts are told together. The driver holds names, ids, pairs above the cut and the
stories.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from functools import cached_property, partial

import numpy as np

from compare.cluster.components import components
from compare.cluster.folder_names import Names
from compare.cluster.naming import LongForm
from compare.cluster.related import Near
from compare.cluster.stories import cut_of, in_order, with_related
from compare.cluster.voices import degrees
from compare.config import Config
from compare.engines import spark_components as telling
from compare.engines import spark_near as near
from compare.engines import spark_tally as tally
from compare.engines.spark_frames import NUMBERS_EACH, Few, Frame, Kept, frame_of, grouped, numbered, pieces, roots
from compare.engines.spark_told import ACRONYMS, SPLIT, acronym_rows, split_rows, unpack
from compare.model import Cluster, Story

BLOCK = 2000
"""Texts that are weighed together, and stories that are told together, about."""
GROUP, MOST_GROUPS, STRIP = 5000, 25, 500
"""Texts of each side of a tile of pairs, groups up to which tiles are such squares, and texts of a strip beyond. A
text has 10 to 60 pairs in which it is b."""


class Folder:
    """The texts of `told` (rows of `tell_rows`), so many, of which `copies` tell which articles print the same."""

    def __init__(
        self, told: Frame, copies: Sequence[Cluster], texts: int, config: Config, few: Few, keep: Kept
    ) -> None:
        self._told, self._copies, self._config, self._keep = told, copies, config, keep
        self._texts, self._blocks, self._few = texts, pieces(texts, BLOCK), few
        self._tiles = near.Tiles(texts, GROUP, MOST_GROUPS, STRIP)

    def stories(self, *, with_origins: bool) -> list[Story]:
        """The stories in the order in which one machine gives them."""
        news = self._keep.cut(self._news(with_origins))
        beside: dict[str, Near] = {row[0]: pickle.loads(row[1]) for row in self._keep.rows(self._near(news))}
        told = [unpack(row[0]) for row in self._keep.rows(news.where("told is not null").select("told"))]
        return in_order(with_related(s, beside[s.id]) if s.id in beside else s for s in told)

    @cached_property
    def _members(self) -> Frame:
        """Every article with its voice, which is the number of its text, and whether it speaks for it."""
        session = self._told.sparkSession
        of = frame_of(session, "id string, cluster bigint, degree bigint", *_members_of(self._copies))
        keyed = self._told.join(of, "id", "left").selectExpr(
            "id", "undated", "times", "known", "told", "forms", "cluster", "coalesce(degree, 0) as degree",
            "coalesce(concat('=', cluster), concat('-', id)) as text",
            "struct(-coalesce(degree, 0) as degree, -length as length, digest, id) as place",
        )  # fmt: skip
        slim = keyed.selectExpr("text", "place", "struct(undated, place, times, known) as dated")
        first = (
            slim.groupBy("text")
            .agg({"place": "min", "dated": "min"})
            .selectExpr(
                "text", "`min(place)`.digest", "`min(place)`.id as speaker", "`min(dated)`.times", "`min(dated)`.known"
            )
        )
        in_order, _ = numbered(first, ("digest", "speaker"), pieces(self._texts, NUMBERS_EACH), self._keep)
        rows = keyed.drop("times", "known").join(in_order, "text")
        return self._keep.cut(rows.selectExpr(
            "number as voice", "id = speaker as speaks", "times", "known", "told", "forms", "cluster", "degree"
        ))  # fmt: skip

    @cached_property
    def _spoken(self) -> Frame:
        return self._members.where("speaks").selectExpr(f"voice div {BLOCK} as block", "voice", "forms")

    def _names(self) -> Names:
        """The names that any text spells out, or writes in one word: few beside the texts."""
        told = self._spoken.select("forms").mapInArrow(acronym_rows, ACRONYMS).collect()
        acronyms: frozenset[tuple[str, LongForm]] = frozenset().union(*(unpack(row[0]) for row in told))
        split = self._spoken.select("forms").mapInArrow(partial(split_rows, names=Names(acronyms)), SPLIT)
        split = split.selectExpr("name", "asked", "case when asked = 0 then struct(form, language) end as form")
        found = split.groupBy("name").agg({"asked": "max", "form": "min"}).where("`max(asked)` = 1")
        rows = found.where("`min(form)` is not null").selectExpr("name", "`min(form)`.form", "`min(form)`.language")
        return Names(acronyms, {name: (form, language) for name, form, language in rows.collect()})

    @cached_property
    def _vectors(self) -> Frame:
        names = self._names()
        ask = partial(tally.ask_rows, names=names, ranges=self._blocks)
        asked = grouped(self._spoken, "block", self._blocks, ask, tally.ASKED)
        answers = grouped(asked, "range", self._blocks, tally.answer_rows, tally.ANSWERS)
        weigh = partial(tally.vector_rows, names=names, articles=self._texts)
        rows = self._spoken.unionByName(answers, allowMissingColumns=True)
        return self._keep.cut(grouped(rows, "block", self._blocks, weigh, tally.VECTORS))

    @property
    def _known(self) -> Frame:
        return self._members.where("speaks").select("voice", "known")

    @cached_property
    def _candidates(self) -> Frame:
        """Pairs worth a score, the ends of these, and the articles that had more of them than they keep."""
        post = self._vectors.select("voice", "heavy").mapInArrow(
            partial(near.posting_rows, ranges=self._blocks), near.POSTINGS
        )
        lent = grouped(post, "range", self._blocks, partial(near.lent_rows, each=BLOCK), near.POSTINGS)
        find = partial(near.candidate_rows, each=BLOCK, tiles=self._tiles)
        return self._keep.cut(grouped(lent, "block", self._blocks, find, near.CANDIDATES))

    @cached_property
    def _cosines(self) -> Frame:
        """How alike the two of each pair are."""
        found = self._candidates
        ends = found.where("pairs is null and tile is not null").select("tile", "voice").distinct()
        held = ends.join(self._vectors.select("voice", "size", "vector", "names"), "voice").join(self._known, "voice")
        rows = held.unionByName(found.where("pairs is not null").select("tile", "pairs"), allowMissingColumns=True)
        measure = partial(near.cosine_rows, articles=self._texts)
        return self._keep.cut(grouped(rows, "tile", pieces(self._tiles.count, 1), measure, near.COSINES))

    @cached_property
    def _facts(self) -> Frame:
        """What counts of each text besides its words: their number, its times, its company."""
        akin = self._cosines.selectExpr("a as voice", "akin").union(self._cosines.selectExpr("b as voice", "akin"))
        company = akin.groupBy("voice").agg({"akin": "sum"})
        facts = self._vectors.select("voice", "size").join(
            self._members.where("speaks").select("voice", "times"), "voice"
        )
        facts = facts.join(company, "voice", "left")
        return self._keep.cut(facts.selectExpr("voice", "size", "times", "1 + coalesce(`sum(akin)`, 0D) as company"))

    @cached_property
    def _scores(self) -> Frame:
        pairs = self._cosines
        for side in ("a", "b"):
            named = (f"{column} as {column}_{side}" for column in ("size", "times", "company"))
            pairs = pairs.join(self._facts.selectExpr(f"voice as {side}", *named), side)
        return self._keep.cut(pairs.mapInArrow(partial(near.score_rows, config=self._config), near.SCORES))

    @cached_property
    def _homes(self) -> Frame:
        """The component of each text, and the part in which it is told."""
        edges = self._scores.where(f"score >= {cut_of(self._config)}D").select("a", "b")
        if edges.count() > self._few.pairs:
            found = roots(edges, self._keep).selectExpr("number as voice", "root as component")
        else:
            a, b = edges.toPandas().to_numpy(np.int64).T
            nodes, at = np.unique(np.concatenate((a, b)), return_inverse=True)
            root = nodes[components(len(nodes), at[: len(a)], at[len(a) :])] if len(a) else nodes
            found = frame_of(self._told.sparkSession, "voice bigint, component bigint", nodes, root)
        every = self._facts.select("voice").join(found, "voice", "left")
        every = every.selectExpr("voice", "coalesce(component, voice) as component")
        return self._keep.cut(every.selectExpr("*", f"component % {self._blocks} as part"))

    @cached_property
    def _placed(self) -> Frame:
        """The scored pairs with the components of both."""
        one = self._homes.selectExpr("voice as a", "component as here", "part")
        other = self._homes.selectExpr("voice as b", "component as there")
        return self._scores.join(one, "a").join(other, "b")

    @property
    def _vectors_in_company(self) -> Frame:
        """The vectors of the texts that hang together with others: a story of one text is told without."""
        several = self._homes.groupBy("component").count().where("count > 1").select("component")
        mine = self._homes.join(several, "component").select("voice")
        return self._vectors.select("voice", "vector", "names", "labels").join(mine, "voice")

    def _news(self, with_origins: bool) -> Frame:
        members = self._members.select("voice", "told", "degree", "cluster", "speaks")
        if with_origins and self._copies:
            packed = [pickle.dumps(cluster) for cluster in self._copies]
            session = self._told.sparkSession
            clusters = frame_of(session, "cluster bigint, copies binary", range(len(packed)), packed)
            members = members.join(clusters, "cluster", "left")
            members = members.selectExpr("voice", "told", "degree", "case when speaks then copies end as copies")
        homes = self._homes.select("voice", "part")
        facts = self._facts.select("voice", "size", "company").join(self._known, "voice").join(homes, "voice")
        crowded = self._candidates.where("tile is null").selectExpr("voice", "1 as crowded")
        spoken = facts.join(self._vectors_in_company, "voice", "left").join(crowded, "voice", "left")
        pairs = self._placed.where("here = there").select("part", "a", "b", "score")
        rows = members.join(homes, "voice").unionByName(spoken, allowMissingColumns=True)
        rows = rows.unionByName(pairs, allowMissingColumns=True)
        tell = partial(telling.story_rows, config=self._config, with_origins=with_origins)
        return grouped(rows, "part", self._blocks, tell, telling.NEWS)

    def _near(self, news: Frame) -> Frame:
        """What stands near each story."""
        story = news.where("voice is not null")
        apart = self._placed.where("here <> there and near = 1").join(story.selectExpr("voice as a", "story"), "a")
        apart = apart.join(story.selectExpr("voice as b", "story as other"), "b")
        columns = "story", "other", "a", "b", "score", "shared"
        pairs = apart.select(*columns).union(news.where("score is not null").select(*columns))
        both = pairs.union(pairs.selectExpr("other", "story", *columns[2:]))
        ranked = self._keep.cut(grouped(both, "story", self._blocks, telling.ranked_rows, telling.RANKED))
        looked_at = ranked.join(ranked.where("nearest = 1").select("a", "b").distinct(), ["a", "b"])
        rows = looked_at.repartition(self._blocks, "story").sortWithinPartitions("story", "distance", "a", "b")
        return rows.mapInArrow(telling.near_rows, telling.NEAR)


def _members_of(copies: Sequence[Cluster]) -> tuple[list[str], list[int], list[int]]:
    """Of each article that is a copy its cluster, and of how many others it is one."""
    members = [(member, number, degrees(of)[member]) for number, of in enumerate(copies) for member in of.members]
    return [m for m, _, _ in members], [n for _, n, _ in members], [d for _, _, d in members]
