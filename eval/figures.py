"""How often figures are found and valued as our own cases say: every case lists all that its text states."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from variorum.figures import find_figures
from variorum.model import Article, ArticleId, Capture, CaptureId, Figure, Moment, Paragraph

DATA: tuple[str, ...] = ()
CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "figures"


def read_cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (group, case) for every case, the group's day of publication filled in."""
    for path in sorted(CASES.glob("*.toml")):
        read = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in read["case"]:
            yield path.stem, {"published": read["published"], **case}


def article_of(text: str, published: str | None) -> Article:
    """Return an article of one paragraph."""
    capture = Capture(CaptureId("c"), "case", text, "text/plain", "sha256:0")
    moment = Moment(published, "day") if published else None
    paragraphs = (Paragraph(text, 0, len(text)),)
    return Article(ArticleId("a"), capture, "article", paragraphs, published=moment)


def is_right(case: dict[str, Any]) -> bool:
    """Return whether exactly the figures of the case are found, with their values."""
    figures = find_figures(article_of(case["text"], case["published"]))
    return len(figures) == len(case["figures"]) and all(
        _fits(figure, expected) for figure, expected in zip(figures, case["figures"], strict=True)
    )


def _fits(figure: Figure, expected: list[Any]) -> bool:
    found = [figure.kind, figure.text, figure.value, figure.unit, figure.hedge]
    wanted = [None if part == "_none" else part for part in expected]
    return found[: len(wanted)] == wanted


def measure() -> dict[str, float]:
    """Return the share of right cases, over all and over those that state a date."""
    right: dict[bool, list[bool]] = {True: [], False: []}
    for _, case in read_cases():
        right[any(figure[0] == "date" for figure in case["figures"])].append(is_right(case))
    both = right[True] + right[False]
    return {
        "cases_right": sum(both) / len(both),
        "date_cases_right": sum(right[True]) / len(right[True]),
    }
