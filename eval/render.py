"""Renderings of HTML pages to text, whole page with its chrome: captures as users have them."""

import re
from collections.abc import Callable, Iterator, Mapping
from textwrap import wrap
from types import MappingProxyType
from typing import Any

_SKIPPED = frozenset(
    "script style noscript template head iframe svg select option textarea object".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul".split()
)
_SPACED = frozenset("blockquote dl figure form h1 h2 h3 h4 h5 h6 ol p pre table ul".split())
_SPACE = re.compile(r"\s+")


def _tree(markup: str) -> Any:
    from lxml import html

    return html.document_fromstring(
        markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8")
    )


def resiliparse(markup: str) -> str:
    """Render with resiliparse, all content."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(markup, main_content=False, preserve_formatting=True))


def blocks(markup: str) -> str:
    """Render every block as one line, no blank lines, no bullets, no indent."""
    return "\n".join(line for line, _, _ in _lines(markup))


def spaced(markup: str) -> str:
    """Render every block as one line, a blank line around paragraphs and headings."""
    written: list[str] = []
    for line, _, apart in _lines(markup):
        written += ["", line] if apart else [line]
    return "\n".join(written)


def bulleted(markup: str) -> str:
    """Render with bullets and indents for lists and a blank line around paragraphs."""
    written: list[str] = []
    for line, depth, apart in _lines(markup):
        written += ["", _bullet(line, depth)] if apart else [_bullet(line, depth)]
    return "\n".join(written)


def wrapped(markup: str) -> str:
    """Render like `bulleted`, wrapped hard at 78 columns."""
    written: list[str] = []
    for line, depth, apart in _lines(markup):
        written += [""] if apart else []
        indent = "  " * (depth + 1) if depth else ""
        written += wrap(
            _bullet(line, depth), 78, subsequent_indent=indent, break_long_words=False
        ) or [""]
    return "\n".join(written)


def nodes(markup: str) -> str:
    """Render every stretch of text between two tags as one line: get_text with line breaks."""
    return "\n".join(_stretches(markup))


def one_line(markup: str) -> str:
    """Render the page as one line: get_text with blanks, white space folded."""
    return " ".join(_stretches(markup))


def unseparated(markup: str) -> str:
    """Render the text as it stands in the markup, nothing put between elements: get_text as it is."""
    return "".join(_texts(markup))


def marked_down(markup: str) -> str:
    """Render as Markdown without addresses: headings, bullets, emphasis, wrapped at 78."""
    written: list[str] = []
    for line, depth, apart in _lines(markup, _MARKDOWN):
        written += [""] if apart else []
        indent = "    " if depth else ""
        first = "  " * depth + "* " if depth else ""
        written += wrap(
            first + line,
            78,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return "\n".join(written)


def dumped(markup: str) -> str:
    """Render as a text browser dumps pages: indented and wrapped at 76."""
    written: list[str] = []
    for line, depth, apart in _lines(markup):
        written += [""] if apart else []
        margin = " " * (3 + 4 * depth)
        first = margin[:-2] + "+ " if depth else margin
        written += wrap(first + line, 76, subsequent_indent=margin, break_long_words=False) or [""]
    return "\n".join(written)


def trafilatura_whole(markup: str) -> str:
    """Render with trafilatura, all content: one line."""
    from trafilatura import html2txt

    return str(html2txt(markup, clean=True))


RENDERERS: dict[str, Callable[[str], str]] = {
    "resiliparse": resiliparse,
    "blocks": blocks,
    "spaced": spaced,
    "bulleted": bulleted,
    "wrapped": wrapped,
}
# Renderers that part paragraphs, or run whole pages together.
ROUGH_RENDERERS: dict[str, Callable[[str], str]] = {
    "nodes": nodes,
    "one line": one_line,
    "unseparated": unseparated,
    "marked down": marked_down,
    "dumped": dumped,
    "trafilatura": trafilatura_whole,
}


def _bullet(line: str, depth: int) -> str:
    return "  " * depth + "* " + line if depth else line


# What is written before and after the text of an element.
Inlines = Mapping[str, tuple[str, str]]
_MARKDOWN: Inlines = {
    "b": ("**", "**"),
    "strong": ("**", "**"),
    "em": ("_", "_"),
    "i": ("_", "_"),
    **{f"h{level}": ("#" * level + " ", "") for level in range(1, 7)},
}


def _texts(markup: str) -> Iterator[str]:
    """Yield the texts between the tags of a page's body, in order."""
    body = _tree(markup).find(".//body")
    if body is None:
        return
    for event, element in _walk(body):
        shown = isinstance(element.tag, str)
        if event == "start" and shown and element.text:
            yield element.text
        if event == "end" and element is not body and element.tail:
            yield element.tail


def _walk(body: Any) -> Iterator[tuple[str, Any]]:
    """Yield the starts and ends of the elements that show text."""
    from lxml.etree import iterwalk

    walk = iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag in _SKIPPED:
            walk.skip_subtree()
            element.text = None
        yield event, element


def _stretches(markup: str) -> Iterator[str]:
    for text in _texts(markup):
        folded = _SPACE.sub(" ", text).strip()
        if folded:
            yield folded


def _lines(markup: str, inlines: Inlines = MappingProxyType({})) -> list[tuple[str, int, bool]]:
    """Return the lines of a page: text, depth in lists, whether a blank line stands above."""
    written: list[tuple[str, int, bool]] = []
    pieces: list[str] = []
    depth = 0
    apart = False

    def flush() -> None:
        nonlocal apart
        line = _SPACE.sub(" ", "".join(pieces)).strip()
        pieces.clear()
        if line:
            written.append((line, depth, apart))
            apart = False

    def walk(element: Any) -> None:
        nonlocal apart, depth
        if not isinstance(element.tag, str) or element.tag in _SKIPPED:
            return
        name = element.tag
        if name == "br":
            flush()
            return
        block = name in _BLOCKS
        if block:
            flush()
            apart |= name in _SPACED
        depth += name == "li"
        opening, closing = inlines.get(name, ("", ""))
        pieces.append(opening + (element.text or ""))
        for child in element:
            walk(child)
            pieces.append(child.tail or "")
        pieces.append(closing)
        if block:
            flush()
            apart |= name in _SPACED
        depth -= name == "li"

    body = _tree(markup).find(".//body")
    if body is not None:
        walk(body)
        flush()
    return written
