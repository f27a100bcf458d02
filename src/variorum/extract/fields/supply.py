"""Notices of supply: a line that says where its text was published first, or who passed it on.

The supplier may be any outlet, in the directory or not: the wording of the notice proves it, and
the name is what the notice prints.
"""

import re
from functools import lru_cache

from ..agencies.directory import (
    Agency,
    agencies_in_slot,
    agencies_named,
    agency_of_host,
    canonical_agency,
    unlisted,
)

_LONGEST = 600
_HALF = 300
_LONGEST_NAME = 60
_MOST_WORDS = 7
_TEXT = (
    r"(?:story|article|report|piece|post|column|content|essay|commentary|interview|analysis|op-ed)"
)
_ONLY_FIRST = r"(?:(?:first|originally|initially|previously)\s)?"
# What stands between the notice and the name: the issue, the day, the language.
_WHERE = (
    r"(?:(?:the\s)?[\w’' ]{1,30}\s(?:issue|edition|number)\s(?:of|from)\s|website\sof\s|pages\sof\s|"
    r"(?:english|german|french|spanish|russian|arabic|chinese)\s(?:by|in|on|at)\s)?"
)
# Each ends where the name begins.
_NOTICES = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        rf"\b(?:this|the)\s{_TEXT}(?:\sby\s[^.]{{2,50}}?)?,?\s(?:was|is|has\sbeen)?\s?{_ONLY_FIRST}"
        rf"(?:published|appeared|posted|supplied|provided|distributed|written|reported|produced|republished|"
        rf"reprinted|reproduced|syndicated|printed)\s(?:here\s)?{_ONLY_FIRST}(?:with\spermission\s)?"
        rf"(?:by|from|at|in|on|of)\s{_WHERE}",
        rf"\b{_TEXT}\b[^.!?]{{0,200}}\sappeared\s(?:first|originally)\s(?:on|in|at)\s",
        rf"^\W{{0,3}}(?:(?:first|originally|initially)\s(?:published|appeared|posted)|reprinted|"
        rf"republished|reproduced|cross-?posted|re-?posted|syndicated|distributed|supplied)\s"
        rf"(?:here\s)?(?:with\s(?:the\s)?(?:kind\s)?permission\s)?(?:by|from|at|in|on|of)\s{_WHERE}",
        r"\b(?:and\s(?:is\s)?|is\s)published\sfrom\s(?:an?\s|the\s)?",
        r"\bdistributed\sby\s",
        r"^\W{0,3}(?:authored|written|submitted|posted|by)\s(?:by\s)?[^.|]{2,60}?[\s,]via\s",
        r"^\W{0,3}via\s",
        r"^\W{0,3}(?:read|view|see)\sthe\s(?:original|full)\s(?:article|story|post|report)\s"
        r"(?:at|on|from|in)\s",
        r"^\W{0,3}(?:courtesy\sof)\s(?=[^.]{2,50}\.\s(?:view|read)\b)",
        # German, French, Spanish, Portuguese, Italian, Dutch, Swedish and Norwegian, Polish.
        r"\bdiese[rs]?\s(?:artikel|text|beitrag|bericht|kommentar|interview)\s(?:ist|erschien|wurde)\s"
        r"(?:zuerst|zunächst|ursprünglich)\s(?:bei|auf|in|im|von)\s(?:der|dem)?\s?",
        r"\bmit\s(?:freundlicher\s)?genehmigung\s(?:von|des|der)\s",
        r"^\W{0,3}übernommen\s(?:von|aus)\s",
        r"\b(?:cet\sarticle|ce\stexte|article)\s(?:a\s(?:été\s)?|est\s)?(?:d['’]abord\s|initialement\s)?"
        r"(?:été\s)?(?:publié|paru|republié)\s(?:initialement\s|d['’]abord\s|à\spartir\s)?"
        r"(?:par|sur|dans|de|à)\s",
        r"\b(?:este\s(?:artículo|texto|artigo)\s)?(?:fue\s|se\s|foi\s)?(?:publicad[oa]|public[oó]u?|"
        r"apareció)\soriginalment?e\s(?:en|por|no|na|em|pel[oa])\s",
        r"\b(?:articolo\s)?(?:pubblicato|apparso)\s(?:originariamente|originalmente|per\sla\sprima\svolta)"
        r"\s(?:su|da|in|sul|dal)\s",
        r"\bdit\sartikel\s(?:verscheen|is|werd)\s(?:eerder|oorspronkelijk|eerst)\s(?:verschenen\s|"
        r"gepubliceerd\s)?(?:in|op|bij|door)\s",
        r"^\W{0,3}overgenomen\s(?:van|uit)\s",
        r"\b(?:artikeln?|artikkelen|saken|texten|teksten)\s(?:publicerades|ble|er|är|var)\s"
        r"(?:først\s|ursprungligen\s|först\s)?(?:publisert\s|publicerad\s)?(?:først\s|först\s)?"
        r"(?:i|på|av|hos)\s",
        r"\b(?:artykuł|tekst)\s(?:ukazał\ssię|został\sopublikowany)\s(?:pierwotnie|najpierw)?\s?(?:w|na|"
        r"przez)\s",
        r"\bоригинал\s(?:статьи|материала)\s(?:опубликован\s)?(?:на|в|:)\s?(?:сайте\s)?",
    )
)
# Words one of which stands in every notice; most lines hold none.
_HINTS = (
    "publi",
    "appear",
    "repr",
    "reported by",
    "posted",
    "syndic",
    "distrib",
    "suppl",
    "provided",
    "written",
    "produced",
    "printed",
    "via ",
    "original",
    "courtesy",
    "erschien",
    "genehmigung",
    "übernommen",
    "paru",
    "pubblic",
    "appar",
    "verschenen",
    "verscheen",
    "overgenomen",
    "ukazał",
    "opubl",
    "оригинал",
    "zuerst",
)
_WHOSE_HINTS = (" story", " article", " report", " feed", " piece", " post", " column")
_WHOSE = re.compile(
    rf"\b(?:this|the)\s(?P<whose>Reuters|Associated\sPress|AP|AFP|PTI|Bloomberg|dpa)\s{_TEXT}\b|"
    r"\bfrom\san?\s(?P<feed>[\w ]{2,40}?)\s(?:news\s)?feed\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:[Tt]he\s)?"
    r"(?P<name>(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯΑ-Ω0-9][\w’'&+-]*(?:\.[a-z]{2,6}\b)?)"
    r"(?:\s(?:(?:of|and|for|the|on|de|del|della|du|des|la|le|der|für|&)\s){0,2}"
    r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯΑ-Ω0-9][\w’'&+-]*(?:\.[a-z]{2,6}\b)?){0,6})"
)
_BARE_HOST = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<host>(?:[\w-]+\.)+[a-z]{2,})(?:/\S*)?", re.IGNORECASE
)
# Platforms that carry anybody's words, and what follows "published in" that is no name.
_NOBODY = re.compile(
    r"(?:Facebook|Twitter|Instagram|YouTube|LinkedIn|TikTok|Telegram|Substack|Google|Getty|WordPress|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|"
    r"Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|English|"
    r"German|French|Spanish|Russian|Arabic|Chinese|\d+)\b"
)


