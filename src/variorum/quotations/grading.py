"""How much a change matters: harmless, notable, or alters the meaning, with the reason."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ..model import ChangeKind, Grade
from ..text import folded_words
from .denial import denies
from .stated import stated_numbers

# Words that bound a statement: with or without them it claims more, or less.
_BOUNDS = frozenset(
    "if unless until only all every some most many few several almost nearly may might must likely "
    "probably possibly perhaps maybe always sometimes alleged allegedly reportedly except more less "
    "least fewer potentially supposedly apparently partly mostly".split()
)
# In a clause that is left out or put in whole they bound only that clause.
_MOST_BOUNDED = 4
_POSSIBLE = frozenset("may might could can possibly perhaps maybe".split())
_CERTAIN = frozenset("will shall must certainly definitely is are was were".split())
_OPPOSITES = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("before", "after"),
        ("up", "down"),
        ("high higher highest", "low lower lowest"),
        ("increase increases increased increasing", "decrease decreases decreased decreasing"),
        ("rise rises rose risen rising", "fall falls fell fallen falling"),
        ("win wins won winning", "lose loses lost losing"),
        ("support supports supported supporting", "oppose opposes opposed opposing"),
        ("allow allows allowed allowing", "ban bans banned banning forbid forbids"),
        ("begin begins began start starts started", "end ends ended stop stops stopped"),
        ("guilty", "innocent"),
        ("friend friends ally allies", "enemy enemies foe foes"),
        ("true", "false"),
        ("right", "wrong"),
        ("good better best", "bad worse worst"),
        ("safe", "dangerous"),
        ("strong stronger", "weak weaker"),
        ("success", "failure"),
        ("always", "sometimes seldom rarely"),
        ("all every", "some few many most"),
        ("against", "for"),
    )
)
_OBLIGING = frozenset("must may might should can could shall".split())
_PERSONS = (
    frozenset("i me my mine myself".split()),
    frozenset("we us our ours ourselves".split()),
    frozenset("you your yours yourself yourselves".split()),
    frozenset(
        "he him his himself she her hers herself it its itself they them their theirs".split()
    ),
)
_LITTLE = frozenset(
    "a an the of to in on at for and that this these those which who is are was were be been it its "
    "so very just also too then there here well now".split()
)
_CONDITIONS = frozenset("unless if except although though provided until".split())
_TAKES_BACK = _CONDITIONS | {"but", "however", "yet"}
_LIMITS = _CONDITIONS | {"only", "must", "not", "never", "no"}
_SENTENCE_END = re.compile(r"[.!?…][\"”'’)]*(?:\s+|$)")
_ELLIPSIS = re.compile(r"\.\.+|…|\.(?: \.)+|\[\s*\]")
_BRACKETED = re.compile(r"[\[(][^\])]*\w[^\])]*[\])]|\[\w*\]")
_ORDER: tuple[Grade, ...] = ("harmless", "notable", "alters meaning")


def grade(
    kind: ChangeKind,
    before: str,
    after: str,
    *,
    marked: bool = False,
    piece: bool = False,
    opening: bool = False,
    moved: Sequence[str] = (),
) -> tuple[Grade, str]:
    """Return the grade of a change and why.

    `marked` says that the rendering shows by a sign that something is left out, `piece` that it is a
    phrase within reported speech, `opening` that the beginning is left out, `moved` which words
    changed places.

    >>> grade("figure", "2,500", "3,500")[0]
    'alters meaning'
    """
    if kind == "negation":
        return "alters meaning", "one denies what the other does not"
    if kind == "figure":
        return "alters meaning", "another number"
    if kind == "attribution":
        return "alters meaning", "given to another speaker"
    if kind == "splice":
        return "notable", "two utterances are joined into one"
    if kind in ("punctuation", "orthographic"):
        if ("?" in before) != ("?" in after):
            return "notable", "a question on one side only"
        return "harmless", "the words are the same"
    if kind == "transposition":
        if any(word in _BOUNDS or denies(word) for word in moved):
            return "notable", "the same words, but what bounds them stands elsewhere"
        return "harmless", "the same words in another order"
    if kind == "truncation":
        return _graded_cut(before, marked, piece, opening)
    return _graded_words(kind, before, after)


def worst_of(grades: Iterable[Grade]) -> Grade | None:
    """Return the gravest of some grades, `None` where there are none."""
    return max(grades, key=_ORDER.index, default=None)


def _graded_cut(before: str, marked: bool, piece: bool, opening: bool) -> tuple[Grade, str]:
    if piece:
        return "harmless", "a phrase quoted within reported speech"
    word = _condition_before(before) if opening else _taken_back(before)
    if word:
        return "alters meaning", f"what was cut takes back a part: “{word}”"
    if marked:
        return "harmless", "a part is left out, and a sign says so"
    return "notable", "a part is left out without a sign"


def _taken_back(lost: str) -> str | None:
    """Return the word with which what is cut off at the end takes back a part of what stays.

    It goes on in the sentence, or its first sentence bounds the one before: “But only if …”.
    """
    first, *_ = _SENTENCE_END.split(lost.lstrip(" \"“'‘"), maxsplit=1)
    words = folded_words(first)
    if not words or words[0] not in _TAKES_BACK:
        return None
    same_sentence = first[:1].islower()
    bounded = words[0] not in _CONDITIONS and any(
        word in _LIMITS or denies(word) for word in words[1:]
    )
    return words[0] if same_sentence or bounded else None


def _condition_before(lost: str) -> str | None:
    """Return the word with which the clause cut off at the beginning bounds what follows it."""
    *_, last = _SENTENCE_END.split(lost)
    words = folded_words(last)
    return words[0] if words and words[0] in _CONDITIONS else None


def _graded_words(kind: ChangeKind, before: str, after: str) -> tuple[Grade, str]:
    changed = _changed(before, after)
    marked = kind == "omission" and _ELLIPSIS.search(after) and not _ELLIPSIS.search(before)
    if kind == "grammatical":
        return _graded_form(before, after, changed)
    if _is_bracketed(after) and not _is_bracketed(before):
        return "harmless", "brackets mark it as the editor's"
    if len(changed) <= _MOST_BOUNDED and (bound := _bound(before, after, changed)):
        return "alters meaning", bound
    if marked:
        return "harmless", "the omission is marked"
    if changed <= _LITTLE:
        return "harmless", "only little words differ"
    if kind in ("omission", "addition") and stated_numbers((before or after).split()):
        return "notable", "a number is left out" if kind == "omission" else "a number is added"
    if kind == "omission":
        return "notable", "words are left out without a sign"
    return "notable", "words are added" if kind == "addition" else "other words"


def _bound(before: str, after: str, changed: set[str]) -> str | None:
    """Return why a change of a few words makes a statement wider, narrower or the opposite."""
    left, right = set(folded_words(before)), set(folded_words(after))
    if any((left & a and right & b) or (left & b and right & a) for a, b in _OPPOSITES):
        return "says the opposite"
    if (left & _POSSIBLE and right & _CERTAIN) or (left & _CERTAIN and right & _POSSIBLE):
        return "what is possible is not what is so"
    bounds = sorted(changed & _BOUNDS)
    return f"bounds what is said: {', '.join(bounds)}" if bounds else None


def _graded_form(before: str, after: str, changed: set[str]) -> tuple[Grade, str]:
    """Grade a change of tense, mood, person or number."""
    left, right = set(folded_words(before)), set(folded_words(after))
    obliged, obliges = left & _OBLIGING, right & _OBLIGING
    if obliged and obliges and obliged != obliges and {"must"} & (obliged ^ obliges):
        return "alters meaning", "what must be is not what may be"
    persons = [[at for at, forms in enumerate(_PERSONS) if forms & side] for side in (left, right)]
    if persons[0] and persons[1] and persons[0] != persons[1]:
        return "notable", "another person is meant, or the words are no longer the speaker's own"
    if changed & _BOUNDS:
        return "notable", "tense or mood differs"
    return "harmless", "another form of the same words"


def _is_bracketed(text: str) -> bool:
    return _BRACKETED.search(text) is not None and not _ELLIPSIS.fullmatch(text.strip("[] "))


def _changed(before: str, after: str) -> set[str]:
    left, right = Counter(folded_words(before)), Counter(folded_words(after))
    return set((left - right) + (right - left))
