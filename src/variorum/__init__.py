"""Variorum: how many independent accounts a news story has, and what changed on the way."""

__version__ = "0.1.0"
