"""Figures: the numbers, sums, shares and dates that articles state, and the ledger that compares them."""

from .find import find_figures, publication_day
from .ledger import build_ledger

__all__ = ["build_ledger", "find_figures", "publication_day"]
