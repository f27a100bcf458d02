"""What share of an outlet's text is its own, and what counts as nobody's in particular."""

from collections.abc import Sequence
from dataclasses import replace

from tests.reuse.prose import article, paragraphs, prose
from variorum.accounts import find_accounts, find_common, tell_outlets
from variorum.model import (
    ArchetypeParagraph,
    Article,
    CommonPassage,
    Evidence,
    OutletShare,
    Span,
)
from variorum.reuse import find_alignments

AGENCY = "Northern Wire"


def outlets(*articles: Article) -> dict[str | None, OutletShare]:
    alignments = find_alignments(articles)
    shared = {
        each.id: [one for one in alignments if each.id in (one.left, one.right)]
        for each in articles
    }
    accounts = find_accounts(articles, alignments)
    by_id = {each.id: each for each in articles}
    return {each.outlet: each for each in tell_outlets(accounts, by_id, shared)}


def common(articles: Sequence[Article], most: int = 10) -> tuple[CommonPassage, ...]:
    alignments = find_alignments(articles)
    accounts = find_accounts(articles, alignments)
    return find_common(accounts, {each.id: each for each in articles}, alignments, most)[0]


def test_what_no_other_outlet_prints_is_own() -> None:
    wire = paragraphs("a", "b", "c", "d")
    found = outlets(
        article("one", wire, outlet="Ledger"),
        article("two", [*wire, prose("own")], outlet="Mail"),
        article("three", paragraphs("x", "y"), outlet="Post"),
    )
    assert found["Post"].own == 1.0
    assert found["Ledger"].own == 0.0
    assert round(found["Mail"].own, 2) == 0.2
    assert [each.pages for each in found.values()] == [1, 1, 1]


def test_pages_of_one_outlet_take_nothing_from_each_other() -> None:
    wire = paragraphs("a", "b")
    found = outlets(
        article("one", wire, outlet="Ledger"), article("two", [*wire], outlet="The Ledger")
    )
    (share,) = found.values()
    assert (share.pages, share.own) == (2, 1.0)


def test_unknown_outlets_are_one_family() -> None:
    wire = paragraphs("a", "b", "c")
    found = outlets(
        article("one", wire), article("two", wire), article("three", wire, outlet="Ledger")
    )
    assert found[None].pages == 2
    assert found[None].own == 0.0
    assert "unknown" in found[None].reasons[0]


def test_an_agency_s_text_is_not_the_outlet_s_own_even_where_no_other_prints_it() -> None:
    found = outlets(
        article("one", paragraphs("a", "b"), outlet="Ledger", credit=(AGENCY,)),
        article("two", paragraphs("c", "d"), outlet="Post"),
    )
    assert (found["Ledger"].own, found["Ledger"].agencies) == (0.0, (AGENCY,))
    assert "nothing shows" in found["Ledger"].reasons[0]
    assert found["Post"].own == 1.0


def test_an_agency_s_own_page_keeps_what_others_have_from_it() -> None:
    wire = paragraphs("a", "b", "c")
    found = outlets(
        article("one", wire, outlet=AGENCY, credit=(AGENCY,)),
        article("two", wire, outlet="Ledger", credit=(AGENCY,)),
    )
    assert (found[AGENCY].own, found[AGENCY].agencies) == (1.0, ())
    assert (found["Ledger"].own, found["Ledger"].agencies) == (0.0, (AGENCY,))


def test_the_end_of_an_agency_s_text_that_others_cut_is_not_own() -> None:
    wire = paragraphs("a", "b", "c", "d", "e")
    pages = [
        article("whole", wire, outlet="Ledger", credit=(AGENCY,)),
        article("cut", wire[:4], outlet="Post", credit=(AGENCY,)),
    ]
    alignments = find_alignments(pages)
    (account,) = find_accounts(pages, alignments)
    sigil = next(each.sigil for each in account.witnesses if each.article == pages[0].id)
    known = replace(account, archetype=(ArchetypeParagraph(wire[4], (sigil,)),))
    shared = dict.fromkeys((each.id for each in pages), alignments)
    told = tell_outlets([known], {each.id: each for each in pages}, shared)
    assert {each.outlet: each.own for each in told} == {"Ledger": 0.0, "Post": 0.0}


def test_a_shared_quotation_is_told_once_with_all_its_places() -> None:
    said = prose("speech", 30)
    pages = [
        article(name, [prose(f"{name}1"), f"“{said}” the harbour master said.", prose(f"{name}2")])
        for name in ("one", "two", "three")
    ]
    (passage,) = common(pages)
    assert (passage.kind, passage.reason) == ("quoted", "words between quotation marks")
    assert len(passage.articles) == len(set(passage.accounts)) == len(passage.spans) == 3
    texts = {each.id: each.capture.text for each in pages}
    for key, span in zip(passage.articles, passage.spans, strict=True):
        assert said.rstrip(".")[:40] in texts[key][slice(*span)]


def test_the_reason_names_what_the_passage_is() -> None:
    line = "Reporting by Mara Olden and Edda Corvin in Port Ansel; editing by Jon Tarr in Skerrow"
    writer = (
        "Mara Olden is a reporter for the Skerrow Islander, covering the ferries and the harbours."
    )
    post = f"{prose('post', 24)} — Mara Olden (@maraolden) May 2, 2031"
    turns = [f"OLDEN: {prose('t1', 12)}", f"TARR: {prose('t2', 12)}", f"OLDEN: {prose('t3', 12)}"]
    pages = [
        article(
            name,
            [
                *(part for each in (turns, [post]) for part in (prose(f"{name}{each[0]}"), *each)),
                *(part for each in (writer, line) for part in (prose(f"{name}{each}"), each)),
            ],
        )
        for name in ("one", "two")
    ]
    reasons = {each.reason for each in common(pages)}
    assert reasons == {
        "a line of reporters' and editors' names",
        "a line on the writer",
        "an embedded post",
        "a turn of a transcript",
    }


def test_equal_captions_are_common() -> None:
    caption = "The ferry at the northern mole on Tuesday evening, seen from the old lighthouse"

    def shown(name: str) -> Article:
        page = article(name, [prose(name), caption])
        at = page.capture.text.index(caption)
        evidence = (Evidence("captions", (Span(at, at + len(caption)),)),)
        return type(page)(
            page.id,
            page.capture,
            "article",
            page.paragraphs[:1],
            captions=(caption,),
            evidence=evidence,
        )

    (passage,) = common([shown("one"), shown("two")])
    assert (passage.reason, passage.text) == ("a caption", caption)


def test_the_list_is_bounded_and_says_how_many_are_left() -> None:
    said = [f"“{prose(f'speech {number}', 20)}”" for number in range(6)]
    bodies = [
        [text for number, each in enumerate(said) for text in (prose(f"{name}{number}"), each)]
        for name in ("one", "two")
    ]
    pages = [article(f"p{at}", body) for at, body in enumerate(bodies)]
    alignments = find_alignments(pages)
    accounts = find_accounts(pages, alignments)
    found, left = find_common(accounts, {each.id: each for each in pages}, alignments, 4)
    assert (len(found), left) == (4, 2)


def test_copies_of_one_account_have_nothing_in_common() -> None:
    wire = [prose("a"), f"“{prose('speech', 30)}” she said.", prose("b")]
    assert common([article("one", wire), article("two", wire)]) == ()


def test_an_outlet_whose_address_shortens_its_name_prints_its_own_text() -> None:
    page = article("one", paragraphs("a"), outlet="ohtimes.com", credit=("Old Harbour Times",))
    assert outlets(page)["ohtimes.com"].own == 1.0
