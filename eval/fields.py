"""Fields of pages: headline, byline, instant and paragraphs, against parsers written by hand.

People are compared with people: agencies, desks and the outlet's own name are left out of both
sides, since the parsers mix them with the writers and the program tells them apart.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from statistics import mean
from typing import Any

from variorum.extract import extract_article, render_markup
from variorum.extract.agencies.directory import agencies_in_slot
from variorum.extract.fields.outlet import names_outlet
from variorum.extract.site.context import host_of
from variorum.model import Article, Capture, CaptureId, content_id
from variorum.text import folded_words

from .labelled import read_rows

DATA = ("pages-fields", "pages-2008", "pages")
_RUN = 4
# Longer golden headlines of the old pages hold the standfirst or the caption too.
_LONGEST_TITLE = 160
_ISO_DAY = len("2023-04-30")
_DESK = re.compile(
    r"(?i)redaktion|\b(?:staff|newsroom|desk|team|editors?|agentur|agency|online|news)\b"
)

Pair = tuple[dict[str, Any], Article]


def measure() -> dict[str, float]:
    """Return the shares of headlines, days and instants that are right, and F1 of bylines and bodies."""
    pairs = _pairs("pages-fields")
    texts = [(row, _of_text_alone(row)) for row, _ in pairs]
    old = [pair for pair in _pairs("pages-2008") if _has_title(pair[0])]
    pages = [article for _, article in (*pairs, *_pairs("pages"), *old)]
    dated = [(row, article) for row, article in pairs if row["published"]]
    zoned = [pair for pair in dated if _instant(pair[0]["published"]).tzinfo]
    return {
        "articles judged articles": mean(each.kind == "article" for each in pages),
        "headline right, pages of 2008": mean(_same_old(*pair) for pair in old),
        "headline right, pages of 2008, text alone": mean(
            _same_old(row, _of_text_alone(row)) for row, _ in old
        ),
        "headline right": mean(same_headline(*pair) for pair in pairs),
        "headline right, text alone": mean(same_headline(*pair) for pair in texts),
        "day right": mean(same_day(*pair) for pair in dated),
        "day right, text alone": mean(same_day(*pair) for pair in texts if pair[0]["published"]),
        "instant with zone right": mean(same_instant(*pair) for pair in zoned),
        "byline F1": byline_f1(pairs),
        "byline F1, text alone": byline_f1(texts),
        "body F1, runs of 4 words": mean(body_f1(*pair) for pair in pairs),
        "body F1 with summary": mean(body_f1(*pair, summary=True) for pair in pairs),
    }


def _pairs(name: str) -> list[Pair]:
    return [(row, extract_article(field_capture(row))) for row in read_rows(name)]


def _of_text_alone(row: dict[str, Any]) -> Article:
    capture = field_capture(row)
    return extract_article(
        Capture(
            capture.id,
            capture.location,
            capture.text,
            "text/plain",
            capture.digest,
            taken_at=capture.taken_at,
        )
    )


def _title(row: dict[str, Any]) -> str:
    return str(row["headline"]).strip().split("\n")[0].strip()


def _has_title(row: dict[str, Any]) -> bool:
    return bool(row["headline"]) and len(_title(row)) <= _LONGEST_TITLE


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
    day: str = row["published"][:_ISO_DAY]
    return article.published is not None and article.published.value[:_ISO_DAY] == day


def same_instant(row: dict[str, Any], article: Article) -> bool:
    """Whether the minute of publication agrees, as an instant: with its zone, whichever it is told in."""
    if article.published is None or not article.published.has_zone:
        return False
    minutes = [
        _instant(each).astimezone(UTC).replace(second=0, microsecond=0)
        for each in (row["published"], article.published.value)
    ]
    return minutes[0] == minutes[1]


def _instant(value: str) -> datetime:
    return datetime.fromisoformat(value)


def byline_f1(pairs: Sequence[Pair]) -> float:
    """Return the F1 of the people named in bylines, each name as a whole."""
    found = gold = right = 0
    for row, article in pairs:
        here, there = (
            _people(names, article.outlet, host_of(row["url"]))
            for names in (article.byline, row["byline"] or ())
        )
        found, gold, right = found + len(here), gold + len(there), right + len(here & there)
    return 2 * right / (found + gold) if found + gold else 1.0


def _people(names: Sequence[str], outlet: str | None, host: str | None) -> set[str]:
    return {
        " ".join(folded_words(name))
        for name in names
        if not agencies_in_slot(name)
        and not names_outlet(name, outlet, host)
        and not _DESK.search(name)
    }


def body_f1(row: dict[str, Any], article: Article, *, summary: bool = False) -> float:
    """Return the F1 of the runs of words of the body, subheadings left out on both sides.

    With `summary` the page's summary is part of the body, ours that of the standfirst.
    """
    paragraphs = [each.text for each in article.paragraphs]
    golden = list(row["body"])
    if summary:
        stand = article.standfirst
        paragraphs = [stand, *paragraphs] if stand and stand not in paragraphs else paragraphs
        said = row["summary"] or []
        golden = [*([said] if isinstance(said, str) else said), *golden]
    here, there = _runs(" ".join(paragraphs)), _runs(" ".join(golden))
    shared = sum((here & there).values())
    return 2 * shared / (here.total() + there.total()) if here.total() + there.total() else 1.0


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = folded_words(text)
    return Counter(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
