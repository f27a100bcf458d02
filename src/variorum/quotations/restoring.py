"""Where words begin or end whose opening or closing mark is lost, told by whose words the sentences sound.

The pairing of marks guesses from the cues beside; here each sentence is weighed: people who are
quoted say "I", "we" and "going to", reporters "said", "Monday" and full names (logistic
regression on words; weights learned by eval/learn_voices.py).
"""

import re

from ..text import QuotedSpan, sentences
from .weights import voice_weights

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
_NAMED = re.compile(r"(?<=[a-z,] )[A-Z]\w+")
# Log odds that a sentence is said, of those before the last one before a closing mark that is left
# alone. With the opening mark of 1,120 stretches taken away in turn (articles that the weights had
# not seen), 936 begin where they did at -2, 932 at -1, 923 at -3, 882 at 0; 886 without weighing.
_VOICE = -2.0
_MOST_NAMES = 3
_LEAD = re.compile(r":\s+(?=[A-Z])")
_PHRASE_END = re.compile(r",(?=\s)|[?!](?=\s|$)|(?<!\b[A-Z])\.(?=\s|$)|(?=\s{1,3}[—–-]\s)")
_VERBS = (
    "said|says|told|tells|added|adds|asked|asks|wrote|writes|tweeted|tweets|posted|continued|continues|"
    "noted|notes|replied|replies|explained|explains|declared|declares|stated|states|insisted|insists|"
    "argued|argues|warned|warns|recalled|recalls|remembered|concluded|concludes|announced|responded|"
    "responds|answered|joked|jokes|quipped|mused|exclaimed|assured|shouted|yelled|whispered|predicted|"
    "admitted|acknowledged|conceded|testified|reported|claimed|complained|observed|remarked|stressed|"
    "recounted|promised|reads|read|went on|goes on|put it"
)
_NAME = r"[A-Z][\w.'’-]*"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{0,3}}"
_OPENERS = "And|But|So|Then|If|When|You|We|I|He|She|They|It|That|This|What|As|No|Yes|Because|Now|Well|There"
# Where the reporter's own words begin behind a comma or stop: a pronoun, a name, a bare
# description or a verb with its subject behind it.
_TAIL = re.compile(
    r"(?:(?<=[\w\])%’'][,?!…—.])|(?<=[,?!….]['’]))(?=\s+(?:"
    rf"(?:he|she|it|they|one|I)\s+(?:\w+ly\s+)?(?:{_VERBS})\b"
    rf"|(?!(?:{_OPENERS})\b)(?:[a-z]+\s+){{0,3}}{_NAMES}(?:,\s[^,.]{{1,40}},)?\s+(?:{_VERBS})\b"
    rf"|(?:his|her|their|this|the|an?|one)\s+(?:[\w’'-]+\s+){{1,5}}?(?:{_VERBS})\b"
    rf"|(?:{_VERBS})\s+(?:{_NAME}|(?:the|a|an|his|her|one|he|she)\s)))"
)


def restored(text: str, span: QuotedSpan, limit: int) -> QuotedSpan:
    """Return a stretch that lost a mark as far as its words sound said; it ends before `limit`."""
    if span.marks == "unopened":
        return QuotedSpan(_begin(text, span), span.end, span.marks)
    if span.marks == "unclosed":
        return QuotedSpan(span.begin, _end(text, span, limit), span.marks)
    return span


def _begin(text: str, span: QuotedSpan) -> int:
    """Return where the words begin: with the last sentences that sound said, or behind a colon."""
    said = text[span.begin : span.end]
    whole = sentences(said)
    if not whole:
        return span.begin
    first = len(whole) - 1
    while first and voice(said[whole[first - 1].begin : whole[first - 1].end]) > _VOICE:
        first -= 1
    begin = span.begin + whole[first].begin
    for lead in _LEAD.finditer(text, begin, span.end):
        begin = lead.end()
    return begin


def _end(text: str, span: QuotedSpan, high: int) -> int:
    """Return where the words end: a phrase with its own end, other words before the reporter's own."""
    if text[span.begin].islower():
        phrase = _PHRASE_END.search(text, span.begin + 1, high)
        return span.end if phrase is None else phrase.end()
    tail = _TAIL.search(text, span.begin + 1, high)
    if tail is None or not _sounds_said(text[span.end : tail.start()]):
        return span.end
    return tail.start()


def _sounds_said(text: str) -> bool:
    """Whether every sentence of what is to be added sounds said; of nothing, that is so."""
    return all(voice(text[begin:end]) > _VOICE for begin, end in sentences(text))


def voice(sentence: str) -> float:
    """Return the log odds that a sentence is somebody's words given as said, not the reporter's."""
    learned = voice_weights()
    return learned.get("", 0.0) + sum(learned.get(word, 0.0) for word in voice_features(sentence))


def voice_features(sentence: str) -> list[str]:
    """Return the words of a sentence, each once, and how many names and whether figures are in it."""
    plain = sentence.replace("’", "'")
    words = set(_WORD.findall(plain))
    words.add(f"names={min(_MOST_NAMES, len(_NAMED.findall(plain)))}")
    if any(map(str.isdigit, plain)):
        words.add("figures")
    return sorted(words)
