"""Folding away differences of type that carry no meaning: glyphs of marks, kinds of space, case.

Every folding keeps the length of the text, so that offsets stay good.
"""

import unicodedata

_FOLDS = {
    **dict.fromkeys("‘’‚‛′`´ʼ＇", "'"),
    **dict.fromkeys("“”„‟″«»＂〝〞", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
        "\u200a\u202f\u205f\u3000\t\n\r\v\f\x85\u2028\u2029",
        " ",
    ),
    "…": ".",
}
_TYPOGRAPHY = str.maketrans(_FOLDS)


def fold_typography(text: str) -> str:
    """Return `text` with quote glyphs, dashes and spaces in their plain forms; same length."""
    return text.translate(_TYPOGRAPHY)


def fold_word(word: str) -> str:
    """Return the form of a word by which two spellings of it compare equal: case and accents folded."""
    if word.isascii():
        return word.lower().replace("`", "'")
    decomposed = unicodedata.normalize("NFKD", word.translate(_TYPOGRAPHY).casefold())
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))
