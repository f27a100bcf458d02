"""An account's page: its family tree, who carries it, and what the original said."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..export.html.accounts_view import view_accounts
from ..export.html.apparatus_view import view_archetype
from ..export.html.phrases import moment_worded
from ..export.wording import account_sentence, tallied
from ..model.holding import HeldAccount
from .desk import Desk
from .pending import pending_of
from .stories import list_pages, register_of


def account_page(desk: Desk, request: Request) -> Response:
    """Answer with one account; an id that it had earlier leads to where it stands now."""
    id = request.path_params["id"]
    held = desk.archive.account(id, wait=False)
    account = held.account
    if account.id != id:
        return RedirectResponse(f"/accounts/{account.id}", 301)
    return desk.once(request.url.path, held.comparison, lambda: _account_page(desk, request, held))


def _account_page(desk: Desk, request: Request, held: HeldAccount) -> Response:
    account = held.account
    register = register_of(held.comparison)
    # The view of one account is that of a story which has no other.
    alone = replace(held.story, accounts=(account,), outlets=(), fidelity=())
    view = view_accounts(alone, register, "account")
    first = register.articles[account.articles[0]]
    pending = pending_of(held.comparison)
    return desk.render(
        request,
        "account",
        account=account,
        story=held.story,
        sign=register.sign(account.id),
        view=view.copied[0] if view.copied else None,
        single=view.single[0] if view.single else None,
        sentence=account_sentence(account, register.articles),
        pages=tallied(len(account.witnesses), "page"),
        archetype=view_archetype(account, register, "original"),
        first=first,
        published=moment_worded(first.published),
        pending=pending,
        listed=list_pages(replace(register, accounts=(account,))) if pending else (),
    )
