"""The whole tool on one screen: read ─► text ─► facts ─► cluster ─► align ─► findings; `report` draws the result."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from compare.align.pair_model import describe_pair_model
from compare.align.rows import align_story
from compare.config import Config
from compare.digest import input_digests, made_with
from compare.engines.engine import Engine
from compare.engines.shelf import ShelvedArticles
from compare.engines.spilled import Spilled
from compare.facts.facts import read_facts
from compare.findings.comparer import StoryView
from compare.findings.find import find_findings
from compare.findings.unjudged import unjudged_notes
from compare.memory import MemoryLimit
from compare.model import Article, Comparison, Origin, Run, Story, Unread
from compare.shared_paths import from_shared_folder
from compare.text.languages import mixed_languages
from compare.text.recurring import find_recurring
from compare.text.witness import read_witness

Furniture = Mapping[str, Collection[str]]
Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how much of it is done and how much there is; 0 of 0 when that is not known."""


def compare_articles(
    articles: Sequence[Article],
    config: Config | None = None,
    engine: Engine | None = None,
    *,
    progress: Progress | None = None,
) -> list[Comparison]:
    """Find the stories among the articles and compare each, what needs an editor most first.

    A story of one article is a comparison of one witness. `engine` says where the work runs (default: this machine, in
    `config.workers` processes); the result is the same everywhere. `progress` is told of each finished story.
    """
    config = config or Config()
    tell = progress or _silent
    engine = engine or _local(config)
    tell("finding stories", 0, 0)
    memory = MemoryLimit(config.memory_bytes)
    found = _each_compared(engine.find_stories(articles, config), config, engine, tell, memory)
    return sorted(found, key=_urgency)


def compare_stories(
    stories: Sequence[Story],
    config: Config | None = None,
    engine: Engine | None = None,
    *,
    progress: Progress | None = None,
) -> Sequence[Comparison]:
    """Compare each of these stories, what needs an editor most first; what `compare_articles` does once it has them.

    Under a memory limit the comparisons wait on disk, and each is read when it is asked for.
    """
    config = config or Config()
    memory = MemoryLimit(config.memory_bytes)
    found = _each_compared(stories, config, engine or _local(config), progress or _silent, memory)
    return Spilled(found, _urgency) if memory.limit else sorted(found, key=_urgency)


def _each_compared(
    stories: Sequence[Story], config: Config, engine: Engine, tell: Progress, memory: MemoryLimit
) -> Iterator[Comparison]:
    compare = partial(_compare_one, config=config, most=memory.share(engine.processes))
    for done, comparison in enumerate(engine.map(compare, _with_furniture(stories)), 1):
        memory.check("comparing stories", "compare fewer articles at a time, or raise the limit")
        tell("comparing stories", done, len(stories))
        yield comparison
    memory.take_back()


def compare_story(
    story_or_articles: Story | Sequence[Article], config: Config | None = None, *, furniture: Furniture | None = None
) -> Comparison:
    """Lay a story side by side; a list of articles is taken as one story, each article its own origin.

    `furniture` gives for a source the lines that it prints in unrelated articles, as `find_recurring` finds them.
    """
    view, notes = lay_side_by_side(story_or_articles, config, furniture=furniture)
    findings = find_findings(view)
    compared = [frozenset(w.compared) for w in view.witnesses]
    left_out = tuple(
        tuple(s for i, s in enumerate(w.sentences) if i not in kept)
        for w, kept in zip(view.witnesses, compared, strict=True)
    )
    claims = tuple(claim for f in view.facts for by_sentence in f.claims for claim in by_sentence)
    return Comparison(view.story, view.rows, findings, left_out, claims, notes + unjudged_notes(view))


def lay_side_by_side(
    story_or_articles: Story | Sequence[Article], config: Config | None = None, *, furniture: Furniture | None = None
) -> tuple[StoryView, tuple[str, ...]]:
    """The witnesses, facts and rows of a story before anything is judged, and notes on what is not linked in full."""
    config, known = config or Config(), furniture or {}
    story = story_or_articles if isinstance(story_or_articles, Story) else _one_story(story_or_articles)
    witnesses = tuple(read_witness(a, config, known.get(a.source, ())) for a in story.articles)
    facts = tuple(read_facts(witness) for witness in witnesses)
    rows, notes = align_story(story, witnesses, facts, config)
    return StoryView(story, witnesses, facts, tuple(rows), config), notes