@lru_cache(maxsize=1 << 10)
def suppliers(text: str) -> tuple[Agency, ...]:
    """Return who supplied the text or published it first, as a notice says.

    >>> [each.name for each in suppliers("This story was originally published by the Harn Courier.")]
    ['Harn Courier']
    """
    # In a long paragraph a notice opens or ends it.
    line = text if len(text) <= _LONGEST else f"{text[:_HALF]}\n{text[-_HALF:]}"
    lowered = line.lower()
    notices = _NOTICES if any(hint in lowered for hint in _HINTS) else ()
    found: dict[Agency, None] = {}
    for notice in notices:
        begun = notice.search(line)
        named = supplier_at(line[begun.end() :]) if begun else None
        if named:
            found[named] = None
    whose = _WHOSE.search(line) if any(hint in lowered for hint in _WHOSE_HINTS) else None
    for each in agencies_in_slot(whose["whose"] or whose["feed"]) if whose else ():
        found[each] = None
    return tuple(found)


def opens_as_notice(text: str) -> bool:
    """Whether a line opens with such a notice and is no longer than one."""
    bare = text.lstrip(" ([*•_—–-")
    return (
        len(text) <= _LONGEST
        and any(each.match(bare) for each in _NOTICES)
        and bool(suppliers(text))
    )


def supplier_at(text: str) -> Agency | None:
    """Return the supplier whose name a text opens with, listed or not; `None` where it opens with none."""
    opening = text[: 2 * _LONGEST_NAME]
    mention = next(iter(agencies_named(opening)), None)
    if mention and not opening[: mention.begin].strip(" \"“'‘").removeprefix("the").strip():
        return mention.agency
    address = _BARE_HOST.match(opening)
    if address:
        return agency_of_host(address["host"]) or unlisted(address["host"])
    named = _NAME.match(opening.lstrip("\"“'‘"))
    if named is None or _NOBODY.match(named["name"]):
        return None
    name = named["name"].rstrip("’'-")
    if len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS or len(name) < 3:
        return None
    return canonical_agency(name) or unlisted(name)
