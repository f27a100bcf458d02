"""The texts of an outline, found again in the rendering of the page."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]

# What str.split takes for white space.
_SPACES = np.array([code for code in range(0x3001) if chr(code).isspace()], dtype=np.uint32)
# A text is looked for this far ahead: the renderer adds little of its own. One that it left out
# may stand again farther down, where it would lead astray.
_NEAR = 400
# Long texts are looked for anywhere, to find the way back; how often, bounds the cost.
_TELLING = 40
_FAR_LOOKS = 20


def squeeze(text: str) -> tuple[str, Places]:
    """Return `text` without white space, and before each of its letters how many of those stand."""
    if text.isascii():
        spaces = _TABLE[np.frombuffer(text.encode("ascii"), dtype=np.uint8)]
    else:
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        spaces = _TABLE[np.minimum(points, _TABLE.size - 1)]
    counts = np.zeros(len(spaces) + 1, dtype=np.int64)
    np.cumsum(~spaces, out=counts[1:])
    return "".join(text.split()), counts


# Its last entry stands for all beyond.
_TABLE = np.zeros(0x3002, dtype=bool)
_TABLE[_SPACES] = True


def place_texts(texts: Sequence[str], squeezed: str) -> Places:
    """Return where each text begins in the squeezed rendering, -1 where it does not stand there."""
    found: list[int] = []
    at = 0
    looks = _FAR_LOOKS
    for text in texts:
        if squeezed.startswith(text, at):
            begin = at
        else:
            begin = squeezed.find(text, at, at + _NEAR + len(text))
            if begin < 0 and looks and len(text) >= _TELLING:
                looks -= 1
                begin = squeezed.find(text, at)
        found.append(begin)
        if begin >= 0:
            at = begin + len(text)
    return np.array(found, dtype=np.int64)
