"""The invented pages that the report is tested on, and how such a page is made."""

from collections.abc import Sequence
from dataclasses import replace

from variorum.model import (
    AccountId,
    Alignment,
    Article,
    ArticleId,
    Capture,
    CaptureId,
    Dateline,
    Evidence,
    Moment,
    Paragraph,
    Passage,
    Span,
)

WIRE = (
    "Veldoria will close the old lock at Marrow Bay to cargo ships from next spring, Harbour Minister "
    "Ilse Tarn told dock workers on Thursday.",
    "“No crew will lose a day of pay. The lock is older than any of us and it has earned its rest,” "
    "Tarn said.",
    "Some 2,400 people work on the quays of the bay, which handles most of the grain that the island "
    "republic imports.",
    "“We heard promises before the last flood as well,” said Joren Hask, who leads the pilots’ union.",
    "The ministry gave no cost for the new lock, whose plans have been on display since March.",
)
OWN = (
    "Pilots blew their horns for an hour on Thursday evening after the harbour minister came to the "
    "fish hall to say that the lock would go.",
    "“The lock is older than all of us, and it has earned a rest,” Ilse Tarn said. “No crew will lose "
    "pay,” she added.",
    "A clerk who has seen the plans put the bill at 90 million crowns. Nearly 2,600 people depend on "
    "the quays, by the town’s own count.",
    "Joren Hask of the pilots’ union was not convinced. “We heard promises before the last flood as "
    "well,” he said.",
)
MENU = "Home\nIsland\nHarbour\nTides\nSport\n\nSign in\n\n"
FOOT = (
    "\n\nMore from the harbour\nGulls return to the east pier\nTide table for the week"
    "\n\n© All rights reserved"
)


def spans(text: str, *needles: str) -> tuple[Span, ...]:
    found = []
    for needle in needles:
        begin = text.index(needle)
        found.append(Span(begin, begin + len(needle)))
    return tuple(found)


def article(
    key: str,
    body: Sequence[str],
    *,
    headline: str,
    outlet: str | None,
    published: str | None,
    credit: tuple[str, ...] = (),
    byline: tuple[str, ...] = (),
    place: str | None = None,
    url: str | None = None,
) -> Article:
    top = [headline, *(f"By {name}" for name in byline), *credit]
    if published:
        top.append(published.replace("T", " "))
    text = MENU + "\n".join(top) + "\n\n" + "\n\n".join(body) + FOOT
    paragraphs = []
    for paragraph in body:
        begin = text.index(paragraph)
        paragraphs.append(Paragraph(paragraph, begin, begin + len(paragraph)))
    evidence = [Evidence("headline", spans(text, headline))]
    if credit:
        evidence.append(Evidence("credit", spans(text, *credit)))
    if byline:
        evidence.append(Evidence("byline", spans(text, *byline)))
    if published:
        evidence.append(Evidence("published", spans(text, published.replace("T", " "))))
    precision = "minute" if published and "T" in published else "day"
    return Article(
        id=ArticleId(key),
        capture=Capture(
            CaptureId(f"capture-{key}"), f"pages/{key}.txt", text, "text/plain", "sha256:0", url=url
        ),
        kind="article",
        paragraphs=tuple(paragraphs),
        outlet=outlet,
        language="en",
        headline=headline,
        byline=byline,
        credit=credit,
        dateline=Dateline(place) if place else None,
        published=Moment(published, "minute" if precision == "minute" else "day")
        if published
        else None,
        evidence=tuple(evidence),
        confidence=0.93,
        reasons=("the headline stands twice", "five paragraphs of full sentences in a row"),
    )


def shared(left: Article, right: Article, *passages: str) -> Alignment:
    """Return the alignment of passages that stand in both captures to the letter."""
    found = tuple(
        Passage(
            spans(left.capture.text, each)[0], spans(right.capture.text, each)[0], len(each.split())
        )
        for each in passages
    )
    return Alignment(left.id, right.id, found, 0.95, 0.95)


AGENCY = "Island Wire"
EDITED = (*WIRE[:2], WIRE[2].replace("2,400", "2,500"), WIRE[3])
UNOPENED = (WIRE[0], WIRE[1].removeprefix("“"), *WIRE[2:])

TERN = article(
    "tern",
    UNOPENED,
    headline="Veldoria to close Marrow Bay lock to cargo",
    outlet="The Tern Post",
    published="2031-04-17T18:05",
    credit=(AGENCY,),
    byline=("Staff of the Tern Post",),
    place="MARROW BAY",
    url="https://tern.example/harbour/lock",
)
NAMELESS = article(
    "nameless",
    WIRE,
    headline="Veldoria to shut old lock to cargo ships, minister says",
    outlet=None,
    published="2031-04-17T17:40",
    credit=(AGENCY,),
)
DAILY = article(
    "daily",
    EDITED,
    headline="Old lock to close: what pilots fear",
    outlet="Harbour Daily",
    published="2031-04-18T06:15",
)
COURIER = article(
    "courier",
    OWN,
    headline="Horns over the bay as minister condemns lock",
    outlet="Ostra Courier",
    published="2031-04-18",
    byline=("Mira Sand",),
    url="https://courier.example/lock",
)
GLANCE = replace(
    article(
        "glance",
        (),
        headline="The islands at a glance",
        outlet="Glance",
        published="2031-04-18",
    ),
    kind="aggregate",
)

WIRE_ACCOUNT = AccountId("account-wire")
OWN_ACCOUNT = AccountId("account-own")
