"""Facts that witnesses share although no passage brings them together: a name, a day, a figure with its head."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from compare.findings.comparer import Level, Ruled, StoryView
from compare.findings.who import Figure, figures_by_name
from compare.model import Claim, Finding, Severity, Verdict

_KINDS = ("person", "place", "organisation", "date", "ordinal", "score", "number", "unit", "duration")
Key = tuple[str, str]
People = Mapping[tuple[int, str], Figure]


class MentionComparer(Ruled):
    """One value of one kind in several witnesses, nowhere in one passage."""

    kind = "mention"
    levels = (
        Level("mention.one", Verdict.ONLY_IN, Severity.INFO, "Only one has “{a}”."),
        Level("mention.both", Verdict.AGREE, Severity.INFO, "Both have “{a}”, in different passages."),
    )

    def compare_story(self, view: StoryView) -> Iterator[Finding]:
        """One agreement per value, with every place where it stands."""
        if len(view.witnesses) < 2:
            return
        places, together = _places(view)
        for key in sorted(places):
            by_witness = places[key]
            if len(by_witness) > 1 and key not in together:
                claims = [claim for index in sorted(by_witness) for claim, _ in by_witness[index]]
                row = min(row for held in by_witness.values() for _, row in held)
                yield self.finding("both", claims, row)


def _places(view: StoryView) -> tuple[dict[Key, dict[int, list[tuple[Claim, int]]]], set[Key]]:
    """Value → witness → its claims there, each with its row; and the values that two witnesses have in one passage.

    Of the latter the comparer of their kind speaks.
    """
    people = figures_by_name(view)
    found: dict[Key, dict[int, list[tuple[Claim, int]]]] = defaultdict(lambda: defaultdict(list))
    together: set[Key] = set()
    for passage in view.passages:
        seen: set[Key] = set()
        for side in passage.sides:
            keys = set()
            for claim in side.claims:
                if key := _key(claim, side.index, people):
                    found[key][side.index].append((claim, passage.index))
                    keys.add(key)
            together |= keys & seen
            seen |= keys
    return found, together


def _key(claim: Claim, index: int, people: People) -> Key | None:
    """What makes two claims the same: the person of the story, a day with or without its year, a weekday, the value."""
    if claim.kind not in _KINDS:
        return None
    value = str(claim.value)
    if claim.kind == "person":
        figure = people.get((index, claim.subject))
        return ("person", " ".join(figure.tokens)) if figure else None  # None: it may be any of several
    if claim.kind == "date":
        if len(value) >= 7 and value[-3] == "-" == value[-6]:
            return ("date", value[-6:])
        return ("date", value) if value.isalpha() else None
    if claim.kind in ("number", "ordinal") and not claim.subject:
        return None
    return (claim.kind, value)
