"""Reuse: which articles share passages, aligned word by word; quoted and narrated words told apart."""

from .alignments import find_alignments
from .voices import NARRATIVE
from .words import Words, read_words

__all__ = ["NARRATIVE", "Words", "find_alignments", "read_words"]
