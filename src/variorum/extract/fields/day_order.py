"""Whether a page writes the day before the month, where its figures alone do not tell."""

import re

from ...text import detect_language
from ..page import Page

_FIGURES = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](?:19|20)\d\d(?!\d)")
# Enough of a page to meet the dates of its other stories.
_REACH = 200_000
_LATEST_MONTH = 12
_OPENING = 600
# English is written with the day first everywhere but in America, and where its outlets taught it.
_DAY_FIRST_ENGLISH = frozenset(
    "uk au nz ie in pk bd lk za ng ke gh ug tz zw zm bw na my sg hk mt jm tt eu fj ls mw np mm".split()
)


def day_first(page: Page) -> bool | None:
    """Return whether a page writes 4/3 for the fourth of March; `None` where nothing tells.

    Its other dates tell first, then its language, then the country of its address.
    """
    shown = {
        int(one) > _LATEST_MONTH
        for one, two in _FIGURES.findall(page.text[:_REACH])
        if (int(one) > _LATEST_MONTH) != (int(two) > _LATEST_MONTH)
    }
    if len(shown) == 1:
        return shown.pop()
    opening = " ".join(page.lines[at].text for at in page.body[:3])
    language = detect_language(opening[:_OPENING])
    if language is not None and language != "en":
        return True
    country = (page.host or "").rsplit(".", 1)[-1]
    return True if country in _DAY_FIRST_ENGLISH else None
