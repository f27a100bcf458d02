"""Figures: the numbers, sums, shares and dates that articles state, and the ledger that compares them."""

from .find import find_figures, publication_day

__all__ = ["find_figures", "publication_day"]
