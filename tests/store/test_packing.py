"""What is packed comes out the same, whatever was added to the types since."""

import json
from pathlib import Path

from variorum.archive import open_archive
from variorum.model import Article, Comparison, Span
from variorum.model.holding import StateChange
from variorum.store.packing import pack, squeeze, stretch, unpack

PAGES = Path(__file__).resolve().parents[2] / "examples" / "pages"


def test_a_comparison_comes_out_as_it_went_in() -> None:
    comparison = open_archive().compare([str(PAGES)])
    assert unpack(pack(comparison, Comparison), Comparison) == comparison
    for article in comparison.articles:
        near = article.capture.text
        assert unpack(pack(article, Article, near), Article, near) == article


def test_fields_that_are_not_known_are_passed_over() -> None:
    record = {"begin": 1, "end": 2}
    packed = squeeze(
        json.dumps({"kind": "changed", "before": "a", "after": "b", **record}).encode()
    )
    assert unpack(packed, StateChange) == StateChange("changed", "a", "b")
    assert unpack(pack((Span(1, 2),), tuple[Span, ...]), tuple[Span, ...]) == (Span(1, 2),)


def test_a_text_nearby_saves_its_words() -> None:
    near = "Ferries to the outer islands sailed again. Ünïcödé “marks” — and ends. " * 900
    raw = near[:3000].encode("utf-8")
    assert len(squeeze(raw, near)) < len(squeeze(raw[:1500])) < len(raw)
    assert stretch(squeeze(raw, near), near) == raw
