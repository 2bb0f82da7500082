"""A story's page as it is shown, and the words of it."""

from compare.config import ReportConfig
from compare.report.view import story_page


def page_of(comparison, **config):
    return story_page(comparison, ReportConfig(**config), {}, {})


def words(stretches, *leave):
    return "".join(bit.text for s in stretches if s.op not in leave for bit in s.bits)
