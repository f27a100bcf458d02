"""Fields of markup pages: headline, byline, day and paragraphs, against parsers written by hand."""

from collections import Counter
from typing import Any

from variorum.extract import extract_article, render_markup
from variorum.model import Article, Capture, CaptureId, content_id
from variorum.text import folded_words

from .labelled import read_rows

DATA = ("pages-fields",)
_RUN = 4


def measure() -> dict[str, float]:
    """Return the share of headlines and days that are right, byline F1 and body F1 over runs of words."""
    rows = list(read_rows("pages-fields"))
    articles = [extract_article(field_capture(row)) for row in rows]
    pairs = list(zip(rows, articles, strict=True))
    dated = [(row, article) for row, article in pairs if row["published"]]
    return {
        "headline right": sum(same_headline(row, each) for row, each in pairs) / len(pairs),
        "day right": sum(same_day(row, each) for row, each in dated) / len(dated),
        "byline F1": _byline_f1(pairs),
        "body F1, runs of 4 words": sum(body_f1(row, each) for row, each in pairs) / len(pairs),
    }


def field_capture(row: dict[str, Any]) -> Capture:
    """Return a labelled page as the capture that reading its file gives."""
    text = render_markup(row["html"])
    return Capture(
        CaptureId(content_id(row["id"])),
        row["url"],
        text,
        "text/html",
        content_id(row["html"]),
        url=row["url"],
        taken_at=row["taken_at"],
        markup=row["html"],
    )


def same_headline(row: dict[str, Any], article: Article) -> bool:
    """Whether the headlines agree in every word."""
    return folded_words(article.headline or "") == folded_words(row["headline"] or "")


def same_day(row: dict[str, Any], article: Article) -> bool:
    """Whether the day of publication agrees, each in the zone that it is written in."""
    return article.published is not None and article.published.value[:10] == row["published"][:10]


def _byline_f1(pairs: list[tuple[dict[str, Any], Article]]) -> float:
    found = gold = right = 0
    for row, article in pairs:
        here = {" ".join(folded_words(name)) for name in article.byline}
        there = {" ".join(folded_words(name)) for name in row["byline"] or ()}
        found, gold, right = found + len(here), gold + len(there), right + len(here & there)
    return 2 * right / (found + gold) if found + gold else 1.0


def body_f1(row: dict[str, Any], article: Article) -> float:
    """Return the F1 of the runs of words of the body, subheadings left out on both sides."""
    here = _runs(" ".join(each.text for each in article.paragraphs))
    there = _runs(" ".join(row["body"]))
    shared = sum((here & there).values())
    return 2 * shared / (here.total() + there.total()) if here.total() + there.total() else 1.0


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = folded_words(text)
    return Counter(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
