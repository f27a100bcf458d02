"""Subjects: the words that name who says what a cue governs.

Without a parser: a subject stands before its verb and behind a border, or, turned about, behind it.
"""

from collections.abc import Sequence

from .masking import Word, is_cover
from .small_words import AUXILIARY as AUXILIARY
from .small_words import BORDERS as BORDERS
from .small_words import LEADING as LEADING
from .small_words import SMALL_WORDS as SMALL_WORDS

CLOSING = frozenset("\"”»'’") | {"''", "’’"}
OPENING = frozenset("\"“«„‘'") | {"''", "``", "‘‘"}
STOPS = frozenset(",;:—–()[]-…") | CLOSING | OPENING
_LEFT_OUT = STOPS - {")"}
_BEFORE_SUBJECT = CLOSING | {","}
_BEFORE_NAME = _BEFORE_SUBJECT | {"—"}
_HELPED = AUXILIARY | {"been"}
_AGENT_END = STOPS | BORDERS | {"of", "for", "to"}
_ADVERBIAL = frozenset("in on at during after to for with about from by over against into".split())
_APPOSED = frozenset("a an the one".split())
_RELATIVE = frozenset(("who", "which", "whom"))
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday on in at during last "
    "this week month year night morning afternoon evening earlier late statement interview tweet "
    "news conference by email told via briefing speech through a an the of to".split()
)
_TIMED = TIMES - {"the", "a", "an"}
PLAIN = frozenset(
    "said says say told added adds wrote writes tweeted noted notes explained continued replied "
    "argued recalled concluded declared insisted asked asks responded joked warned stated claimed".split()
)
# A subject with its titles and its home is seldom longer; past this the border was missed.
_LONGEST_SUBJECT = 16
_LONGEST_APPOSITION = 30


def subject_begin(words: Sequence[Word], place: int, low: int) -> int:
    """Return where the subject of the verb at `place` begins: behind the border before it."""
    at = place
    while at > low and words[at - 1].low in AUXILIARY:
        at -= 1
    opener = None
    if at > low and words[at - 1].low == ",":
        opener = _apposition(words, at - 1, low)
        if opener is not None:
            at = opener
    while at > low:
        word = words[at - 1]
        if word.low == ")":
            opened = _parenthesis(words, at - 1, low)
            if opened is not None:
                at = opened
                continue
        if word.low in BORDERS and not (word.low == "and" and _joins_names(words, at - 1)):
            break
        if (word.low in STOPS and not _is_title_point(words, at - 1)) or is_cover(word):
            break
        at -= 1
    if opener is not None and at > low and words[at].low in _APPOSED and words[at - 1].low == ",":
        return _name_before(words, at - 1, low) or at
    return at


def _name_before(words: Sequence[Word], comma: int, low: int) -> int | None:
    """Return where a name begins that ends at a comma and opens its clause: two appositions follow it."""
    at = comma
    while at > low and words[at - 1].text[0].isupper() and not is_cover(words[at - 1]):
        at -= 1
    opens = at == low or words[at - 1].low in _BEFORE_NAME or is_cover(words[at - 1])
    return at if at < comma and opens and words[at].low not in LEADING else None


def _parenthesis(words: Sequence[Word], closed: int, low: int) -> int | None:
    """Return where "(D-Wis.)" opens that closes at `closed`."""
    for at in range(closed - 1, max(low, closed - 12) - 1, -1):
        if words[at].low == "(":
            return at
    return None


def _apposition(words: Sequence[Word], comma: int, low: int) -> int | None:
    """Return where "name, role," ends before its first comma, given the second."""
    for at in range(comma - 1, max(low, comma - _LONGEST_APPOSITION) - 1, -1):
        if words[at].low in {",", "("} and at > low:
            return at
        if words[at].low in CLOSING or is_cover(words[at]):
            return None
    return None


def _joins_names(words: Sequence[Word], place: int) -> bool:
    return (
        0 < place < len(words) - 1
        and words[place - 1].text[0].isupper()
        and words[place + 1].text[0].isupper()
    )


