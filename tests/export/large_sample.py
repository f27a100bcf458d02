"""A comparison as large as a day's: many copies of one text, many pages that stand alone."""

from collections.abc import Iterable
from dataclasses import replace

from tests.export.sample import figure
from tests.export.sample_pages import AGENCY, WIRE, article, shared
from variorum.model import (
    Account,
    AccountId,
    ArchetypeParagraph,
    Article,
    Comparison,
    LedgerRow,
    Origin,
    Story,
    StoryId,
    Witness,
)


def bare_story(number: int, pages: Iterable[Article]) -> Story:
    """Return a story in which every page is an account of its own and nothing else is known."""
    return Story(
        StoryId(f"story-{number}"),
        f"Story number {number}",
        None,
        tuple(
            Account(AccountId(f"account-{page.id}"), (Witness("A", page.id, "original"),))
            for page in pages
        ),
    )


def large_comparison(copies: int, single: int) -> Comparison:
    """Return one story with an account of many copies and as many accounts of one page."""
    copied = [
        replace(
            article(
                f"copy-{number}",
                WIRE[: 3 + number % 3],
                headline=f"Lock to close, report {number}",
                outlet=f"Outlet {number}",
                published=f"2031-04-{17 + number % 5:02}T{number % 24:02}:10",
            )
        )
        for number in range(copies)
    ]
    alone = [
        article(
            f"alone-{number}",
            (f"A report of its own, number {number}, by a writer who stood on quay {number}.",),
            headline=f"Own view {number}",
            outlet=f"Paper {number}",
            published=None,
        )
        for number in range(single)
    ]
    witnesses = tuple(
        Witness(
            f"W{number}",
            page.id,
            "excerpt" if number % 3 < 2 else "verbatim",
            "α",
            0.8,
            confidence=0.7,
        )
        for number, page in enumerate(copied)
    )
    big = Account(
        AccountId("big"),
        witnesses,
        Origin(AGENCY, None, 0.9),
        archetype=tuple(ArchetypeParagraph(text, ("W2",)) for text in WIRE),
    )
    conflict = tuple(
        LedgerRow(
            kind="quantity",
            text=f"quay {number}",
            value=number,
            unit="quay",
            articles=(page.id,),
            accounts=(AccountId(f"account-{page.id}"),),
            figures=(figure(page, f"quay {number}", number, "quay"),),
            status="conflict",
            topic="quays",
        )
        for number, page in enumerate(alone)
    )
    accounts = (big, *bare_story(1, alone).accounts)
    return Comparison(
        articles=(*copied, *alone),
        failures=(),
        stories=(replace(bare_story(1, alone), accounts=accounts, ledger=conflict),),
        alignments=tuple(shared(copied[0], page, *WIRE[:3]) for page in copied[1:]),
    )
