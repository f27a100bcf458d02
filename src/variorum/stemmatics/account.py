"""An account completed: its stemma, archetype and apparatus, and what they say of each witness."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..accounts.names import fold_names
from ..collation import collate, find_variation, fold_reading
from ..model import (
    Account,
    ArchetypeParagraph,
    Article,
    ArticleId,
    Collation,
    Relation,
    Stemma,
    Witness,
)
from .archetype import Archetype, reconstruct_archetype
from .build import reconstruct_stemma
from .clues import Clue
from .costs import Practice

# Shares of a witness's words that stand in the archetype, and of the archetype that it lacks.
# Copies that editors left alone keep over 95 % and drop under 5 %: a lost byline or dateline.
_UNTOUCHED = 0.95
_WHOLE = 0.05
_REFINABLE: frozenset[Relation] = frozenset(
    {"undecided", "verbatim", "excerpt", "edited", "original"}
)


def complete_account(account: Account, articles: Mapping[ArticleId, Article]) -> Account:
    """Return the account with stemma, archetype, apparatus, and each witness's exemplar.

    The headline is each outlet's own and no part of the archetype.
    """
    known = {witness.sigil: articles[witness.article] for witness in account.witnesses}
    if len(known) == 1:
        return _complete_single(account, next(iter(known.values())))
    collation = collate(
        {sigil: [each.text for each in article.paragraphs] for sigil, article in known.items()},
        by_sentence=True,
    )
    reconstruction = reconstruct_stemma(
        collation, _clues(account, known), practice=_practice(known.values())
    )
    archetype = reconstruct_archetype(reconstruction)
    witnesses = tuple(
        _complete_witness(witness, reconstruction.stemma, collation, archetype)
        for witness in account.witnesses
    )
    return replace(
        account,
        witnesses=witnesses,
        stemma=reconstruction.stemma,
        archetype=archetype.paragraphs,
        apparatus=find_variation(collation, archetype.readings, paragraphs=archetype.numbers),
    )


def _complete_single(account: Account, article: Article) -> Account:
    """One witness is its own archetype."""
    witness = account.witnesses[0]
    keeps = witness.relation not in ("undecided", "verbatim", "excerpt", "edited")
    relation: Relation = witness.relation if keeps else "original"
    return replace(
        account,
        witnesses=(replace(witness, relation=relation),),
        archetype=tuple(
            ArchetypeParagraph(each.text, (witness.sigil,)) for each in article.paragraphs
        ),
    )


def _practice(articles: Iterable[Article]) -> Practice:
    """Pages of one outlet are states of its own text; different outlets copy."""
    outlets = {article.outlet for article in articles}
    return "revising" if len(outlets) == 1 and None not in outlets else "copying"


def _clues(account: Account, known: Mapping[str, Article]) -> dict[str, Clue]:
    outlets = {
        article.outlet.casefold(): sigil for sigil, article in known.items() if article.outlet
    }
    return {
        sigil: Clue(
            article.published,
            _credit(account, article),
            _is_origin(account, article),
            _named(article, sigil, outlets),
            article.modified,
            bool(article.byline) and not (article.credit or article.contributed),
        )
        for sigil, article in known.items()
    }


def _credit(account: Account, article: Article) -> str | None:
    """Return whom an article credits; the account's agency under any of its names is one."""
    agency = account.origin.agency
    if agency:
        named = (*article.credit, *article.contributed)
        folded = fold_names([agency, *named])
        for credit in named:
            if folded[credit] == folded[agency] or agency.casefold() in credit.casefold():
                return agency
    return None if _is_origin(account, article) else next(iter(article.credit), None)


def _is_origin(account: Account, article: Article) -> bool:
    outlet = (article.outlet or "").casefold()
    origins = (account.origin.agency, account.origin.outlet)
    return bool(outlet) and outlet in {each.casefold() for each in origins if each}


def _named(article: Article, sigil: str, outlets: Mapping[str, str]) -> str | None:
    """Return the witness whose outlet the article credits."""
    named = (outlets.get(credit.casefold()) for credit in article.credit)
    return next((each for each in named if each and each != sigil), None)


def _complete_witness(
    witness: Witness, stemma: Stemma, collation: Collation, archetype: Archetype
) -> Witness:
    edge = next((each for each in stemma.edges if each.target == witness.sigil), None)
    kept, dropped = _shares(witness.sigil, collation, archetype.readings)
    if edge is None:
        return replace(
            witness,
            relation=_refine(witness.relation, kept, dropped, is_root=True),
            dropped=dropped,
            confidence=min((each.confidence for each in stemma.edges), default=0.0),
            reasons=(*witness.reasons, "all other witnesses derive from it"),
        )
    return replace(
        witness,
        relation=_refine(witness.relation, kept, dropped, is_root=False),
        copied_from=edge.origin,
        dropped=dropped,
        confidence=edge.confidence,
        reasons=(*witness.reasons, *edge.reasons),
    )


def _shares(sigil: str, collation: Collation, archetype: Sequence[str]) -> tuple[float, float]:
    """Return the share of a witness's words that the archetype has, and of its words that are lacking."""
    at = collation.witnesses.index(sigil)
    own = same = whole = lacking = 0
    for column, lemma in zip(collation.columns, archetype, strict=True):
        reading = column.readings[at]
        own += bool(reading)
        whole += bool(lemma)
        lacking += bool(lemma) and not reading
        same += bool(reading) and bool(lemma) and _same_letters(reading or "", lemma)
    return (same / own if own else 0.0), round(lacking / whole, 3) if whole else 0.0


def _same_letters(one: str, other: str) -> bool:
    """Compare words without their marks: a lost mark does not make a copy an edited one."""
    forms = ["".join(filter(str.isalnum, fold_reading(each))).casefold() for each in (one, other)]
    return forms[0] == forms[1]


def _refine(relation: Relation, kept: float, dropped: float, *, is_root: bool) -> Relation:
    if relation not in _REFINABLE:
        return relation
    if is_root:
        return "original"
    if kept < _UNTOUCHED:
        return "edited"
    return "verbatim" if dropped <= _WHOLE else "excerpt"
