"""Judgement: family trees of versions, lost witnesses, and the text that they go back to."""

from .account import complete_account
from .build import build_stemma
from .clues import Clue
from .readings import table_of_readings

__all__ = ["Clue", "build_stemma", "complete_account", "table_of_readings"]
