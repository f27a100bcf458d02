"""The outlet: who publishes the page, from its address or from what its header and footer agree on."""

import re
from collections import defaultdict
from collections.abc import Iterator

from ..agencies.directory import canonical_agency
from ..lines import Line
from ..page import Page

_HEADER, _TOP, _FOOTER = 2, 15, 40
# How far each part of a page speaks for a name. Measured on 166 pages whose metadata names the
# outlet, that statement hidden: 42 right, 114 absent, 10 wrong; at 2.0 it is 74, 44 and 48 (owners of
# the outlet, mostly), with every pair of parts counting alike 16, 135 and 15.
_WEIGHTS = {
    "copyright": 2.0,
    "address": 2.0,
    "title": 1.5,
    "masthead": 1.0,
    "sentence": 1.5,
    "byline": 1.0,
    "invitation": 1.0,
    "top": 0.5,
    "footer": 0.5,
}
_PROVEN = 2.5
# A masthead that the foot repeats, where no menu is repeated there.
_FEW_REPEATED, _REPEATED = 2, 1.0
_LONGEST = 45
_MOST_WORDS = 5
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:copyright|©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|"
    r"20)?\d\d)?)?[,.]?\s*(?:by\s)?"
    r"(?P<name>[^\d©].{1,60}?)\s*(?:[.,|–—]?\s(?:all rights|ltd|inc|llc|limited|gmbh|is a)|[|–—·•]|"
    r",?\s(?:19|20)\d\d\b|(?<=\w{4})\.\s|\.$|$)",
    re.IGNORECASE,
)
_CLAIM = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
# Whose right it is stands at the beginning of the notice.
_REACH = 400
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
_PARTS = re.compile(r"\s[|–—•·»:-]{1,2}\s|:\s|\s?\|\s?")
# Two letters stand in any address; what an address begins with is the outlet only where it says something.
_SHORTEST_KEY, _TELLING_KEY = 2, 4
_NO_LABEL = frozenset("www com co news amp mobile m en de fr es it html feeds blog".split())
_DESK = re.compile(r"\s(?:Staff|News Desk|Newsroom|Desk|Web Desk|Correspondent)$")


def find_outlet(
    page: Page, names: tuple[str, ...] = (), title: str | None = None
) -> tuple[str, Line] | None:
    """Return the outlet that a page itself proves and the line that names it best.

    A name counts when different parts of the page agree on it: copyright line, masthead, either end
    of the window's `title`, a sentence of the footer that opens with it, the address, a desk in the
    byline. One alone proves nothing, nor do an entry at the top and one at the foot where others
    repeat as well: menus do.
    """
    roles: dict[str, set[str]] = defaultdict(set)
    printed: dict[str, list[tuple[str, Line]]] = defaultdict(list)
    for name, role, line in _named(page):
        key = outlet_key(name)
        if len(key) < 3 or key in _GENERIC or (role != "copyright" and canonical_agency(name)):
            continue
        roles[key].add(role)
        printed[key].append((name, line))
    desks, ends, address = _beside_lines(page.host, names, title)
    for key, found in roles.items():
        found |= {"byline"} if key in desks else set()
        found |= {"title"} if key in ends else set()
        found |= {"address"} if key in address else set()
    repeated = [
        key for key, found in roles.items() if found & {"masthead", "top"} and "footer" in found
    ]
    weight = {key: sum(_WEIGHTS[role] for role in found) for key, found in roles.items()}
    if len(repeated) <= _FEW_REPEATED:
        for key in repeated:
            weight[key] += _REPEATED * ("masthead" in roles[key])
    proven = [key for key in roles if weight[key] >= _PROVEN]
    if not proven:
        return None
    best = max(proven, key=lambda key: (weight[key], len(printed[key]), key))
    return max(printed[best], key=lambda each: _form(*each))


def _beside_lines(
    host: str | None, names: tuple[str, ...], title: str | None
) -> tuple[set[str], set[str], str]:
    """Return what names the outlet beside the page's lines: desks, ends of the title, the address."""
    desks = {outlet_key(_DESK.sub("", desk)) for desk in names if _DESK.search(desk)}
    parts = [outlet_key(part) for part in _PARTS.split(title)] if title else []
    ends = {parts[0], parts[-1]} if len(parts) > 1 else set()
    return desks, ends, re.sub(r"\W", "", host or "")


def outlet_key(name: str) -> str:
    """Return what two printings of an outlet's name have in common.

    >>> outlet_key("The Daily Roe") == outlet_key("dailyroe.com")
    True
    """
    bare = _DOMAIN.sub("", name.strip().casefold().removeprefix("https://").removeprefix("www."))
    return re.sub(r"[\W_]", "", bare.removeprefix("the "))


def names_outlet(name: str, outlet: str | None, host: str | None) -> bool:
    """Whether a name is that of the page's outlet or of its desk, by the outlet's name or its address.

    >>> names_outlet("Roe News Online", None, "www.roenews.example"), names_outlet("Roe", None, None)
    (True, False)
    """
    if len(name) > 2 * _LONGEST:
        return False
    if host and host in name.casefold():
        return True
    key = outlet_key(name)
    if len(key) < _SHORTEST_KEY:
        return False
    own = outlet_key(outlet or "")
    if len(own) >= _SHORTEST_KEY and (key.startswith(own) or own.startswith(key)):
        return True
    for label in (host or "").split(".")[:-1]:
        bare = re.sub(r"[\W_]", "", label)
        if bare in _NO_LABEL or len(bare) < _SHORTEST_KEY:
            continue
        if key.startswith(bare) or (len(key) >= _TELLING_KEY and key in bare):
            return True
    return False


def _form(name: str, line: Line) -> tuple[bool, bool, bool, bool, int]:
    return (
        _DOMAIN.search(name) is None,
        not (name.islower() or name.isupper()),
        line.text == name,
        name.startswith("The "),
        len(name),
    )


def _named(page: Page) -> Iterator[tuple[str, str, Line]]:
    mastheads = [
        line for line in page.lines[: min(_TOP, max(page.first, _HEADER))] if _is_name(line.text)
    ]
    for line in mastheads:
        yield line.text, "masthead" if line.number < _HEADER else "top", line
    openings = {line.text.casefold() + mark: line for line in mastheads for mark in " ,"}
    prefixes = tuple(openings)
    begin = max(page.last + 1, len(page.lines) - _FOOTER, _HEADER)
    for line in page.lines[begin:]:
        found = _COPYRIGHT.search(line.text[:_REACH]) if _CLAIM.search(line.text) else None
        if found and _is_name(found["name"]):
            yield found["name"].strip(" .,"), "copyright", line
            continue
        invitation = _INVITATION.match(line.text)
        if invitation:
            yield invitation["name"], "invitation", line
        elif _is_name(line.text):
            yield line.text, "footer", line
        folded = line.text[: 2 * _LONGEST].casefold()
        if folded.startswith(prefixes):
            for opening, above in openings.items():
                if folded.startswith(opening):
                    yield above.text, "sentence", above


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS and text[:1].isalnum()
