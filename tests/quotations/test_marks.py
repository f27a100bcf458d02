"""Words between marks, sound and damaged, in several languages; every case is in tests/cases/quotations.

A case has `text` or `paragraphs`, and what is `said` between marks, in order, each with what is
wrong with its marks. `wrong` says why a case is known to fail.
"""

import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from variorum.model import Article, ArticleId, Capture, CaptureId, Paragraph
from variorum.quotations import find_quotations
from variorum.quotations.dashes import dashed_spans
from variorum.quotations.glyphs import plain_marks

FOLDER = Path(__file__).parents[1] / "cases" / "quotations"
FEWEST = 60
# Each takes a hundredth of it where time grows with the length.
_SECONDS = 2.0


def read_cases() -> Iterator[Any]:
    """Yield every case as a parameter, known failures marked."""
    for path in sorted(FOLDER.glob("*.toml")):
        for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], 1):
            known = [pytest.mark.xfail(reason=case["wrong"])] if "wrong" in case else []
            yield pytest.param(case, id=f"{path.stem} {number}", marks=known)


CASES = list(read_cases())


def article_of(case: dict[str, Any]) -> Article:
    """Return the article of a case, a line break between two paragraphs."""
    paragraphs: list[Paragraph] = []
    at = 0
    for text in case.get("paragraphs") or [case["text"]]:
        paragraphs.append(Paragraph(text, at, at + len(text)))
        at += len(text) + 1
    text = "\n".join(each.text for each in paragraphs)
    capture = Capture(CaptureId("c"), "c", text, "text/plain", "")
    language = case.get("language", "en")
    return Article(ArticleId("a"), capture, "article", tuple(paragraphs), language=language)


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_between_marks(case: dict[str, Any]) -> None:
    found = [each for each in find_quotations(article_of(case)) if each.kind != "indirect"]
    assert [[each.text, each.marks] for each in found] == case["said"]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= FEWEST


@pytest.mark.parametrize("case", CASES)
def test_typed_marks_keep_every_offset(case: dict[str, Any]) -> None:
    for paragraph in article_of(case).paragraphs:
        assert len(plain_marks(paragraph.text)) == len(paragraph.text)


@pytest.mark.parametrize(
    "text",
    [
        "— " + "a, " * 20_000,
        "— Go," + " " * 50_000 + "x",
        "— Go" + " " * 50_000 + "x",
        "— " + "dijo, " * 5_000,
        "\u200b" * 50_000 + "x",
        "“a" + "\u200b" * 50_000,
        "<<a" * 20_000,
        ",," * 20_000 + "a",
        "a" + "'''" * 20_000,
    ],
)
def test_no_paragraph_takes_for_ever(text: str) -> None:
    begun = time.process_time()
    assert len(plain_marks(text)) == len(text)
    dashed_spans(text)
    assert time.process_time() - begun < _SECONDS


def test_a_dash_alone_opens_no_speech() -> None:
    assert dashed_spans("— Orl, Belm —") == ()
    assert dashed_spans("—") == ()
