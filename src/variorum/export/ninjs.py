"""ninjs 2.1: articles as news agencies exchange them (https://www.iptc.org/std/ninjs/).

The format has a field for nearly all that an article is, and none for a family tree: what a page was
copied from is an association, and how sure that is a note to the editor.
"""

import json
from collections.abc import Mapping
from typing import Any

from ..model import Account, Article, ArticleId, Comparison, Witness
from .identifiers import rfc3339, urn
from .wording import likelihood, relation_phrase
from .writable import web_address, writable

Record = dict[str, Any]
_STANDARD = {
    "name": "ninjs",
    "version": "2.1",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json",
}


def render_ninjs(comparison: Comparison) -> Mapping[str, str]:
    """Return each article as one line of ninjs; pages that hold no article have none."""
    places = {
        witness.article: (account, witness)
        for story in comparison.stories
        for account in story.accounts
        for witness in account.witnesses
    }
    articles = {article.id: article for article in comparison.articles}
    return {
        article.id: json.dumps(
            ninjs_record(article, articles, places.get(article.id)), ensure_ascii=False
        )
        + "\n"
        for article in comparison.articles
        if article.kind != "none"
    }


def ninjs_record(
    article: Article,
    articles: Mapping[ArticleId, Article],
    place: tuple[Account, Witness] | None = None,
) -> Record:
    """Return one article; `place` is what it is a witness of."""
    capture = article.capture
    body = writable(article.text)
    address = web_address(capture.url)
    record: Record = {
        "uri": urn("article", article.id),
        "standard": _STANDARD,
        "type": "text",
        "representationtype": "full" if article.kind == "article" else "partial",
        "profile": "text-only",
        "pubstatus": "usable",
        "contentcreated": rfc3339(article.published.value if article.published else None),
        "versioncreated": rfc3339(article.modified.value if article.modified else None)
        or rfc3339(capture.taken_at),
        "language": article.language,
        "title": article.headline,
        "by": "; ".join(article.byline),
        "located": article.dateline.place if article.dateline else None,
        "ednote": " ".join(_notes(article, place)),
        "headlines": _valued("main", article.headline),
        "descriptions": [
            *_valued("standfirst", article.standfirst),
            *(each for text in article.captions for each in _valued("caption", text)),
        ],
        "bodies": [
            {
                "role": "main",
                "contenttype": "text/plain",
                "charcount": len(body),
                "wordcount": len(body.split()),
                "value": body,
            }
        ],
        "infosources": [{"name": name} for name in _agencies(article, place)],
        "organisations": [{"name": article.outlet, "rel": "publisher"}] if article.outlet else [],
        "subjects": [{"name": name} for name in (*article.sections, *article.tags)],
        "altids": [
            {"role": role, "value": value}
            for role, value in (("digest", capture.digest), ("key", capture.key))
            if value
        ],
        "renditions": [{"name": "web", "href": address}] if address else [],
        "associations": _exemplars(articles, place),
    }
    return {name: _cleaned(value) for name, value in record.items() if value}


def _notes(article: Article, place: tuple[Account, Witness] | None) -> list[str]:
    """Say what has no field of its own: a time without a zone, and where the text comes from."""
    notes = []
    if article.published and not article.published.has_zone:
        notes.append(f"Published {article.published.value}, as the page gives it.")
    if place is not None:
        account, witness = place
        told = f"{relation_phrase(witness)} ({likelihood(witness.confidence)})"
        notes.append(f"{told[:1].upper()}{told[1:]}.")
        if account.origin.agency:
            notes.append(f"The text is of {account.origin.agency}.")
    return notes


def _agencies(article: Article, place: tuple[Account, Witness] | None) -> list[str]:
    named = [*article.credit, *article.contributed]
    if place is not None and place[0].origin.agency:
        named.insert(0, place[0].origin.agency)
    return list(dict.fromkeys(named))


def _exemplars(
    articles: Mapping[ArticleId, Article], place: tuple[Account, Witness] | None
) -> list[Record]:
    """Return the page from which one was copied, and the accounts that it carries pieces of."""
    if place is None:
        return []
    account, witness = place
    sigla = {each.sigil: each.article for each in account.witnesses}
    found = []
    if exemplar := sigla.get(witness.copied_from or ""):
        name = articles[exemplar].headline if exemplar in articles else None
        found.append(
            {"name": f"copied from: {name or witness.copied_from}", "uri": urn("article", exemplar)}
        )
    elif witness.copied_from:
        lost = urn("account", account.id, witness.copied_from)
        found.append({"name": f"copied from a lost text, {witness.copied_from}", "uri": lost})
    return found + [
        {"name": "carries passages of another account", "uri": urn("account", each.account)}
        for each in witness.also
    ]


def _valued(role: str, text: str | None) -> list[Record]:
    return [{"role": role, "contenttype": "text/plain", "value": text}] if text else []


def _cleaned(value: Any) -> Any:
    """Return a record whose texts every program can read."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    if isinstance(value, dict):
        return {name: _cleaned(each) for name, each in value.items()}
    return value
