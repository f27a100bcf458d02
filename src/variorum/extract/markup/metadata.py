"""What the metadata of a page claims of it, believed only as far as the page itself agrees."""

import re
from collections.abc import Iterator
from typing import Any

from ..claims import Claims
from ..fields.headline import cut_title
from ..fields.outlet import outlet_key
from ..moments.moments import parse_moment
from ..page import folded_line, subject_words
from .markup import Markup, Node, plain

_PUBLISHED = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "date",
    "pubdate", "publishdate", "publish-date", "published_time", "publication_date", "dc.date.issued",
    "dc.date", "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date",
    "article.published", "cxenseparse:recs:publishtime", "last-modified-date", "displaydate",
    "rnews:datepublished",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "article.updated", "article:modified",
)  # fmt: skip
_AUTHOR = (
    "author", "byl", "article:author", "parsely-author", "dc.creator", "dcterms.creator",
    "sailthru.author", "cxenseparse:author", "article:author_name",
)  # fmt: skip
_OUTLET = (
    "og:site_name",
    "application-name",
    "article:publisher_name",
    "cre",
    "dc.publisher",
    "publisher",
)
_KEYWORDS = ("article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags")
# Two titles of one article share at least this much of the shorter one's words.
_SHARED = 0.5
_MOST_TAGS = 40
# What parts a title from the outlet's name.
_PARTING = tuple("|-–—•·»:")
# Keys and fields of the outlet's own system among its tags: "Category: Travel", a UUID.
_MACHINE = re.compile(r"^[\w ]+:\s|^[0-9a-f]{8}-[0-9a-f]{4}-|^\d+$|\w=\w|.{60}", re.IGNORECASE)


def read_claims(markup: Markup, host: str | None) -> Claims:
    """Return what markup claims of its page, which stands at `host`."""
    node = _own_article(markup)
    return Claims(
        headline=_headline(markup, node),
        title=markup.title,
        heading=markup.headings[0] if len(markup.headings) == 1 else None,
        byline=tuple(dict.fromkeys(_authors(markup, node))),
        outlet=_outlet(markup, node, host),
        published=_moment(
            (_text(node, "datePublished"), *_values(markup, _PUBLISHED), *_first_time(markup))
        ),
        modified=_moment((_text(node, "dateModified"), *_values(markup, _MODIFIED))),
        canonical=markup.canonical or markup.first("og:url"),
        language=markup.language,
        tags=_tags(markup, node),
        standfirst=_text(node, "description") or markup.first("og:description", "description"),
        captions=markup.captions,
        article=bool(node) or (markup.first("og:type") or "").lower() == "article",
    )


def _own_article(markup: Markup) -> Node:
    """Return the JSON-LD article that is this page's: its headline is the page's title or heading."""
    titles = [
        each for each in (markup.first("og:title"), markup.title, *markup.headings[:3]) if each
    ]
    for node in markup.articles:
        headline = _text(node, "headline") or _text(node, "name")
        if headline is None or not titles or any(_alike(headline, title) for title in titles):
            return node
    return markup.articles[0] if len(markup.articles) == 1 and not titles else {}


def _alike(one: str, other: str) -> bool:
    here, there = subject_words([one]), subject_words([other])
    smaller = min(len(here), len(there))
    return smaller > 0 and len(here & there) >= _SHARED * smaller


def _headline(markup: Markup, node: Node) -> str | None:
    """Return what the page's own statements say the headline is; the window's title says it apart.

    Measured on 128 pages against parsers written by hand, outlet by outlet: the JSON-LD headline
    is right on .87 of the pages that have one, og:title on .85, the heading on .79 (it holds the
    kicker too); this order was the best of twenty on the other outlets every time, votes among
    the claims gave .82 to .84 where it gives .87.
    """
    stated = _text(node, "headline")
    told = (markup.first("og:title"), markup.first("twitter:title"))
    titles = [each for each in (stated, *told, markup.title) if each]
    headings = sorted(
        (
            each
            for each in markup.headings
            if " " in each and any(_alike(each, title) for title in titles)
        ),
        key=lambda each: -max(_shared_words(each, title) for title in titles),
    )
    chosen = next((each for each in (stated, *told, *headings) if each), None)
    if chosen is None:
        return None
    return _without_outlet(chosen, [*headings, *titles], markup.first(*_OUTLET))


def _shared_words(one: str, other: str) -> int:
    return len(subject_words([one]) & subject_words([other]))


def _without_outlet(chosen: str, others: list[str], outlet: str | None) -> str:
    """Return a title without the outlet's name at either end, where something on the page confirms it."""
    folded = folded_line(chosen)
    for other in others:
        shorter = folded_line(other)
        if shorter and folded.startswith(shorter + " ") and len(other) < len(chosen):
            rest = chosen[len(other) :].lstrip()
            if rest[:1] in _PARTING:
                return other
    cut = cut_title(chosen)
    if cut != chosen and outlet and folded_line(chosen[len(cut) :]) == folded_line(outlet):
        return cut
    if outlet and chosen.casefold().startswith(outlet.casefold()):
        # What stands before a headline is as often its kicker: there it has to be the outlet.
        rest = chosen[len(outlet) :].lstrip()
        if rest[:1] in _PARTING and rest[1:].strip():
            return rest[1:].strip()
    return chosen


def _authors(markup: Markup, node: Node) -> Iterator[str]:
    found = False
    for name in _names(node.get("author") or node.get("creator")):
        found = True
        yield name
    if not found:
        for name in _AUTHOR:
            for value in markup.meta.get(name, ()):
                if "//" not in value and "@" not in value and any(map(str.isalpha, value)):
                    found = True
                    yield value
            if found:
                return


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        name = plain(value)
        # Numbers are keys of the outlet's own system, addresses are profiles.
        if "//" not in name and any(letter.isalpha() for letter in name):
            yield name
    elif isinstance(value, list):
        for each in value:
            yield from _names(each)
    elif isinstance(value, dict):
        yield from _names(value.get("name"))


def _outlet(markup: Markup, node: Node, host: str | None) -> str | None:
    """Return the outlet's name; one that its address confirms goes before one that it does not."""
    named = [
        *_names(node.get("publisher")),
        *(each for name in _OUTLET for each in markup.meta.get(name, ())),
    ]
    address = re.sub(r"[\W_]", "", host or "")
    confirmed = [
        each for each in named if len(outlet_key(each)) > 2 and outlet_key(each) in address
    ]
    return next(iter((*confirmed, *named)), None)


def _moment(values: tuple[str | None, ...]) -> str | None:
    for value in values:
        moment = parse_moment(value) if value else None
        if moment is not None:
            return moment.value
    return None


def _first_time(markup: Markup) -> tuple[str, ...]:
    return markup.times[:1]


def _values(markup: Markup, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value for name in names for value in markup.meta.get(name, ()))


def _text(node: Node, key: str) -> str | None:
    value = node.get(key)
    return plain(value) or None if isinstance(value, str) else None


def _tags(markup: Markup, node: Node) -> tuple[str, ...]:
    stated = node.get("keywords")
    values = list(_names(stated))
    for name in _KEYWORDS:
        values = values or list(markup.meta.get(name, ()))
    split = [tag.strip() for value in values for tag in value.split(",")]
    return tuple(dict.fromkeys(tag for tag in split if tag and not _MACHINE.search(tag)))[
        :_MOST_TAGS
    ]
