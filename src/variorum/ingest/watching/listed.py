"""What is to be done about what a listing lists: take it, read its page, or leave it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from ...model import Capture, content_id
from .listings import Listing
from .targets import join_url
from .visits import Visit

# A page whose entry changes with every poll (a live blog, a counter) is read again this often.
LEAST_AGE = timedelta(hours=1)
# That an address is still listed is noted so often, and forgotten is what was not listed for so long:
# feeds that leave out an entry for a while, and name it again, do so within days.
_A_DAY = timedelta(days=1)
FORGOTTEN_AFTER = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Listed:
    """One address that a listing names: what it says of it, and its text where it gives that."""

    url: str
    mark: str
    capture: Capture | None


def list_entries(
    listing: Listing, url: str, *, always_pages: bool, since: datetime
) -> Iterator[Listed]:
    """Yield what a listing names; texts only of entries that hold their whole article.

    Of site maps, which list all that a site ever had, what changed `since` or tells no date. With
    `always_pages` the page of every entry is read that has one.
    """
    for capture in listing.entries:
        address = _address(url, capture.url)
        stated = capture.stated
        mark = content_id(
            "listed", stated.headline, stated.modified or stated.published, capture.text
        )
        whole = not stated.teaser and not (always_pages and address)
        if address is None and not whole:
            # A teaser that leads nowhere is no article.
            continue
        # What has no address of its own is known by its key, else by what it says.
        name = address or f"{url}#{capture.key or mark}"
        yield Listed(name, mark, replace(capture, url=address) if whole else None)
    for page in listing.pages:
        changed = page.moment
        if changed is not None and changed < since:
            continue
        address = _address(url, page.url)
        if address is not None:
            yield Listed(address, content_id("listed", page.changed), None)


def judge_listed(
    listed: Listed, visit: Visit | None, listing: str, now: datetime
) -> Literal["new", "changed", "later", "known"]:
    """Tell whether an address must be taken that a listing names, from what is known of it."""
    if visit is None:
        return "new"
    # Two listings describe one page differently: only the first one's word for it counts.
    if visit.listed_by != listing or visit.listed_as == listed.mark or not visit.settled:
        return "known"
    if visit.asked_at is not None and now - visit.asked_at < LEAST_AGE:
        return "later"
    return "changed"


def waiting_visit(listed: Listed, visit: Visit | None, listing: str, now: datetime) -> Visit:
    """Return what is kept of a page before it is read, so that a kill loses no page."""
    known = visit or Visit(listed.url, "page", now)
    return replace(
        known,
        kind="page",
        next_at=now,
        settled=False,
        failures=0,
        listed_by=listing,
        listed_as=listed.mark,
        listed_at=now,
    )


def taken_visit(listed: Listed, listing: str, now: datetime) -> Visit:
    """Return what is kept of an entry that was taken from its feed."""
    return Visit(
        listed.url,
        "entry",
        now,
        settled=True,
        asked_at=now,
        listed_by=listing,
        listed_as=listed.mark,
        listed_at=now,
    )


def listed_again(visit: Visit, now: datetime) -> Visit | None:
    """Return what is kept of a known address that is still listed, `None` where that is known."""
    if visit.listed_at is not None and now - visit.listed_at < _A_DAY:
        return None
    return replace(visit, listed_at=now)


def _address(base: str, reference: str | None) -> str | None:
    """Return a page's address in full; what a fragment points to is the same page."""
    joined = join_url(base, reference) if reference else None
    return joined.partition("#")[0] or None if joined else None