def compare_all(
    articles: Iterable[Article],
    config: Config | None = None,
    engine: Engine | None = None,
    *,
    unread: Iterable[Unread] = (),
    notes: Iterable[str] = (),
    progress: Progress | None = None,
) -> Run:
    """`compare_articles` with all that a report tells besides: what was not read, versions, settings, input digests.

    Under a memory limit the articles are not held: give an iterator that does not hold them either, or
    `ShelvedArticles`.
    """
    config = config or Config()
    engine, tell = engine or _local(config), progress or _silent
    if config.memory_bytes and not isinstance(articles, ShelvedArticles):
        articles = ShelvedArticles.of(articles)
    given, unread = _from_shared_folder(articles, list(unread))
    tell("finding stories", 0, 0)
    told = list(notes)
    stories = engine.find_stories(given, config, told.append)
    found = compare_stories(stories, config, engine, progress=progress)
    return as_run(found, stories, config, unread=unread, notes=told)


def as_run(
    comparisons: Sequence[Comparison],
    stories: Sequence[Story],
    config: Config,
    *,
    unread: Iterable[Unread] = (),
    notes: Iterable[str] = (),
) -> Run:
    """Comparisons of these stories with what was not read, versions, settings and the digests of their articles."""
    made = made_with(config)
    if config.align.pair_model:
        made["pair model"] = describe_pair_model(config.align.pair_model)
    articles = _Articles(stories)  # not those of the comparisons: these may wait on disk, and take longer to read
    told = (*notes, *mixed_languages(articles))
    return Run(comparisons, tuple(unread), told, made, input_digests(articles))


def _from_shared_folder(
    articles: Iterable[Article], unread: Sequence[Unread]
) -> tuple[Sequence[Article], list[Unread]]:
    if not isinstance(articles, ShelvedArticles):
        return from_shared_folder(list(articles), unread)
    articles.bare, unread = from_shared_folder(articles.bare, unread)
    return articles, unread


@dataclass(frozen=True)
class _Articles:
    """The articles of stories, as often as they are asked for."""

    stories: Sequence[Story]

    def __iter__(self) -> Iterator[Article]:
        return (article for story in self.stories for article in story.articles)


def _with_furniture(stories: Sequence[Story]) -> Iterator[tuple[Story, Furniture]]:
    """Each story with the recurring lines of its own sources only, so that little travels to another process."""
    recurring = find_recurring(_Articles(stories))
    for story in stories:
        yield story, {a.source: recurring[a.source] for a in story.articles if a.source in recurring}


def _compare_one(part: tuple[Story, Furniture], config: Config, most: int) -> Comparison:
    story, furniture = part
    comparison = compare_story(story, config, furniture=furniture)
    if most:
        MemoryLimit(most, fresh=True).check(f"the story {story.id} in a process of its own", "run with fewer workers")
    return comparison


def _one_story(articles: Sequence[Article]) -> Story:
    ids = [article.id for article in articles]
    if len(set(ids)) < len(ids):
        twice = sorted({i for i in ids if ids.count(i) > 1})
        raise ValueError(f"articles need ids of their own; given twice: {', '.join(twice)}")
    ordered = tuple(sorted(articles, key=lambda a: a.id))
    return Story("+".join(a.id for a in ordered), ordered, origins=tuple(Origin((a.id,)) for a in ordered))


def _urgency(comparison: Comparison) -> tuple[object, ...]:
    """Stories of several articles first, then by number of differences from the gravest kind down."""
    counts = [0, 0, 0, 0]
    for finding in comparison.discrepancies:
        counts[finding.severity.rank] -= 1
    return len(comparison.story.articles) == 1, counts, -len(comparison.story.articles), comparison.story.id


def _local(config: Config) -> Engine:
    from compare.engines.local import Local

    return Local(config.workers)


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
