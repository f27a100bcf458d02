"""Reuse: which articles share passages, aligned word by word; quoted and narrated words told apart."""

from .alignments import find_alignments
from .voices import NARRATIVE, QUOTED
from .words import Words, read_words

__all__ = ["NARRATIVE", "QUOTED", "Words", "find_alignments", "read_words"]
