"""Credits: whose text a page carries, against labels made by reading and by the agencies' own marks."""

from collections.abc import Iterator
from typing import Any

from variorum.extract import extract_article, extract_articles
from variorum.extract.agencies.directory import canonical_agency
from variorum.model import Capture, CaptureId, Stated, content_id

from .kept_apart import kept_apart
from .labelled import read_rows

DATA = ("summit", "summit-labels", "attributions-train", "attributions-dev")
# As the collections write them.
_WIRES = {"reuters": "Reuters"}
_NO_WIRE = {None, "", "None", "NA"}

Pairs = set[tuple[str, str]]


def measure() -> dict[str, float]:
    """Return micro F1 over the pairs (page, agency)."""
    found, gold = summit_pairs()
    scores = {
        "credit F1, summit": f1(found, gold),
        "credit F1, summit, quarter held out": f1(_held_out(found), _held_out(gold)),
        "credit F1, summit, outlets kept apart": f1(_kept_apart(found), _kept_apart(gold)),
    }
    for name in ("attributions-dev", "attributions-train"):
        scores[f"credit F1, {name}"] = f1(*attribution_pairs(name))
    pairs = attribution_pairs("attributions-train", stated=False)
    scores["credit F1, attributions-train, text alone"] = f1(*pairs)
    return scores


def _held_out(pairs: Pairs) -> Pairs:
    # The errors on these pages were never looked at while the rules were written.
    return {(key, name) for key, name in pairs if int(key) % 4 == 3}


def _kept_apart(pairs: Pairs) -> Pairs:
    return {(key, name) for key, name in pairs if key in kept_apart()}


def summit_pairs() -> tuple[Pairs, Pairs]:
    """Return the pairs found and labelled on the pages of kind article."""
    labels = {row["id"]: row for row in read_rows("summit-labels") if row["kind"] == "article"}
    captures = list(summit_captures())
    articles = {str(each.capture.key): each for each in extract_articles(captures)}
    found = {(key, name) for key in labels for name in articles[key].credit}
    gold = {(key, name) for key, row in labels.items() for name in row["credit"]}
    return found, gold


def summit_captures() -> Iterator[Capture]:
    """Yield the summit pages as captures."""
    for row in read_rows("summit"):
        text = row["text"]
        yield Capture(
            CaptureId(content_id(row["id"], text)),
            f"summit:{row['id']}",
            text,
            "text/plain",
            content_id(text),
            key=row["id"],
            taken_at=row["captured"],
            stated=Stated(outlet=row["outlet"]),
        )


def attribution_pairs(name: str, *, stated: bool = True) -> tuple[Pairs, Pairs]:
    """Return the pairs found and labelled; `stated` leaves the record's author in."""
    found: Pairs = set()
    gold: Pairs = set()
    for row in read_rows(name):
        article = extract_article(attribution_capture(row, stated=stated))
        # The collection labels wires; outlets where a guest's text appeared first it does not.
        found |= {(row["id"], each) for each in article.credit if canonical_agency(each)}
        if row["wire"] not in _NO_WIRE:
            gold.add((row["id"], _WIRES.get(row["wire"], row["wire"])))
    return found, gold


def attribution_capture(row: dict[str, Any], *, stated: bool = True) -> Capture:
    """Return a record of the collection as the capture that reading it gives."""
    author = row["author"] if stated and row["author"] not in ("None", "NA", "") else None
    return Capture(
        CaptureId(content_id(row["id"], row["text"])),
        f"attributions:{row['id']}",
        row["text"],
        "text/plain",
        content_id(row["text"]),
        key=row["id"],
        stated=Stated(
            headline=row["title"],
            byline=(author,) if author else (),
            outlet=row["outlet"],
            published=row["date"],
            recovered=True,
        ),
    )


def f1(found: Pairs, gold: Pairs) -> float:
    """Return the harmonic mean of precision and recall over pairs."""
    return 2 * len(found & gold) / (len(found) + len(gold)) if found or gold else 1.0
