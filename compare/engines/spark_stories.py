"""Stories on Spark: the workers read the articles; few are weighed and joined by the driver, many by the workers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from compare.cluster.candidates import ALL_PAIRS
from compare.cluster.clusters import LOOSE
from compare.cluster.digests import part_digests
from compare.cluster.features import Labels
from compare.cluster.forms import Forms, features_of_forms
from compare.cluster.stories import stories_of
from compare.cluster.told import Told
from compare.cluster.voices import voices_of
from compare.cluster.weights import Vectors, weigh
from compare.config import Config
from compare.engines import spark_told as telling
from compare.engines.spark_copies import Corpus
from compare.engines.spark_folder import Folder
from compare.engines.spark_frames import Few, Frame, Kept, frame_of
from compare.model import Cluster, Story


def read_stories(
    corpus: Corpus, copies: Sequence[Cluster], config: Config, few: Few, keep: Kept, *, with_text: bool
) -> list[Story]:
    """The stories of the articles; without their texts they tell no origins, for those are found word by word.

    More than `few.texts` texts are weighed and joined by the workers.
    """
    tell = partial(telling.tell_rows, config=config, with_text=with_text)
    told = keep(corpus.articles.mapInArrow(tell, telling.TOLD))
    whole = [cluster for cluster in copies if LOOSE not in cluster.notes]
    parted = list(part_digests(whole, _lengths(told, whole)))
    texts = corpus.count - sum(len(cluster.members) - 1 for cluster in parted)
    if texts > max(few.texts, ALL_PAIRS):
        return Folder(told, parted, texts, config, few, keep).stories(with_origins=with_text)
    return _on_the_driver(told, whole, config, keep, with_text) if texts else []


def _lengths(told: Frame, copies: Sequence[Cluster]) -> dict[str, int]:
    """The lengths of what these articles tell, as far as clusters of them may hold round-ups."""
    asked = [member for cluster in copies if len(cluster.members) > 2 for member in cluster.members]
    if not asked:
        return {}
    wanted = frame_of(told.sparkSession, "id string", asked).hint("broadcast")
    return {row.id: row.length for row in told.select("id", "length").join(wanted, "id").collect()}


def _on_the_driver(rows: Frame, copies: Sequence[Cluster], config: Config, keep: Kept, with_text: bool) -> list[Story]:
    folder: list[Told] = []
    forms: dict[str, Forms] = {}
    for told, read in keep.rows(rows.select("told", "forms")):
        folder.append(telling.unpack(told))
        forms[folder[-1].article.id] = telling.unpack(read)

    def weighed(speakers: Sequence[Told]) -> tuple[Labels, Vectors]:
        found = features_of_forms([forms[told.article.id] for told in speakers])
        forms.clear()
        return found.labels(), weigh(found)

    return stories_of(voices_of(folder, copies, weighed), config, with_origins=with_text)
