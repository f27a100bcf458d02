"""The JSON shapes: what programs read. Keys are only ever added."""

from collections.abc import Mapping
from typing import Any

from ..model import (
    Account,
    Article,
    ArticleId,
    CommonPassage,
    Comparison,
    Figure,
    Form,
    Moment,
    OutletShare,
    Paragraph,
    Person,
    Quotation,
    Rendering,
    Story,
    Utterance,
    VariationUnit,
    Witness,
)
from .change_record import change_records, span_records
from .fidelity_record import fidelity_record
from .ledger_record import ledger_records

Record = dict[str, Any]


def article_record(article: Article) -> Record:
    """Return one article as `variorum read` prints it."""
    capture = article.capture
    precise = article.published or article.modified
    return {
        "id": article.id,
        "kind": article.kind,
        "capture": {
            "id": capture.id,
            "location": capture.location,
            "key": capture.key,
            "url": capture.url,
            "media_type": capture.media_type,
            "taken_at": capture.taken_at,
            "digest": capture.digest,
        },
        "outlet": article.outlet,
        "host": article.host,
        "language": article.language,
        "headline": article.headline,
        "standfirst": article.standfirst,
        "byline": list(article.byline),
        "credit": list(article.credit),
        "contributed": list(article.contributed),
        "dateline": _dateline(article),
        "published": _moment(article.published),
        "modified": _moment(article.modified),
        "precision": precise.precision if precise else None,
        "paragraphs": [_paragraph(each) for each in article.paragraphs],
        "subheadings": [_paragraph(each) for each in article.subheadings],
        "captions": list(article.captions),
        "image_credits": list(article.image_credits),
        "sections": list(article.sections),
        "related": [_paragraph(each) for each in article.related],
        "tags": list(article.tags),
        "canonical": article.canonical,
        "evidence": {each.field: span_records(each.spans) for each in article.evidence},
        "confidence": round(article.confidence, 3),
        "reasons": list(article.reasons),
    }


def comparison_record(comparison: Comparison) -> Record:
    """Return a whole comparison as `variorum compare --json` prints it."""
    return {
        "articles": [article_record(each) for each in comparison.articles],
        "failures": [
            {"location": each.location, "error": each.error} for each in comparison.failures
        ],
        "notes": [{"location": each.location, "text": each.text} for each in comparison.notes],
        "stories": [story_record(each) for each in comparison.stories],
        "common": [_common(each) for each in comparison.common],
        "common_left": comparison.common_left,
    }


def story_record(story: Story) -> Record:
    """Return one story with its accounts, quotations and figures."""
    return {
        "id": story.id,
        "headline": story.headline,
        "event_date": story.event_date,
        "pages": len(story.articles),
        "confidence": round(story.confidence, 3),
        "reasons": list(story.reasons),
        "independent": {"houses": story.houses, "reasons": list(story.house_reasons)},
        "outlets": _outlets(story),
        "accounts": [account_record(each) for each in story.accounts],
        "people": [_person(each) for each in story.people],
        "quotations": [utterance_record(each) for each in story.utterances],
        "figures": ledger_records(story.ledger),
    }


def account_record(account: Account) -> Record:
    """Return one account: witnesses, stemma, archetype, apparatus."""
    origin = account.origin
    return {
        "id": account.id,
        "headline": account.headline,
        "origin": {
            "agency": origin.agency,
            "outlet": origin.outlet,
            "confidence": round(origin.confidence, 3),
            "reasons": list(origin.reasons),
        },
        "reasons": list(account.reasons),
        "witnesses": [witness_record(each) for each in account.witnesses],
        "stemma": {
            "nodes": [
                {"sigil": node.sigil, "extant": node.extant} for node in account.stemma.nodes
            ],
            "edges": [
                {
                    "from": edge.origin,
                    "to": edge.target,
                    "confidence": round(edge.confidence, 3),
                    "shared": None if edge.shared is None else round(edge.shared, 3),
                    "reasons": list(edge.reasons),
                }
                for edge in account.stemma.edges
            ],
        },
        "archetype": [
            {"text": each.text, "witnesses": list(each.witnesses)} for each in account.archetype
        ],
        "apparatus": [_unit(each) for each in account.apparatus],
    }


def quotation_record(quotation: Quotation, keys: Mapping[ArticleId, str | None]) -> Record:
    """Return one quotation as `variorum quotations` prints it; `keys` are those of the captures."""
    speaker, cue = quotation.speaker, quotation.cue
    return {
        "article": quotation.article,
        "key": keys.get(quotation.article),
        "text": quotation.text,
        "begin": quotation.begin,
        "end": quotation.end,
        "kind": quotation.kind,
        "marks": quotation.marks,
        "in_headline": quotation.in_headline,
        "speaker": speaker
        and {
            "text": speaker.text,
            "begin": speaker.begin,
            "end": speaker.end,
            "name": speaker.name,
            "via": speaker.via,
            "kind": speaker.kind,
        },
        "cue": cue and {"text": cue.text, "begin": cue.begin, "end": cue.end},
        "confidence": round(quotation.confidence, 3),
        "reasons": list(quotation.reasons),
    }


