"""Markup rendered to text: the whole page, menus and all, as the text that offsets point into."""

import re

# The renderer drops a figure's caption with its picture unless it may print the pictures'
# alternative texts, which no reader sees: so those are emptied first. Bounded by the next tag: an
# expression that runs on to the next ">" is quadratic where none comes.
_ALTERNATIVE = re.compile(
    r"(<[iI][mM][gG]\b[^<>]{0,2000}?\s[aA][lL][tT]\s{0,20}=\s{0,20})(?:\"[^\"]{0,2000}\"|'[^']{0,2000}')"
)
# What the renderer sets between the cells of a row: on pages laid out in tables, columns.
_CELLS = re.compile(r"(?<! ) *+\t[ \t]*+")
# The parser compares each attribute of a tag with all others: a megabyte of them costs minutes.
# Programs and pictures inside attributes may be as long; they are no text either.
_LONGEST_TAG = 20_000
_LONG_TAG = re.compile(rf"(<[a-zA-Z][a-zA-Z0-9:-]*+)\s[^<>]{{{_LONGEST_TAG},}}+>")
# The renderer indents a list by its depth: on a page of lists in lists, all it writes is blanks.
# Deeper ones than these are rendered as if they were parts of the list above.
_LIST = re.compile(r"<(/?)[uUoO][lL]\b[^<>]{0,2000}>")
# Of 515 labelled pages 6 have so many tags; fewer, all lists, make 25 MB of blanks.
_MANY_TAGS, _DEEPEST_LIST = 5_000, 40
_TITLE = re.compile(r"<title\b[^>]{0,200}>", re.IGNORECASE)


def render_markup(markup: str) -> str:
    """Return the text that a reader of the page sees, blocks on lines of their own."""
    text = _rendered(markup)
    if not text.strip() and "</title" not in markup.lower():
        # A title that is never closed swallows the page.
        return _rendered(_TITLE.sub("", markup))
    return text


def _rendered(markup: str) -> str:
    # A compiled parser: imported where the first page of markup comes in.
    from resiliparse.extract.html2text import extract_plain_text

    text = extract_plain_text(
        _ALTERNATIVE.sub(r'\1""', _bounded(markup)),
        main_content=False,
        preserve_formatting=True,
        alt_texts=True,
        list_bullets=False,
        noscript=False,
    )
    return _CELLS.sub("\n", text) if "\t" in text else str(text)


def _bounded(markup: str) -> str:
    """Return markup without what would cost the renderer more than its length."""
    if _has_long_stretch(markup):
        markup = _LONG_TAG.sub(r"\1>", markup)
    return _without_deep_lists(markup) if markup.count("<") >= _MANY_TAGS else markup


def _has_long_stretch(markup: str) -> bool:
    """Whether more than a longest tag stands between two tags, or within one."""
    # A stretch so long spans one whole window of half its length.
    half = _LONGEST_TAG // 2
    for at in range(0, len(markup) - half + 1, half):
        if markup.find("<", at, at + half) < 0:
            end = markup.find("<", at)
            end = end if end >= 0 else len(markup)
            if end - markup.rfind("<", 0, at) - 1 > _LONGEST_TAG:
                return True
    return False


def _without_deep_lists(markup: str) -> str:
    depth = 0

    def kept(found: re.Match[str]) -> str:
        nonlocal depth
        if found[1]:
            depth = max(0, depth - 1)
            return found[0] if depth < _DEEPEST_LIST else ""
        depth += 1
        return found[0] if depth <= _DEEPEST_LIST else ""

    return _LIST.sub(kept, markup)
