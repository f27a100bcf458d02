"""What the markup of a page says of it: JSON-LD, meta tags, title, headings, canonical address."""

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_LD_TYPE = re.compile(r"\btype\s*=\s*[\"']?application/ld\+json", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.DOTALL)
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
# Longer tags and headings are embedded programs and pictures.
_LONGEST_TAG = 6000
_HEAD_REACH = 5000

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
    language = _LANGUAGE.search(markup, 0, _HEAD_REACH)
    return Markup(
        next(_texts(markup, "title"), None),
        tuple(_texts(markup, "h1")),
        _meta(markup),
        tuple(_articles(markup)),
        tuple(value for tag in _tags(markup, "time") if (value := tag.get("datetime"))),
        next((tag["href"] for tag in _tags(markup, "link") if _is_canonical(tag)), None),
        tuple(_texts(markup, "figcaption")),
        language[1].lower() if language else None,
    )


def _elements(markup: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield the opening tag and the inside of each element.

    By position and not by one expression: an expression is quadratic where nothing closes.
    """
    opens = re.compile(rf"<{name}\b", re.IGNORECASE)
    closes = re.compile(rf"</{name}\b", re.IGNORECASE)
    at = 0
    while opened := opens.search(markup, at):
        inside = markup.find(">", opened.end()) + 1
        closed = closes.search(markup, inside) if inside else None
        if closed is None:
            return
        yield markup[opened.start() : inside], markup[inside : closed.start()]
        at = closed.end()


def _tags(markup: str, name: str) -> Iterator[dict[str, str]]:
    """Yield the attributes of each tag of a name."""
    opens = re.compile(rf"<{name}\b", re.IGNORECASE)
    at = 0
    while opened := opens.search(markup, at):
        at = markup.find(">", opened.end())
        if at < 0:
            return
        if at - opened.end() <= _LONGEST_TAG:
            yield _attributes(markup[opened.start() : at + 1])


def _texts(markup: str, name: str) -> Iterator[str]:
    return (text for _, inside in _elements(markup, name) if (text := plain(inside[:_LONGEST_TAG])))


def _is_canonical(tag: dict[str, str]) -> bool:
    return tag.get("rel", "").lower() == "canonical" and bool(tag.get("href"))


def plain(fragment: str) -> str:
    """Return the text of a fragment of markup: tags and entities resolved, white space single."""
    return " ".join(html.unescape(_TAG.sub(" " if "<br" in fragment else "", fragment)).split())


def _attributes(tag: str) -> dict[str, str]:
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "").strip()
        for found in _ATTRIBUTE.finditer(tag)
    }


def _meta(markup: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for tag in _tags(markup, "meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        if name and tag.get("content"):
            found[name.lower()].append(tag["content"])
    return {name: tuple(values) for name, values in found.items()}


def _articles(markup: str) -> Iterator[Node]:
    for tag, inside in _elements(markup, "script"):
        if not _LD_TYPE.search(tag):
            continue
        block = inside.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
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
