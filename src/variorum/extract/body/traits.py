"""Traits of a whole page by which one article is told from several, and from none."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from . import wording
from .wrapping import Block

Traits = NDArray[np.float64]

# Each trait with the words in which it is given as a reason where it is high and where it is low;
# {} holds the measured value.
TRAITS: dict[str, tuple[str, str]] = {
    "words of the body (log)": ("{} words of prose stand together", "only {} words of prose"),
    "paragraphs (log)": ("{} paragraphs", "only {} paragraphs"),
    "longest paragraph (log)": ("the longest paragraph has {} words",) * 2,
    "body share of the page": ("{:.0%} of the page's words are one stretch of prose",) * 2,
    "sureness of the body": (
        "prose and the rest of the page differ clearly ({:.0%})",
        "prose and the rest of the page hardly differ ({:.0%})",
    ),
    "paragraphs that tell or quote (log)": (
        "{} paragraphs tell a deed or quote",
        "only {} paragraphs tell a deed or quote",
    ),
    "share of paragraphs that are captions": ("{:.0%} of the paragraphs are worded as captions",)
    * 2,
    "captions against paragraphs": (
        "captions stand for {:.0%} of the captions and paragraphs",
        "paragraphs outnumber captions",
    ),
    "short text with wording of films": (
        "a short text that announces a film or broadcast",
        "no short text that announces a film",
    ),
    "headings that are days (log)": ("{} headings are days of the week",) * 2,
    "captions on the page (log)": ("{} lines are worded as captions",) * 2,
    "pictures counted (log)": (
        "{} lines count pictures or open a viewer",
        "no line counts pictures or opens a viewer",
    ),
    "film wording (log)": (
        "{} lines announce a film or broadcast",
        "no line announces a film or broadcast",
    ),
    "breaks off": ("the text breaks off", "the text does not break off"),
    "asks to log in or pay": (
        "the page asks to log in or subscribe for the rest",
        "the page does not ask to log in or subscribe for more",
    ),
    "rules between parts (log)": ("{} rules part the text", "no rules part the text"),
    "lines that are a time of day (log)": (
        "{} lines hold only a time of day",
        "no line holds only a time of day",
    ),
    "round-up wording near the top": (
        "the top is worded as a round-up or live report",
        "nothing at the top announces a round-up",
    ),
    "datelines (log)": ("{} paragraphs open with a dateline",) * 2,
    "headings in the text, per paragraph": (
        "{:.1f} headings for each paragraph",
        "few headings stand in the text",
    ),
    "paragraphs with a bullet, share": (
        "{:.0%} of the paragraphs are list entries",
        "the paragraphs are no list",
    ),
    "letters to the editor": ("letters to the editor", "no letters to the editor"),
    "paragraphs that share words with others": (
        "the paragraphs keep to one subject: {:.0%} of their telling words recur",
        "the paragraphs change the subject: {:.0%} of their telling words recur",
    ),
    "link-like lines for each paragraph (log)": ("{} short lines for each paragraph",) * 2,
    "first paragraph opens a report": (
        "the first paragraph reports in a full sentence",
        "the first paragraph does not report",
    ),
}

# Below this many words a text beside a film is its notice.
_SHORT = 120
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow yesterday "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi "
    "vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo".split()
)
_WORD = re.compile(r"[^\W_]+(?:['’‘][^\W_]+)*")
# Kana and Han.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_RULE = re.compile(r"^[\W_]{2,}$|^[_*]$|^\.{2,}$")
_TIME = re.compile(
    r"^\W*(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?\s?m\.?|uhr|h|gmt|bst|e[sd]t|utc)|\d{1,2}[:.]\d\d)"
    r"(?: ?[a-z]{2,4})?\W*$",
)
_ROUND_UP = re.compile(
    r"\bthe latest (?:on|from|in)\b|^(?:the )?latest: |\ball times\b|\blive (?:updates?|blog|coverage|"
    r"report)|^live:|\bas it happened\b|\bin brief\b|\bbriefs?$|\bbriefing\b|\bround-?up\b|\bdigest\b|"
    r"\bwrap-?up\b|\bthings (?:you need )?to (?:know|watch)\b|\bneed to know\b|\bthis week\b|"
    r"\b(?:morning|evening|daily|weekly) (?:news|update|report|links)|\btop (?:news|stories|headlines)\b|"
    r"\bheadlines\b|\bnewsletter\b|\bmitschrift\b|\bliveticker\b|\ben direct\b|\ben vivo\b|\bupdates?$",
)
_LETTERS = re.compile(r"\bto the editor\b|\bletters?\b(?: to|:|$)|\breaders (?:write|respond)")
PICTURES = re.compile(
    r"\bimage \d+ of \d+|^\W*\d+ ?(?:of|/) ?\d+\W*$|\bfull ?screen\b|\bslide ?show\b|\bgallery\b|"
    r"\bphotos? \d+|^(?:prev(?:ious)?|next)(?: (?:next|image|photo|slide))?$|\bhide caption\b|"
    r"\bbuy photo\b|\bview photos\b|\blast slide\b",
)
_FILM = re.compile(
    r"\bnow playing\b|\bvideos?\b|\bepisode\b|\bwatch\b|\bprogramme\b|\bbroadcast\b|\bpodcast\b|"
    r"\blisten\b|\btrailer\b|\bclip\b|\bplay\b",
)
_LOGIN = re.compile(
    r"\bread the (?:full|rest)\b|\bfull (?:story|article)\b|\bsubscri(?:be|ption|ber)|\blog ?in\b|"
    r"\bsign in\b|\balready a (?:member|subscriber)|\bcontinue reading\b|\bto (?:read|continue)\b",
)
_DATELINE = re.compile(
    r"^[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,30}(?:,[^—–-]{2,40})?(?: ?\([^)]{2,30}\))? ?(?:—|–|--?)\s?\S"
)
_BREAKS = re.compile(r"(?:\.\.\.|…)[\"”’)\]]*$")
_QUOTES = re.compile(r"[\"“”„«»]")
_BULLET = re.compile(r"^(?:[•·▪‣*►»]|\d{1,2}[.)] )")


def page_traits(
    blocks: Sequence[Block], roles: Sequence[str], sureness: Sequence[float]
) -> tuple[Traits, list[object]]:
    """Return the traits of a page in the order of TRAITS, and the values to print as reasons."""
    texts = [block.text for block in blocks]
    body = [text for text, role in zip(texts, roles, strict=True) if role == "body"]
    first = next((at for at, role in enumerate(roles) if role == "body"), 0)
    last = len(roles) - next((at for at, role in enumerate(roles[::-1]) if role == "body"), 0)
    subheadings = sum(role == "subheading" for role in roles)
    measured = {
        **_extent(texts, body, sureness),
        **_pictures(texts, body),
        **_ending([text.lower() for text in texts[last - 1 : last + 4]] if body else []),
        **_parts(texts[first:last], body, subheadings),
        **_front(texts[: max(4, min(first + 2, 12))], body),
    }
    values = [measured[name] for name in TRAITS]
    return np.array([value for value, _ in values]), [shown for _, shown in values]


Measured = dict[str, tuple[float, object]]


def _extent(texts: Sequence[str], body: Sequence[str], sureness: Sequence[float]) -> Measured:
    lengths = [count_words(text) for text in texts]
    prose = [count_words(text) for text in body]
    shorts = sum(1 <= length < 8 for length in lengths)
    return {
        "words of the body (log)": _log(sum(prose)),
        "paragraphs (log)": _log(len(body)),
        "longest paragraph (log)": _log(max(prose, default=0)),
        "body share of the page": _plain(sum(prose) / max(1, sum(lengths))),
        "sureness of the body": _plain(float(np.mean(sureness)) if len(sureness) else 0.0),
        "link-like lines for each paragraph (log)": _log(shorts / max(1, len(body))),
    }


def _pictures(texts: Sequence[str], body: Sequence[str]) -> Measured:
    captions = sum(worded_as_caption(text) for text in texts)
    short = [text.lower() for text in texts if len(text) < 120]
    films = sum(bool(_FILM.search(text)) for text in short)
    words = sum(count_words(text) for text in body)
    counted = sum(bool(PICTURES.search(text)) for text in short if len(text) < 80)
    return {
        "share of paragraphs that are captions": _plain(
            sum(worded_as_caption(text) for text in body) / max(1, len(body))
        ),
        "captions against paragraphs": _plain(captions / max(1, captions + len(body))),
        "captions on the page (log)": _log(captions),
        "short text with wording of films": _flag(words < _SHORT and films),
        "film wording (log)": _log(films),
        "pictures counted (log)": _log(counted),
    }


def _ending(lines: Sequence[str]) -> Measured:
    """Return how the text ends; `lines` are its last paragraph and those below it, in lower case."""
    return {
        "breaks off": _flag(any(_BREAKS.search(line) for line in lines[:3])),
        "asks to log in or pay": _flag(
            any(_LOGIN.search(line) for line in lines if len(line) < 160)
        ),
    }


def _parts(span: Sequence[str], body: Sequence[str], subheadings: int) -> Measured:
    """Return what speaks for a text of several parts; `span` is all from the first paragraph to the last."""
    short = [text.lower() for text in span if len(text) < 40]
    several = max(1, len(body))
    return {
        "rules between parts (log)": _log(sum(bool(_RULE.match(text)) for text in span)),
        "lines that are a time of day (log)": _log(sum(bool(_TIME.match(text)) for text in short)),
        "headings that are days (log)": _log(sum(text.strip(" :") in _DAYS for text in short)),
        "datelines (log)": _log(sum(bool(_DATELINE.match(text)) for text in body)),
        "headings in the text, per paragraph": _plain(min(2.0, subheadings / several)),
        "paragraphs with a bullet, share": _plain(
            sum(bool(_BULLET.match(text)) for text in body) / several
        ),
        "paragraphs that share words with others": _plain(_recurrence(body)),
        "paragraphs that tell or quote (log)": _log(sum(_reports(text) for text in body)),
    }


def _front(top: Sequence[str], body: Sequence[str]) -> Measured:
    opens = bool(body) and _reports(body[0]) and count_words(body[0]) >= 12
    return {
        "round-up wording near the top": _flag(any(_ROUND_UP.search(text.lower()) for text in top)),
        "letters to the editor": _flag(
            any(_LETTERS.search(text[:60].lower()) for text in (*top, *body))
        ),
        "first paragraph opens a report": _flag(opens),
    }


@lru_cache(maxsize=1 << 14)
def count_words(text: str) -> int:
    """Return how many words a text has; scripts that set no spaces have one for two letters."""
    if text.isascii():
        return len(_WORD.findall(text))
    unspaced = len(_UNSPACED.findall(text))
    return len(_WORD.findall(_UNSPACED.sub(" ", text))) + unspaced // 2


def _log(value: float) -> tuple[float, object]:
    return float(np.log1p(value)), round(value)


def _plain(value: float) -> tuple[float, object]:
    return value, value


def _flag(value: object) -> tuple[float, object]:
    return float(bool(value)), "yes" if value else "no"


@lru_cache(maxsize=1 << 14)
def worded_as_caption(text: str) -> bool:
    """Whether a block is worded as a caption, or names a day and tells no deed."""
    return len(text) < 600 and bool(
        wording.words_a_caption(text.lower())
        or (wording.names_a_day(text.lower()) and not _reports(text))
    )


@lru_cache(maxsize=1 << 14)
def _reports(text: str) -> bool:
    lowered = {word.lower() for word in _WORD.findall(text)}
    return bool(lowered & wording.SAYING or lowered & wording.PAST_VERBS or _QUOTES.search(text))


def _recurrence(body: Sequence[str]) -> float:
    """Return how many of a paragraph's names and longer words recur in other paragraphs, on average."""
    telling = [
        {word for word in _WORD.findall(text) if len(word) > 6 or word[0].isupper()}
        for text in body
    ]
    telling = [each for each in telling if len(each) >= 3]
    if len(telling) < 2:
        return 0.5
    carried: dict[str, int] = {}
    for each in telling:
        for word in each:
            carried[word] = carried.get(word, 0) + 1
    return float(np.mean([np.mean([carried[word] > 1 for word in each]) for each in telling]))