def figure_record(figure: Figure, keys: Mapping[ArticleId, str | None]) -> Record:
    """Return one figure as `variorum figures` prints it; `keys` are those of the captures."""
    return {
        "article": figure.article,
        "key": keys.get(figure.article),
        "kind": figure.kind,
        "text": figure.text,
        "begin": figure.begin,
        "end": figure.end,
        "value": figure.value,
        "unit": figure.unit,
        "precision": figure.precision,
        "hedge": figure.hedge,
        "upper": figure.upper,
        "about": figure.about,
        "confidence": round(figure.confidence, 3),
        "reasons": list(figure.reasons),
    }


def _outlets(story: Story) -> list[Record]:
    fidelity = {each.outlet: each for each in story.fidelity}
    return [
        {**_outlet(each), "fidelity": fidelity_record(fidelity.get(each.outlet))}
        for each in story.outlets
    ]


def _outlet(share: OutletShare) -> Record:
    return {
        "outlet": share.outlet,
        "pages": share.pages,
        "words": share.words,
        "own": round(share.own, 3),
        "agencies": list(share.agencies),
        "reasons": list(share.reasons),
    }


def _common(passage: CommonPassage) -> Record:
    return {
        "text": passage.text,
        "words": passage.words,
        "kind": passage.kind,
        "reason": passage.reason,
        "articles": list(passage.articles),
        "accounts": list(passage.accounts),
        "spans": span_records(passage.spans),
    }


def witness_record(witness: Witness) -> Record:
    """Return one witness of an account."""
    return {
        "sigil": witness.sigil,
        "article": witness.article,
        "relation": witness.relation,
        "copied_from": witness.copied_from,
        "shared": round(witness.shared, 3),
        "own": round(witness.own, 3),
        "dropped": round(witness.dropped, 3),
        "confidence": round(witness.confidence, 3),
        "reasons": list(witness.reasons),
        "also": [
            {"account": each.account, "shared": round(each.shared, 3)} for each in witness.also
        ],
    }


def _unit(unit: VariationUnit) -> Record:
    return {
        "paragraph": unit.paragraph,
        "lemma": unit.lemma,
        "lemma_witnesses": list(unit.lemma_witnesses),
        "before": unit.before,
        "after": unit.after,
        "added": unit.added,
        "readings": [
            {"text": each.text, "witnesses": list(each.witnesses), "kind": each.kind}
            for each in unit.readings
        ],
    }


def _person(person: Person) -> Record:
    return {
        "id": person.id,
        "name": person.name,
        "kind": person.kind,
        "forms": [_form(each) for each in person.forms],
        "pronouns": [_form(each) for each in person.pronouns],
        "titles": list(person.titles),
        "confidence": round(person.confidence, 3),
        "reasons": list(person.reasons),
    }


def _form(form: Form) -> Record:
    return {"text": form.text, "article": form.article, "spans": span_records(form.spans)}


def utterance_record(utterance: Utterance) -> Record:
    """Return one utterance with all its renderings."""
    return {
        "id": utterance.id,
        "speaker": utterance.speaker,
        "person": utterance.person,
        "confidence": round(utterance.confidence, 3),
        "reasons": list(utterance.reasons),
        "renderings": [_rendering(each) for each in utterance.renderings],
    }


def _rendering(rendering: Rendering) -> Record:
    return {
        "text": rendering.text,
        "articles": list(rendering.articles),
        "account": rendering.account,
        "marks": rendering.marks,
        "damaged": list(rendering.damaged),
        "spans": span_records(rendering.spans),
        "in_headline": rendering.in_headline,
        "unborne": rendering.unborne,
        "reasons": list(rendering.reasons),
        "carried": [
            {"article": each.article, "spans": span_records(each.spans)}
            for each in rendering.carried
        ],
        "changes": change_records(rendering.changes),
    }


def _dateline(article: Article) -> Record | None:
    dateline = article.dateline
    if dateline is None:
        return None
    return {"place": dateline.place, "date": dateline.date, "agency": dateline.agency}


def _moment(moment: Moment | None) -> str | None:
    return moment.value if moment else None


def _paragraph(paragraph: Paragraph) -> Record:
    return {"text": paragraph.text, "begin": paragraph.begin, "end": paragraph.end}
