"""CollateX JSON: the table gives every witness's words in their order, in cells that align."""

import json

import pytest

from tests.export.many_witnesses import contaminated, many_witnesses, single_witness
from tests.export.sample import sample_comparison, wire_account
from variorum.export.collatex import render_collatex
from variorum.export.laid_out import lay_out
from variorum.model import Account

SAMPLE = {each.id: each for each in sample_comparison().articles}
CASES = {
    "wire": (wire_account(), SAMPLE),
    "single": single_witness(),
    "contaminated": contaminated(),
    "sixty": many_witnesses(60),
}


@pytest.mark.parametrize("name", CASES)
def test_each_row_is_the_text_of_a_witness(name: str) -> None:
    account, articles = CASES[name]
    read = json.loads(render_collatex(account, articles))
    sigla = {witness.sigil: articles[witness.article] for witness in account.witnesses}
    assert set(read["witnesses"]) == set(sigla)
    assert len({len(row) for row in read["table"]}) == 1
    layout = lay_out(account, articles).collation.layout
    for sigil, row, paragraphs in zip(read["witnesses"], read["table"], layout, strict=True):
        order = [place for places in paragraphs for place in places]
        told = "".join(token["t"] for place in order for token in row[place])
        assert told.split() == sigla[sigil].text.split()
        assert sum(cell is not None for cell in row) == len(order)


def test_a_token_has_its_words_and_the_form_by_which_they_are_compared() -> None:
    account, articles = CASES["wire"]
    read = json.loads(render_collatex(account, articles))
    tokens = [token for row in read["table"] for cell in row if cell for token in cell]
    assert all(token.keys() == {"t", "n"} for token in tokens)
    assert {"t": "pilots’ ", "n": "pilots'"} in tokens


def test_an_account_is_one_line() -> None:
    account: Account = CASES["wire"][0]
    assert render_collatex(account, SAMPLE).count("\n") == 1
