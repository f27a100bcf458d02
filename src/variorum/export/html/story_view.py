"""One story as the page shows it: the six answers in a fact-checker's order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...model import Account, AccountId, Alignment, Article, ArticleId, Span, Story
from ..wording import count, tally
from .accounts_view import AccountsView, account_title, view_accounts
from .apparatus_view import ArchetypeView, view_archetype
from .article_view import PageView, view_page
from .capture_pieces import tints_of
from .ledger_view import LedgerView, view_ledger
from .palette import Sign
from .phrases import day_worded
from .quotations_view import QuotationsView, view_quotations
from .register import Register, register_story

# Up to this many pages stand in one list; more are folded account by account.
_LISTED_PAGES = 24
# Accounts whose original is printed at once; the text of the others unfolds.
_SHOWN_ARCHETYPES = 2


@dataclass(frozen=True, slots=True)
class PageGroup:
    """Pages listed together: those of one account or, without a sign, those that stand alone."""

    title: str
    sign: Sign | None
    pages: tuple[PageView, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story: header and answers."""

    anchor: str
    headline: str
    tally: str
    date: str | None
    reasons: tuple[str, ...]
    accounts: AccountsView
    quotations: QuotationsView
    ledger: LedgerView
    archetypes: tuple[ArchetypeView, ...]
    shown_archetypes: int
    archetype_sentence: str
    groups: tuple[PageGroup, ...]
    single: bool


def view_story(
    story: Story,
    articles: Mapping[ArticleId, Article],
    anchors: Mapping[ArticleId, str],
    alignments: tuple[Alignment, ...],
    anchor: str,
    *,
    whole: bool,
    known: Mapping[AccountId, Account] | None = None,
) -> StoryView:
    """Return the view of one story; `whole` prints the recovered text of every page in full."""
    register = register_story(story, articles, anchors, known)
    tints = tints_of(alignments, register.account_of)
    found = (
        view_archetype(account, register, f"{anchor}-original-{number}")
        for number, account in enumerate(register.accounts, start=1)
    )
    archetypes = tuple(view for view in found if view)
    return StoryView(
        anchor=anchor,
        headline=story.headline or "A story without a headline",
        tally=tally(len(story.articles), len(story.accounts)),
        date=day_worded(story.event_date) if story.event_date else None,
        reasons=story.reasons,
        accounts=view_accounts(story, register, anchor),
        quotations=view_quotations(story, register),
        ledger=view_ledger(story, register),
        archetypes=archetypes,
        shown_archetypes=_SHOWN_ARCHETYPES,
        archetype_sentence=_archetype_sentence(archetypes),
        groups=_page_groups(story, register, tints, whole=whole),
        single=len(story.articles) == 1,
    )


def _page_groups(
    story: Story,
    register: Register,
    tints: Mapping[ArticleId, Mapping[AccountId, Sequence[Span]]],
    *,
    whole: bool,
) -> tuple[PageGroup, ...]:
    """Return the pages of a story, those of big accounts first; few pages make one open group."""

    def views(accounts: Iterable[Account]) -> tuple[PageView, ...]:
        return tuple(
            view_page(register.articles[each], tints.get(each, {}), register, whole=whole)
            for account in accounts
            for each in account.articles
        )

    if len(story.articles) <= _LISTED_PAGES:
        return (PageGroup("", None, views(register.accounts), False),)
    groups = [
        PageGroup(account_title(account), register.sign(account.id), views([account]), True)
        for account in register.accounts
        if len(account.witnesses) > 1
    ]
    single = views(each for each in register.accounts if len(each.witnesses) == 1)
    if single:
        groups.append(PageGroup("Pages that stand alone", None, single, True))
    return tuple(groups)


def _archetype_sentence(archetypes: tuple[ArchetypeView, ...]) -> str:
    if not archetypes:
        return "No text here stands on more than one page, so none has to be reconstructed."
    places = sum(each.places for each in archetypes)
    copies = "its" if len(archetypes) == 1 else "their"
    differ = f"differ in {count(places, 'place')}" if places else "do not differ"
    told = f"{count(len(archetypes), 'text')} can be reconstructed from {copies} copies"
    told += f"; the copies {differ}."
    return told[0].upper() + told[1:]
