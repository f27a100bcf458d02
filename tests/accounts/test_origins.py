"""Origins: whose text an account is, and how sure the pages make it."""

from dataclasses import replace

from tests.reuse.prose import article, paragraphs
from variorum.accounts.origins import find_origin
from variorum.model import Dateline

BODY = paragraphs("a", "b")


def test_a_dateline_that_names_an_agency_speaks_like_a_credit() -> None:
    page = replace(article("a", BODY), dateline=Dateline("PORT ANSEL", agency="VPA"))
    origin = find_origin([page, article("b", BODY)])
    assert origin.agency == "VPA"
    assert origin.reasons == ("1 of 2 pages name VPA in the dateline",)


def test_two_spellings_of_one_agency_are_one() -> None:
    pages = [
        article("a", BODY, credit=("Associated Press",)),
        article("b", BODY, credit=("AP",)),
        article("c", BODY, credit=("AP",)),
    ]
    origin = find_origin(pages)
    assert origin.agency == "AP"
    assert origin.confidence == 1.0


def test_rival_credits_lower_the_confidence_and_are_named() -> None:
    pages = [
        article("a", BODY, credit=("VPA",)),
        article("b", BODY, credit=("VPA",)),
        article("c", BODY, credit=("Greyholm",)),
    ]
    origin = find_origin(pages)
    assert origin.agency == "VPA"
    assert origin.confidence < 0.7
    assert "others name Greyholm" in origin.reasons


def test_a_canonical_address_elsewhere_says_where_a_page_was_taken_from() -> None:
    page = replace(
        article("a", BODY), host="copycat.example", canonical="https://www.merrowmail.example/fog"
    )
    assert find_origin([page]).outlet == "merrowmail.example"


def test_copies_of_two_outlets_without_a_credit_have_no_origin() -> None:
    pages = [article("a", BODY, outlet="Merrow Mail"), article("b", BODY, outlet="Ansel Courier")]
    origin = find_origin(pages)
    assert (origin.agency, origin.outlet) == (None, None)
    assert origin.reasons == ("no page names a supplier",)


def test_the_supplier_s_own_page_is_told() -> None:
    pages = [
        article("a", BODY, outlet="Merrow Mail"),
        article("b", BODY, outlet="Ansel Courier", credit=("Merrow Mail",)),
    ]
    assert "Merrow Mail's own page is among them" in find_origin(pages).reasons


def test_a_full_name_and_its_initials_are_one_supplier() -> None:
    pages = [
        article("a", BODY, credit=("North Coast Press Agency",)),
        replace(article("b", BODY), dateline=Dateline("PORT ANSEL", agency="NCPA")),
    ]
    origin = find_origin(pages)
    assert origin.agency == "North Coast Press Agency"
    assert not any("others name" in reason for reason in origin.reasons)


def test_rivals_are_named_as_they_are_written() -> None:
    pages = [article("a", BODY, credit=("AP",)), article("b", BODY, credit=("Inland Newswire",))]
    assert "others name Inland Newswire" in find_origin([*pages, pages[0]]).reasons
