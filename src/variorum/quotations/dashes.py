"""Speech that a dash opens, as in Spanish, French, Polish, Russian or Swedish print.

A dash at the head of a paragraph may as well open an item of a list: only a verb of speech of
such a language behind the words makes it a mark.
"""

import re
from itertools import islice

from ..text import QuotedSpan
from .speech_verbs import is_speech_verb

_OPENS = re.compile(r"\s*[—–―]\s*(?=\S)")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
# Where the words may end: before a dash, or behind a stop or comma.
_BORDER = re.compile(
    r"(?P<comma>[,!?…])(?:\s*[—–―]\s*|\s+)|(?<=[^\s—–―])\s{1,3}[—–―]\s{0,3}(?=\w)|\.\s{0,3}[—–―]\s{0,3}"
)
# Where they go on behind the verb and its subject.
_AGAIN = re.compile(r"[—–―]\s*[.,:;]\s*|[.,:]\s*[—–―]\s*")
# A verb of speech comes first behind the border, or after an auxiliary and a pronoun.
_VERB_REACH = 3


def dashed_spans(text: str) -> tuple[QuotedSpan, ...]:
    """Return the stretches that dashes open in a paragraph; none where no verb of speech follows.

    >>> dashed_spans("— Nos quedamos —dijo Orla—. Nadie se irá.")
    (QuotedSpan(begin=2, end=14, marks='ok'), QuotedSpan(begin=28, end=41, marks='ok'))
    """
    opened = _OPENS.match(text)
    if opened is None:
        return ()
    found: list[QuotedSpan] = []
    begin = opened.end()
    while begin < len(text):
        border = next(
            (each for each in _BORDER.finditer(text, begin) if _speaks(text, each.end())), None
        )
        if border is None:
            break
        end = (
            border.end("comma")
            if border["comma"]
            else border.start() + (text[border.start()] == ".")
        )
        found.append(QuotedSpan(begin, end))
        again = _AGAIN.search(text, border.end())
        begin = again.end() if again is not None else len(text)
    if found and begin < len(text):
        found.append(QuotedSpan(begin, len(text.rstrip())))
    return tuple(found)


def _speaks(text: str, begin: int) -> bool:
    """Whether a verb of speech is among the first words behind a border."""
    words = islice(_WORD.finditer(text, begin), _VERB_REACH)
    return any(is_speech_verb(each.group()) for each in words)
