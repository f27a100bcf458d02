"""Reuse: which articles share passages, aligned word by word; quoted and narrated words told apart."""

from .alignments import Reuse, find_alignments, find_reuse
from .collecting import collection_put_off
from .hearing import pack_voices
from .parts import Mapper, cut
from .voices import NARRATIVE, QUOTED
from .wordings import Narration
from .words import Words, read_words

__all__ = [
    "NARRATIVE",
    "QUOTED",
    "Mapper",
    "Narration",
    "Reuse",
    "Words",
    "collection_put_off",
    "cut",
    "find_alignments",
    "find_reuse",
    "pack_voices",
    "read_words",
]
