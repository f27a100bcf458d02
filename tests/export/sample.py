"""An invented story in an invented country, compared by hand: what the report is tested on."""

from tests.export.sample_pages import (
    AGENCY,
    COURIER,
    DAILY,
    GLANCE,
    NAMELESS,
    OWN_ACCOUNT,
    TERN,
    WIRE,
    WIRE_ACCOUNT,
    shared,
)
from variorum.model import (
    Account,
    Also,
    ArchetypeParagraph,
    Article,
    Change,
    Comparison,
    Failure,
    Figure,
    LedgerRow,
    Note,
    Origin,
    QuotationId,
    Reading,
    Rendering,
    Stemma,
    StemmaEdge,
    StemmaNode,
    Story,
    StoryId,
    Utterance,
    VariationUnit,
    Witness,
)


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
