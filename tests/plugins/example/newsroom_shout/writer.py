"""headlines.txt: a line for each story."""

from collections.abc import Iterator

from compare.report.formats import Job, Page


def draw_headlines(job: Job) -> Iterator[Page]:
    """The one file of this format."""
    yield Page("headlines.txt", (f"{c.story.id}: {len(c.discrepancies)} differences\n" for c in job.run.comparisons))
