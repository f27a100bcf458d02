"""Words as their neighbours see them: names, numbers and quotations each as one."""

from sys import intern

from .small_words import SMALL_WORDS

# A capital letter that no language of today writes: a lone Q is an initial.
COVER = "\ua756"
QUOTED = "Quoted"
NAMES = frozenset(("Name", "Name's"))
_POSSESSED = ("'s", "’s", "s'", "s’")
# So many different words are remembered; when there are more, they are read anew.
_REMEMBERED = 1 << 16


def seen(text: str) -> tuple[str, str, str]:
    """Return a word as written, in small letters, and its shape.

    The shape is the word in small letters, or "Name", "Name's", "0", "Quoted".

    >>> seen("Belm"), seen("The"), seen(COVER * 6)[2]
    (('Belm', 'belm', 'Name'), ('The', 'the', 'the'), 'Quoted')
    """
    # As the votes have their signs: to find one is to compare no letters.
    low = intern(text.lower())
    first = text[0]
    if first.isupper() and low not in SMALL_WORDS:
        if _covers(text):
            return text, low, QUOTED
        return text, low, "Name's" if low.endswith(_POSSESSED) else "Name"
    return text, low, "0" if first.isdigit() else low


class _Seen(dict[str, tuple[str, str, str]]):
    """What was seen of words: a word is read when it is first asked for."""

    def __missing__(self, text: str) -> tuple[str, str, str]:
        if len(self) >= _REMEMBERED:
            self.clear()
        read = self[text] = seen(text)
        return read


SEEN = _Seen()


def _covers(text: str) -> bool:
    """Whether a word is the cover of quoted words; the votes were learned with two or three as a name."""
    return (len(text) > 3 or len(text) == 1) and text == COVER * len(text)
