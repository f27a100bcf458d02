"""Accounts: pages of one text are one account; quotations, background and bridges weld nothing."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reuse.prose import article, paragraphs, prose
from variorum.accounts import count_independent, find_accounts
from variorum.model import Account, Article, Witness
from variorum.reuse import find_alignments


def accounts_of(articles: Sequence[Article]) -> tuple[Account, ...]:
    return find_accounts(articles, find_alignments(articles))


def gathered(articles: Sequence[Article]) -> set[frozenset[str]]:
    names = {each.id: each.capture.digest for each in articles}
    return {
        frozenset(names[each] for each in account.articles) for account in accounts_of(articles)
    }


def sets(*groups: str) -> set[frozenset[str]]:
    return {frozenset(group.split()) for group in groups}


def witness_of(articles: Sequence[Article], name: str) -> Witness:
    (article_id,) = (each.id for each in articles if each.capture.digest == name)
    return next(
        witness
        for account in accounts_of(articles)
        for witness in account.witnesses
        if witness.article == article_id
    )


WIRE = paragraphs("w1", "w2", "w3", "w4", "w5", "w6")
OTHER = paragraphs("o1", "o2", "o3", "o4", "o5", "o6")


def test_copies_are_one_account_and_a_stranger_is_another() -> None:
    articles = [article("a", WIRE), article("b", WIRE), article("c", OTHER)]
    assert gathered(articles) == sets("a b", "c")
    assert witness_of(articles, "a").relation == "verbatim"
    assert witness_of(articles, "c").relation == "original"


def test_an_excerpt_belongs_to_its_whole() -> None:
    articles = [article("whole", WIRE), article("part", WIRE[:2])]
    assert gathered(articles) == sets("whole part")
    part = witness_of(articles, "part")
    assert part.relation == "excerpt"
    assert part.shared == 1.0
    assert part.dropped == pytest.approx(2 / 3, abs=0.01)
    assert any("100%" in reason for reason in part.reasons)


def test_an_excerpt_from_the_middle_belongs_to_its_whole() -> None:
    articles = [article("whole", WIRE), article("part", WIRE[3:4])]
    assert gathered(articles) == sets("whole part")


def test_an_edited_copy_says_so() -> None:
    edited = [*WIRE[:4], prose("own words", 60)]
    articles = [article("a", WIRE), article("b", WIRE), article("c", edited)]
    assert gathered(articles) == sets("a b c")
    assert witness_of(articles, "c").relation == "edited"


def test_updates_of_one_text_are_one_account_though_its_ends_share_little() -> None:
    states = [paragraphs(*(f"p{n}" for n in range(start, start + 6))) for start in (0, 2, 4)]
    articles = [article(str(number), state) for number, state in enumerate(states)]
    assert gathered(articles) == sets("0 1 2")


def test_two_articles_with_one_background_stay_apart() -> None:
    background = prose("background", 60)
    articles = [article("a", [*WIRE, background]), article("b", [*OTHER, background])]
    assert gathered(articles) == sets("a", "b")


def test_shared_quotations_weld_nothing() -> None:
    said = [f"“{prose(seed)}” the minister said." for seed in ("s1", "s2", "s3")]
    articles = [article("a", [prose("a"), *said]), article("b", [prose("b"), *said])]
    assert gathered(articles) == sets("a", "b")


def test_a_page_with_two_wires_welds_neither_and_names_the_second() -> None:
    articles = [
        article("w1", WIRE),
        article("w2", WIRE),
        article("o1", OTHER),
        article("o2", OTHER),
        article("both", [*WIRE, *OTHER[:3]]),
    ]
    assert gathered(articles) == sets("w1 w2 both", "o1 o2")
    both = witness_of(articles, "both")
    assert both.relation == "contaminated"
    (also,) = both.also
    assert also.shared == pytest.approx(1 / 3, abs=0.01)
    assert witness_of(articles, "o1").also == ()


def test_aggregates_count_in_no_account_and_weld_none() -> None:
    articles = [
        article("w", WIRE),
        article("o", OTHER),
        article("front", [*WIRE, *OTHER], kind="aggregate"),
        article("nothing", [], kind="none"),
    ]
    assert gathered(articles) == sets("w", "o")


def test_a_long_report_that_takes_in_a_cited_text_is_no_version_of_it() -> None:
    short = article("short", paragraphs("s1", "s2"), outlet="Merrow Mail")
    own = paragraphs(*(f"n{n}" for n in range(12)))
    cited = [*own[:8], "The Merrowmail first reported it.", *paragraphs("s1", "s2"), *own[8:]]
    long = article("long", cited, outlet="Brackwater Daily")
    articles = [article("short", paragraphs("s1", "s2"), outlet="Merrowmail"), long]
    assert gathered(articles) == sets("short", "long")
    assert witness_of(articles, "long").also
    assert short.outlet


def test_one_headline_and_some_common_prose_are_one_text() -> None:
    headline = "Harbour board shuts Pier Two after second ferry"
    taken = " ".join(WIRE[2].split()[:30])
    own = prose("own telling", 40)
    one = article("a", WIRE, headline=headline)
    assert gathered([one, article("b", [taken, own], headline=headline)]) == sets("a b")
    assert gathered([one, article("b", [taken, own], headline="Ships stay out")]) == sets("a", "b")


def test_a_text_with_more_copies_than_are_compared_is_one_account() -> None:
    copies = [article(str(n), WIRE if n % 4 else WIRE[:2]) for n in range(130)]
    (account,) = accounts_of(copies)
    assert len(account.witnesses) == 130


def test_a_page_of_background_alone_welds_nothing() -> None:
    background = prose("background", 60)
    articles = [
        article("w1", [*WIRE, background]),
        article("w2", [*WIRE, background]),
        article("o1", [*OTHER, background]),
        article("o2", [*OTHER, background]),
        article("background", [background]),
    ]
    found = gathered(articles)
    assert not any({"w1", "o1"} <= group for group in found)
    assert any({"w1", "w2"} <= group for group in found)


def test_a_round_up_is_no_version_of_its_parts() -> None:
    parts = [paragraphs(*(f"{name}{n}" for n in range(3))) for name in ("x", "y", "z")]
    places = ("PORT ANSEL", "CORRIN HAVEN", "DUNMARROW")
    pieces = [
        [f"{place} (VPA) - {part[0]}", *part[1:]] for place, part in zip(places, parts, strict=True)
    ]
    articles = [article(place, piece) for place, piece in zip(places, pieces, strict=True)]
    articles.append(article("brief", [text for piece in pieces for text in piece]))
    assert gathered(articles) == {frozenset({name}) for name in (*places, "brief")}
    assert len(witness_of(articles, "brief").also) == 3


def test_a_recurring_report_is_no_state_of_the_one_before() -> None:
    mould = paragraphs("m1", "m2", "m3")
    weeks = [
        article("first", [*mould, *paragraphs("f1", "f2")], published="2031-05-01"),
        article("second", [*mould, *paragraphs("s1", "s2")], published="2031-05-08"),
    ]
    assert gathered(weeks) == sets("first", "second")
    copies = [
        article("first", WIRE, published="2031-05-01"),
        article("later", WIRE, published="2031-06-01"),
    ]
    assert gathered(copies) == sets("first later")


def clauses(paragraph: str) -> str:
    words = paragraph.split()
    return " ".join([*words[:22], *prose(paragraph, 16).split()])


REWRITE = [clauses(paragraph) for paragraph in WIRE]


def test_a_rewrite_that_keeps_half_of_a_wire_belongs_to_it() -> None:
    articles = [article("a", WIRE), article("b", WIRE), article("own words", REWRITE)]
    assert len(gathered(articles)) == 1
    assert witness_of(articles, "own words").relation == "rewrite"


@pytest.mark.parametrize(("outlet", "relation"), [("Tidepost", "verbatim"), ("Reed", "rewrite")])
def test_the_supplier_s_own_page_rewrites_nobody(outlet: str, relation: str) -> None:
    articles = [
        article("a", WIRE, outlet="Kelp News", credit=("Tidepost",)),
        article("b", WIRE, outlet="Gull Mail", credit=("Tidepost",)),
        article("own words", REWRITE, outlet=outlet),
    ]
    witness = witness_of(articles, "own words")
    assert witness.relation == relation
    assert ("Tidepost is the supplier itself" in witness.reasons) == (outlet == "Tidepost")


def test_unknown_origins_add_no_independence() -> None:
    unknown = [article("a", WIRE), article("b", OTHER)]
    found = count_independent(accounts_of(unknown), unknown)
    assert (found.accounts, found.houses, found.unknown) == (2, 1, 2)
    third = article("c", paragraphs("c1", "c2"), outlet="Merrow Mail")
    found = count_independent(accounts_of([*unknown, third]), [*unknown, third])
    assert (found.accounts, found.houses, found.unknown) == (3, 1, 2)
    fourth = article("d", paragraphs("d1", "d2"), outlet="Ansel Courier")
    found = count_independent(accounts_of([third, fourth]), [third, fourth])
    assert (found.accounts, found.houses, found.unknown) == (2, 2, 0)


def test_sigla_follow_the_day_then_the_outlet() -> None:
    articles = [
        article("late", WIRE, outlet="Ansel Courier", published="2031-05-02"),
        article("early", WIRE, outlet="Merrow Mail", published="2031-05-01"),
        article("undated", WIRE),
    ]
    assert [witness_of(articles, name).sigil for name in ("early", "late", "undated")] == [
        "A",
        "B",
        "C",
    ]


def test_the_origin_is_what_the_pages_credit() -> None:
    articles = [
        article("a", WIRE, outlet="Merrow Mail", credit=("Vessland Press Agency",)),
        article("b", WIRE, outlet="Ansel Courier", credit=("Vessland Press Agency",)),
        article("c", WIRE),
    ]
    (account,) = accounts_of(articles)
    assert account.origin.agency == "Vessland Press Agency"
    assert "2 of 3 pages name Vessland Press Agency in the credit" in account.origin.reasons


def test_an_uncredited_text_of_one_outlet_is_that_outlets() -> None:
    (account,) = accounts_of([article("a", WIRE, outlet="Merrow Mail", headline="Fog")])
    assert (account.origin.agency, account.origin.outlet) == (None, "Merrow Mail")
    assert account.headline == "Fog"


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=6), min_size=1, max_size=6),
    st.randoms(use_true_random=False),
)
def test_every_article_stands_in_one_account_whatever_the_order(bodies, random) -> None:  # type: ignore[no-untyped-def]
    articles = [article(str(n), paragraphs(*seeds)) for n, seeds in enumerate(bodies)]
    found = accounts_of(articles)
    assert sorted(each for account in found for each in account.articles) == sorted(
        each.id for each in articles
    )
    shuffled = list(articles)
    random.shuffle(shuffled)
    assert accounts_of(shuffled) == found


SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.exists(), reason="the seed pages are not on this machine")
def test_the_seed_pages_are_two_accounts() -> None:
    """Prose is told by a plain rule here, so that the test needs no extraction."""
    articles = []
    for path in sorted(SEEDS.glob("*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n")]
        body = [line for line in lines if len(line.split()) >= 12 and line[-1] in '.”"!?']
        articles.append(article(path.name[:3], body))
    assert gathered(articles) == sets("000 001", "003")
