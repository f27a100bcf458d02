"""What a cue governs: the words that are said, and the words that name who says them.

Works on one covered sentence, from left to right, without a parser: subjects stand before their
verb and behind a border; what is said runs to the end of the clause.
"""

from collections.abc import Sequence
from typing import NamedTuple

from .borders import chosen_borders, chosen_end
from .cues import QUOTING, Cue, is_quoted_as_saying
from .layouts import Layout, Sides, chosen_layout
from .masking import Word, is_cover
from .speakers import chosen_speaker
from .subjects import (
    AUXILIARY,
    CLOSING,
    LEADING,
    OPENING,
    PLAIN,
    TIMES,
    agent_of,
    antecedent_of,
    inverted_subject,
    opening_name,
    subject_begin,
    trimmed_subject,
)

_ADDRESSED = frozenset("told tells tell telling asked ask asks asking reminded reminding".split())
_BEFORE_WORDS = frozenset("that to about whether if how why what : not he she they it".split())
_COLON = frozenset(":—–―-")
_HUNG_ON = LEADING | frozenset("to of for in by without from with on about against".split())
_PARTING = CLOSING | {",", "—", "–"}
_BEFORE_MEDIA = CLOSING | {","}
_GOING_ON = frozenset("but and then so".split())
_TOWARDS = frozenset(("by", "from"))
_SUBJECTS = frozenset("he she they the a an his her their".split())
_LONGEST_SIGNED = 5
# Even odds: that the last word of such a sentence is a verb of speech is likely, and no more.
_SIGNED_ODDS = 0.0


class Clause(NamedTuple):
    """What one cue governs: ranges of words `[begin, end)` of its sentence.

    `content` is all that the cue may govern, quoted words with it; `said` is what it does govern, as
    far as can be told. `antecedent` is what a speaker that is written "who" refers to.
    """

    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    speaker: tuple[int, int] | None
    via: tuple[int, int] | None = None
    odds: float = 0.0
    antecedent: tuple[int, int] | None = None
    said: tuple[tuple[int, int], ...] = ()


class Governed(NamedTuple):
    """A cue as the rules read it, before the choice: its clause, its reach, the speaker before it."""

    cue: Cue
    clause: Clause
    limit: int
    shared: tuple[int, int] | None


def clauses(words: Sequence[Word], cues: Sequence[Cue]) -> tuple[Clause, ...]:
    """Return what each cue of a covered sentence governs, in order; a participle shares its speaker."""
    found: list[Clause] = []
    for number in range(len(cues)):
        governed = govern(words, cues, number, found[-1] if found else None)
        found.append(chosen_clause(words, governed))
    return tuple(found)


def govern(
    words: Sequence[Word], cues: Sequence[Cue], number: int, previous: Clause | None
) -> Governed:
    """Return what the rules say that one of the cues governs."""
    limit = _limit(words, cues, number)
    clause = _govern(words, cues[number], limit, previous)
    return Governed(cues[number], clause, limit, previous.speaker if previous else None)


def chosen_clause(words: Sequence[Word], governed: Governed) -> Clause:
    """Return the clause of a cue with the speaker, the sides and the borders that are likeliest."""
    clause, place = governed.clause, governed.cue.place
    speaker, said = clause.speaker, clause.content
    if is_chosen(words, governed):
        speaker = chosen_speaker(words, place, governed.limit, speaker, governed.shared)
    if words[place].low not in _COLON and not is_quoted_as_saying(words, place):
        sides = sides_of(words, governed, speaker)
        said = _said(sides, chosen_layout(sides), governed)
    antecedent = antecedent_of(words, speaker)
    return clause._replace(speaker=speaker, antecedent=antecedent, said=said)


def _said(sides: Sides, layout: Layout, governed: Governed) -> tuple[tuple[int, int], ...]:
    """Return the words that a cue governs, on the sides that were chosen."""
    said: list[tuple[int, int]] = []
    if layout in ("before", "both"):
        said.append((0, sides.before))
    if layout == "both":
        going_on = sides.continuation()
        if going_on is not None:
            said.append((going_on, chosen_end(sides, going_on, (going_on, sides.last))))
    if layout == "behind":
        said.append(chosen_borders(sides, proposed_behind(governed)))
    return tuple(said)


def sides_of(words: Sequence[Word], governed: Governed, speaker: tuple[int, int] | None) -> Sides:
    """Return the words around a cue and its speaker."""
    place = governed.cue.place
    begin, end = place, governed.clause.cue[1]
    if words[place].low == "according":
        end = speaker[1] if speaker else end
    else:
        begin = subject_begin(words, place, 0)
        if speaker is not None and begin == place and speaker[1] <= place:
            begin = speaker[0] if place - speaker[1] < 2 else begin
        if speaker is not None and speaker[0] == place + 1:
            end = speaker[1]
    return Sides(words, place, (begin, end), sentence_end(words), _layout(governed))


