"""Choosing one story or account out of a comparison by its id, or by how that begins."""

from collections.abc import Sequence
from typing import TypeVar

from ..errors import OptionError
from ..model import Account, Comparison, Story

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


def _choose(noun: str, among: Sequence[Chosen], beginning: str) -> Chosen:
    found = [each for each in among if each.id == beginning]
    found = found or [each for each in among if each.id.startswith(beginning)]
    if len(found) == 1:
        return found[0]
    candidates = [each.id for each in found or among]
    told = ", ".join(candidates[:_NAMED]) + ", …" * (len(candidates) > _NAMED)
    reason = "more than one id begins so" if found else "no id begins so"
    raise OptionError(f"{noun} {beginning!r}", f"{reason}; there is {told or 'none at all'}")
