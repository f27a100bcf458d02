"""Origins: whose text an account is, by credits, datelines, canonical addresses and outlets."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import urlsplit

from ..model import Article, Origin
from .names import fold_name, fold_names, is_own_page

# Weights of testimony. A credit line and a dateline that names an agency say outright whose text
# it is; a canonical address on another host says where the page was taken from.
_CREDIT: Final = 1.0
_DATELINE: Final = 1.0
_CANONICAL: Final = 0.7


def find_origin(articles: Sequence[Article]) -> Origin:
    """Return whose text the witnesses of an account carry, as far as they say."""
    votes: dict[str, float] = {}
    names: dict[str, Counter[str]] = {}
    reasons: dict[str, list[str]] = {}
    testimony = [each for article in articles for each in _testimony(article)]
    spellings = fold_names({name for name, _, _ in testimony})
    for name, weight, reason in testimony:
        folded = spellings[name]
        votes[folded] = votes.get(folded, 0.0) + weight
        names.setdefault(folded, Counter())[name] += 1
        reasons.setdefault(folded, []).append(reason)
    if not votes:
        return _unnamed(articles)
    chosen = min(votes, key=lambda folded: (-votes[folded], folded))
    # Of two spellings used alike the full name before its initials: it says more.
    name = min(names[chosen], key=lambda each: (-names[chosen][each], each.isupper(), each))
    certainty = votes[chosen] / sum(votes.values())
    backing = min(1.0, 0.5 + 0.2 * votes[chosen])
    # An address names the site it came from; only people's words make a supplier of it.
    is_site = set(reasons[chosen]) == {"canonical address"}
    return Origin(
        agency=None if is_site else name,
        outlet=name if is_site else None,
        confidence=round(certainty * backing, 2),
        reasons=_summary(name, reasons[chosen], articles, _rivals(names, chosen)),
    )


def _testimony(article: Article) -> Iterable[tuple[str, float, str]]:
    """Yield the names that an article gives for its supplier, one vote a name and kind."""
    for credit in dict.fromkeys(article.credit):
        yield credit, _CREDIT, "credit"
    agency = article.dateline.agency if article.dateline else None
    if agency:
        spellings = fold_names((agency, *article.credit))
        if spellings[agency] not in {spellings[credit] for credit in article.credit}:
            yield agency, _DATELINE, "dateline"
    host = urlsplit(article.canonical).hostname if article.canonical else None
    if host and article.host and fold_name(host) != fold_name(article.host):
        yield host.removeprefix("www."), _CANONICAL, "canonical address"


def _summary(
    name: str,
    testimony: Sequence[str],
    articles: Sequence[Article],
    rivals: Sequence[str],
) -> tuple[str, ...]:
    kinds = Counter(testimony)
    told = [
        f"{count} of {len(articles)} {'pages name' if len(articles) > 1 else 'page names'} "
        f"{name} in the {kind}"
        for kind, count in sorted(kinds.items())
    ]
    own = [article.outlet for article in articles if is_own_page(article.outlet, name)]
    if own:
        told.append(f"{own[0]}'s own page is among them")
    if rivals:
        told.append(f"others name {', '.join(rivals)}")
    return tuple(told)


def _rivals(names: dict[str, Counter[str]], chosen: str) -> list[str]:
    """Return the other suppliers named, each in its most usual spelling."""
    others = [spellings for folded, spellings in names.items() if folded != chosen]
    return sorted(min(each, key=lambda name: (-each[name], name)) for each in others)


def _unnamed(articles: Sequence[Article]) -> Origin:
    """No page names a supplier: a single outlet's text is that outlet's."""
    outlets = {fold_name(article.outlet): article.outlet for article in articles if article.outlet}
    known = all(article.outlet for article in articles)
    if known and len(outlets) == 1:
        outlet = min(each for each in outlets.values() if each)
        return Origin(
            outlet=outlet,
            confidence=0.7,
            reasons=(f"only {outlet} carries it, and no page credits another",),
        )
    return Origin(reasons=("no page names a supplier",))
