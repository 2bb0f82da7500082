"""report.md: the differences as text that Slack and GitHub show well, every quotation with its offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model import Comparison, Finding, Run, Severity, Verdict
from compare.report.formats import Job, Page
from compare.report.ids import finding_ids, row_ids
from compare.report.labels import DISCLAIMER, count, difference, is_alarm, listing
from compare.report.view_agreements import agreement_views
from compare.report.view_counts import stories_in_words, tally
from compare.report.view_findings import plain_rule
from compare.report.view_quotes import by_sentence, shown_part
from compare.report.view_sources import Sources, headline
from compare.report.view_text import Mark, cut, settle
from compare.report.view_unread import unread_places
from compare.report.visible import visible

_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_STARTS_BLOCK = re.compile(r"^(\s*\d*)([-+=](?!\w)|(?<=\d)[.)](?=\s|$))")


def draw_markdown(job: Job) -> Iterator[Page]:
    """The one file of this format."""
    yield Page("report.md", _pieces(job))


def safe(text: str) -> str:
    """Article text as plain Markdown text: nothing in it is taken for markup, a link or a mention.

    >>> safe("*boom* <b> @all")
    '\\\\*boom\\\\* \\\\<b\\\\> @\\u2060all'
    """
    escaped = _MEANS_SOMETHING.sub(r"\\\1", visible(text))
    return _STARTS_BLOCK.sub(r"\1\\\2", escaped).replace("@", "@\u2060").replace("://", ":\u2060//")


def _pieces(job: Job) -> Iterator[str]:
    run = job.run
    counted = tally(run.comparisons)
    yield f"# {stories_in_words(counted)}\n\n{DISCLAIMER}\n"
    for comparison in run.comparisons:
        if len(comparison.story.articles) > 1:
            yield from _story(comparison)
    if 1 in counted.sizes:
        yield "\n## Told by one article only\n\n"
        yield from (f"- {safe(headline(c))}\n" for c in _singles(run))
        yield from (piece for c in _singles(run) if any(map(is_alarm, c.findings)) for piece in _single(c))
    if run.unread:
        yield "\n## Could not be read\n\n"
        yield from (f"- {safe(where)}: {safe(reason)}\n" for where, reason in unread_places(run.unread))


def _singles(run: Run) -> Iterator[Comparison]:
    return (c for c in run.comparisons if len(c.story.articles) == 1)


def _single(comparison: Comparison) -> Iterator[str]:
    """What is to be looked at in an article that has no other beside it: its own spellings, the house's names."""
    sources = Sources(comparison)
    yield f"\n### {safe(headline(comparison))}\n"
    for finding, name in zip(comparison.findings, finding_ids(comparison), strict=True):
        if is_alarm(finding):
            yield from _finding(finding, name, sources)


def _story(comparison: Comparison) -> Iterator[str]:
    sources = Sources(comparison)
    yield f"\n## {safe(headline(comparison))}\n\n"
    origins = f"{count(len(sources.views), 'article')}, {count(len(sources.groups), 'independent origin')}"
    yield f"{origins}: {listing(f'{v.siglum} {safe(v.name)}' for v in sources.views)}.\n"
    differences = [
        (finding, name)
        for finding, name in zip(comparison.findings, finding_ids(comparison), strict=True)
        if finding.verdict is Verdict.DIFFER and finding.severity is not Severity.INFO
    ]
    alarming = sorted((d for d in differences if is_alarm(d[0])), key=lambda pair: pair[0].severity.rank)
    yield "\n### Where they differ\n" if alarming else "\nNo difference was found that should alarm.\n"
    for finding, name in alarming:
        yield from _finding(finding, name, sources)
    worded = [d for d in differences if not is_alarm(d[0])]
    yield "\n### In other words\n" if worded else ""
    for finding, name in worded:
        yield from _finding(finding, name, sources)
    if agreed := agreement_views(comparison, sources, row_ids(comparison), finding_ids(comparison)):
        yield f"\nThey agree in {count(len(agreed), 'passage')}.\n"


def _finding(finding: Finding, name: str, sources: Sources) -> Iterator[str]:
    yield f"\n**{finding.severity} · {difference(finding.kind)}** {safe(plain_rule(finding, sources))} (`{name}`)\n\n"
    for (article, sentence), claims in by_sentence(finding.claims, sources).items():
        view, text = sources.of(article), sources.articles[article].text
        shown, later, earlier = shown_part(text, sentence, claims)
        marks = settle(Mark(c.evidence.span, finding.kind) for c in claims)
        bits = (bit for stretch in cut(text, shown, marks) for bit in stretch.bits)
        quote = "".join(f"**{safe(bit.text)}**" if bit.fact else safe(bit.text) for bit in bits)
        places = listing(f"{m.span.start}–{m.span.end}" for m in marks)
        whole = f"{'… ' if later else ''}{quote}{' …' if earlier else ''}"
        yield f"> {view.siglum} {safe(view.name)}: {whole} (characters {places})\n>\n"
