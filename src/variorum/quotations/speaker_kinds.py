"""What a speaker is: a person, a body, several together, or somebody who is not named."""

import re

from ..model.quotation import SpeakerKind
from .bodies import is_body_noun
from .people import PRONOUNS

_MANY = frozenset(
    "they we people many some others most few several both all critics supporters residents staff "
    "men women children families voters police-officers half majority percent".split()
)
_NOT_PLURAL = frozenset("news series politics species chess mathematics economics".split())
_WRITINGS = frozenset(
    "report statement poll survey study letter document memo filing complaint lawsuit indictment "
    "article editorial story website site book paper brief ruling transcript email tweet post ad "
    "documents records data figures papers filings emails law bill constitution resolution".split()
)
_SOURCES = frozenset(("source", "sources", "insider", "insiders"))
_INDEFINITE = frozenset("a an one another unnamed anonymous".split())
_DEFINITE = frozenset("the his her their its our my this that these those".split())
_DETERMINERS = _DEFINITE | _INDEFINITE
# What stands behind the head of a phrase: "a spokesman | for the mayor", "officials | in Orl".
_TAIL = frozenset(
    "of for in from at with on to close familiar who whose that which near and".split()
)
_WORD = re.compile(r"[^\W_][\w.’'‘`-]*")
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,5}$")
_POSSESSED = ("'s", "’s", "‘s", "`s")
# One of these is in whatever the expression finds; to look for them takes a tenth of its time.
_VEILING = ("anonym", "name", "identified", "authori")
_VEILED = re.compile(
    r"\b(?:anonym\w+|unnamed|unidentified|not to be (?:named|identified|quoted by name)"
    r"|(?:declin|refus)\w+ to (?:be (?:named|identified)|give (?:his|her|their) names?)"
    r"|n[o’']t authori[sz]ed to (?:speak|talk|discuss|comment))\b",
    re.IGNORECASE,
)


def speaker_kind(written: str, name: str | None, sentence: str) -> SpeakerKind:
    """Return what a speaker is, as written in a sentence; `name` is the person or body resolved.

    >>> speaker_kind("officials", None, "Officials said so.")
    'collective'
    >>> speaker_kind("a spokesman for the mine", None, "A spokesman for the mine said so.")
    'unnamed'
    """
    words = _WORD.findall(written)
    if not words:
        return "person"
    if name is None and _is_veiled(sentence):
        return "unnamed"
    if words[0].lower() in PRONOUNS:
        return "person"
    head, first = _head(words), words[0].lower()
    low = head.lower()
    if low in _SOURCES:
        return "unnamed"
    if _is_body(head, name) or first == "it":
        return "body"
    opens = head is words[0]
    if first in _MANY or low in _MANY or (name is None and _is_plural(head, opens)):
        return "collective"
    if name is None and first in _INDEFINITE and head.islower():
        return "unnamed"
    return "person"


def _is_veiled(sentence: str) -> bool:
    """Whether a sentence says that somebody is not to be named."""
    low = sentence.lower()
    return any(stem in low for stem in _VEILING) and _VEILED.search(sentence) is not None


def _head(words: list[str]) -> str:
    """Return the noun that a phrase is about: "spokesman" of "a spokesman for the mine"."""
    last = words[0]
    for word in words:
        if word in _TAIL and last.lower() not in _DETERMINERS:
            break
        last = word
    return last.removesuffix(".")


def _is_body(head: str, name: str | None) -> bool:
    """Whether a noun is a body's or a writing's; letters that a name of two words bears are not."""
    if is_body_noun(head.lower()) or (head in _WRITINGS):
        return True
    return _LETTERS.fullmatch(head) is not None and (name is None or " " not in name)


def _is_plural(head: str, opens: bool) -> bool:
    """Whether a noun means several people; one that opens a sentence may have its capital from there."""
    low = head.lower()
    if low.endswith(("ss", "us", "is", *_POSSESSED)) or low in _NOT_PLURAL:
        return False
    return low.endswith("s") and len(low) > 3 and (head.islower() or opens)
