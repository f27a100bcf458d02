"""The elements of feeds, read by name whatever their namespace is called.

They are those of RSS 2.0, RDF Site Summary 1.0, RFC 4287 (Atom), Dublin Core, the content module
and Media RSS.
"""

import html
from functools import lru_cache
from typing import TYPE_CHECKING

from .feed_entry import Entry, Feed, Part, as_part, person, plain

if TYPE_CHECKING:
    from lxml.etree import _Element

# The beginnings of namespaces: versions differ in their ends. What has none of these keeps its
# namespace, so that the title of a podcast or of a picture is not the title of the article.
_SPACES = (
    ("http://www.w3.org/2005/atom", "atom:"),
    ("http://purl.org/atom/ns", "atom:"),
    ("http://purl.org/rss/1.0/modules/content", "content:"),
    ("http://purl.org/rss/1.0/modules/", "module:"),
    ("http://purl.org/rss/", ""),
    ("http://my.netscape.com/rdf/simple", ""),
    ("http://channel.netscape.com/rdf/simple", ""),
    ("http://backend.userland.com/rss", ""),
    ("http://blogs.law.harvard.edu/tech/rss", ""),
    ("http://purl.org/dc/elements", "dc:"),
    ("http://purl.org/dc/terms", "dc:"),
    ("http://search.yahoo.com/mrss", "media:"),
    ("http://rssnamespace.org/feedburner", "feedburner:"),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf:"),
)
_ENTRIES = frozenset({"item", "entry", "atom:entry"})
_FEEDS = frozenset({"channel", "feed", "atom:feed"})
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def name_of(element: "_Element") -> str:
    """Return the name of an element, with the usual prefix of its namespace."""
    return _name(element.tag) if isinstance(element.tag, str) else ""


# A feed has some dozens of names, each thousands of times; hostile ones have as many as they like.
@lru_cache(maxsize=1000)
def _name(tag: str) -> str:
    if not tag.startswith("{"):
        # A prefix that the feed forgot to declare stays in the name.
        return tag.lower()
    space, _, local = tag[1:].partition("}")
    folded = space.lower().replace("https://", "http://")
    prefix = next((short for long, short in _SPACES if folded.startswith(long)), f"{space}:")
    return prefix + local.lower()


def is_entry(element: "_Element") -> bool:
    """Tell whether an element is an entry of the feed, and no part of another entry."""
    return name_of(element) in _ENTRIES and not any(
        name_of(above) in _ENTRIES for above in element.iterancestors()
    )


def read_feed_element(root: "_Element") -> Feed:
    """Return what a feed says of itself."""
    found = next((each for each in root.iter("*") if name_of(each) in _FEEDS), root)
    children = _Children(found)
    return Feed(
        title=children.plain("dc:publisher", "title", "atom:title"),
        url=children.link(),
        language=children.text("language", "dc:language")
        or found.get(_LANGUAGE)
        or root.get(_LANGUAGE),
        authors=children.authors(),
    )


def read_entry(element: "_Element") -> Entry:
    """Return what an entry says of its article."""
    children = _Children(element)
    supplier, supplier_url = children.supplier()
    return Entry(
        title=children.title(),
        key=children.text("guid", "atom:id", "id", "dc:identifier") or element.get("id"),
        url=children.link(),
        content=children.part("content:encoded", "atom:content", "content", "media:text"),
        summary=children.part("description", "atom:summary", "summary", "dc:description", "dc:abstract"),
        authors=children.authors(),
        published=children.text("pubdate", "atom:published", "published", "atom:issued", "issued",
                                "dc:date", "dc:issued", "dc:created", "atom:created"),
        modified=children.text("atom:updated", "updated", "dc:modified", "atom:modified", "modified"),
        language=children.text("dc:language", "language") or element.get(_LANGUAGE),
        tags=children.tags(),
        supplier=supplier,
        supplier_url=supplier_url,
        image_credit=_image_credit(element),
    )  # fmt: skip


class _Children:
    """The children of an element, by name."""

    def __init__(self, element: "_Element") -> None:
        self._named: dict[str, list[_Element]] = {}
        for child in element.iterchildren("*"):
            self._named.setdefault(name_of(child), []).append(child)

    def all(self, *names: str) -> "list[_Element]":
        return [each for name in names for each in self._named.get(name, ())]

    def text(self, *names: str) -> str | None:
        texts = ("".join(each.itertext()).strip() for each in self.all(*names))
        return next((text for text in texts if text), None)

    def plain(self, *names: str) -> str | None:
        return next((told for each in self.all(*names) if (told := plain(_inner(each)))), None)

    def title(self) -> str | None:
        for each in self.all("title", "atom:title", "dc:title", "media:title"):
            # Only Atom says when a title is plain: then "<" in it is a sign like others.
            is_text = name_of(each).startswith("atom:") and each.get("type", "text") == "text"
            text = " ".join("".join(each.itertext()).split()) if is_text else plain(_inner(each))
            if text:
                return text
        return None

    def part(self, *names: str) -> Part | None:
        return next((part for each in self.all(*names) if (part := _part(each))), None)

    def link(self) -> str | None:
        burned = self.text("feedburner:origlink")
        if burned:
            return burned
        for each in self.all("link", "atom:link"):
            if each.get("rel", "alternate") == "alternate":
                address = each.get("href") or "".join(each.itertext())
                if address.strip():
                    return address.strip()
        for each in self.all("guid"):
            address = "".join(each.itertext()).strip()
            if each.get("isPermaLink", "true") == "true" and address.startswith(
                ("http:", "https:")
            ):
                return address
        return None

    def authors(self) -> tuple[str, ...]:
        named = [
            _Children(each).text("atom:name", "name") or "".join(each.itertext())
            for each in self.all("atom:author", "author")
        ]
        creators = ["".join(each.itertext()) for each in self.all("dc:creator")]
        names = (person(name) for name in creators or named)
        return tuple(dict.fromkeys(name for name in names if name))

    def tags(self) -> tuple[str, ...]:
        told = [
            each.get("label") or each.get("term") or "".join(each.itertext())
            for each in self.all("category", "atom:category", "dc:subject")
        ]
        return tuple(dict.fromkeys(tag for each in told if (tag := plain(each))))

    def supplier(self) -> tuple[str | None, str | None]:
        for each in self.all("source", "atom:source", "dc:source"):
            below = _Children(each)
            name = below.plain("atom:title", "title") or plain(each.text)
            if name and "://" not in name:
                return name, each.get("url") or below.link()
        return None, None


def _part(element: "_Element") -> Part | None:
    """Return the text of an element; Atom says what kind it is, in the others tags tell."""
    kind = (element.get("type") or "").lower()
    if kind == "xhtml" or len(element):
        return as_part(_inner(element), is_markup=True)
    text = element.text or ""
    if name_of(element).startswith("atom:") and element.get("mode") is None:
        if kind in {"", "text", "text/plain"}:
            return as_part(text, is_markup=False)
        # Other media, packed in letters, are no text.
        return as_part(text, is_markup=True) if "html" in kind else None
    return as_part(text)


def _inner(element: "_Element") -> str:
    """Return what stands in an element, markup below it written out."""
    from lxml import etree

    if not len(element):
        return element.text or ""
    below = [etree.tostring(child, encoding="unicode") for child in element]
    return html.escape(element.text or "", quote=False) + "".join(below)


def _image_credit(element: "_Element") -> tuple[str, ...]:
    told = [
        "".join(each.itertext()) for each in element.iter("*") if name_of(each) == "media:credit"
    ]
    return tuple(dict.fromkeys(name for each in told if (name := plain(each))))
