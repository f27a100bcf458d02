"""Whose text a page carries, case by case: tests/cases/credit/*.toml; a new case needs no Python."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from variorum.extract import extract_article
from variorum.model import Stated

from .pages import capture

CASES = Path(__file__).parent.parent / "cases" / "credit"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        page = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in page["case"]:
            shown = next(
                case[part] for part in ("tail", "ending", "dateline", "front") if part in case
            )
            found.append(pytest.param(page, case, id=f"{path.stem}: {shown[:40]}"))
    return found


@pytest.mark.parametrize(("page", "case"), _cases())
def test_credit_case(page: dict[str, Any], case: dict[str, Any]) -> None:
    body = page["body"].strip().split("\n")
    body[0] = case.get("dateline", "") + body[0]
    body[-1] += case.get("ending", "")
    parts = (page["headline"], case.get("front"), *body, case.get("tail"))
    text = "\n\n".join(part for part in parts if part)
    article = extract_article(capture(text, stated=Stated(outlet=case.get("outlet"))))
    assert sorted(article.credit) == sorted(case["credit"])
    assert sorted(article.contributed) == sorted(case.get("contributed", ()))
