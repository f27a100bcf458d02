"""Fields of markup pages: headline, byline, day and paragraphs, against parsers written by hand."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from variorum.extract import extract_article, render_markup
from variorum.extract.agencies.directory import agencies_in_slot
from variorum.model import Article, Capture, CaptureId, content_id
from variorum.text import folded_words

from .labelled import read_rows

DATA = ("pages-fields", "pages-2008", "pages")
_RUN = 4
# Longer golden headlines of the old pages hold the standfirst or the caption too.
_LONGEST_TITLE = 160


def measure() -> dict[str, float]:
    """Return the share of headlines and days that are right, byline F1 and body F1 over runs of words."""
    pairs = _pairs("pages-fields")
    old = [
        (row, article)
        for row, article in _pairs("pages-2008")
        if row["headline"] and len(_title(row)) <= _LONGEST_TITLE
    ]
    pages = [article for _, article in (*pairs, *_pairs("pages"), *old)]
    dated = [(row, article) for row, article in pairs if row["published"]]
    return {
        "articles judged articles": sum(each.kind == "article" for each in pages) / len(pages),
        "headline right, pages of 2008": sum(_same_old(*pair) for pair in old) / len(old),
        "headline right": sum(same_headline(row, each) for row, each in pairs) / len(pairs),
        "day right": sum(same_day(row, each) for row, each in dated) / len(dated),
        "byline F1": _byline_f1(pairs),
        "body F1, runs of 4 words": sum(body_f1(row, each) for row, each in pairs) / len(pairs),
    }


def _pairs(name: str) -> list[tuple[dict[str, Any], Article]]:
    return [(row, extract_article(field_capture(row))) for row in read_rows(name)]


def _title(row: dict[str, Any]) -> str:
    return str(row["headline"]).strip().split("\n")[0].strip()


def _same_old(row: dict[str, Any], article: Article) -> bool:
    """Whether the headlines agree but for a word in eight: the gold lost letters and marks."""
    there = set(folded_words(_title(row).replace("?", " ")))
    here = set(folded_words(article.headline or ""))
    return len(there ^ here) <= 1 + len(there) // 8


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
        taken_at=row.get("taken_at"),
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
        here, there = _people(article.byline), _people(row["byline"] or ())
        found, gold, right = found + len(here), gold + len(there), right + len(here & there)
    return 2 * right / (found + gold) if found + gold else 1.0


def _people(names: Sequence[str]) -> set[str]:
    """Return the names folded, agencies left out: those are credits, and measured as such."""
    return {" ".join(folded_words(name)) for name in names if not agencies_in_slot(name)}


def body_f1(row: dict[str, Any], article: Article) -> float:
    """Return the F1 of the runs of words of the body, subheadings left out on both sides."""
    here = _runs(" ".join(each.text for each in article.paragraphs))
    there = _runs(" ".join(row["body"]))
    shared = sum((here & there).values())
    return 2 * shared / (here.total() + there.total()) if here.total() + there.total() else 1.0


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = folded_words(text)
    return Counter(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
