"""What the metadata of a page claims of it, believed only as far as the page itself agrees."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from ...model import Moment
from ..claims import Claims
from ..fields.outlet import names_outlet, outlet_key
from ..moments.moments import parse_moment
from .markup import Markup, Node, plain
from .titles import Titles, are_alike, choose_title, read_titles

# Names of tags with all but letters taken off: outlets write them with every mark there is.
_PUBLISHED = (
    "articlepublishedtime", "articlepublished", "ogpublishedtime", "ogarticlepublishedtime",
    "datepublished", "date", "pubdate", "publishdate", "publishedtime", "publicationdate",
    "publishtime", "dcdateissued", "dcdate", "dctermsdate", "dctermsissued", "dctermscreated",
    "parselypubdate", "sailthrudate", "cxenseparsepublishtime", "cxenseparserecspublishtime",
    "lastmodifieddate", "displaydate", "rnewsdatepublished", "originalpublicationdate",
    "datecreated",
)  # fmt: skip
_MODIFIED = (
    "articlemodifiedtime", "articlemodified", "ogupdatedtime", "datemodified", "lastmod",
    "lastmodified", "lastupdate", "lastupdated", "dctermsmodified", "articleupdated",
    "articleupdatedtime",
)  # fmt: skip
_AUTHOR = (
    "author", "byl", "articleauthor", "ogarticleauthor", "parselyauthor", "dccreator",
    "dctermscreator", "sailthruauthor", "cxenseparseauthor", "articleauthorname", "authors",
)  # fmt: skip
_OUTLET = (
    "ogsitename",
    "applicationname",
    "articlepublishername",
    "cre",
    "dcpublisher",
    "publisher",
)
_KEYWORDS = ("articletag", "newskeywords", "keywords", "parselytags", "sailthrutags")
_SECTIONS = (
    "articlesection", "ogsection", "ogarticlesection", "parselysection", "section",
    "contentcategory", "category",
)  # fmt: skip
_MOST_TAGS, _MOST_SECTIONS, _LONGEST_SECTION = 40, 6, 40
# No outlet names more authors; a list that runs on is an attack or the staff.
_MOST_AUTHORS = 40
_NOT_LETTERS = re.compile(r"[^a-z]")
# Keys and fields of the outlet's own system among its tags: "Category: Travel", a UUID.
_MACHINE = re.compile(r"^[\w ]{1,60}:\s|^[0-9a-f]{8}-[0-9a-f]{4}-|^\d+$|\w=\w|.{60}", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"\{\{|%[a-z_]+%|\[object|^(?:null|undefined|none|admin|n/a)$", re.IGNORECASE
)

Values = Mapping[str, tuple[str, ...]]


def read_claims(markup: Markup, host: str | None) -> Claims:
    """Return what markup claims of its page, which stands at `host`."""
    node = _own_article(markup)
    meta = _by_letters(markup)
    outlet = _outlet(meta, node, host)
    titles = read_titles(markup, node, outlet, host)
    headline = choose_title(titles)
    return Claims(
        headline=headline,
        title=markup.title,
        heading=markup.headings[0] if len(markup.headings) == 1 else None,
        shared=_shared(titles, headline),
        byline=_authors(meta, node, outlet, host),
        outlet=outlet,
        published=_moment(
            _stated(node, "datePublished", "dateCreated"), meta, _PUBLISHED, markup.times[:1]
        ),
        modified=_moment(_stated(node, "dateModified"), meta, _MODIFIED, ()),
        canonical=markup.canonical or markup.first("og:url"),
        language=markup.language,
        tags=_tags(meta, node),
        sections=_sections(meta, node),
        standfirst=_text(node, "description") or markup.first("og:description", "description"),
        captions=markup.captions,
        article=bool(node) or (markup.first("og:type") or "").lower() == "article",
    )


def _own_article(markup: Markup) -> Node:
    """Return the JSON-LD article that is this page's: its headline is the page's title or heading.

    An article that names this page's address is its own too, where only one does; a list of other
    articles names theirs.
    """
    titles = [
        each for each in (markup.first("og:title"), markup.title, *markup.headings[:3]) if each
    ]
    for node in markup.articles:
        headline = _text(node, "headline") or _text(node, "name")
        if headline is None or not titles or any(are_alike(headline, each) for each in titles):
            return node
    here = _path(markup.canonical or markup.first("og:url"))
    placed = [
        node for node in markup.articles if here and here in set(map(_path, _addresses(node)))
    ]
    if len(placed) == 1:
        return placed[0]
    return markup.articles[0] if len(markup.articles) == 1 and not titles else {}


def _addresses(node: Node) -> Iterator[str]:
    for key in ("url", "@id", "mainEntityOfPage"):
        value = node.get(key)
        value = value.get("@id") if isinstance(value, dict) else value
        if isinstance(value, str):
            yield value


def _path(address: str | None) -> str | None:
    """Return the path of an address that leads to one page, not to the front of the outlet."""
    if not address:
        return None
    try:
        path = urlsplit(address).path.rstrip("/")
    except ValueError:
        # An address that is none says nothing of where the page stands.
        return None
    return path if path.count("/") > 0 and len(path) > 1 else None


def _shared(titles: Titles, headline: str | None) -> str | None:
    return titles.shared if titles.curated and titles.shared != headline else None


def _by_letters(markup: Markup) -> Values:
    found: dict[str, tuple[str, ...]] = {}
    for name, values in markup.meta.items():
        key = _NOT_LETTERS.sub("", name.rsplit("/", 1)[-1])
        found[key] = (*found.get(key, ()), *values)
    return found


def _authors(meta: Values, node: Node, outlet: str | None, host: str | None) -> tuple[str, ...]:
    """Return who wrote, of the first statement that names others than the outlet itself."""
    own: tuple[str, ...] = ()
    for names in _author_lists(meta, node):
        named = tuple(dict.fromkeys(each for each in names if not _PLACEHOLDER.search(each)))
        named = named[:_MOST_AUTHORS]
        others = tuple(each for each in named if not names_outlet(each, outlet, host))
        if others:
            return others
        own = own or named
    return own


def _author_lists(meta: Values, node: Node) -> Iterator[list[str]]:
    yield list(_names(node.get("author") or node.get("creator")))
    for name in _AUTHOR:
        yield [
            each
            for value in meta.get(name, ())
            if "//" not in value
            and "@" not in value
            and any(map(str.isalpha, each := plain(value)))
        ]


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


def _outlet(meta: Values, node: Node, host: str | None) -> str | None:
    """Return the outlet's name; one that its address confirms goes before one that it does not."""
    named = [
        *_names(node.get("publisher")),
        *(each for name in _OUTLET for each in meta.get(name, ())),
    ]
    address = re.sub(r"[\W_]", "", host or "")
    confirmed = [
        each for each in named if len(outlet_key(each)) > 2 and outlet_key(each) in address
    ]
    return next(iter((*confirmed, *named)), None)


