"""The schemas of the desk's answers.

Rows of lists are read off their dataclasses; the records of `export` are written down here, and a
test holds both to what is answered. Every object may hold more keys than these.
"""

from ..model.account import Relation
from ..model.article import ArticleKind, Precision
from ..model.holding import Correction, Day, Hit, PersonSummary, StateChange, StorySummary
from ..model.quotation import ChangeKind, Grade, Marks, QuotationKind, SpeakerKind
from .schema_words import (
    COUNT,
    ID,
    SHARE,
    SPAN,
    TEXT,
    YES,
    Schema,
    listed,
    maybe,
    one_of,
    record,
    reference,
    schema_of,
    several,
)

TEXTS = several(TEXT)
REASONS = several(TEXT)
SPANS = several(SPAN)
_PARAGRAPH = record(text=TEXT, begin=COUNT, end=COUNT)
_MENTION = record(text=TEXT, begin=COUNT, end=COUNT)
_CHANGE = record(kind=one_of(ChangeKind), from_=TEXT, to=TEXT, grade=one_of(Grade), reason=TEXT)
_NOTES = several(record(location=TEXT, text=TEXT))
_FAILURES = several(record(location=TEXT, error=TEXT))

SCHEMAS: dict[str, Schema] = {
    "Problem": record(type=TEXT, title=TEXT, status=COUNT, detail=TEXT),
    "Index": record(openapi=TEXT, paths=TEXTS),
    "StorySummary": schema_of(StorySummary),
    "Hit": schema_of(Hit),
    "PersonSummary": schema_of(PersonSummary),
    "Day": schema_of(Day),
    "Correction": schema_of(Correction),
    "Article": record(
        id=ID,
        kind=one_of(ArticleKind),
        capture=record(
            id=TEXT,
            location=TEXT,
            key=maybe(TEXT),
            url=maybe(TEXT),
            media_type=TEXT,
            taken_at=maybe(TEXT),
            digest=TEXT,
        ),
        outlet=maybe(TEXT),
        host=maybe(TEXT),
        language=maybe(TEXT),
        headline=maybe(TEXT),
        standfirst=maybe(TEXT),
        byline=TEXTS,
        credit=TEXTS,
        contributed=TEXTS,
        dateline=maybe(record(place=maybe(TEXT), date=maybe(TEXT), agency=maybe(TEXT))),
        published=maybe(TEXT),
        modified=maybe(TEXT),
        precision=maybe(one_of(Precision)),
        paragraphs=several(_PARAGRAPH),
        subheadings=several(_PARAGRAPH),
        captions=TEXTS,
        image_credits=TEXTS,
        sections=TEXTS,
        related=several(_PARAGRAPH),
        tags=TEXTS,
        canonical=maybe(TEXT),
        evidence={"type": "object", "additionalProperties": SPANS},
        confidence=SHARE,
        reasons=REASONS,
    ),
    "Witness": record(
        sigil=TEXT,
        article=ID,
        relation=one_of(Relation),
        copied_from=maybe(TEXT),
        shared=SHARE,
        own=SHARE,
        dropped=SHARE,
        confidence=SHARE,
        reasons=REASONS,
        also=several(record(account=ID, shared=SHARE)),
    ),
    "Account": record(
        id=ID,
        headline=maybe(TEXT),
        origin=record(agency=maybe(TEXT), outlet=maybe(TEXT), confidence=SHARE, reasons=REASONS),
        reasons=REASONS,
        witnesses=several(reference("Witness")),
        stemma=record(
            nodes=several(record(sigil=TEXT, extant=YES)),
            edges=several(
                record(from_=TEXT, to=TEXT, confidence=SHARE, shared=maybe(SHARE), reasons=REASONS)
            ),
        ),
        archetype=several(record(text=TEXT, witnesses=TEXTS)),
        apparatus=several(
            record(
                paragraph=COUNT,
                lemma=TEXT,
                lemma_witnesses=TEXTS,
                before=TEXT,
                after=TEXT,
                added=YES,
                readings=several(record(text=TEXT, witnesses=TEXTS, kind=TEXT)),
            )
        ),
    ),
    "Quotation": record(
        article=ID,
        key=maybe(TEXT),
        text=TEXT,
        begin=COUNT,
        end=COUNT,
        kind=one_of(QuotationKind),
        marks=one_of(Marks),
        in_headline=YES,
        speaker=maybe(
            record(
                text=TEXT,
                begin=COUNT,
                end=COUNT,
                name=maybe(TEXT),
                via=maybe(TEXT),
                kind=one_of(SpeakerKind),
            )
        ),
        cue=maybe(_MENTION),
        confidence=SHARE,
        reasons=REASONS,
    ),
    "Utterance": record(
        id=ID,
        speaker=maybe(TEXT),
        person=maybe(ID),
        confidence=SHARE,
        reasons=REASONS,
        renderings=several(
            record(
                text=TEXT,
                articles=several(ID),
                account=maybe(ID),
                marks=one_of(Marks),
                damaged=several(ID),
                spans=SPANS,
                in_headline=YES,
                unborne=YES,
                reasons=REASONS,
                carried=several(record(article=ID, spans=SPANS)),
                changes=several(_CHANGE),
            )
        ),
    ),
    "Figure": record(
        id=TEXT,
        kind=TEXT,
        text=TEXT,
        value={},
        unit=maybe(TEXT),
        precision=maybe(TEXT),
        hedge=maybe(TEXT),
        articles=several(ID),
        accounts=several(ID),
        status=TEXT,
        standing=TEXT,
        topic=maybe(TEXT),
        conflicts_with=several(record(id=TEXT, text=TEXT, value={}, accounts=several(ID))),
        reasons=REASONS,
        statements=several({"type": "object"}),
        lacking=several({"type": "object"}),
        stated=several(record(article=ID, text=TEXT, begin=COUNT, end=COUNT, hedge=maybe(TEXT))),
    ),
    "Story": record(
        id=ID,
        headline=maybe(TEXT),
        event_date=maybe(TEXT),
        pages=COUNT,
        confidence=SHARE,
        reasons=REASONS,
        independent=record(houses=COUNT, reasons=REASONS),
        outlets=several(
            record(
                outlet=maybe(TEXT),
                pages=COUNT,
                words=COUNT,
                own=SHARE,
                agencies=TEXTS,
                reasons=REASONS,
                fidelity=maybe(
                    record(taken=COUNT, kept=COUNT, changed=several({"type": "object"}))
                ),
            )
        ),
        accounts=several(reference("Account")),
        people=several(
            record(
                id=ID,
                name=TEXT,
                kind=TEXT,
                forms=several({"type": "object"}),
                pronouns=several({"type": "object"}),
                titles=TEXTS,
                confidence=SHARE,
                reasons=REASONS,
            )
        ),
        quotations=several(reference("Utterance")),
        figures=several(reference("Figure")),
    ),
    "Comparison": record(
        articles=several(reference("Article")),
        failures=_FAILURES,
        notes=_NOTES,
        stories=several(reference("Story")),
        common=several(
            record(
                text=TEXT,
                words=COUNT,
                kind=TEXT,
                reason=maybe(TEXT),
                articles=several(ID),
                accounts=several(ID),
                spans=SPANS,
            )
        ),
        common_left=COUNT,
        corrections=several(reference("Correction")),
    ),
    "HeldAccount": record(story=ID, account=reference("Account")),
    "HeldArticle": record(
        article=reference("Article"),
        story=maybe(ID),
        account=maybe(ID),
        witness=maybe(reference("Witness")),
        quotations=several(reference("Quotation")),
        is_current=YES,
        current=maybe(ID),
    ),
    "HeldQuotation": record(
        story=maybe(ID),
        quotation=reference("Quotation"),
        utterance=maybe(reference("Utterance")),
    ),
    "States": record(
        url=TEXT,
        states=several(
            record(
                article=reference("Article"),
                capture=TEXT,
                is_current=YES,
                changes=several(schema_of(StateChange)),
            )
        ),
    ),
    "OutletSummary": record(
        name=TEXT,
        pages=COUNT,
        stories=COUNT,
        own=SHARE,
        agencies=several(record(agency=TEXT, pages=COUNT)),
    ),
    "Outlet": record(
        name=TEXT,
        pages=COUNT,
        stories=COUNT,
        own=SHARE,
        agencies=several(record(agency=TEXT, pages=COUNT)),
        fidelity=record(taken=COUNT, kept=COUNT, altered=COUNT),
        latest=several(reference("Hit")),
    ),
    "Person": record(
        id=ID,
        name=TEXT,
        quotations=COUNT,
        pages=COUNT,
        stories=COUNT,
        said=several(
            record(
                quotation=reference("Quotation"),
                article=ID,
                story=maybe(ID),
                outlet=maybe(TEXT),
                published=maybe(TEXT),
            )
        ),
        next=maybe(TEXT),
    ),
    "Sections": record(
        places=several(record(name=TEXT, pages=COUNT)),
        topics=several(record(name=TEXT, pages=COUNT)),
    ),
    "SectionPages": record(
        name=TEXT,
        results=several(
            record(
                article=ID,
                story=maybe(ID),
                headline=maybe(TEXT),
                outlet=maybe(TEXT),
                published=maybe(TEXT),
            )
        ),
        next=maybe(TEXT),
        total=maybe(COUNT),
    ),
    "Days": record(results=several(reference("Day"))),
    "Briefing": record(
        day=maybe(TEXT),
        previous=maybe(TEXT),
        following=maybe(TEXT),
        results=several(reference("StorySummary")),
        next=maybe(TEXT),
        total=maybe(COUNT),
    ),
    "Trace": record(
        text=TEXT,
        searched=COUNT,
        carriers=several(
            record(
                article=ID,
                location=TEXT,
                key=maybe(TEXT),
                url=maybe(TEXT),
                taken_at=maybe(TEXT),
                kind=one_of(ArticleKind),
                outlet=maybe(TEXT),
                host=maybe(TEXT),
                headline=maybe(TEXT),
                published=maybe(TEXT),
                modified=maybe(TEXT),
                precision=maybe(one_of(Precision)),
                places=maybe(several(COUNT)),
                text_share=SHARE,
                article_share=SHARE,
                verbatim=YES,
                passages=several(
                    record(
                        pasted=SPAN,
                        carried=maybe(SPAN),
                        text=TEXT,
                        words=COUNT,
                        alike=COUNT,
                        kind=TEXT,
                        field=TEXT,
                        reason=maybe(TEXT),
                        verbatim=YES,
                        changes=several(_CHANGE),
                    )
                ),
            )
        ),
        failures=_FAILURES,
        notes=_NOTES,
    ),
    **{
        f"{name}List": listed(name)
        for name in ("StorySummary", "Hit", "PersonSummary", "OutletSummary", "Correction")
    },
}
