"""Markup rendered to text: the whole page, menus and all, as the text that offsets point into."""

import re

# The renderer drops a figure's caption with its picture unless it may print the pictures'
# alternative texts, which no reader sees: so those are emptied first. Bounded, since an
# expression that runs on to the next ">" is quadratic where none comes.
_ALTERNATIVE = re.compile(
    r"(<img\b[^>]{0,2000}?\salt\s*=\s*)(?:\"[^\"]{0,2000}\"|'[^']{0,2000}')", re.IGNORECASE
)
# What the renderer sets between the cells of a row: on pages laid out in tables, columns.
_CELLS = re.compile(r" *\t[ \t]*")
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
        _ALTERNATIVE.sub(r'\1""', markup),
        main_content=False,
        preserve_formatting=True,
        alt_texts=True,
        list_bullets=False,
        noscript=False,
    )
    return _CELLS.sub("\n", str(text))