def _layout(governed: Governed) -> Layout:
    content, place = governed.clause.content, governed.cue.place
    before = any(each[0] < place for each in content)
    behind = any(each[0] > place for each in content)
    return "both" if before and behind else "before" if before else "behind" if behind else "none"


def proposed_behind(governed: Governed) -> tuple[int, int]:
    """Return the words behind a cue that it governs by the rules, or all of them."""
    place = governed.cue.place
    behind = (each for each in governed.clause.content if each[0] > place)
    return next(behind, (governed.clause.cue[1], governed.limit))


def is_chosen(words: Sequence[Word], governed: Governed) -> bool:
    """Whether the speaker of a cue is chosen; "according to", a colon and "quoted as saying" show it."""
    place = governed.cue.place
    low = words[place].low
    return low != "according" and low not in _COLON and not is_quoted_as_saying(words, place)


def signed(words: Sequence[Word]) -> tuple[Clause, ...]:
    """Return the clause of a sentence of quoted words that ends in a subject and an unknown verb.

    “Go!” she yells. “Go,” Orla Venn thundered.
    """
    cover = next((at for at, word in enumerate(words) if is_cover(word)), None)
    if cover is None or cover > 1:
        return ()
    begin = cover + 1
    while begin < len(words) and words[begin].low in _PARTING:
        begin += 1
    end = sentence_end(words)
    verb = end - 1
    subject = words[begin:verb]
    named = 0 < len(subject) <= _LONGEST_SIGNED and (
        subject[0].low in _SUBJECTS or subject[0].text[0].isupper()
    )
    if not named or not words[verb].low.endswith(("s", "ed")) or not words[verb].text.islower():
        return ()
    if begin == cover + 1 or any(is_cover(word) for word in subject):
        return ()
    content = ((0, begin),)
    return (Clause((verb, verb + 1), content, (begin, verb), odds=_SIGNED_ODDS, said=content),)


def _limit(words: Sequence[Word], cues: Sequence[Cue], number: int) -> int:
    """Return where the reach of a cue ends: before the subject of a later cue behind a comma."""
    here = cues[number].place
    for later in cues[number + 1 :]:
        place = later.place
        begin = subject_begin(words, place, here + 1)
        border = begin - 1
        if border > here + 1 and words[border].low in {",", ";", "—", "–"}:
            return border
        if border > here + 1 and words[border].low in {"and", "but", "while"}:
            return border
    return sentence_end(words)


def sentence_end(words: Sequence[Word]) -> int:
    """Return where a sentence ends, without its final marks."""
    end = len(words)
    while end and words[end - 1].low in {".", "!", "?", "…"}:
        end -= 1
    return end


def _govern(words: Sequence[Word], cue: Cue, limit: int, previous: Clause | None) -> Clause:
    place = cue.place
    if words[place].low == "according":
        return _according(words, cue, limit)
    if words[place].low in _COLON:
        return _labelled(words, cue, limit)
    if is_quoted_as_saying(words, place):
        return _quoted_as_saying(words, cue, limit)
    begin = subject_begin(words, place, previous.cue[1] if previous else 0)
    speaker = trimmed_subject(words, begin, place)
    if speaker is not None and _hangs(words, place, speaker):
        speaker = None
    inverted = inverted_subject(words, begin, place, limit)
    if inverted is not None and speaker is None:
        speaker = inverted
    if _follows_content(words, begin, place, limit, inverted):
        return _before(words, cue, begin, limit, speaker or _shared(words, place, previous))
    if inverted is not None:
        return _behind(words, place, limit, inverted, cue.odds, end=inverted[1] - 1)
    passive = agent_of(words, place, limit)
    if passive is not None:
        speaker = passive
    return _behind(
        words, place, limit, speaker or _shared(words, place, previous), cue.odds, end=place
    )


def _follows_content(
    words: Sequence[Word],
    begin: int,
    place: int,
    limit: int,
    inverted: tuple[int, int] | None,
) -> bool:
    """Whether what is said stands before subject and cue: behind a comma or a closing mark."""
    if not begin or words[begin - 1].low not in _PARTING:
        return False
    if inverted is not None:
        return inverted[1] >= limit or words[inverted[1]].low != ":"
    after = words[place + 1 : limit]
    if any(word.low == "that" for word in after[:3]) and after[0].low != ",":
        return False
    if not after or after[0].low in {",", ".", ";"}:
        return True
    if after[0].low == ":":
        return False
    if words[place].low in _ADDRESSED:
        comma = next((at for at, word in enumerate(after) if word.low == ","), len(after))
        return not any(word.low in _BEFORE_WORDS or is_cover(word) for word in after[:comma])
    if words[begin - 1].low in CLOSING and words[place].low in PLAIN:
        return not is_cover(after[0]) and not (len(after) > 1 and is_cover(after[1]))
    return all(word.low in TIMES or word.text[0].isupper() for word in after[:6]) and (
        words[place].low in PLAIN
    )


