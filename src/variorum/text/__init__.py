"""Strings: normalise, tokens with offsets, sentences, quotation marks, language."""

from .datelines import dateline_end
from .language import detect_language
from .normalise import fold_typography, fold_word
from .printing import printable
from .quotemarks import QuotedSpan, quoted_spans
from .sentences import sentences
from .tokens import Token, folded_words, iterate_tokens, tokenise

__all__ = [
    "QuotedSpan",
    "Token",
    "dateline_end",
    "detect_language",
    "fold_typography",
    "fold_word",
    "folded_words",
    "iterate_tokens",
    "printable",
    "quoted_spans",
    "sentences",
    "tokenise",
]
