"""What each account alone has: the words and figures that a reader of any other would not know of."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..export.html.accounts_view import account_title
from ..export.html.palette import Sign
from ..export.html.register import Register
from ..export.wording import outlet_name
from ..model import Account, AccountId, LedgerRow, Story, Utterance
from .desk import span_address

_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Only:
    """Words or a figure that one account alone has, and the page where they stand."""

    text: str
    by: str | None
    address: str


@dataclass(frozen=True, slots=True)
class Alone:
    """What one account alone has: the first few of each, and how many there are in all."""

    sign: Sign
    id: str
    title: str
    quotations: tuple[Only, ...]
    figures: tuple[Only, ...]
    quotation_count: int
    figure_count: int


def view_alone(story: Story, register: Register) -> tuple[Alone, ...]:
    """Return, of a story of several accounts, what each has that no other has."""
    if len(register.accounts) < 2:
        return ()
    said: dict[AccountId, list[Utterance]] = {}
    for utterance in story.utterances:
        accounts = {each.account for each in utterance.renderings if not each.unborne}
        if len(accounts) == 1 and (only := accounts.pop()) is not None:
            said.setdefault(only, []).append(utterance)
    stated: dict[AccountId, list[LedgerRow]] = {}
    for row in story.ledger:
        if row.status == "single" and len(row.accounts) == 1:
            stated.setdefault(row.accounts[0], []).append(row)
    found = (
        _alone(account, said.get(account.id, []), stated.get(account.id, []), register)
        for account in register.accounts
    )
    return tuple(each for each in found if each.quotation_count or each.figure_count)


def _alone(
    account: Account,
    said: Sequence[Utterance],
    stated: Sequence[LedgerRow],
    register: Register,
) -> Alone:
    single = len(account.witnesses) == 1
    name = outlet_name(register.articles[account.articles[0]]) if single else account_title(account)
    return Alone(
        sign=register.sign(account.id),
        id=account.id,
        title=name[:1].upper() + name[1:],
        quotations=tuple(_quotation(each) for each in said[:_SHOWN]),
        figures=tuple(_figure(each) for each in stated[:_SHOWN]),
        quotation_count=len(said),
        figure_count=len(stated),
    )


def _quotation(utterance: Utterance) -> Only:
    fullest = utterance.renderings[0]
    return Only(" ".join(fullest.text.split()), utterance.speaker, quotation_address(utterance))


def _figure(row: LedgerRow) -> Only:
    first = row.figures[0]
    text = " ".join(first.text.split())
    return Only(text, None, span_address(first.article, first.begin, first.end))


def quotation_address(utterance: Utterance) -> str:
    """Return the address of an utterance: by the words as one page has them, which never change."""
    carried = next((c for r in utterance.renderings for c in r.carried if c.spans), None)
    if carried is None:
        return f"/articles/{utterance.renderings[0].articles[0]}"
    begin, end = carried.spans[0]
    return f"/quotations/{carried.article}/{begin}-{end}"