def _stated(node: Node, *keys: str) -> tuple[str, ...]:
    return tuple(value for key in keys if (value := _text(node, key)))


def _moment(
    stated: tuple[str, ...], meta: Values, names: tuple[str, ...], visible: tuple[str, ...]
) -> str | None:
    """Return the first moment that is stated, with the zone that another statement of it gives."""
    given = (*stated, *(value for name in names for value in meta.get(name, ())), *visible)
    first: Moment | None = None
    for value in given:
        moment = parse_moment(value)
        if moment is None:
            continue
        if first is None:
            first = moment
            if moment.has_zone:
                break
        # "Z" is as often written behind local times by a tag's template.
        elif _says_more(moment, first):
            first = moment
            break
    return first.value if first else None


def _says_more(moment: Moment, first: Moment) -> bool:
    if first.precision == "day":
        return moment.precision != "day" and moment.day == first.day
    named = moment.has_zone and not moment.value.endswith("Z")
    return named and moment.value[:16] == first.value[:16]


def _text(node: Node, key: str) -> str | None:
    value = node.get(key)
    return plain(value) or None if isinstance(value, str) else None


def _tags(meta: Values, node: Node) -> tuple[str, ...]:
    values = list(_names(node.get("keywords")))
    for name in _KEYWORDS:
        values = values or list(meta.get(name, ()))
    split = [tag.strip() for value in values for tag in value.split(",")]
    return tuple(dict.fromkeys(tag for tag in split if tag and not _MACHINE.search(tag)))[
        :_MOST_TAGS
    ]


def _sections(meta: Values, node: Node) -> tuple[str, ...]:
    values = list(_names(node.get("articleSection")))
    for name in _SECTIONS:
        values = values or [plain(each) for each in meta.get(name, ())]
    split = [section.strip() for value in values for section in re.split(r"[,;|>]", value)]
    return tuple(
        dict.fromkeys(
            each
            for each in split
            if each and len(each) <= _LONGEST_SECTION and not _MACHINE.search(each)
        )
    )[:_MOST_SECTIONS]
