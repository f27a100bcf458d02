"""An invented story in an invented country, compared by hand: what the report is tested on."""

from collections.abc import Sequence
from dataclasses import replace

from variorum.model import (
    Account,
    AccountId,
    Alignment,
    Also,
    ArchetypeParagraph,
    Article,
    ArticleId,
    Capture,
    CaptureId,
    Change,
    Comparison,
    Dateline,
    Evidence,
    Failure,
    Figure,
    LedgerRow,
    Moment,
    Note,
    Origin,
    Paragraph,
    Passage,
    QuotationId,
    Reading,
    Rendering,
    Span,
    Stemma,
    StemmaEdge,
    StemmaNode,
    Story,
    StoryId,
    Utterance,
    VariationUnit,
    Witness,
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


def wire_account() -> Account:
    witnesses = (
        Witness(
            "A",
            TERN.id,
            "verbatim",
            "α",
            0.99,
            0.0,
            0.0,
            0.9,
            ("credits Island Wire", "has lost an opening quotation mark that B keeps"),
        ),
        Witness("B", NAMELESS.id, "verbatim", "α", 1.0, 0.0, 0.0, 0.9, ("credits Island Wire",)),
        Witness(
            "C",
            DAILY.id,
            "edited",
            "B",
            0.82,
            0.04,
            0.18,
            0.6,
            ("drops the last paragraph", "states 2,500 where A and B have 2,400"),
            (Also(OWN_ACCOUNT, 0.07),),
        ),
    )
    stemma = Stemma(
        (
            StemmaNode("α", False),
            StemmaNode("A", True),
            StemmaNode("B", True),
            StemmaNode("C", True),
        ),
        (
            StemmaEdge("α", "A", 0.9, ("neither A nor B has an error of the other",), 0.99),
            StemmaEdge("α", "B", 0.9, ("neither A nor B has an error of the other",), 1.0),
            StemmaEdge("B", "C", 0.6, ("published after B", "shares B’s wording"), 0.82),
        ),
    )
    everyone = ("A", "B", "C")
    return Account(
        WIRE_ACCOUNT,
        witnesses,
        Origin(AGENCY, None, 0.95, ("two of three pages credit Island Wire",)),
        stemma,
        tuple(
            ArchetypeParagraph(text, everyone if number < 4 else ("A", "B"))
            for number, text in enumerate(WIRE)
        ),
        (
            VariationUnit(
                2, "“No", ("B", "C"), (Reading("No", ("A",), "punctuation"),), "", "crew will"
            ),
            VariationUnit(
                3,
                "2,400",
                ("A", "B"),
                (Reading("2,500", ("C",), "figure"),),
                "Some",
                "people work",
            ),
        ),
        TERN.headline,
        ("three pages share 94 narrated words in a row",),
    )


def own_account() -> Account:
    return Account(
        OWN_ACCOUNT,
        (Witness("A", COURIER.id, "original", None, 0.0, 1.0, 0.0, 0.8),),
        Origin(None, "Ostra Courier", 0.8, ("a byline of its own", "no credit")),
        headline=COURIER.headline,
        reasons=("shares quoted words only",),
    )


def utterances() -> tuple[Utterance, ...]:
    lock = "No crew will lose a day of pay. The lock is older than any of us and it has earned its rest"
    return (
        Utterance(
            QuotationId("u1"),
            "Ilse Tarn",
            (
                Rendering(lock, (NAMELESS.id, DAILY.id), WIRE_ACCOUNT),
                Rendering(lock, (TERN.id,), WIRE_ACCOUNT, "unopened"),
                Rendering(
                    "The lock is older than all of us, and it has earned a rest",
                    (COURIER.id,),
                    OWN_ACCOUNT,
                    changes=(
                        Change(
                            "truncation",
                            "No crew will lose a day of pay.",
                            "",
                            "notable",
                            "a sentence gone",
                        ),
                        Change("lexical", "any", "all", "harmless"),
                        Change("lexical", "its", "a", "harmless"),
                    ),
                ),
            ),
            0.9,
            ("same speaker", "eleven words in common in the same order"),
        ),
        Utterance(
            QuotationId("u2"),
            "Joren Hask",
            (
                Rendering(
                    "We heard promises before the last flood as well",
                    (TERN.id, NAMELESS.id, DAILY.id),
                    WIRE_ACCOUNT,
                ),
                Rendering(
                    "We heard promises before the last flood as well", (COURIER.id,), OWN_ACCOUNT
                ),
            ),
            0.97,
        ),
        Utterance(
            QuotationId("u3"),
            "Ilse Tarn",
            (
                Rendering("Every crew will keep its full pay", (NAMELESS.id,), WIRE_ACCOUNT),
                Rendering(
                    "No crew will keep its pay",
                    (COURIER.id,),
                    OWN_ACCOUNT,
                    changes=(
                        Change("negation", "Every", "No", "alters meaning"),
                        Change("omission", "full", "", "notable"),
                    ),
                ),
            ),
            0.6,
        ),
        Utterance(
            QuotationId("u4"),
            None,
            (
                Rendering(
                    "The lock must go tonight",
                    (COURIER.id,),
                    OWN_ACCOUNT,
                    in_headline=True,
                    unborne=True,
                ),
            ),
            0.7,
        ),
    )


def figure(page: Article, text: str, value: float | str, unit: str | None = None) -> Figure:
    begin = page.capture.text.index(text)
    kind = "date" if isinstance(value, str) else "quantity"
    return Figure(
        page.id,
        "date" if kind == "date" else "quantity",
        text,
        begin,
        begin + len(text),
        value,
        unit,
        "day" if kind == "date" else None,
    )


def ledger() -> tuple[LedgerRow, ...]:
    thursday = tuple(figure(page, "Thursday", "2031-04-17") for page in (TERN, NAMELESS, COURIER))
    wire = tuple(figure(page, "2,400 people", 2400, "people") for page in (TERN, NAMELESS))
    edited = (figure(DAILY, "2,500 people", 2500, "people"),)
    own = (figure(COURIER, "2,600 people", 2600, "people"),)
    cost = (figure(COURIER, "90 million crowns", 90_000_000, "crowns"),)
    return (
        row("Thursday", "date", thursday, "agreed"),
        row("2,400 people", "quantity", wire, "conflict", "people who work on the quays"),
        row("2,500 people", "quantity", edited, "conflict", "people who work on the quays"),
        row("2,600 people", "quantity", own, "conflict", "people who work on the quays"),
        row("90 million crowns", "quantity", cost, "single"),
    )


def row(
    text: str,
    kind: str,
    figures: tuple[Figure, ...],
    status: str,
    topic: str | None = None,
) -> LedgerRow:
    own = {COURIER.id: OWN_ACCOUNT}
    return LedgerRow(
        kind="date" if kind == "date" else "quantity",
        text=text,
        value=figures[0].value,
        unit=figures[0].unit,
        articles=tuple(each.article for each in figures),
        accounts=tuple(dict.fromkeys(own.get(each.article, WIRE_ACCOUNT) for each in figures)),
        figures=figures,
        precision=figures[0].precision,
        status="agreed" if status == "agreed" else "conflict" if status == "conflict" else "single",
        topic=topic,
    )


def sample_story() -> Story:
    return Story(
        StoryId("story-lock"),
        "Veldoria to close Marrow Bay lock to cargo",
        "2031-04-17",
        (wire_account(), own_account()),
        utterances(),
        ledger(),
        houses=2,
        house_reasons=("Island Wire and Ostra Courier are named",),
        confidence=0.95,
        reasons=("the same people, place and day",),
    )


def sample_comparison() -> Comparison:
    """Return four pages of one story, two accounts, beside an aggregator page and one unreadable file."""
    return Comparison(
        articles=(TERN, NAMELESS, DAILY, COURIER, GLANCE),
        failures=(Failure("pages/empty.txt", "the file is empty"),),
        stories=(sample_story(),),
        alignments=(
            shared(TERN, NAMELESS, *(each.removeprefix("“") for each in WIRE)),
            shared(NAMELESS, DAILY, WIRE[0], WIRE[1], WIRE[2].partition("2,400")[2], WIRE[3]),
            shared(TERN, DAILY, WIRE[0], WIRE[3]),
            shared(DAILY, COURIER, "on the quays"),
        ),
        notes=(Note("pages/courier.txt", "the page names no time of day"),),
    )
