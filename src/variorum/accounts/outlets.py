"""Outlets: how much of what each outlet prints in a story is its own, and whose text the rest is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ..model import Account, Alignment, Article, ArticleId, OutletShare, Span
from ..reuse import NARRATIVE, read_words
from ..text import folded_words, quoted_spans
from .names import fold_name, fold_names, is_own_page

Mask = npt.NDArray[np.bool_]
# An account's origin below this confidence is none: another supplier is named as often.
_SURE = 0.5


@dataclass(slots=True)
class _Family:
    """The pages of one outlet in a story, or of all unknown ones."""

    name: str | None
    pages: list[Article] = field(default_factory=list)


def tell_outlets(
    accounts: Sequence[Account],
    articles: Mapping[ArticleId, Article],
    alignments: Mapping[ArticleId, Sequence[Alignment]],
) -> tuple[OutletShare, ...]:
    """Return for each outlet of a story the share of its narrated words that is its own.

    `articles` are all of the comparison, `alignments` those in which each of them stands.
    """
    homes = {each: account for account in accounts for each in account.articles}
    pages = [articles[each] for each in homes]
    spellings = _spellings(pages, accounts)
    tellings = [
        _tell(family, homes, articles, alignments, spellings) for family in _families(pages)
    ]
    return tuple(sorted(tellings, key=lambda each: (-each.own, each.outlet is None, each.outlet)))


def _families(articles: Sequence[Article]) -> list[_Family]:
    names = sorted({name for each in articles if (name := _name(each))})
    folded = fold_names(names)
    families: dict[str | None, _Family] = {}
    for article in sorted(articles, key=lambda each: each.id):
        name = _name(article)
        key = folded[name] if name else None
        families.setdefault(key, _Family(name)).pages.append(article)
    for family in families.values():
        # A name rather than an address, where pages of one outlet have both.
        spelled = {name for each in family.pages if (name := _name(each))}
        family.name = min(spelled, key=lambda name: ("." in name, name), default=None)
    return list(families.values())


def _name(article: Article) -> str | None:
    return article.outlet or article.host


def _tell(
    family: _Family,
    homes: Mapping[ArticleId, Account],
    articles: Mapping[ArticleId, Article],
    alignments: Mapping[ArticleId, Sequence[Alignment]],
    spellings: Mapping[str, str],
) -> OutletShare:
    words = own = 0
    unproved = 0
    for page in family.pages:
        account = homes[page.id]
        narrated, kept = _own_words(page, account, family, articles, alignments)
        if _agency(account, family.name) is not None:
            added = _beyond_agency(account, family, kept)
            unproved += kept - added
            kept = added
        words, own = words + narrated, own + kept
    agencies = {
        name
        for page in family.pages
        for name in (*page.credit, _agency(homes[page.id], family.name))
        if name and not is_own_page(family.name, name)
    }
    return OutletShare(
        outlet=family.name,
        pages=len(family.pages),
        words=words,
        own=own / words if words else 0.0,
        agencies=_one_spelling(agencies, spellings),
        reasons=_reasons(family, unproved, words),
    )


def _spellings(articles: Iterable[Article], accounts: Iterable[Account]) -> Mapping[str, str]:
    """Return for each name of an agency in a story the one by which it is called: the fullest."""
    names = {name for article in articles for name in article.credit}
    names |= {account.origin.agency for account in accounts if account.origin.agency}
    folded = fold_names(sorted(names))
    called: dict[str, str] = {}
    for name in sorted(names, key=lambda name: (name.isupper(), name)):
        called.setdefault(folded[name], name)
    return {name: called[folded[name]] for name in names}


def _one_spelling(names: Iterable[str], spellings: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({spellings[name] for name in names}, key=str.casefold))


def _agency(account: Account, outlet: str | None) -> str | None:
    """Return the agency whose text an account is, unless the outlet is that agency itself."""
    origin = account.origin
    if origin.agency is None or origin.confidence < _SURE or is_own_page(outlet, origin.agency):
        return None
    return origin.agency


def _own_words(
    page: Article,
    account: Account,
    family: _Family,
    articles: Mapping[ArticleId, Article],
    alignments: Mapping[ArticleId, Sequence[Alignment]],
) -> tuple[int, int]:
    """Return how many words of a page are narrated, and how many of these no other outlet prints."""
    words = read_words(page)
    narrated: Mask = words.voices == NARRATIVE
    places = words.places
    shared = np.zeros(len(places), dtype=bool)
    mine = {each.id for each in family.pages}
    # What others have from it stays its own.
    if _is_origin(account, family.name):
        mine |= set(account.articles)
    for other, span in _shared_spans(page.id, alignments.get(page.id, ())):
        if other not in mine and articles[other].kind == "article":
            shared[np.searchsorted(places, span.begin) : np.searchsorted(places, span.end)] = True
    return int(np.count_nonzero(narrated)), int(np.count_nonzero(narrated & ~shared))


def _is_origin(account: Account, outlet: str | None) -> bool:
    origin = account.origin
    named = origin.agency or origin.outlet
    if not outlet or not named or origin.confidence < _SURE:
        return False
    return is_own_page(outlet, named) or fold_name(outlet) == fold_name(named)


def _shared_spans(
    page: ArticleId, alignments: Sequence[Alignment]
) -> Iterator[tuple[ArticleId, Span]]:
    for alignment in alignments:
        is_left = alignment.left == page
        other = alignment.right if is_left else alignment.left
        for passage in alignment.passages:
            if passage.kind == "narrative":
                yield other, passage.left if is_left else passage.right


def _beyond_agency(account: Account, family: _Family, kept: int) -> int:
    """Return how many of the words that one outlet alone prints in an agency's text are its own.

    Those that the lost original has are the agency's though nobody else printed them. Where no
    other outlet prints the text at all nothing shows what was added to it: then none.
    """
    mine = {each.id for each in family.pages}
    sigla = {each.sigil for each in account.witnesses if each.article in mine}
    if len(sigla) == len(account.witnesses):
        return 0
    alone = [each.text for each in account.archetype if set(each.witnesses) <= sigla]
    return max(0, kept - sum(map(_narrated_words, alone)))


def _narrated_words(text: str) -> int:
    said = sum(len(folded_words(text[each.begin : each.end])) for each in quoted_spans(text))
    return len(folded_words(text)) - said


def _reasons(family: _Family, unproved: int, words: int) -> tuple[str, ...]:
    told: list[str] = []
    if family.name is None:
        told.append("pages of unknown outlets, counted as one")
    if unproved:
        told.append(
            f"{unproved / words:.0%} is printed by no other outlet, but within an agency's text: "
            "nothing shows that it was added"
        )
    return tuple(told)
