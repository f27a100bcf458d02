"""Whether the words around a date speak of the past or of what is to come."""

import re
from typing import Literal

from ..model import Span

Tense = Literal["past", "future"]

# What stands between commas about a noun has a verb of its own.
_RELATIVE = re.compile(r",\s(?:who|whom|whose|which|where)\b[^,;:.!?\"]*,")
_WORD = re.compile(r"[a-z']+")
# The points and colon of "9:30 p.m." break nothing. Those of "0.3" do: of 1,500 agency articles
# that let them pass, three dozen dated a month of the past a year ahead by a forecast before it.
_CLAUSE_BREAK = re.compile(r"[;!?\"]|:(?!\d\d\b)|\.(?!m\.)(?<![ap]\.m\.)")
# Not full stops alone: "Mr." inside a sentence ends no clause, but losing the verb costs little.
_CLAUSE_END = re.compile(r"[.;!?]\s|\"")
_FUTURE = frozenset(
    "will shall would could may might can won't we'll i'll he'll she'll they'll it'll upcoming "
    "forecast scheduled slated due planned planning postponed delayed deferred adjourned plans expects "
    "expected hopes ahead tomorrow deadline set preparing prepares prepare awaits eve looms".split()
)
_AUXILIARIES = frozenset("will shall won't would".split())
# Right before a date these look forward: "by Friday", "until May 3".
_TOWARDS = frozenset("by until till".split())
_PLAN_BEFORE_TO = frozenset(
    "plan plans planned planning expect expects expected schedule scheduled set due is are be hope "
    "hopes hoping intend intends prepare prepares preparing going ready likely about slated poised "
    "aims aim".split()
)
_PAST = frozenset(
    "was were had did been said told met began came went left took made gave held won lost fell rose "
    "saw found got became spoke wrote sent led ran shot struck broke brought built bought chose drew "
    "drove fought flew hit kept knew laid paid put sank sat sold spent stood swore taught thought "
    "threw wore according heard felt caught fled dealt dug ate drank bit blew bent bound clung crept "
    "fed flung forgot forgave froze grew hid hung lent lit meant rang rode sang sought shook slid "
    "slept slipped stole stuck swam tore understood withdrew woke".split()
)
_NO_VERBS = frozenset("need indeed united hundred speed breed".split())
_PRESENT_FUTURE = frozenset("begins starts opens ends expires takes closes faces meets".split())
# In running text the present tells what is fixed to come ("voters go to the polls on Sunday"); in
# a headline it tells what has happened. Verbs that are nouns as well ("the close on Monday") are not here.
_FIXED = frozenset("go goes meet convene convenes arrive arrives depart departs".split())
_PUT_OFF = frozenset("postponed delayed deferred adjourned".split())
_CALLED_OFF = frozenset("cancelled canceled postponed scheduled rescheduled".split())
_ARTICLES = frozenset("the a an its his her their our".split())
# These open a clause of its own: the verb before them is not that of the date.
_SUBORDINATE = frozenset("when if once unless".split())
_OPENERS = frozenset("on and but early late earlier later by until till".split())
_LEAST_ED = 4
# Verbs stand within about a line of their date.
_WINDOW = 110
_FURTHEST_FORWARD = 14


def tense_around(
    text: str, sentence: Span, begin: int, end: int, headline: bool = False
) -> Tense | None:
    """Return what the nearest verb of its sentence says of the date at `[begin, end)`, if one is near."""
    before = _RELATIVE.sub("", text[max(sentence.begin, begin - _WINDOW) : begin])
    breaks = [found.end() for found in _CLAUSE_BREAK.finditer(before)]
    words = _words(before[breaks[-1] :] if breaks else before)
    after = text[end : min(sentence.end, end + _WINDOW)]
    stop = _CLAUSE_END.search(after)
    following = _words(after[: stop.start()] if stop else after)
    if not [word for word in words if word not in _OPENERS]:
        # A date that opens its clause belongs to the verb after it.
        return _forwards(following) or ("future" if _TOWARDS.intersection(words) else None)
    return _backwards(words, headline) or _forwards(following)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _backwards(words: list[str], headline: bool) -> Tense | None:
    if words[-1] in _TOWARDS:
        return "future"
    if "since" in words[-2:]:
        return "past"  # "its first gain since May", whatever is forecast before it
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word in _SUBORDINATE:
            return None
        if _is_attribute(words, place):
            continue
        if word in _PUT_OFF and words[place + 1 : place + 2] in (["in"], ["on"]):
            return "past"  # "postponed in March" tells when it was put off, "to March" until when
        if _is_past(word) and word not in _FUTURE:
            earlier = words[max(0, place - 3) : place]
            to_be = "be" in earlier[-1:] and not _AUXILIARIES.union({"to"}).isdisjoint(earlier)
            return "future" if to_be else "past"
        if word in _FUTURE or word in _PRESENT_FUTURE or (word in _FIXED and not headline):
            return "future"
        if word == "to" and place + 1 < len(words) and _is_plan(words, place, headline):
            return "future"
    return None


def _is_plan(words: list[str], place: int, headline: bool) -> bool:
    if headline and not any(_is_past(word) for word in words[:place]):
        return True
    return place > 0 and words[place - 1] in _PLAN_BEFORE_TO


def _forwards(words: list[str]) -> Tense | None:
    for place, word in enumerate(words[:_FURTHEST_FORWARD]):
        if word in _AUXILIARIES or word in _PRESENT_FUTURE:
            return "future"
        if word == "to" and place and words[place - 1] in {"is", "are", "due", "set", "going"}:
            return "future"
        if _is_attribute(words, place):
            continue
        if word in {"has", "have"} and _CALLED_OFF.intersection(words[place + 1 : place + 3]):
            return "future"  # what was to come then will not
        if _is_past(word) or word in {"has", "have"}:
            return "past"
    return None


def _is_attribute(words: list[str], place: int) -> bool:
    """Return whether a word in -ed stands between an article and a noun ("the flooded valley")."""
    return (
        0 < place < len(words) - 1
        and words[place].endswith("ed")
        and words[place - 1] in _ARTICLES
        and words[place + 1] not in _OPENERS
    )


def _is_past(word: str) -> bool:
    return word in _PAST or (
        word.endswith("ed") and len(word) > _LEAST_ED and word not in _NO_VERBS
    )
