"""Where the words that a cue before them governs begin and end in its sentence.

Rules propose (behind "that", at the end of the clause); of all places where words may begin or end,
learned votes take one: "called for | a vote", "said he would go | after a storm had closed the port".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from .layouts import Sides
from .masking import Word
from .subjects import CLOSING
from .votes import Judgement, Signs, steps, votes_of

Place = tuple[int, int]
# How far behind a cue the words may begin: 97 % of those annotated begin within 6 words.
_NEAR = 6
_FAR = 20
_AHEAD = 8
_LONGEST = 41
_LENGTHS = steps((1, 2, 3, 4, 6, 8, 12, 16, 24, 40), _LONGEST)
_OFFSETS = tuple(map(str, range(8)))
# Behind these no annotated words begin (fewer than 2 in 100 places), and before these they may end:
# every other word is passed over: two fifths less time, exact F1 .592 instead of .593.
_NEVER_BEFORE = frozenset(
    "the a an his her their its he she they it that who and is was are were be been would will had "
    "has have this these new more whether can could should may might . ” )".split()
)
_ENDING = (
    frozenset(
        "in on at for with by after before during over as among between until without under through "
        "amid despite and or but than because if when while though although who where so also "
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow last "
        "this earlier later recently".split()
    )
    | CLOSING
    | set(',;:—–)(]-….!?%"')
)
BEGIN = Judgement(
    "begin",
    ("cue", "suffix"),
    ("left", "word", "offset", "proposed", "that", "mark"),
    (
        *("cue left", "cue word", "cue offset", "suffix left", "suffix offset", "left word"),
        *("left proposed", "word proposed", "word that", "offset proposed", "offset that"),
        "proposed mark",
    ),
)
END = Judgement(
    "end",
    ("suffix", "first", "led"),
    ("next", "second", "last", "proposed", "size", "commas", "rest"),
    (
        *("next second", "next last", "next proposed", "next size", "first next", "suffix second"),
        *("next commas", "second last", "proposed size", "suffix proposed", "first proposed"),
        *("first size", "led size", "rest proposed"),
    ),
)


def chosen_borders(sides: Sides, proposed: Place) -> Place:
    """Return where the words behind a cue begin and end; the rules propose a place."""
    words, place = sides.words, sides.place
    begins = begin_choices(words, place, proposed[0], sides.last)
    if not begins:
        return proposed
    low = words[place].low
    signs = begin_signs(words, place, begins, proposed)
    begin = begins[votes_of(BEGIN).best((low, low[-3:]), signs)]
    return begin, chosen_end(sides, begin, proposed)


def chosen_end(sides: Sides, begin: int, proposed: Place) -> int:
    """Return where words behind a cue that begin at `begin` end."""
    ends = end_choices(sides.words, begin, proposed[1], sides.last)
    if len(ends) < 2:
        return ends[0] if ends else max(begin + 1, proposed[1])
    signs = end_signs(sides, begin, ends, proposed)
    return ends[votes_of(END).best(end_context(sides, begin), signs)]


def begin_choices(words: Sequence[Word], place: int, proposed: int, last: int) -> list[int]:
    """Return where words behind a cue may begin."""
    if place + 1 < last and words[place + 1].low == "that":
        return [place + 1]
    return [
        at
        for at in range(place + 1, min(last, place + _FAR))
        if words[at].text[0].isalnum()
        and words[at - 1].low not in _NEVER_BEFORE
        and (at <= place + _NEAR or at == proposed or not words[at - 1].text[0].isalnum())
    ]


def end_choices(words: Sequence[Word], begin: int, proposed: int, last: int) -> list[int]:
    """Return where words that begin at `begin` may end."""
    return [
        at
        for at in range(begin + 1, last + 1)
        if (at in (last, proposed) or words[at].low in _ENDING) and words[at - 1].text[0].isalnum()
    ]


def begin_signs(
    words: Sequence[Word], place: int, begins: Sequence[int], proposed: Place
) -> list[Signs]:
    """Return what tells of each place whether the words said begin there."""
    reach = words[place + 1 : begins[-1] + _AHEAD + 1]
    thats = [at for at, word in enumerate(reach, place + 1) if word.low == "that"]
    marks = [at for at, word in enumerate(reach, place + 1) if not word.text[0].isalnum()]
    thats.append(len(words) + _AHEAD)
    return [
        (
            words[begin - 1].low if begin - 1 > place else "CUE",
            words[begin].shape,
            _OFFSETS[min(begin - place, 7)],
            _against(begin, proposed[0]),
            "yes" if thats[bisect_right(thats, begin)] <= begin + _AHEAD else "no",
            words[marks[led - 1]].low if (led := bisect_left(marks, begin)) else "-",
        )
        for begin in begins
    ]


def _against(place: int, proposed: int) -> str:
    return "at" if place == proposed else "early" if place < proposed else "late"


def end_context(sides: Sides, begin: int) -> Signs:
    """Return the signs that all ends share: the cue, the first word said and the one before it."""
    led = sides.words[begin - 1].low if begin - 1 > sides.place else "CUE"
    return (sides.words[sides.place].low[-3:], sides.words[begin].shape, led)


def end_signs(sides: Sides, begin: int, ends: Sequence[int], proposed: Place) -> list[Signs]:
    """Return what tells of each place whether the words said, which begin at `begin`, end there."""
    words, last = sides.words, sides.last
    commas = [at for at in range(begin, last) if words[at].low == ","]
    return [
        (
            words[end].shape if end < last else "END",
            words[end + 1].shape if end + 1 < last else "END",
            words[end - 1].shape,
            _against(end, proposed[1]),
            _LENGTHS[min(end - begin, _LONGEST)],
            _OFFSETS[min(bisect_left(commas, end), 3)],
            _LENGTHS[min(last - end, _LONGEST)],
        )
        for end in ends
    ]
