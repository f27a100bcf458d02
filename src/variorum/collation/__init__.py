"""Evidence: versions of one text laid side by side word by word, and where they differ."""

from .change import classify_change
from .collate import Version, collate
from .words import join_words, same_reading

__all__ = ["Version", "classify_change", "collate", "join_words", "same_reading"]
