"""Where reporting words border on quoted ones: the only trace that a lost mark leaves."""

import re

from .sentences import sentences

_VERBS = (
    "said|says|saying|say|told|tells|telling|added|adds|adding|asked|asks|wrote|writes|tweeted|"
    "continued|noted|notes|replied|explained|declared|stated|insisted|argued|argues|warned|warns|"
    "claimed|claims|recalled|concluded|announced|responded|answered|joked|stressed|remarked|"
    "complained|acknowledged|admitted|suggested|quipped|testified|shouted|read|reads|thinks|"
    "predicted|observed|asserted|urged|conceded|exclaimed|mused|reported|quoted"
)
_WORD = r"[\w.'’`‘-]+"
# In the middle of quoted words these are too common to tell a border.
_BARE_VERBS = (
    "said|says|told|tells|added|adds|asked|wrote|writes|tweeted|continued|noted|replied|explained|"
    "declared|stated|insisted|argued|warned|recalled|concluded|announced|responded|answered|joked"
)
# ", he said", ". Mayor Ann Bell of Orly said", ", said the mayor": the borders of direct speech.
_TAIL = re.compile(
    r"[,.?!…—–-](?P<gap>[\"'’]?\s+)(?:"
    rf"(?:he|she|they|it|who|the\s+{_WORD}|an?\s+{_WORD}"
    rf"|(?!(?:So|And|But|Now|Then|If|When|Well|You|We|Because|As|That|This|Maybe)\b)[A-Z]{_WORD})"
    rf"(?:,?\s+(?:of\s+|the\s+|de\s+|al\s+)?{_WORD}){{0,5}}?\s+(?:{_BARE_VERBS})\b"
    rf"|(?:{_BARE_VERBS})\s+(?:[A-Z]|the\b|a\b|an\b|his\b|her\b|one\b|he\b|she\b))",
)
# Where the next paragraph opens again, an open one is the custom; only the plainest cue tells a slip.
_PLAIN_TAIL = re.compile(
    rf",(?P<gap>\s+)(?:(?:he|she|they|[A-Z]{_WORD}(?:\s+[A-Z]{_WORD}){{0,3}})\s+(?:said|says|added|wrote)"
    r"|(?:said|says)\s+[A-Z]\w+)\b"
)
# A few words set in a sentence end with the phrase they belong to.
_PHRASE_END = re.compile(
    r",(?=\s)|[.?!](?=\s|$)"
    # Bounded: a run of 50,000 spaces took half a minute.
    r"|(?=\s{1,3}(?:and|but|while|as|that|who|which|when|by|after|because|until)\s)"
    r"|(?=\s{1,3}[—–-]\s)"
)
_HEADLINE_TAIL = re.compile(rf",(?P<gap>\s+)(?:{_WORD}\s+){{1,6}}(?:{_VERBS})\s*$", re.IGNORECASE)
# "said, " and "said: " and "said that " lead into the words; "said." ends the reporting.
_LEAD = re.compile(
    rf"\b(?:{_VERBS})\b(?:\s+{_WORD}){{0,4}}?\s*(?P<join>[:,]|(?<=[a-z])\s+that\b)\s+"
)
# Who speaks within quoted words, or does not speak at all.
_NO_SPEAKER = re.compile(
    r"\b(?:I|we|you|nobody|no\s+one|none|everybody|everyone)(?:['’]\w+)?\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
# How far before a verb its subject is looked for.
_SUBJECT_REACH = 80
_TO_THE_NEXT = re.compile(r"[^.,:“”\"]{0,30}[.,:]\s*")


def end_before_cue(text: str, begin: int, limit: int, *, continues: bool = False) -> int:
    """Return where words opened at `begin` end if their closing mark is lost: at `limit`, or before a cue.

    `continues` says that the next paragraph opens with a mark.
    """
    if continues:
        tail = _PLAIN_TAIL.search(text, begin, limit)
        return limit if tail is None else tail.start("gap")
    if begin < limit and text[begin].islower():
        phrase = _PHRASE_END.search(text, begin + 1, limit)
        return limit if phrase is None else phrase.end()
    tail = _TAIL.search(text, begin, limit) or _HEADLINE_TAIL.search(text, begin, limit)
    if tail is not None and tail.start() > begin:
        return tail.start("gap")
    if limit == len(text):
        return limit
    # Another stretch opens behind it: the words end with the last sentence that is whole.
    ends = [begin + span.end for span in sentences(text[begin:limit])]
    if ends and text[ends[0] - 1] in ".?!…":
        return ends[0]
    return limit


def cue_between(text: str, begin: int, limit: int) -> bool:
    """Whether a cue ends its sentence or leads on at `limit`: what was opened at `begin` is over there."""
    return any(
        _TO_THE_NEXT.fullmatch(text, tail.end(), limit)
        for tail in _TAIL.finditer(text, begin, limit)
    )


def start_after_cue(text: str, last: int, limit: int) -> int:
    """Return where words closed at `limit` begin if their opening mark is lost, `last` at the earliest."""
    whole = sentences(text[last:limit])
    if not whole:
        return last
    if last == 0:
        return _behind_lead(text, whole[0].begin, limit, len(whole))
    # What follows a closed stretch up to the end of its sentence is the reporter's own.
    if len(whole) > 1:
        return last + whole[1].begin
    return _behind_lead(text, last, limit, 1)


def _behind_lead(text: str, begin: int, limit: int, whole: int) -> int:
    for lead in _LEAD.finditer(text, begin, limit):
        if lead.end() < limit and _reports(text, begin, lead):
            return lead.end()
    return begin


def _reports(text: str, begin: int, lead: re.Match[str]) -> bool:
    """Whether a verb of speech leads into words: somebody is its subject, and they begin a sentence."""
    if _NO_SPEAKER.search(text, max(begin, lead.start() - _SUBJECT_REACH), lead.start()):
        return False
    return lead["join"] not in {",", ":"} or not text[lead.end()].islower()
