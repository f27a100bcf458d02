"""CSV: rows that can be read again, and no cell that a spreadsheet would run."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.many_witnesses import many_witnesses
from tests.export.sample import sample_comparison
from variorum.export.tables import read_cell, render_apparatus, render_pairs, render_witnesses
from variorum.export.writable import writable
from variorum.model import Account, AccountId, Reading, VariationUnit

COMPARISON = sample_comparison()
ARTICLES = {each.id: each for each in COMPARISON.articles}
ACCOUNTS = COMPARISON.stories[0].accounts


def rows(written: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written, newline="")))


def test_pairs_are_the_passages_with_their_offsets() -> None:
    read = rows(render_pairs(COMPARISON.alignments, ACCOUNTS, ARTICLES))
    assert len(read) == sum(len(each.passages) for each in COMPARISON.alignments)
    texts = {str(key): page.capture.text for key, page in ARTICLES.items()}
    for row in read:
        for end in ("", "2"):
            page = texts[row[f"uid{end}"]]
            assert page[int(row[f"begin{end}"]) : int(row[f"end{end}"])] == row[f"text{end}"]
    assert {row["cluster"] for row in read} == {ACCOUNTS[0].id, ""}
    assert read[0]["kind"] == "narrative"


def test_the_apparatus_has_a_row_a_reading() -> None:
    read = rows(render_apparatus(ACCOUNTS))
    told = [
        (row["lemma"], row["lemma_witnesses"], row["reading"], row["witnesses"]) for row in read
    ]
    assert told == [("“No", "B C", "No", "A"), ("2,400", "A B", "2,500", "C")]
    assert [row["unit"] for row in read] == ["1", "2"]


def test_witnesses_have_passims_names_for_what_passim_has() -> None:
    account, articles = many_witnesses(60)
    read = rows(render_witnesses([account], articles))
    assert [row["sigil"] for row in read] == [each.sigil for each in account.witnesses]
    assert {row["size"] for row in read} == {"60"}
    assert {"uid", "id", "series", "begin", "end", "date", "cluster", "size"} <= read[0].keys()
    for row, witness in zip(read, account.witnesses, strict=True):
        page = articles[witness.article]
        assert page.capture.text[int(row["begin"]) : int(row["end"])] == page.text
        assert row["also"] == " ".join(f"{a.account}:{a.shared:.3f}" for a in witness.also)


def test_what_a_page_does_not_say_is_an_empty_cell() -> None:
    account, articles = many_witnesses(3)
    assert [row["date"] for row in rows(render_witnesses([account], articles))][1] == ""


FORMULAS = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_text(formula: str) -> None:
    (cell,) = (row["reading"] for row in apparatus_of(formula))
    assert cell.startswith("'")
    assert read_cell(cell) == writable(formula)


@given(st.text(st.characters(codec=None)))
def test_every_text_can_be_read_again(text: str) -> None:
    (row,) = apparatus_of(text)
    assert read_cell(row["reading"]) == writable(text)
    assert row["reading"][:1] not in tuple("=+-@\t\r\n＝＋－＠")
    assert row["kind"] == "lexical"


def apparatus_of(text: str) -> list[dict[str, str]]:
    unit = VariationUnit(1, "lemma", ("A",), (Reading(text, ("B",), "lexical"),))
    account = Account(AccountId("a"), ())
    return rows(render_apparatus([replace(account, apparatus=(unit,))]))
