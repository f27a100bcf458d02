"""Markup rendered to text: the whole page, menus and all, as the text that offsets point into."""


def render_markup(markup: str) -> str:
    """Return the text that a reader of the page sees, blocks on lines of their own."""
    # A compiled parser: imported where the first page of markup comes in.
    from resiliparse.extract.html2text import extract_plain_text

    return str(
        extract_plain_text(
            markup,
            main_content=False,
            preserve_formatting=True,
            alt_texts=False,
            list_bullets=False,
            noscript=False,
        )
    )
