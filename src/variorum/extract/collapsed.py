"""Lines in which a renderer collapsed a whole page, taken apart at sentences and where menus end."""

import re
from collections.abc import Iterator

# Longer lines are taken apart. Of 8,035 paragraphs of labelled bodies 23 are longer; of
# 515 pages written on one line, 502.
LONGEST_LINE = 1_200
_STOP = re.compile(r"[.!?…]{1,8}[\"'”’»)\]]{0,4} |[。！？][」』”]?")
_WORD = re.compile(r"\S+")
# A menu, a headline or a byline before a sentence has words in capitals, prose has few: a lower-case
# word speaks for prose with 1, any other against it with this. A name of five words may open a
# sentence without being cut off; a row of menu entries is.
_CAPITAL = -1.2
_FEWEST_CUT = 5
_FEWEST_LEFT = 4
_LONGEST_ABBREVIATION = 3
# No sentence is longer; what stands farther ahead of a full stop is not looked at.
_LONGEST_SENTENCE = 2_000


def pieces_of(line: str) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a long line, each `[begin, end)`: sentences, and what stands before them.

    >>> line = "Home News Sport Weather Log in Search The sluice of Ostrel was shut in the night. Eels died."
    >>> [line[begin:end] for begin, end in pieces_of(line)][1:]
    ['The sluice of Ostrel was shut in the night.', 'Eels died.']
    """
    for begin, end in _sentences(line):
        cut = _prose_begins(line, begin, end)
        for first, last in ((begin, cut), (cut, end)):
            piece = line[first:last]
            if text := piece.strip():
                first += piece.index(text[0])
                yield first, first + len(text)


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for stop in _STOP.finditer(line):
        after = line[stop.end() : stop.end() + 2].lstrip('"“‘«([')
        spaced = stop.group().endswith(" ")
        if spaced and (after[:1].islower() or _abbreviates(line, begin, stop.start())):
            continue
        end = stop.end() - spaced
        if end > begin:
            yield begin, end
        begin = stop.end()
    if begin < len(line):
        yield begin, len(line)


def _abbreviates(line: str, begin: int, stop: int) -> bool:
    """Whether a short word in capitals stands before the stop: "Mr.", "U.S."."""
    if line[stop] != ".":
        return False
    word = line[max(begin, stop - 2 * _LONGEST_ABBREVIATION) : stop].rpartition(" ")[2]
    return word[:1].isupper() and len(word) <= _LONGEST_ABBREVIATION


def _prose_begins(line: str, begin: int, end: int) -> int:
    """Return where in a sentence its prose begins, if a menu or a headline stands before it."""
    words = list(_WORD.finditer(line, max(begin, end - _LONGEST_SENTENCE), end))
    best = score = 0.0
    opening = 0
    for at in range(len(words) - 1, -1, -1):
        lower = words[at].group().lstrip('"“‘«([')[:1].islower()
        score += 1 if lower else _CAPITAL
        # A sentence opens with a capital, which itself counts against it.
        if not lower and score - _CAPITAL >= best:
            best, opening = score - _CAPITAL, at
    if not words:
        return begin
    before = len(line[begin : words[opening].start()].split())
    if before < _FEWEST_CUT or len(words) - opening < _FEWEST_LEFT:
        return begin
    return words[opening].start()
