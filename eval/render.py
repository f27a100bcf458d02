"""Renderings of HTML pages to text, whole page with its chrome: captures as users have them."""

import re
from collections.abc import Callable
from textwrap import wrap
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


RENDERERS: dict[str, Callable[[str], str]] = {
    "resiliparse": resiliparse,
    "blocks": blocks,
    "spaced": spaced,
    "bulleted": bulleted,
    "wrapped": wrapped,
}


def _bullet(line: str, depth: int) -> str:
    return "  " * depth + "* " + line if depth else line


def _lines(markup: str) -> list[tuple[str, int, bool]]:
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
        pieces.append(element.text or "")
        for child in element:
            walk(child)
            pieces.append(child.tail or "")
        if block:
            flush()
            apart |= name in _SPACED
        depth -= name == "li"

    body = _tree(markup).find(".//body")
    if body is not None:
        walk(body)
        flush()
    return written
