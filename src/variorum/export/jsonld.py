"""JSON-LD with the words of schema.org: articles, what each is based on, who said what, the event.

A copy `isBasedOn` its exemplar; a lost text is a CreativeWork with its reconstructed words. What else
a page carries pieces of is its `citation`. Nothing is called true or false here.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ..model import Account, Article, Comparison, Quotation, Story, Witness
from .identifiers import urn
from .writable import web_address, writable

Record = dict[str, Any]


def render_jsonld(comparison: Comparison) -> str:
    """Return a comparison as one graph."""
    graph = [_cleaned(node) for node in _nodes(comparison)]
    return (
        json.dumps(
            {"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1
        )
        + "\n"
    )


def _nodes(comparison: Comparison) -> Iterator[Record]:
    places: dict[str, tuple[Story, Account, Witness]] = {}
    for story in comparison.stories:
        yield _event(story)
        for account in story.accounts:
            yield _account(account)
            yield from (
                _lost(account, each.sigil) for each in account.stemma.nodes if not each.extant
            )
            places.update({each.article: (story, account, each) for each in account.witnesses})
    said: dict[str, list[Quotation]] = {}
    for quotation in comparison.quotations:
        said.setdefault(quotation.article, []).append(quotation)
    for article in comparison.articles:
        if article.kind != "none":
            yield {
                **_article(article),
                **_derivation(places.get(article.id)),
                "hasPart": [_quotation(each) for each in said.get(article.id, ())],
            }


def _event(story: Story) -> Record:
    return {
        "@type": "Event",
        "@id": urn("story", story.id),
        "name": story.headline,
        "startDate": story.event_date,
        "subjectOf": [_link("account", each.id) for each in story.accounts],
    }


def _account(account: Account) -> Record:
    """Return an account: one text, of which pages are examples."""
    return {
        "@type": "CreativeWork",
        "@id": urn("account", account.id),
        "name": account.headline,
        "creator": _organization(account.origin.agency or account.origin.outlet),
        "text": "\n\n".join(each.text for each in account.archetype),
        "workExample": [_link("article", each) for each in account.articles],
    }


def _lost(account: Account, sigil: str) -> Record:
    return {
        "@type": "CreativeWork",
        "@id": urn("account", account.id, sigil),
        "name": f"lost text {sigil}",
        "creator": _organization(account.origin.agency),
        "exampleOfWork": _link("account", account.id),
        "isBasedOn": [
            _witness(account, each.origin) for each in account.stemma.edges if each.target == sigil
        ],
    }


def _article(article: Article) -> Record:
    modified = article.modified.value if article.modified else None
    return {
        "@type": "NewsArticle" if article.kind == "article" else "CollectionPage",
        "@id": urn("article", article.id),
        "url": web_address(article.capture.url),
        "identifier": article.capture.digest,
        "headline": article.headline,
        "abstract": article.standfirst,
        "author": [{"@type": "Person", "name": name} for name in article.byline],
        "publisher": _organization(article.outlet),
        "creditText": "; ".join(article.credit),
        "datePublished": article.published.value if article.published else None,
        "dateModified": modified,
        "inLanguage": article.language,
        "keywords": list(article.tags),
        **_body(article),
    }


def _body(article: Article) -> Record:
    """Return what only an article has; a page of many texts is no article to schema.org."""
    if article.kind != "article":
        return {"text": article.text}
    return {
        "dateline": article.dateline.place if article.dateline else None,
        "articleSection": list(article.sections),
        "articleBody": article.text,
        "wordCount": len(article.text.split()),
    }


def _derivation(place: tuple[Story, Account, Witness] | None) -> Record:
    if place is None:
        return {}
    story, account, witness = place
    exemplars = [each.origin for each in account.stemma.edges if each.target == witness.sigil]
    if witness.copied_from and witness.copied_from not in exemplars:
        exemplars.insert(0, witness.copied_from)
    return {
        "about": _link("story", story.id),
        "exampleOfWork": _link("account", account.id),
        "sourceOrganization": _organization(account.origin.agency),
        "isBasedOn": [_witness(account, each) for each in exemplars],
        "citation": [_link("account", each.account) for each in witness.also],
    }


def _witness(account: Account, sigil: str) -> Record:
    """Return a link to the page of a sigil, or to the lost text."""
    for witness in account.witnesses:
        if witness.sigil == sigil:
            return _link("article", witness.article)
    return _link("account", account.id, sigil)


def _quotation(quotation: Quotation) -> Record:
    speaker = quotation.speaker
    name = (speaker.name or speaker.text) if speaker else None
    kind = "Organization" if speaker and speaker.kind == "body" else "Person"
    return {
        "@type": "Quotation",
        "text": quotation.text,
        "creator": {"@type": kind, "name": name} if name else None,
    }


def _organization(name: str | None) -> Record | None:
    return {"@type": "NewsMediaOrganization", "name": name} if name else None


def _link(noun: str, *ids: str) -> Record:
    return {"@id": urn(noun, *ids)}


def _cleaned(value: Any) -> Any:
    """Return a value without what is absent, its texts such that every program can read them."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, dict):
        kept = {name: _cleaned(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if not _is_empty(each)}
    if isinstance(value, Sequence):
        return [_cleaned(each) for each in value]
    return value


def _is_empty(value: object) -> bool:
    return value is None or value == "" or value == []