def _is_title_point(words: Sequence[Word], place: int) -> bool:
    return words[place].low == "."


def trimmed_subject(words: Sequence[Word], begin: int, place: int) -> tuple[int, int] | None:
    """Return the subject without auxiliaries and relative pronouns; or the "who" in its place."""
    end = place
    while end > begin and (words[end - 1].low in AUXILIARY or words[end - 1].low.endswith("ly")):
        end -= 1
    while end > begin and words[end - 1].low in _LEFT_OUT:
        end -= 1
    comma = next((at for at in range(begin + 1, end) if words[at].low == ","), None)
    if comma is not None:
        # "Venn, who came by train, said": the name before its apposition is enough.
        end = comma
    if end == begin + 1 and words[begin].low in LEADING:
        return None
    if end > begin:
        return max(begin, end - _LONGEST_SUBJECT), end
    return (begin - 1, begin) if begin and words[begin - 1].low in _RELATIVE else None


def antecedent_of(words: Sequence[Word], speaker: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return what a "who" refers to: the words before it."""
    if speaker is None or words[speaker[0]].low not in _RELATIVE:
        return None
    last = speaker[0]
    while last and words[last - 1].low in STOPS:
        last -= 1
    first = subject_begin(words, last, 0)
    return (max(first, last - _LONGEST_SUBJECT), last) if first < last else None


def inverted_subject(
    words: Sequence[Word], begin: int, place: int, limit: int
) -> tuple[int, int] | None:
    """Return the subject behind its verb: “…,” said the mayor."""
    if words[place].low not in PLAIN or begin != place or place + 1 >= limit:
        return None
    if begin and words[begin - 1].low not in _BEFORE_SUBJECT:
        return None
    end = place + 1
    while end < limit and words[end].low not in STOPS and words[end].low not in BORDERS:
        if words[end].low in {"in", "on", "at", "during", "after"} and end > place + 1:
            break
        end += 1
    first = words[place + 1]
    timed = first.low in _TIMED or first.low.endswith("ly")
    return (place + 1, end) if end > place + 1 and not timed and not is_cover(first) else None


def agent_of(words: Sequence[Word], place: int, limit: int) -> tuple[int, int] | None:
    """Return who did it, of a passive verb: "was accused by the union"."""
    if not place or words[place - 1].low not in _HELPED:
        return None
    helped = {words[at].low for at in range(max(0, place - 3), place)}
    if not helped & {"was", "were", "been", "be", "is", "are", "being"}:
        return None
    for at in range(place + 1, min(limit, place + 8)):
        if words[at].low == "by":
            end = at + 1
            while end < limit and words[end].low not in _AGENT_END:
                end += 1
            return (at + 1, end) if end > at + 1 else None
    return None


def opening_name(words: Sequence[Word], begin: int, limit: int) -> tuple[int, int] | None:
    """Return the subject that opens a sentence, if a name or pronoun does so before `limit`."""
    at = begin
    while at < limit and words[at].low in OPENING:
        at += 1
    if at < limit and words[at].low in LEADING:
        comma = next((each for each in range(at, limit) if words[each].low == ","), None)
        if comma is None:
            return None
        at = comma + 1
    end = at
    while end < limit and (
        words[end].text[0].isupper() or words[end].low in {"the", "of", "he", "she", "they", "."}
    ):
        if is_cover(words[end]):
            break
        end += 1
    while end > at and words[end - 1].low in {"of", "the", "."}:
        end -= 1
    return (at, end) if end > at else None


def noun_phrase_end(words: Sequence[Word], begin: int, limit: int) -> int:
    """Return where a phrase that names somebody ends: at a mark, a border, a verb's helper."""
    end = begin
    while end < limit and words[end].low not in STOPS and words[end].low not in BORDERS:
        low = words[end].low
        if is_cover(words[end]) or (end > begin and (low in _ADVERBIAL or low in AUXILIARY)):
            break
        end += 1
    return end
