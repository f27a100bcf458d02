"""The ledger: one row a value, conflicts first and few, hedges heeded."""

import random
from collections.abc import Sequence

from eval.stories import article_of, own_accounts
from variorum.figures import build_ledger, find_figures
from variorum.model import Account, AccountId, Article, Figure, LedgerRow, Witness


def articles_of(*texts: str) -> tuple[Article, ...]:
    return tuple(article_of(f"a{n}", None, text, "2023-05-01") for n, text in enumerate(texts))


def figures_of(articles: Sequence[Article]) -> list[Figure]:
    return [figure for article in articles for figure in find_figures(article)]


def ledger_of(*texts: str) -> tuple[LedgerRow, ...]:
    articles = articles_of(*texts)
    return build_ledger(figures_of(articles), own_accounts(articles))


def test_one_value_in_two_accounts_is_one_row() -> None:
    (row,) = ledger_of(
        "Varnia keeps some 2,500 troops in the Kessel valley.",
        "There are 2,500 Varnian troops in the valley of Kessel.",
    )
    assert (row.value, row.unit, row.status) == (2500, "troops", "agreed")
    assert len(row.articles) == len(row.accounts) == 2


def test_days_named_in_different_words_are_one_row() -> None:
    (row,) = ledger_of("They met on Saturday.", "They met this Saturday.")
    assert (row.value, row.precision, row.status) == ("2023-04-29", "day", "agreed")


def test_different_tolls_of_one_accident_are_a_conflict_and_come_first() -> None:
    rows = ledger_of(
        "The ferry carried 80 passengers. Twelve people were killed when the ferry capsized off Marn.",
        "The ferry carried 80 passengers. The ferry capsized off Marn, killing 15 people.",
    )
    assert [(row.value, row.status) for row in rows] == [
        (12, "conflict"),
        (15, "conflict"),
        (80, "agreed"),
    ]
    assert rows[0].topic == rows[1].topic
    assert rows[0].topic is not None
    assert "15 people" in rows[0].reasons[0]


def test_hedges_that_leave_room_are_no_conflict_and_say_so() -> None:
    rows = ledger_of(
        "More than 2,000 Varnian troops stay in the Kessel valley as advisers.",
        "Varnian troops, 2,500 troops in all, stay in the Kessel valley as advisers.",
    )
    assert {row.status for row in rows} == {"single"}
    assert any("fits" in reason for row in rows for reason in row.reasons)


def test_at_least_leaves_room_for_more() -> None:
    rows = ledger_of(
        "At least 12 people were killed when the ferry capsized off Marn.",
        "The ferry capsized off Marn, killing 15 people.",
    )
    assert {row.status for row in rows} == {"single"}


def test_killed_and_injured_are_two_things() -> None:
    rows = ledger_of(
        "The ferry accident off Marn killed 12 people.",
        "The ferry accident off Marn injured 15 people.",
    )
    assert {row.status for row in rows} == {"single"}


def test_same_number_of_different_deeds_is_two_rows() -> None:
    rows = ledger_of("Twelve people were killed.", "Police arrested 12 people.")
    assert len(rows) == 2


def test_who_states_both_values_is_not_at_odds_with_either() -> None:
    rows = ledger_of(
        "The dam project costs $5 million, the minister of Varnia said.",
        "The dam project costs $6 million, the minister of Varnia said. An earlier plan of the dam "
        "project costs $5 million, the minister of Varnia said.",
    )
    assert all(row.status != "conflict" for row in rows)


def test_a_changed_sum_is_a_conflict() -> None:
    rows = ledger_of(
        "The dam project in the Kessel valley will cost $5 million.",
        "The dam project in the Kessel valley will cost $6 million.",
    )
    assert [row.status for row in rows] == ["conflict", "conflict"]


def test_rounding_is_no_conflict() -> None:
    rows = ledger_of(
        "The dam project in the Kessel valley will cost $5.2 million.",
        "The dam project in the Kessel valley will cost $5.18 million.",
    )
    assert {row.status for row in rows} == {"single"}


def test_copies_of_one_account_do_not_agree_with_themselves() -> None:
    articles = articles_of("Some 40 homes burned.", "Some 40 homes burned.")
    account = Account(AccountId("x"), tuple(Witness(str(n), a.id) for n, a in enumerate(articles)))
    (row,) = build_ledger(figures_of(articles), [account])
    assert (row.status, len(row.articles), row.accounts) == ("single", 2, ("x",))


def test_articles_outside_the_accounts_are_left_out() -> None:
    articles = articles_of("Some 40 homes burned.", "Some 50 homes burned.")
    assert len(build_ledger(figures_of(articles), own_accounts(articles[:1]))) == 1


def test_unresolved_days_are_not_one() -> None:
    articles = tuple(
        article_of(name, None, text, None)
        for name, text in (("a", "They met on Sunday."), ("b", "They met on Monday."))
    )
    assert len(build_ledger(figures_of(articles), own_accounts(articles))) == 2


def test_the_order_of_figures_changes_nothing() -> None:
    articles = articles_of(
        "The ferry capsized off Marn, killing 12 people and injuring 30 on Saturday.",
        "The ferry capsized off Marn, killing 15 people. Damage is put at $2 million.",
        "About 30 were injured, and damage is put at $3 million, when it capsized on Saturday.",
    )
    figures = figures_of(articles)
    expected = build_ledger(figures, own_accounts(articles))
    random.Random(5).shuffle(figures)
    assert build_ledger(figures, own_accounts(tuple(reversed(articles)))) == expected


def test_a_conflict_is_named_in_a_readable_phrase() -> None:
    rows = ledger_of(
        "The number of people hurt when the ferry Kestrel ran aground rose to 52.",
        "The hospital put the number of people hurt at 49.",
    )
    assert [(row.value, row.unit, row.topic) for row in rows] == [
        (52, "people", "people hurt"),
        (49, "people", "people hurt"),
    ]
    rows = ledger_of(
        "All 186 people on board the Kestrel were brought ashore by boats.",
        "All 168 people on board the Kestrel were brought ashore by boats.",
    )
    assert {row.topic for row in rows} == {"people on board"}


def test_people_counted_beside_others_are_no_first_toll() -> None:
    rows = ledger_of(
        "Three people were wounded in Orl.", "They found two more people wounded near Belm."
    )
    assert {row.status for row in rows} == {"single"}


def test_the_place_of_a_dateline_is_not_what_a_figure_is_about() -> None:
    (figure,) = figures_of(articles_of("BELM (Orl Press) - A ferry with 186 people on board sank."))
    assert "belm" not in (figure.about or "")
