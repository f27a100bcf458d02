"""Words as their neighbours see them: names, numbers and quotations each as one."""

from collections.abc import Sequence

from .masking import Word, is_cover
from .subjects import SMALL_WORDS

_POSSESSED = ("'s", "’s", "s'", "s’")


def shape_of(words: Sequence[Word], place: int) -> str:
    """Return a word in small letters, or "Name", "Name's", "0", "Quoted"; "#" where none is."""
    if not 0 <= place < len(words):
        return "#"
    text, low, _, _ = words[place]
    first = text[0]
    if first.islower():
        return low
    if first.isupper() and low not in SMALL_WORDS:
        if is_cover(words[place]):
            return "Quoted"
        return "Name's" if low.endswith(_POSSESSED) else "Name"
    return "0" if first.isdigit() else low