def _before(
    words: Sequence[Word], cue: Cue, begin: int, limit: int, speaker: tuple[int, int] | None
) -> Clause:
    """Return the clause of a cue that follows the words said; they may go on behind it."""
    place = cue.place
    content = [(0, begin - 1)] if begin > 1 else []
    for at in range(place + 1, limit - 1):
        if words[at].low != ",":
            continue
        behind = at + 2 if words[at + 1].low in _GOING_ON and at + 2 < limit else at + 1
        if words[behind].low in OPENING or is_cover(words[behind]):
            content.append((behind, limit))
            break
    return Clause((place, place + 1), tuple(content), speaker, odds=cue.odds)


def _behind(
    words: Sequence[Word],
    place: int,
    limit: int,
    speaker: tuple[int, int] | None,
    odds: float,
    *,
    end: int,
) -> Clause:
    """Return the clause of a cue before the words said."""
    first = end + 1
    if words[end].low in _ADDRESSED:
        first = _behind_addressee(words, first, limit)
    while first < limit and words[first].low in {",", ":", "-", "—"}:
        first += 1
    content = ((first, limit),) if first < limit else ()
    return Clause((place, end + 1), content, speaker, odds=odds)


def _behind_addressee(words: Sequence[Word], first: int, limit: int) -> int:
    for at in range(first, min(limit, first + 10)):
        if words[at].low in {"that", "to", "about", "whether", "if", "how", "why", "what"}:
            return at
        if words[at].low in OPENING or is_cover(words[at]):
            return at
        if words[at].low in {":", ","}:
            return at + 1
    return min(first + 1, limit - 1) if first + 1 < limit else first


def _according(words: Sequence[Word], cue: Cue, limit: int) -> Clause:
    """Return the clause of "according to": the speaker behind it, the words said on the other side."""
    place = cue.place
    begin = place + 2 if place + 1 < len(words) and words[place + 1].low == "to" else place + 1
    end = begin
    while end < limit and words[end].low not in {",", ";", "(", "—", "who", "which", "that"}:
        end += 1
    speaker = (begin, end) if end > begin else None
    if place > 1:
        last = place - 1 if words[place - 1].low in {",", "—"} else place
        content: tuple[tuple[int, int], ...] = ((0, last),)
    else:
        content = ((end + 1, limit),) if end + 1 < limit else ()
    return Clause((place, begin), content, speaker, odds=cue.odds)


def _hangs(words: Sequence[Word], place: int, speaker: tuple[int, int]) -> bool:
    """Whether a cue hangs on another verb: "left for home, saying", "tried to explain", "by talking".

    What stands before it is then no subject, but an object or an adverbial.
    """
    hangs = words[place].low.endswith("ing") and words[place - 1].low not in AUXILIARY
    return hangs and words[speaker[0]].low in _HUNG_ON


def _quoted_as_saying(words: Sequence[Word], cue: Cue, limit: int) -> Clause:
    """Return the clause of "media quoted X as saying" (via the media) or "X was quoted as saying"."""
    saying = cue.place
    at = next(at for at in range(saying - 1, -1, -1) if words[at].low in QUOTING)
    begin = subject_begin(words, at, 0)
    subject = trimmed_subject(words, begin, at)
    speaker, via = subject, None
    by = next((place for place in range(at, saying) if words[place].low in _TOWARDS), None)
    if by is not None and by + 1 < saying - 1:
        via = (by + 1, saying - 1)
    elif at + 1 < saying - 1:
        speaker, via = (at + 1, saying - 1), subject
    after = (saying + 1, limit)
    content: tuple[tuple[int, int], ...] = ()
    if begin > 1 and words[begin - 1].low in _BEFORE_MEDIA:
        content = ((0, begin - 1),)
    elif after[0] < after[1]:
        content = (after,)
    return Clause((at, saying + 1), content, speaker, via, cue.odds)


def _labelled(words: Sequence[Word], cue: Cue, limit: int) -> Clause:
    """Return the clause of a colon or dash: "Mayor: no more mines", "“No more mines” — the mayor"."""
    place = cue.place
    if place and (words[place - 1].low in CLOSING or is_cover(words[place - 1])):
        signed = (place + 1, limit) if place + 1 < limit else None
        return Clause((place, place + 1), ((0, place),), signed, odds=cue.odds)
    begin = subject_begin(words, place, 0)
    content = ((place + 1, limit),) if place + 1 < limit else ()
    speaker = (begin, place) if begin < place else None
    return Clause((place, place + 1), content, speaker, odds=cue.odds)


def _shared(words: Sequence[Word], place: int, previous: Clause | None) -> tuple[int, int] | None:
    """Return the speaker of a verb without a subject of its own.

    It is that of the verb before it ("and added"), or stands behind the comma ("Claiming that
    …, the mayor left").
    """
    if previous is not None and previous.speaker is not None:
        return previous.speaker
    if place < 3 and words[place].low.endswith("ing"):
        comma = next((at for at in range(place, len(words)) if words[at].low == ","), None)
        if comma is not None:
            return opening_name(words, comma + 1, len(words))
    return opening_name(words, 0, place)
