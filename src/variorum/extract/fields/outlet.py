"""The outlet: who publishes the page, from its address or from what its header and footer agree on."""

import re
from collections import defaultdict
from collections.abc import Iterator

from ..agencies.directory import canonical_agency
from ..lines import Line
from ..page import Page

_HEADER, _FOOTER = 2, 40
_LONGEST = 45
_MOST_WORDS = 5
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:copyright|©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|"
    r"20)?\d\d)?)?[,.]?\s*(?:by\s)?"
    r"(?P<name>[^\d©].{1,60}?)\s*(?:[.,|–—]?\s(?:all rights|ltd|inc|llc|limited|gmbh|is a)|[|–—]|\.$|$)",
    re.IGNORECASE,
)
_INVITATION = re.compile(
    r"^(?:join|about|contact|subscribe to|support|donate to|advertise (?:with|in)|write for|"
    r"follow|more from|get)\s"
    r"(?P<name>(?:the\s)?[A-Z][\w.'’ -]{2,35})$",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"\.(?:com|org|net|info|co|news|tv|eu|[a-z]{2})(?:\.[a-z]{2})?$", re.IGNORECASE
)
_GENERIC = frozenset(
    "us home menu search news contactus aboutus privacypolicy termsofuse termsofservice facebook "
    "twitter instagram "
    "youtube linkedin close subscribe newsletter advertisement rss sitemap login register top "
    "more opinion politics "
    "world sports business close all allrights share email print our me now it".split()
)
_DESK = re.compile(r"\s(?:Staff|News Desk|Newsroom|Desk|Web Desk|Correspondent)$")


def find_outlet(page: Page, names: tuple[str, ...] = ()) -> tuple[str, Line] | None:
    """Return the outlet that a page itself proves and the line that names it best.

    A name counts when two different parts of the page agree on it: masthead, footer, copyright
    line, an invitation ("Join …"), a desk in the byline. One alone proves nothing.
    """
    roles: dict[str, set[str]] = defaultdict(set)
    printed: dict[str, list[tuple[str, Line]]] = defaultdict(list)
    for name, role, line in _named(page):
        key = outlet_key(name)
        if len(key) < 3 or key in _GENERIC or (canonical_agency(name) and role != "copyright"):
            continue
        roles[key].add(role)
        printed[key].append((name, line))
    for desk in names:
        key = outlet_key(_DESK.sub("", desk))
        if key in roles and _DESK.search(desk):
            roles[key].add("byline")
    proven = [key for key, found in roles.items() if len(found) > 1]
    if not proven:
        return None
    best = max(
        proven, key=lambda key: (len(roles[key]), "copyright" in roles[key], len(printed[key]), key)
    )
    return max(printed[best], key=lambda each: _form(*each))


def outlet_key(name: str) -> str:
    """Return what two printings of an outlet's name have in common.

    >>> outlet_key("The Daily Roe") == outlet_key("dailyroe.com")
    True
    """
    bare = _DOMAIN.sub("", name.strip().casefold().removeprefix("https://").removeprefix("www."))
    return re.sub(r"[\W_]", "", bare.removeprefix("the "))


def _form(name: str, line: Line) -> tuple[bool, bool, bool, int]:
    own_line = line.text == name
    return (
        _DOMAIN.search(name) is None,
        own_line and not (name.islower() or name.isupper()),
        name.startswith("The "),
        len(name),
    )


def _named(page: Page) -> Iterator[tuple[str, str, Line]]:
    for line in page.lines[:_HEADER]:
        if _is_name(line.text):
            yield line.text, "masthead", line
    begin = max(page.last + 1, len(page.lines) - _FOOTER, _HEADER)
    for line in page.lines[begin:]:
        found = _COPYRIGHT.search(line.text)
        if found and _is_name(found["name"]):
            yield found["name"].strip(" .,"), "copyright", line
            continue
        invitation = _INVITATION.match(line.text)
        if invitation:
            yield invitation["name"], "invitation", line
        elif _is_name(line.text):
            yield line.text, "footer", line


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS and text[:1].isalnum()
