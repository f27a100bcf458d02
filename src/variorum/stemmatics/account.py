"""An account completed: its stemma, archetype and apparatus, and what they say of each witness."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from ..accounts.names import fold_names
from ..collation import collate, find_variation, sentence_blocks
from ..model import (
    Account,
    ArchetypeParagraph,
    Article,
    ArticleId,
    Relation,
    Stemma,
    Witness,
)
from .archetype import Archetype, read_node, reconstruct_archetype
from .build import Reconstruction, reconstruct_stemma
from .clues import Clue
from .costs import Practice
from .departure import Departure, measure_departure
from .naming import find_named
from .tree import Node

# Share of the words inside common sentences that differ, from which a copy is an edited one; more
# where it is all but the same as another page, since a lost text is not known to the word. Share of
# its exemplar that it may lack and be whole; that it lacks if it broke off; share of its own
# sentences that an edited one has. On the copies of `summit`: of 99 labelled verbatim 89 lack .1 or
# less and one has .06 changed; of 18 labelled excerpt 16 lack .3 or more.
_EDITED, _REWORDED = 0.02, 0.06
_WHOLE, _BROKEN_OFF = 0.1, 0.3
_OWN = 0.1
_REFINABLE: frozenset[Relation] = frozenset(
    {"undecided", "verbatim", "excerpt", "edited", "original"}
)


def complete_account(account: Account, articles: Mapping[ArticleId, Article]) -> Account:
    """Return the account with stemma, archetype, apparatus, and each witness's exemplar.

    The headline is each outlet's own and no part of the archetype; the account goes by that of a
    witness of the text rebuilt, so that a first version does not wear its update's.
    """
    known = {witness.sigil: articles[witness.article] for witness in account.witnesses}
    if len(known) == 1:
        return _complete_single(account, next(iter(known.values())))
    collation = collate(
        {sigil: [each.text for each in article.paragraphs] for sigil, article in known.items()},
        by_sentence=True,
    )
    reconstruction = reconstruct_stemma(
        collation,
        _clues(account, known),
        practice=_practice(known.values()),
        mixed=[witness.sigil for witness in account.witnesses if witness.also],
    )
    archetype = reconstruct_archetype(reconstruction)
    texts = {
        node: read_node(reconstruction, node)
        for node in reconstruction.found.root.walk()
        if node.children or node.witness is not None
    }
    departures = _departures(reconstruction, texts)
    signed = {sigil for sigil, article in known.items() if _is_own_text(account, article)}
    witnesses = tuple(
        _complete_witness(witness, reconstruction.stemma, departures, signed)
        for witness in account.witnesses
    )
    return replace(
        account,
        headline=_headline(account, reconstruction.stemma, known),
        witnesses=witnesses,
        stemma=reconstruction.stemma,
        archetype=archetype.paragraphs,
        apparatus=find_variation(
            collation,
            archetype.readings,
            paragraphs=archetype.numbers,
            beside=_beside(reconstruction, archetype, texts),
        ),
    )


def _headline(account: Account, stemma: Stemma, known: Mapping[str, Article]) -> str | None:
    """Return the account's headline if one nearest the root bears it, else the commonest of theirs."""
    parents = {edge.target: edge.origin for edge in reversed(stemma.edges)}
    near = [sigil for sigil in known if parents.get(sigil, stemma.root) == stemma.root]
    headlines = [text for sigil in near if (text := known[sigil].headline)]
    if not headlines or account.headline in headlines:
        return account.headline
    return max(headlines, key=headlines.count)


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
    named = find_named(known)
    return {
        sigil: Clue(
            article.published,
            _credit(account, article),
            _is_origin(account, article),
            named[sigil].sigil if sigil in named else None,
            article.modified,
            _is_own_text(account, article),
            sigil in named and named[sigil].by_address,
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


def _is_own_text(account: Account, article: Article) -> bool:
    """Tell whether a page says that its text is its own: it names the writer and credits nobody.

    That only one outlet carries it is no such word: of two pages of one outlet either may copy.
    """
    if account.origin.agency and _is_origin(account, article):
        return True
    return bool(article.byline) and not (article.credit or article.contributed)


def _departures(
    reconstruction: Reconstruction, texts: Mapping[Node, Sequence[str]]
) -> dict[str, Departure]:
    """Return how far each witness departs from the state of the text that it was copied from."""
    collation = reconstruction.collation
    departures: dict[str, Departure] = {}

    def descend(node: Node, state: Sequence[str]) -> None:
        for child in node.children:
            below = state
            if child.witness is not None:
                sigil = reconstruction.sigla[child]
                departures[sigil] = measure_departure(collation, texts[child], state)
            if child.children:
                text = texts[child]
                change = measure_departure(collation, text, state)
                is_state = child.witness is not None or change.own or change.changed >= _EDITED
                below = text if is_state else state
            descend(child, below)

    descend(reconstruction.found.root, texts[reconstruction.found.root])
    return departures


def _beside(
    reconstruction: Reconstruction, archetype: Archetype, texts: Mapping[Node, Sequence[str]]
) -> list[str]:
    """Return the sentences of later states that the archetype lacks, each from the first that has it."""
    beside = [""] * len(archetype.readings)
    waiting = [reconstruction.found.root]
    while waiting:
        node = waiting.pop(0)
        waiting.extend(node.children)
        if not node.children:
            continue
        text = texts[node]
        for begin, end in sentence_blocks(reconstruction.collation):
            if not any(archetype.readings[begin:end]) and not any(beside[begin:end]):
                beside[begin:end] = text[begin:end]
    return beside


def _complete_witness(
    witness: Witness, stemma: Stemma, departures: Mapping[str, Departure], signed: Collection[str]
) -> Witness:
    edge = next((each for each in stemma.edges if each.target == witness.sigil), None)
    if edge is None:
        is_own = witness.sigil in signed or witness.relation in ("undecided", "excerpt", "edited")
        return replace(
            witness,
            relation="original" if is_own else witness.relation,
            dropped=0.0,
            confidence=min((each.confidence for each in stemma.edges), default=0.0),
            reasons=(*witness.reasons, "all other witnesses derive from it"),
        )
    departure = departures[witness.sigil]
    return replace(
        witness,
        relation=_refine(witness.relation, departure),
        copied_from=edge.origin,
        dropped=round(departure.dropped, 3),
        confidence=edge.confidence,
        reasons=(*witness.reasons, *edge.reasons),
    )


def _refine(relation: Relation, departure: Departure) -> Relation:
    """Return the relation of a copy to its exemplar, where its likeness to its kin says another."""
    if relation not in _REFINABLE:
        return relation
    if relation == "excerpt" and departure.dropped >= _BROKEN_OFF:
        return "excerpt"
    edited = _EDITED if relation not in ("verbatim", "excerpt") else _REWORDED
    if departure.is_grave or departure.changed >= edited:
        return "edited"
    if relation == "edited" and departure.own > _OWN:
        return "edited"
    # Others that carry just as much, or more of the same, show what a lost text does not.
    if relation in ("verbatim", "excerpt"):
        return relation
    return "verbatim" if departure.dropped <= _WHOLE else "excerpt"
