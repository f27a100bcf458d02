"""Quotations: the words given as said in an article, who said them, and what other versions made of them."""

from .find import find_quotations

__all__ = ["find_quotations"]
