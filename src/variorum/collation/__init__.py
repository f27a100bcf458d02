"""Evidence: versions of one text laid side by side word by word, and where they differ."""

from .change import classify_change, habit, is_house_style
from .collate import Version, collate
from .moved import MovedPassage, find_moved
from .places import Place, find_places
from .retold import retellings, sentence_blocks
from .variation import find_variation
from .words import fold_reading, join_words, same_reading, word_key

__all__ = [
    "MovedPassage",
    "Place",
    "Version",
    "classify_change",
    "collate",
    "find_moved",
    "find_places",
    "find_variation",
    "fold_reading",
    "habit",
    "is_house_style",
    "join_words",
    "retellings",
    "same_reading",
    "sentence_blocks",
    "word_key",
]
