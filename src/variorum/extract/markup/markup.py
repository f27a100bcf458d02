"""What the markup of a page says of it: JSON-LD, meta tags, title, headings, canonical address."""

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...text.mending import mend

# One walk over the page finds all that speaks of it; what stands in scripts and comments is no tag.
_OPENING = re.compile(
    r"<(?:(?P<name>title|h1|meta|link|time|figcaption|script|style|svg|html)\b|!--)", re.IGNORECASE
)
_CLOSING = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE)
    for name in ("title", "h1", "figcaption", "script", "style", "svg")
}
_LD_TYPE = re.compile(r"\btype\s*=\s*[\"']?application/ld\+json", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"(?<![a-zA-Z:-])([a-zA-Z:-]{1,60})\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"
)
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}\b")
_TAG = re.compile(r"<[^>]*>")
# What is no text though it stands between tags.
_HIDDEN = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"), ("<svg", "</svg"))
_ARTICLE_TYPES = frozenset(
    "newsarticle article reportagenewsarticle analysisnewsarticle opinionnewsarticle blogposting "
    "backgroundnewsarticle reviewnewsarticle liveblogposting advertisercontentarticle scholarlyarticle "
    "techarticle socialmediaposting posting webarticle".split()
)
_NO_REFERENCE = re.compile(r"&#[xX]?[0-9a-fA-F]{9,};?")
# Deeper nesting is no page's, and an attack on the stack.
_DEEPEST = 8
# Longer tags and headings are embedded programs and pictures.
_LONGEST_TAG = 6000
# No page has so many of one kind; a flood of them only costs time.
_MOST = 500

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


@dataclass(slots=True)
class _Gathered:
    """What the walk over a page has met so far, by the name of the element."""

    texts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    tags: dict[str, list[dict[str, str]]] = field(default_factory=lambda: defaultdict(list))
    blocks: list[str] = field(default_factory=list)


def read_markup(markup: str) -> Markup:
    """Return what the markup of a page says of it."""
    found = _walk(markup)
    language = _LANGUAGE.match(next((each.get("lang", "") for each in found.tags["html"]), ""))
    return Markup(
        next(iter(found.texts["title"]), None),
        tuple(found.texts["h1"]),
        _meta(found.tags["meta"]),
        tuple(node for block in found.blocks for node in _articles(block)),
        tuple(value for tag in found.tags["time"] if (value := tag.get("datetime"))),
        next((tag["href"] for tag in found.tags["link"] if _is_canonical(tag)), None),
        tuple(found.texts["figcaption"]),
        language.group().lower() if language else None,
    )


def _walk(markup: str) -> _Gathered:
    """Gather the elements that speak of a page, by position.

    An expression for a whole element would be quadratic where nothing closes; so is looking again
    for an end that was not found before, hence `unclosed`.
    """
    found = _Gathered()
    unclosed: set[str] = set()
    at = 0
    while opened := _OPENING.search(markup, at):
        if opened["name"] is None:
            # A comment that nothing closes is none.
            end = -1 if "!--" in unclosed else markup.find("-->", opened.end())
            unclosed |= {"!--"} if end < 0 else set()
            at = opened.end() if end < 0 else end
            continue
        name = opened["name"].lower()
        inside = markup.find(">", opened.end()) + 1
        if not inside:
            break
        at = inside
        closing = _CLOSING.get(name)
        if closing is None:
            _gather_tag(found, name, markup[opened.start() : inside])
        elif name not in unclosed:
            closed = closing.search(markup, inside)
            if closed is None:
                unclosed.add(name)
            else:
                tag, content = markup[opened.start() : inside], markup[inside : closed.start()]
                at = _gather_element(found, name, tag, content, inside, closed.end())
    return found


def _gather_tag(found: _Gathered, name: str, tag: str) -> None:
    if len(tag) <= _LONGEST_TAG and len(found.tags[name]) < _MOST:
        found.tags[name].append(_attributes(tag))


def _gather_element(
    found: _Gathered, name: str, tag: str, content: str, inside: int, end: int
) -> int:
    """Gather an element, and return where the walk goes on: captions and headings hold others."""
    if name == "script":
        if len(tag) <= _LONGEST_TAG and _LD_TYPE.search(tag):
            found.blocks.append(content)
        return end
    if name in ("style", "svg"):
        return end
    text = plain(content[:_LONGEST_TAG]) if len(found.texts[name]) < _MOST else ""
    if text:
        found.texts[name].append(text)
    return end


def _is_canonical(tag: dict[str, str]) -> bool:
    return tag.get("rel", "").lower() == "canonical" and bool(tag.get("href"))


def plain(fragment: str) -> str:
    """Return the text of a fragment of markup: tags and entities resolved, white space single."""
    if "<" in fragment:
        fragment = _without_hidden(fragment)
        # Up to the last tag that closes: behind it each "<" would look for its end in vain.
        last = fragment.rfind(">") + 1
        shown = _TAG.sub(" " if "<br" in fragment else "", fragment[:last])
        fragment = shown + fragment[last:]
    return " ".join(_unescaped(fragment).split())


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    # No letter has so high a number, and Python reads no figure of thousands of digits.
    return html.unescape(_NO_REFERENCE.sub("\ufffd", text) if "&#" in text else text)


def _without_hidden(fragment: str) -> str:
    for opens, closes in _HIDDEN:
        begin = fragment.find(opens)
        while begin >= 0:
            end = fragment.find(closes, begin)
            if end < 0:
                break
            end = fragment.find(">", end) + 1 or len(fragment)
            fragment = fragment[:begin] + fragment[end:]
            begin = fragment.find(opens, begin)
    return fragment


def _attributes(tag: str) -> dict[str, str]:
    return {
        name.lower(): _unescaped(double or single or bare).strip()
        for name, double, single, bare in _ATTRIBUTE.findall(tag)
    }


def _meta(tags: list[dict[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for tag in tags:
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        if name and tag.get("content"):
            found[name.lower()].append(tag["content"])
    return {name: tuple(values) for name, values in found.items()}


def _articles(block: str) -> Iterator[Node]:
    written = block.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
    try:
        # Some pages break lines inside strings: strict JSON forbids that, readers need not.
        parsed = _mended(json.loads(written, strict=False))
    except (ValueError, RecursionError):
        # One broken block of many: the others, and the page itself, still speak.
        return
    yield from (node for node in _nodes(parsed, 0) if _is_article(node))


def _mended(value: Any) -> Any:
    """Return a value of JSON with each of its strings mended: an escape can name half a character."""
    if isinstance(value, str):
        return mend(value)
    if isinstance(value, list):
        return [_mended(each) for each in value]
    if isinstance(value, dict):
        return {key: _mended(each) for key, each in value.items()}
    return value


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
