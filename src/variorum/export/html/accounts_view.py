"""The first two answers: how many accounts there are, and who carries what from whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...model import Account, ArticleId, StemmaEdge, Story, Witness
from ..stemma_marks import drawable
from ..wording import (
    RELATION_PHRASES,
    account_sentence,
    count,
    independence_sentence,
    likelihood,
    origin_name,
    story_headcount,
)
from .claims_view import ClaimsView, view_claims
from .folds_view import FoldView, fold_anchors, view_folds
from .outlets_view import OutletsView, view_outlets
from .palette import Sign
from .phrases import moment_worded, outlet_heading, percent, rounded, share_carried
from .register import Register, page_reference
from .stemma_drawing import Drawing, draw_stemma

# What a reader takes in at one glance; further accounts and pages fold.
_SHOWN_ACCOUNTS = 12
_SHOWN_SINGLE = 6
_SHOWN_ROWS = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One witness in the table: page, relation, exemplar, share and certainty, each in words."""

    anchor: str
    sigil: str
    name: str
    reference: str
    page: str
    published: str | None
    relation: str
    exemplar: str | None
    shares: tuple[str, ...]
    carried: str | None
    likelihood: str
    confidence: str
    reasons: tuple[str, ...]
    also: tuple[tuple[Sign | None, str], ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """One account: its sentence and, where it has several witnesses, its stemma and table."""

    anchor: str
    sign: Sign
    title: str
    headline: str | None
    sentence: str
    reasons: tuple[str, ...]
    origin_likelihood: str | None
    claims: ClaimsView
    rows: tuple[Row, ...]
    drawings: tuple[Drawing, ...]
    folds: tuple[FoldView, ...]
    fold_rows: bool
    lost: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Single:
    """An account of one page, for the list of those that stand alone."""

    sign: Sign
    sentence: str
    headline: str | None
    page: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountsView:
    """All accounts of a story: those of several pages, those of one, and what shows at once."""

    headcount: str
    independence: str
    house_reasons: tuple[str, ...]
    outlets: OutletsView | None
    copied: tuple[AccountView, ...]
    shown: int
    single: tuple[Single, ...]
    fold_single: bool
    single_count: str
    derivation: str


def view_accounts(
    story: Story, register: Register, anchor: str, *, most: int | None = None
) -> AccountsView:
    """Return the view of a story's accounts; `anchor` begins their ids on the page.

    Of the accounts of several pages, at `most` so many have a tree and a table, those of most pages.
    """
    copied = [account for account in register.accounts if len(account.witnesses) > 1]
    single = [account for account in register.accounts if len(account.witnesses) == 1]
    return AccountsView(
        headcount=story_headcount(story),
        independence=_independence(story),
        house_reasons=story.house_reasons,
        outlets=view_outlets(story),
        copied=tuple(
            _view_account(account, register, f"{anchor}-account-{number}")
            for number, account in enumerate(copied[:most], start=1)
        ),
        shown=_SHOWN_ACCOUNTS,
        single=tuple(_view_single(account, register) for account in single),
        fold_single=len(single) > _SHOWN_SINGLE,
        single_count=count(len(single), "page"),
        derivation=_derivation(copied, len(single)),
    )


def _independence(story: Story) -> str:
    """Return how many houses stand behind the accounts; the reasons are shown apart from it."""
    return independence_sentence(replace(story, house_reasons=())) if story.houses else ""


def account_title(account: Account) -> str:
    """Return what to call an account in a heading: by its origin, else by its headline."""
    if account.origin.agency:
        return f"{account.origin.agency} text"
    if account.origin.outlet:
        return f"Text of {account.origin.outlet}"
    return account.headline or "Text of undecided origin"


def account_headline(account: Account) -> str | None:
    """Return the headline that tells accounts of one origin apart; `None` if the title is the headline."""
    return account.headline if account.origin.agency or account.origin.outlet else None


def _derivation(copied: Sequence[Account], single: int) -> str:
    if not copied:
        return "No page here was copied from another."
    pages = sum(len(account.witnesses) for account in copied)
    undecided = sum(
        1 for account in copied for each in account.witnesses if each.relation == "undecided"
    )
    told = f"{count(pages, 'page')} share {count(len(copied), 'text')}"
    if single:
        told += f"; {count(single, 'page')} {'stands' if single == 1 else 'stand'} alone"
    told = told[0].upper() + told[1:] + "."
    if undecided:
        told += f" From whom {count(undecided, 'page')} copied is undecided."
    return told


def _view_single(account: Account, register: Register) -> Single:
    article = account.articles[0]
    return Single(
        sign=register.sign(account.id),
        sentence=account_sentence(account, register.articles),
        headline=register.articles[article].headline,
        page=register.anchors[article],
        reasons=account.reasons + account.origin.reasons,
    )


def _view_account(account: Account, register: Register, anchor: str) -> AccountView:
    rows = tuple(
        _row(witness, account, register, f"{anchor}-{number}")
        for number, witness in enumerate(account.witnesses, start=1)
    )
    lost = tuple(_lost_rows(account, anchor))
    anchors = {row.sigil: row.anchor for row in (*rows, *lost)}
    named = origin_name(account)
    drawings = draw_stemma(account, register.articles, fold_anchors(anchors))
    return AccountView(
        anchor=anchor,
        sign=register.sign(account.id),
        title=account_title(account),
        headline=account_headline(account),
        sentence=account_sentence(account, register.articles),
        reasons=account.reasons + account.origin.reasons,
        origin_likelihood=(
            f"{likelihood(account.origin.confidence)} (confidence {rounded(account.origin.confidence)})"
            if named
            else None
        ),
        claims=view_claims(account, register, anchors),
        rows=rows,
        drawings=drawings,
        folds=view_folds(drawings, register, anchors),
        fold_rows=len(rows) > _SHOWN_ROWS,
        lost=lost,
    )


def _row(witness: Witness, account: Account, register: Register, anchor: str) -> Row:
    article = register.articles[witness.article]
    edges = _edges_into(witness.sigil, account)
    return Row(
        anchor=anchor,
        sigil=witness.sigil,
        name=outlet_heading(article),
        reference=page_reference(article),
        page=register.anchors[witness.article],
        published=moment_worded(article.published),
        relation=RELATION_PHRASES[witness.relation],
        exemplar=_exemplar(witness.copied_from, account, register),
        shares=_shares(witness),
        carried=_carried(witness),
        likelihood=likelihood(witness.confidence),
        confidence=rounded(witness.confidence),
        reasons=_reasons(witness.reasons, edges),
        also=tuple(
            (register.signs.get(each.account), percent(each.shared)) for each in witness.also
        ),
    )


def _lost_rows(account: Account, anchor: str) -> list[Row]:
    """Return rows for the lost witnesses, so that their marks have somewhere to lead."""
    lost = [node.sigil for node in drawable(account).nodes if not node.extant]
    rows = []
    for number, sigil in enumerate(lost, start=1):
        edges = _edges_into(sigil, account)
        # That it existed is what those are sure of who derive from it.
        witnessing = [edge for edge in drawable(account).edges if edge.origin == sigil]
        confidence = max((edge.confidence for edge in witnessing), default=0.0)
        rows.append(
            Row(
                anchor=f"{anchor}-lost-{number}",
                sigil=sigil,
                name="A lost copy" if edges else "The lost original",
                reference="reconstructed from the pages below it",
                page="",
                published=None,
                relation="",
                exemplar=join_origins(edges),
                shares=(),
                carried=None,
                likelihood=likelihood(confidence),
                confidence=rounded(confidence),
                reasons=_reasons((), [*edges, *witnessing]),
                also=(),
            )
        )
    return rows


def join_origins(edges: Sequence[StemmaEdge]) -> str | None:
    """Return the sigla from which edges lead, `None` if there are none."""
    return ", ".join(edge.origin for edge in edges) or None


def _edges_into(sigil: str, account: Account) -> list[StemmaEdge]:
    return [edge for edge in drawable(account).edges if edge.target == sigil]


def _reasons(own: Sequence[str], edges: Sequence[StemmaEdge]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*own, *(reason for edge in edges for reason in edge.reasons)]))


def _carried(witness: Witness) -> str | None:
    """Say of an excerpt how much of the original it has, of any other copy how much of it is copied."""
    if witness.relation == "original":
        return None
    if witness.relation == "excerpt":
        return share_carried(1 - witness.dropped, "the original")
    return share_carried(witness.shared)


def _exemplar(sigil: str | None, account: Account, register: Register) -> str | None:
    if sigil is None:
        return None
    article: ArticleId | None = next(
        (each.article for each in account.witnesses if each.sigil == sigil), None
    )
    return f"{sigil}, {register.name(article)}" if article else f"{sigil}, which is lost"


def _shares(witness: Witness) -> tuple[str, ...]:
    if witness.relation == "original":
        return ()
    told = [f"shares {percent(witness.shared)} of its words"]
    if witness.own >= 0.005:
        told.append(f"{percent(witness.own)} are its own")
    if witness.dropped >= 0.005:
        told.append(f"it drops {percent(witness.dropped)} of the text")
    return tuple(told)
