"""Accounts: which articles are versions of one text; the unit in which independence is counted."""

from .accounts import find_accounts

__all__ = ["find_accounts"]
