"""Quoted stretches: which are quotations, and which titles, nicknames, signs or scare quotes.

Marks do not say it; length, capitals, the mark's neighbours and a governing cue do (logistic
regression; weights learned by eval/learn_quotations.py).
"""

import re
from dataclasses import dataclass

from ..text import QuotedSpan
from .clauses import Clause
from .masking import Masked, Word
from .speech_verbs import is_speech_verb
from .subjects import SMALL_WORDS
from .weights import weights

_WORDS = re.compile(r"\w+(?:[-'’.]\w+)*")
# Chinese and Japanese part no words: two signs make one.
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LITTLE = frozenset("a an the of in on at to for and or but with from by as is".split())
# What has a title.
_WORKS = frozenset(
    "show programme program film movie song album book novel series podcast column play painting "
    "documentary memoir single track episode magazine musical opera poem game ballad anthem sitcom "
    "drama comedy theatre broadcast radio tv television host hit essay article op-ed commentary "
    "titled entitled starred starring".split()
)
# Log odds. The score hardly turns on it: on 400 training articles stretch F1 is .972 at -0.6, .973
# at 0, .974 at 0.6.
_EVEN = 0.0
# In Chinese and Japanese print 《》 stand around titles alone.
_TITLE_MARK = "《"
_COLONS = frozenset(":：")
# What a verb of speech adds where no cue was learned: as much as a sure cue adds in English.
_SAID = 4.0
# One or two words in the middle of a sentence may be a title or a name: in 128 pages of 33 countries
# most were.
_FEWEST_SAID = 3
# How many words lie between at the most: a title and a full name.
_VERB_REACH = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quoted stretch in its sentence: the word that covers it, and the clause that governs it."""

    span: QuotedSpan
    sentence: int
    place: int
    clause: Clause | None
    alone: bool
    headline: bool = False


def is_quotation(masked: Masked, stretch: Stretch, *, continued: bool) -> tuple[bool, float]:
    """Return whether a stretch holds words given as said, and the log odds."""
    if masked.dashed:
        return True, _SAID
    if masked.text[stretch.span.begin - 1] == _TITLE_MARK and _IDEOGRAPHS.search(masked.text):
        return False, -_SAID
    learned = weights().stretches
    odds = learned.get("", 0.0)
    for feature in stretch_features(masked, stretch, continued=continued):
        odds += learned.get(feature, 0.0)
    if beside_speech_verb(masked, stretch) and (
        opens_or_follows_colon(masked, stretch)
        or _count_words(masked.text[stretch.span.begin : stretch.span.end]) >= _FEWEST_SAID
    ):
        odds += _SAID
    return odds > _EVEN, odds


def beside_speech_verb(masked: Masked, stretch: Stretch) -> bool:
    """Whether a verb of speech of another language stands near a stretch without a cue."""
    if stretch.clause is not None:
        return False
    near = masked.sentences[stretch.sentence][
        max(0, stretch.place - _VERB_REACH) : stretch.place + _VERB_REACH + 1
    ]
    return any(word.text == word.low and is_speech_verb(word.low) for word in near)


def opens_or_follows_colon(masked: Masked, stretch: Stretch) -> bool:
    """Whether a stretch is the first word of its sentence but for marks, or stands behind a colon."""
    words = masked.sentences[stretch.sentence]
    led = any(word.low in _COLONS for word in words[max(0, stretch.place - 2) : stretch.place])
    return stretch.place <= 1 or led


def _count_words(text: str) -> int:
    ideographs = 0 if text.isascii() else len(_IDEOGRAPHS.findall(text))
    return len(_WORDS.findall(text)) + ideographs // 2


def stretch_features(masked: Masked, stretch: Stretch, *, continued: bool) -> list[str]:
    """Return what tells whether a quoted stretch is a quotation."""
    span = stretch.span
    text = masked.text[span.begin : span.end]
    words = _WORDS.findall(text)
    size = _count_words(text)
    length = str(size) if size < 6 else "6-9" if size < 10 else "10-19" if size < 20 else "20+"
    sentence = masked.sentences[stretch.sentence]
    earlier, before, after = _neighbours(sentence, stretch.place)
    final = text[-1:] if text[-1:] in ".,?!—;:…" else "word"
    titled = _is_titled(words)
    governed = _governed(stretch)
    # Singles are used for nested words, headlines and scare quotes.
    single = masked.text[span.begin - 1 : span.begin] in {"'", "‘"}
    features = [
        "length=" + length,
        "before=" + before,
        "before=" + earlier + " " + before,
        "after=" + after,
        "final=" + final,
        "length,final=" + length + " " + final,
        "governed=" + governed,
        "length,governed=" + length + " " + governed,
        "titled=" + titled,
        "titled,governed=" + titled + " " + governed,
        "titled,before=" + titled + " " + before,
        "length,titled=" + length + " " + titled,
        "marks=" + span.marks,
    ]
    near = [
        word.low.removesuffix("s") for word in sentence[max(0, stretch.place - 6) : stretch.place]
    ]
    if any(word in _WORKS for word in near):
        features.append("work")
        features.append("work titled=" + titled)
    if any(
        word.low.removesuffix("s") in _WORKS
        for word in sentence[stretch.place + 1 : stretch.place + 4]
    ):
        features.append("work behind")
        features.append("work behind titled=" + titled)
    if words:
        opening = words[0].lower()
        if words[0] == opening or opening in SMALL_WORDS:
            features.append("opens=" + opening)
        features.append("opens case=" + ("upper" if words[0][0].isupper() else "lower"))
    if stretch.clause is not None:
        features.append("cue=" + sentence[stretch.clause.cue[0]].low)
    if stretch.alone:
        features.append("alone " + ("continued" if continued else "fresh"))
    if continued:
        features.append("continued")
    if single:
        features.append("single")
        features.append("single " + governed)
    if stretch.headline:
        features.append("headline")
    return features


def _governed(stretch: Stretch) -> str:
    if stretch.clause is None:
        return "alone" if stretch.alone else "no"
    odds = stretch.clause.odds
    return "sure" if odds > 3 else "likely" if odds > 1 else "perhaps" if odds > -0.5 else "hardly"


def _neighbours(sentence: tuple[Word, ...], place: int) -> tuple[str, str, str]:
    """Return two words before and one behind a covered stretch, marks of quotation skipped."""
    left, right = place - 1, place + 1
    while left >= 0 and sentence[left].low in "\"“”„«»‘’'`":
        left -= 1
    while right < len(sentence) and sentence[right].low in "\"“”„«»‘’'`.,?!—":
        right += 1
    return _shape(sentence, left - 1), _shape(sentence, left), _shape(sentence, right)


def _shape(sentence: tuple[Word, ...], place: int) -> str:
    if not 0 <= place < len(sentence):
        return "#"
    word = sentence[place]
    if word.text[0].isupper() and word.low not in SMALL_WORDS:
        return "Name's" if word.low.endswith(("'s", "’s")) else "Name"
    return word.low


def _is_titled(words: list[str]) -> str:
    """Tell a title's capitals: every weighty word has one, and there are at least two."""
    weighty = [word for word in words if word.lower() not in _LITTLE]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in weighty)
    if len(weighty) < 2:
        return "one" if capitals else "none"
    if capitals == len(weighty):
        return "all"
    return "most" if capitals * 3 >= 2 * len(weighty) else "few"
