"""Accounts: which articles are versions of one text; the unit in which independence is counted."""

from .accounts import find_accounts
from .commonplaces import find_common
from .independence import Independence, count_independent
from .outlets import tell_outlets

__all__ = ["Independence", "count_independent", "find_accounts", "find_common", "tell_outlets"]
