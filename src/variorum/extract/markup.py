"""What the markup of a page says of it: JSON-LD, meta tags, title, headings, canonical address."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_LD = re.compile(
    r"<script[^>]*\btype\s*=\s*[\"']?application/ld\+json[\"']?[^>]*>(.*?)</script>",
    re.IGNORECASE | re.DOTALL,
)
_META = re.compile(r"<meta\b[^>]{1,3000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.DOTALL)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1\s*>", re.IGNORECASE | re.DOTALL)
_CAPTION = re.compile(r"<figcaption\b[^>]*>(.{1,4000}?)</figcaption\s*>", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(r"<link\b[^>]{1,2000}>", re.IGNORECASE)
_TIME = re.compile(r"<time\b[^>]*>", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html\b[^>]*?\blang\s*=\s*[\"']?([a-zA-Z]{2,3})\b", re.IGNORECASE)
_TAG = re.compile(
    r"<!--.*?-->|<(?:script|style|svg)\b.*?</(?:script|style|svg)>|<[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_ARTICLE_TYPES = frozenset(
    "newsarticle article reportagenewsarticle analysisnewsarticle opinionnewsarticle blogposting "
    "backgroundnewsarticle reviewnewsarticle liveblogposting advertisercontentarticle scholarlyarticle "
    "techarticle socialmediaposting posting webarticle".split()
)
# Deeper nesting is no page's, and an attack on the stack.
_DEEPEST = 8

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Markup:
    """The parts of a page's markup that speak of the page as a whole."""

    title: str | None
    headings: tuple[str, ...]
    meta: Mapping[str, tuple[str, ...]]
    articles: tuple[Node, ...]
    times: tuple[str, ...]
    canonical: str | None
    captions: tuple[str, ...]
    language: str | None

    def first(self, *names: str) -> str | None:
        """Return the first value that one of the named tags has, in the order of the names."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value:
                    return value
        return None


def read_markup(markup: str) -> Markup:
    """Return what the markup of a page says of it."""
    title = _TITLE.search(markup)
    language = _LANGUAGE.search(markup)
    return Markup(
        plain(title[1]) if title else None,
        tuple(text for found in _HEADING.finditer(markup) if (text := plain(found[1]))),
        _meta(markup),
        tuple(_articles(markup)),
        tuple(
            value
            for found in _TIME.finditer(markup)
            if (value := _attributes(found[0]).get("datetime"))
        ),
        _canonical(markup),
        tuple(text for found in _CAPTION.finditer(markup) if (text := plain(found[1]))),
        language[1].lower() if language else None,
    )


def plain(fragment: str) -> str:
    """Return the text of a fragment of markup: tags and entities resolved, white space single."""
    return " ".join(html.unescape(_TAG.sub(" " if "<br" in fragment else "", fragment)).split())


def _attributes(tag: str) -> dict[str, str]:
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "").strip()
        for found in _ATTRIBUTE.finditer(tag)
    }


def _meta(markup: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for tag in _META.findall(markup):
        attributes = _attributes(tag)
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and attributes.get("content"):
            name = name.lower()
            found[name] = (*found.get(name, ()), attributes["content"])
    return found


def _canonical(markup: str) -> str | None:
    for tag in _LINK.findall(markup):
        attributes = _attributes(tag)
        if attributes.get("rel", "").lower() == "canonical":
            return attributes.get("href") or None
    return None


def _articles(markup: str) -> Iterator[Node]:
    for found in _LD.finditer(markup):
        block = found[1].strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
        try:
            # Some pages break lines inside strings: strict JSON forbids that, readers need not.
            parsed = json.loads(block, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (node for node in _nodes(parsed, 0) if _is_article(node))


def _nodes(value: Any, depth: int) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _nodes(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            if isinstance(value.get(key), list | dict):
                yield from _nodes(value[key], depth + 1)


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(str(kind).rsplit("/", 1)[-1].lower() in _ARTICLE_TYPES for kind in named) and bool(
        node.get("headline") or node.get("datePublished")
    )
