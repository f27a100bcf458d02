"""A story's page: its accounts, when each page came, who from whom, what was said and stated."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..export.html.accounts_view import AccountsView, view_accounts
from ..export.html.apparatus_view import ArchetypeView, view_archetype
from ..export.html.ledger_view import LedgerView, view_ledger
from ..export.html.palette import Sign
from ..export.html.phrases import moment_worded, outlet_heading
from ..export.html.quotations_view import Card, QuotationsView, view_quotations
from ..export.html.register import Register, register_story
from ..export.wording import RELATION_PHRASES, tally
from ..model import Account, Comparison, Story
from .alone import Alone, quotation_address, view_alone
from .desk import Desk, anchor_of
from .timeline import Timeline, draw_timeline

# Originals printed on a story's page; each account has a page of its own.
_SHOWN_ARCHETYPES = 2


@dataclass(frozen=True, slots=True)
class Listed:
    """A page in the list at the end."""

    article: str
    sign: Sign
    sigil: str | None
    name: str
    headline: str | None
    published: str | None
    relation: str


@dataclass(frozen=True, slots=True)
class StoryPage:
    """All that a story's page shows."""

    id: str
    anchor: str
    headline: str
    tally: str
    date: str | None
    reasons: tuple[str, ...]
    accounts: AccountsView
    account_ids: Mapping[str, str]
    timeline: Timeline | None
    quotations: QuotationsView
    ledger: LedgerView
    archetypes: tuple[ArchetypeView, ...]
    shown_archetypes: int
    alone: tuple[Alone, ...]
    pages: tuple[Listed, ...]


def story_page(desk: Desk, request: Request) -> Response:
    """Answer with one story; an id that it had earlier leads to where it stands now."""
    id = request.path_params["id"]
    comparison = desk.archive.story(id)
    story = comparison.stories[0]
    if story.id != id:
        return RedirectResponse(f"/stories/{story.id}", 301)
    return desk.render(request, "story", story=view_story(comparison))


def register_of(comparison: Comparison) -> Register:
    """Return who is who in the one story of a comparison."""
    articles = {article.id: article for article in comparison.articles}
    anchors = {each: anchor_of(each) for each in articles}
    return register_story(comparison.stories[0], articles, anchors)


def view_story(comparison: Comparison) -> StoryPage:
    """Return what the page of a story shows."""
    story = comparison.stories[0]
    register = register_of(comparison)
    archetypes = tuple(
        view
        for number, account in enumerate(register.accounts, start=1)
        if len(account.witnesses) > 1
        and (view := view_archetype(account, register, f"original-{number}"))
    )
    return StoryPage(
        id=story.id,
        anchor="story",
        headline=story.headline or "A story without a headline",
        tally=tally(len(story.articles), len(story.accounts)),
        date=story.event_date,
        reasons=story.reasons,
        accounts=view_accounts(story, register, "story"),
        account_ids=_account_ids(register),
        timeline=draw_timeline(register),
        quotations=_addressed(view_quotations(story, register), story),
        ledger=view_ledger(story, register),
        archetypes=archetypes[:_SHOWN_ARCHETYPES],
        shown_archetypes=len(archetypes),
        alone=view_alone(story, register),
        pages=_pages(story, register),
    )


def _addressed(view: QuotationsView, story: Story) -> QuotationsView:
    """Return the cards with the address of each one's own page."""
    addresses = {each.id: quotation_address(each) for each in story.utterances}

    def own(card: Card) -> Card:
        return replace(card, address=addresses.get(card.utterance))  # type: ignore[call-overload]

    cards, alike = tuple(map(own, view.cards)), tuple(map(own, view.alike))
    return replace(view, cards=cards, alike=alike)


def _account_ids(register: Register) -> dict[str, str]:
    """Return the id of each account by its numeral."""
    return {register.sign(each.id).numeral: each.id for each in register.accounts}


def _pages(story: Story, register: Register) -> tuple[Listed, ...]:
    listed = [
        (_moment(register, witness.article), _listed(register, account, number))
        for account in register.accounts
        for number, witness in enumerate(account.witnesses)
    ]
    return tuple(page for _, page in sorted(listed, key=lambda each: each[0]))


def _moment(register: Register, article: str) -> tuple[str, str]:
    published = register.articles[article].published  # type: ignore[index]
    return (published.value if published else "9999"), article


def _listed(register: Register, account: Account, number: int) -> Listed:
    witness = account.witnesses[number]
    article = register.articles[witness.article]
    several = len(account.witnesses) > 1
    return Listed(
        article=article.id,
        sign=register.sign(account.id),
        sigil=witness.sigil if several else None,
        name=outlet_heading(article),
        headline=article.headline,
        published=moment_worded(article.published),
        relation=RELATION_PHRASES[witness.relation] if several else "its own text",
    )
