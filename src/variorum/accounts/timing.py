"""Timing: whether two articles lie too far apart in time to be states of one text."""

from ..model import Article

# What newsrooms update, they update within two days or three. Beyond that, what two articles share
# in part is the mould of a recurring report: in `bulk` weekly loan figures and monthly surveys
# share a quarter to a half of their words with those before.
UPDATE_DAYS = 4


def lie_far_apart(one: Article, other: Article) -> bool:
    """Whether two articles are dated too far apart; without both dates nothing is known."""
    if one.published is None or other.published is None:
        return False
    return abs((one.published.day - other.published.day).days) >= UPDATE_DAYS
