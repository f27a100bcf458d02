"""What versions of one account did to its figures, and which accounts are at odds."""

from dataclasses import replace
from typing import Any

import pytest

from eval.ledger import is_right, read_conflict_cases
from eval.stories import article_of
from variorum.export.ledger_record import ledger_records
from variorum.figures import build_ledger, find_figures
from variorum.model import Account, AccountId, ArchetypeParagraph, LedgerRow, Witness

CASES = list(read_conflict_cases())
FIRST = "At least 12 people were killed when the ferry Kestrel sank off Marn on Sunday."
SECOND = "The ferry carried 186 passengers, the harbour office said, and was built in 1999."


def ledger_of(*texts: str, lost: tuple[str, ...] = (FIRST, SECOND)) -> dict[str, LedgerRow]:
    articles = [article_of(f"a{n}", None, text, "2023-05-01") for n, text in enumerate(texts)]
    witnesses = tuple(Witness("ABCD"[n], article.id) for n, article in enumerate(articles))
    sigla = tuple(
        tuple(w.sigil for w, text in zip(witnesses, texts, strict=True) if part[:20] in text)
        for part in lost
    )
    archetype = tuple(map(ArchetypeParagraph, lost, sigla))
    account = Account(AccountId("wire"), witnesses, archetype=archetype)
    figures = [figure for article in articles for figure in find_figures(article)]
    return {row.text: row for row in build_ledger(figures, [account])}


def states_of(row: LedgerRow) -> list[tuple[str, str]]:
    return [(entry.article, entry.state) for entry in row.entries]


@pytest.mark.parametrize("case", CASES, ids=[" / ".join(case["texts"]) for case in CASES])
def test_accounts_at_odds(case: dict[str, Any]) -> None:
    assert is_right(case)


def test_copies_as_they_are_keep_every_figure() -> None:
    rows = ledger_of(f"{FIRST}\n\n{SECOND}", f"{FIRST}\n\n{SECOND}")
    assert {row.state for row in rows.values()} == {"same"}
    assert all(len(row.entries) == 2 for row in rows.values())


def test_another_number_in_its_place_is_a_change_and_no_conflict_of_accounts() -> None:
    other = SECOND.replace("186", "168")
    rows = ledger_of(f"{FIRST}\n\n{SECOND}", f"{FIRST}\n\n{SECOND}", f"{FIRST}\n\n{other}")
    kept, new = rows["186 passengers"], rows["168 passengers"]
    assert kept.state == new.state == "changed"
    assert kept.conflicts_with == (new.id,)
    assert new.conflicts_with == (kept.id,)
    assert [(e.article, e.instead) for e in new.entries] == [("a2", "186 passengers")]
    assert states_of(kept) == [("a0", "same"), ("a1", "same"), ("a2", "changed")]


def test_a_hedge_lost_is_a_change() -> None:
    bare = FIRST.replace("At least 12", "Twelve")
    rows = ledger_of(f"{FIRST}\n\n{SECOND}", f"{FIRST}\n\n{SECOND}", f"{bare}\n\n{SECOND}")
    (row,) = [row for row in rows.values() if row.value == 12]
    assert row.state == "changed"
    assert any("hedged otherwise" in reason for reason in row.reasons)


def test_what_a_version_leaves_out_is_dropped_and_says_whether_it_has_the_paragraph() -> None:
    short = SECOND.replace(" and was built in 1999", "")
    rows = ledger_of(f"{FIRST}\n\n{SECOND}", f"{FIRST}\n\n{short}", FIRST)
    assert rows["1999"].state == "dropped"
    lacking = [entry for entry in rows["1999"].entries if entry.figure is None]
    assert [(entry.article, entry.carried) for entry in lacking] == [("a1", True), ("a2", False)]


def test_what_a_version_puts_in_is_added() -> None:
    longer = f"{FIRST} Divers in Belm found 40 crates."
    rows = ledger_of(f"{FIRST}\n\n{SECOND}", f"{longer}\n\n{SECOND}")
    assert rows["40 crates"].state == "added"
    assert rows["At least 12 people"].state == "same"


def test_the_same_day_in_other_words_is_the_same() -> None:
    other = FIRST.replace("on Sunday", "on April 30")
    rows = ledger_of(f"{FIRST}\n\n{SECOND}", f"{other}\n\n{SECOND}")
    assert {row.state for row in rows.values()} == {"same"}


def test_moved_paragraphs_change_nothing() -> None:
    rows = ledger_of(f"{FIRST}\n\n{SECOND}", f"{SECOND}\n\n{FIRST}")
    assert {row.state for row in rows.values()} == {"same"}


def test_without_an_archetype_nothing_is_decided() -> None:
    rows = ledger_of(FIRST, FIRST, lost=())
    assert {row.state for row in rows.values()} == {"undecided"}


def test_the_order_of_accounts_and_figures_changes_nothing() -> None:
    articles = [
        article_of(f"a{n}", None, text, "2023-05-01") for n, text in enumerate((FIRST, SECOND))
    ]
    accounts = [Account(AccountId(each.id), (Witness("A", each.id),)) for each in articles]
    figures = [figure for article in articles for figure in find_figures(article)]
    assert build_ledger(figures, accounts) == build_ledger(figures[::-1], accounts[::-1])


def test_the_record_tells_status_statements_and_what_is_at_odds() -> None:
    other = SECOND.replace("186", "168")
    rows = ledger_of(f"{FIRST}\n\n{SECOND}", f"{FIRST}\n\n{SECOND}", f"{FIRST}\n\n{other}")
    records = {record["text"]: record for record in ledger_records(tuple(rows.values()))}
    record = records["168 passengers"]
    assert record["status"] == "changed"
    assert [each["text"] for each in record["conflicts_with"]] == ["186 passengers"]
    (statement,) = record["statements"]
    assert (statement["article"], statement["value"]) == ("a2", 168)
    assert record["stated"][0]["begin"] == statement["begin"]
    assert [each["article"] for each in records["186 passengers"]["lacking"]] == ["a2"]


def test_a_row_made_without_versions_can_be_told() -> None:
    row = replace(next(iter(ledger_of(FIRST, FIRST).values())), entries=())
    assert ledger_records((row,))[0]["statements"] == []
