"""Which witness a page names: by canonical address, by credit, and when an address says nothing."""

from dataclasses import replace

import pytest

from variorum.model import (
    Account,
    AccountId,
    Article,
    ArticleId,
    Capture,
    CaptureId,
    Origin,
    Paragraph,
    Witness,
)
from variorum.stemmatics import complete_account
from variorum.stemmatics.naming import Named, find_named

from .test_build import WIRE


def page(host: str, canonical: str | None = None, credit: tuple[str, ...] = ()) -> Article:
    url = f"https://www.{host}/2031/harbour-fire"
    capture = Capture(CaptureId(host), host, "\n\n".join(WIRE), "text/html", "", url=url)
    return Article(
        ArticleId(host),
        capture,
        "article",
        tuple(Paragraph(text, 0, 0) for text in WIRE),
        outlet=host.partition(".")[0],
        host=host,
        canonical=canonical,
        credit=credit,
    )


@pytest.mark.parametrize(
    ("canonical", "named"),
    [
        ("https://tidepost.example/2031/harbour-fire", Named("B", by_address=True)),
        ("http://www.tidepost.example/2031/harbour-fire/?from=feed", Named("B", by_address=True)),
        # Another page of a host with one witness: the address was changed, the site was not.
        ("https://tidepost.example/other", Named("B", by_address=True)),
        ("https://kelpnews.example/2031/harbour-fire", None),
        ("https://m.kelpnews.example/2031/harbour-fire", None),
        ("https://elsewhere.example/2031/harbour-fire", None),
        ("//[broken", None),
        ("", None),
        (None, None),
    ],
)
def test_an_address_on_another_host_names_the_witness_there(
    canonical: str | None, named: Named | None
) -> None:
    known = {"A": page("kelpnews.example", canonical), "B": page("tidepost.example")}
    assert find_named(known) == ({"A": named} if named else {})


def test_an_address_comes_before_a_credit_and_two_pages_of_a_host_leave_it_open() -> None:
    known = {
        "A": page("kelpnews.example", "https://tidepost.example/x", ("gullmail",)),
        "B": page("tidepost.example"),
        "C": page("gullmail.example"),
    }
    assert find_named(known) == {"A": Named("B", by_address=True)}
    other = replace(known["B"].capture, url="https://tidepost.example/second")
    known["D"] = replace(known["B"], id=ArticleId("d"), capture=other)
    assert find_named(known) == {"A": Named("C")}


def test_the_stemma_follows_the_address_and_says_so() -> None:
    known = {
        "A": page("kelpnews.example", "https://tidepost.example/2031/harbour-fire"),
        "B": page("tidepost.example"),
    }
    witnesses = tuple(Witness(sigil, article.id) for sigil, article in known.items())
    account = complete_account(
        Account(AccountId("x"), witnesses, Origin()),
        {article.id: article for article in known.values()},
    )
    assert account.stemma is not None
    assert [(edge.origin, edge.target) for edge in account.stemma.edges] == [("B", "A")]
    edge = account.stemma.edges[0]
    assert "gives the address of B as the page's canonical one" in edge.reasons
