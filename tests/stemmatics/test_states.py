"""Accounts of several states: an agency's first version, its update, and what copies did with each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from variorum.model import (
    Account,
    AccountId,
    Also,
    Article,
    ArticleId,
    Moment,
    Origin,
    Relation,
    Witness,
)
from variorum.stemmatics import complete_account

from .test_account import article, text
from .test_build import WIRE

UPDATE = (
    "Ships began to turn away from Port Selwyn on Wednesday as a walkout by dockworkers went into "
    "its second day, the harbour board said.",
    WIRE[1],
    "Labour minister Anton Krebs offered to mediate and asked both sides to come to Tarn at once.",
    "“Nobody leaves the room before the cranes move,” Krebs said.",
    WIRE[3],
    "Two tankers were diverted to Cape Lorne, where the pilots had promised not to handle them.",
    WIRE[4],
)
MORNING = Moment("2031-05-06T09:10+02:00", "minute")
EVENING = Moment("2031-05-07T19:40+02:00", "minute")


def complete(
    pages: Mapping[str, Sequence[str]],
    moments: Mapping[str, Moment] | None = None,
    also: Mapping[str, tuple[Also, ...]] | None = None,
    relations: Mapping[str, Relation] | None = None,
) -> Account:
    articles = {
        ArticleId(name): replace(article(name, texts), published=(moments or {}).get(name))
        for name, texts in pages.items()
    }
    witnesses = tuple(
        Witness(
            name,
            ArticleId(name),
            relation=(relations or {}).get(name, "undecided"),
            also=(also or {}).get(name, ()),
        )
        for name in sorted(pages)
    )
    return complete_account(Account(AccountId("x"), witnesses, Origin("Northwire")), articles)


def two_states() -> Account:
    edited = [UPDATE[0], WIRE[1].replace("nine hours", "ten hours"), *UPDATE[2:6]]
    pages = {
        "A": WIRE,
        "B": [each.lstrip("“") for each in WIRE],
        "C": UPDATE,
        "D": edited,
        "E": UPDATE[:4],
        "F": WIRE,
    }
    moments = {"A": MORNING, "B": MORNING, "C": EVENING, "D": EVENING, "E": EVENING}
    return complete(pages, moments)


def exemplars(account: Account) -> dict[str, str]:
    return {edge.target: edge.origin for edge in account.stemma.edges}


def test_each_state_is_a_lost_text_and_the_update_derives_from_the_first() -> None:
    found = exemplars(two_states())
    assert found == {"A": "α", "B": "α", "F": "α", "β": "α", "C": "β", "D": "β", "E": "β"}


def test_the_archetype_is_the_first_version_and_nothing_of_the_update() -> None:
    assert text(two_states()) == WIRE


def test_relations_are_to_the_state_that_was_copied() -> None:
    relations = {witness.sigil: witness.relation for witness in two_states().witnesses}
    assert relations == {
        "A": "verbatim",
        "B": "verbatim",
        "C": "verbatim",
        "D": "edited",
        "E": "excerpt",
        "F": "verbatim",
    }


def test_a_whole_sentence_is_one_unit_and_copies_of_the_update_vary_within_theirs() -> None:
    account = two_states()
    whole = {(u.lemma, r.text): r for u in account.apparatus for r in u.readings}
    replaced = whole[WIRE[0], UPDATE[0]]
    assert (replaced.witnesses, replaced.kind) == (("C", "D", "E"), "lexical")
    assert whole["", UPDATE[2]].kind == "addition"
    assert whole["nine", "ten"].witnesses == ("D",)
    assert len(account.apparatus) <= 9


def test_a_text_that_was_out_before_does_not_derive_from_a_later_page() -> None:
    pages = {"A": WIRE, "B": (*WIRE, "The board meets again at noon today.")}
    early, late = {"A": MORNING, "B": EVENING}, {"A": EVENING, "B": MORNING}
    for moments in (early, late):
        account = complete(pages, moments)
        assert exemplars(account) == {"A": "α", "B": "α"}
    unowed = [replace(each, credit=()) for each in (article("A", WIRE), article("B", pages["B"]))]
    articles = {
        each.id: replace(each, published=late[each.id], byline=("Ida Storm",)) for each in unowed
    }
    witnesses = tuple(Witness(name, ArticleId(name)) for name in "AB")
    alone = complete_account(Account(AccountId("x"), witnesses, Origin()), articles)
    assert exemplars(alone).get("B") != "A"


def test_what_only_a_mixed_page_has_is_no_part_of_the_archetype() -> None:
    foreign = (
        "On the lake of Orm, far from the strike, a rowing club found a bell of the old cathedral.",
        "Divers will lift it in June, said the keeper of the museum, who has waited for thirty years.",
    )
    pages = {"A": WIRE, "B": (*WIRE[:4], *foreign), "C": WIRE[:3]}
    account = complete(pages, also={"B": (Also(AccountId("y"), 0.3),)})
    assert text(account) == WIRE


def test_nothing_tells_who_of_two_like_pages_copied() -> None:
    pages = {"A": article("A", WIRE, ()), "B": article("B", WIRE, ())}
    witnesses = tuple(Witness(name, ArticleId(name)) for name in pages)
    articles: dict[ArticleId, Article] = {each.id: each for each in pages.values()}
    account = complete_account(Account(AccountId("x"), witnesses, Origin()), articles)
    assert exemplars(account) == {"A": "α", "B": "α"}
    assert all(edge.confidence < 0.5 for edge in account.stemma.edges)
