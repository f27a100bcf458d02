"""Choosing one story or account out of a comparison by its id, or by how that begins."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from ..errors import OptionError
from ..model import Account, Comparison, LedgerRow, Story

# As many ids as a message has room for.
_NAMED = 5
Chosen = TypeVar("Chosen", Story, Account)


def choose_story(comparison: Comparison, beginning: str) -> Story:
    """Return the story whose id is or begins as given."""
    return _choose("story", comparison.stories, beginning)


def choose_account(comparison: Comparison, beginning: str) -> Account:
    """Return the account whose id is or begins as given."""
    accounts = [account for story in comparison.stories for account in story.accounts]
    return _choose("account", accounts, beginning)


def narrowed(comparison: Comparison, story: Story, account: Account | None = None) -> Comparison:
    """Return a comparison as if there were only one story, or only one account of it."""
    if account is not None:
        story = _only(story, account)
    pages = set(story.articles)
    return replace(
        comparison,
        articles=tuple(each for each in comparison.articles if each.id in pages),
        stories=(story,),
        alignments=tuple(
            each for each in comparison.alignments if each.left in pages and each.right in pages
        ),
        quotations=tuple(each for each in comparison.quotations if each.article in pages),
        figures=tuple(each for each in comparison.figures if each.article in pages),
        common=tuple(each for each in comparison.common if pages.issuperset(each.articles)),
        common_left=0,
        failures=(),
        notes=(),
    )


def _only(story: Story, account: Account) -> Story:
    """Return a story with one account and what its pages say; how outlets fare is told of whole stories."""
    pages = set(account.articles)
    utterances = tuple(
        replace(each, renderings=kept)
        for each in story.utterances
        if (kept := tuple(r for r in each.renderings if pages.issuperset(r.articles)))
    )
    people = tuple(
        replace(each, forms=forms, pronouns=tuple(p for p in each.pronouns if p.article in pages))
        for each in story.people
        if (forms := tuple(form for form in each.forms if form.article in pages))
    )
    return replace(
        story,
        accounts=(account,),
        utterances=utterances,
        people=people,
        ledger=tuple(_row(row, account) for row in story.ledger if pages & set(row.articles)),
        outlets=(),
        fidelity=(),
    )


def _row(row: LedgerRow, account: Account) -> LedgerRow:
    pages = set(account.articles)
    return replace(
        row,
        articles=tuple(each for each in row.articles if each in pages),
        accounts=(account.id,),
        figures=tuple(each for each in row.figures if each.article in pages),
        entries=tuple(each for each in row.entries if each.article in pages),
    )


def story_of(comparison: Comparison, account: Account) -> Story:
    """Return the story to which an account belongs."""
    return next(each for each in comparison.stories if account in each.accounts)


def _choose(noun: str, among: Sequence[Chosen], beginning: str) -> Chosen:
    found = [each for each in among if each.id == beginning]
    found = found or [each for each in among if each.id.startswith(beginning)]
    if len(found) == 1:
        return found[0]
    candidates = [each.id for each in found or among]
    told = ", ".join(candidates[:_NAMED]) + ", …" * (len(candidates) > _NAMED)
    reason = "more than one id begins so" if found else "no id begins so"
    raise OptionError(f"{noun} {beginning!r}", f"{reason}; there is {told or 'none at all'}")
