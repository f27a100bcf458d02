"""A story's page: its accounts, when each page came, who from whom, what was said and stated."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..export.html.accounts_view import AccountsView, account_headline, account_title, view_accounts
from ..export.html.apparatus_view import ArchetypeView, view_archetype
from ..export.html.ledger_view import LedgerView, view_ledger
from ..export.html.palette import Sign
from ..export.html.phrases import moment_worded, outlet_heading
from ..export.html.quotations_view import Card, QuotationsView, view_quotations
from ..export.html.register import Register, register_story
from ..export.wording import RELATION_PHRASES, account_sentence, tally
from ..model import Account, Article, Comparison, Story, content_id
from ..model.holding import Correction
from .alone import Alone, quotation_address, view_alone
from .corrections import ByHand, corrections_of, view_corrections
from .desk import Desk, anchor_of
from .pending import Pending, pending_of
from .timeline import Timeline, draw_timeline

# What a story's page shows of each kind before it leads on to a page of the rest: a story of 237 pages
# came to 3 MB and 85,000 pixels of height when all of it stood on one.
_ACCOUNTS, _TREES, _QUOTATIONS, _FIGURES, _ALONE, _PAGES = 8, 3, 6, 16, 6, 30
_ARCHETYPES = 2


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
class Told:
    """An account in a sentence: who carries it, and where its own page is."""

    sign: Sign
    id: str
    title: str
    headline: str | None
    sentence: str
    reasons: tuple[str, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class StoryPage:
    """What a story's page shows; while `pending` only who belongs to it, by account and by time."""

    id: str
    anchor: str
    headline: str
    tally: str
    date: str | None
    reasons: tuple[str, ...]
    pending: Pending | None
    by_hand: tuple[ByHand, ...]
    by_hand_count: int
    told: tuple[Told, ...]
    account_count: int
    timeline: Timeline | None
    pages: tuple[Listed, ...]
    page_count: int
    accounts: AccountsView
    further: tuple[Told, ...]
    quotations: QuotationsView
    ledger: LedgerView
    figure_count: int
    archetypes: tuple[ArchetypeView, ...]
    archetype_count: int
    alone: tuple[Alone, ...]
    alone_count: int


def story_page(desk: Desk, request: Request) -> Response:
    """Answer with one story; an id that it had earlier leads to where it stands now."""
    id = request.path_params["id"]
    comparison = desk.archive.story(id, wait=False)
    story = comparison.stories[0]
    if story.id != id:
        return RedirectResponse(f"/stories/{story.id}", 301)

    corrections = corrections_of(desk.archive, story)

    def made() -> Response:
        view = view_story(comparison, corrections)
        return desk.render(request, "story", story=view, pending=view.pending)

    # A correction need not change the story that it is told of.
    page = content_id(request.url.path, *map(repr, corrections))
    return desk.once(page, comparison, made)


def register_of(comparison: Comparison) -> Register:
    """Return who is who in the one story of a comparison."""
    articles = {article.id: article for article in comparison.articles}
    anchors = {each: anchor_of(each) for each in articles}
    return register_story(comparison.stories[0], articles, anchors)


def view_story(comparison: Comparison, corrections: Sequence[Correction] = ()) -> StoryPage:
    """Return what the page of a story shows; `corrections` are those by hand that concern it."""
    story = comparison.stories[0]
    register = register_of(comparison)
    pages = list_pages(register)
    copied = [each for each in register.accounts if len(each.witnesses) > 1]
    archetypes = [each for each in copied if each.archetype]
    pending = pending_of(comparison)
    alone = view_alone(story, register)
    ledger = view_ledger(story, register)
    return StoryPage(
        id=story.id,
        anchor="story",
        headline=story.headline or "A story without a headline",
        tally=tally(len(story.articles), len(story.accounts)),
        date=story.event_date,
        reasons=story.reasons,
        pending=pending,
        by_hand=view_corrections(corrections),
        by_hand_count=len(corrections),
        told=tuple(tell(each, register) for each in register.accounts[:_ACCOUNTS]),
        account_count=len(register.accounts),
        timeline=draw_timeline(register),
        pages=pages[:_PAGES],
        page_count=len(pages),
        accounts=view_accounts(story, register, "story", most=0 if pending else _TREES),
        further=tuple(tell(each, register) for each in copied[_TREES:]),
        quotations=view_utterances(story, register, range(_QUOTATIONS)),
        ledger=replace(ledger, lines=ledger.lines[:_FIGURES], folded=()),
        figure_count=len(ledger.lines) + len(ledger.folded),
        archetypes=_archetypes(archetypes, register),
        archetype_count=len(archetypes),
        alone=alone[:_ALONE],
        alone_count=len(alone),
    )


def view_utterances(story: Story, register: Register, among: range) -> QuotationsView:
    """Return the cards of some of a story's utterances, each with the address of its own page."""
    view = view_quotations(story, register, among=among)
    addresses = {each.id: quotation_address(each) for each in story.utterances}

    def own(card: Card) -> Card:
        return replace(card, address=addresses.get(card.utterance))  # type: ignore[call-overload]

    cards, alike = tuple(map(own, view.cards)), tuple(map(own, view.alike))
    return replace(view, cards=cards, alike=alike)


def tell(account: Account, register: Register) -> Told:
    """Return an account in a sentence."""
    several = len(account.witnesses) > 1
    name = account_title(account) if several else outlet_heading(_first(account, register))
    return Told(
        sign=register.sign(account.id),
        id=account.id,
        title=name,
        headline=account_headline(account) if several else _first(account, register).headline,
        sentence=account_sentence(account, register.articles),
        reasons=account.reasons,
        pages=len(account.witnesses),
    )


def _first(account: Account, register: Register) -> Article:
    return register.articles[account.articles[0]]


def _archetypes(accounts: Sequence[Account], register: Register) -> tuple[ArchetypeView, ...]:
    found = (
        view_archetype(account, register, f"original-{number}")
        for number, account in enumerate(accounts[:_ARCHETYPES], start=1)
    )
    return tuple(each for each in found if each is not None)


def list_pages(register: Register) -> tuple[Listed, ...]:
    """Return the pages of accounts, the earliest first."""
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
