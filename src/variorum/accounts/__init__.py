"""Accounts: which articles are versions of one text; the unit in which independence is counted."""

from .accounts import find_accounts
from .independence import Independence, count_independent

__all__ = ["Independence", "count_independent", "find_accounts"]
