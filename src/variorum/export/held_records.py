"""What an archive holds as JSON: lists, an article in its place, states of a page, outlets, people."""

from dataclasses import asdict
from typing import Any

from ..model.holding import (
    Day,
    HeldAccount,
    Hit,
    Holding,
    OutletHolding,
    OutletSummary,
    PageState,
    PersonHolding,
    PersonSummary,
    Said,
    StorySummary,
)
from .json_records import account_record, article_record, quotation_record, witness_record

Record = dict[str, Any]


def row_record(row: StorySummary | Hit | PersonSummary | Day) -> Record:
    """Return a row of a list: its fields under their names."""
    return asdict(row)


def outlet_summary_record(summary: OutletSummary) -> Record:
    """Return an outlet in a list."""
    agencies = [{"agency": name, "pages": pages} for name, pages in summary.agencies]
    return {**asdict(summary), "agencies": agencies}


def outlet_record(holding: OutletHolding) -> Record:
    """Return an outlet, what it did to quotations that it took over, and its latest pages."""
    return {
        **outlet_summary_record(holding.summary),
        "fidelity": {
            "taken": holding.taken,
            "kept": holding.kept,
            "altered": holding.altered,
        },
        "latest": [row_record(each) for each in holding.pages],
    }


def person_record(holding: PersonHolding) -> Record:
    """Return somebody who is quoted, with the quotations, the newest first."""
    return {**row_record(holding.summary), "said": [_said(each) for each in holding.said]}


def held_account_record(held: HeldAccount) -> Record:
    """Return one account, and the story in which it stands."""
    return {"story": held.story.id, "account": account_record(held.account)}


def held_article_record(holding: Holding, *, text: bool = False) -> Record:
    """Return one article in its place; with `text`, the text into which all offsets point."""
    article = holding.article
    keys = {article.id: article.capture.key}
    record = {
        "article": article_record(article),
        "story": holding.story,
        "account": holding.account,
        "witness": witness_record(holding.witness) if holding.witness else None,
        "quotations": [quotation_record(each, keys) for each in holding.quotations],
        "is_current": holding.is_current,
        "current": holding.current,
    }
    return {**record, "text": article.capture.text} if text else record


def state_record(state: PageState) -> Record:
    """Return one state of a page, and what changed since the state before."""
    return {
        "article": article_record(state.article),
        "capture": state.capture,
        "is_current": state.is_current,
        "changes": [asdict(each) for each in state.changes],
    }


def _said(said: Said) -> Record:
    return {
        "quotation": quotation_record(said.quotation, {}),
        "article": said.article,
        "story": said.story,
        "outlet": said.outlet,
        "published": said.published,
    }
