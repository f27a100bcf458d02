"""The type in which a reconstructed text is set: the quotation marks of one witness throughout."""

import re
from dataclasses import dataclass

from ..model import Collation

_CURLY = re.compile("[“”]")
_STRAIGHT = re.compile('"')
# An opening single mark inside a word is a slip of software, not a style.
_SLIP = re.compile(r"\w[‘`´]\w")
_TO_STRAIGHT = str.maketrans("“”„‟‘’‚‛`´", "\"\"\"\"''''''")
_OPENS = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–-]))\"(?=\S)")
_OPENS_SINGLE = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–“-]))'(?=\w+[^']*')")


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Which style, and the witnesses from the best set to the worst."""

    order: tuple[int, ...]
    is_curly: bool

    def apply(self, text: str) -> str:
        """Return `text` with all its quotation marks in this style."""
        straight = text.translate(_TO_STRAIGHT)
        if not self.is_curly:
            return straight
        opened = _OPENS_SINGLE.sub("‘", _OPENS.sub("“", straight))
        return opened.replace('"', "”").replace("'", "’")


def choose_glyphs(collation: Collation) -> Glyphs:
    """Return the style of the witness that has the most marks, all in one style."""
    ranks = []
    for at in range(len(collation.witnesses)):
        words = " ".join(column.readings[at] or "" for column in collation.columns)
        curly, straight = len(_CURLY.findall(words)), len(_STRAIGHT.findall(words))
        mixed = min(curly, straight) + len(_SLIP.findall(words))
        curly_apostrophes = words.count("’")
        ranks.append((-(curly + straight) + 2 * mixed, -curly_apostrophes, at, curly > straight))
    ranks.sort()
    best = ranks[0] if ranks else (0, 0, 0, False)
    is_curly = best[3] or (best[0] == 0 and best[1] < 0)
    return Glyphs(tuple(rank[2] for rank in ranks), is_curly)
