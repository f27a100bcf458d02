"""Parameters: what can be asked for in an address, under our plain names and under those of others."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..errors import OptionError
from .bounds import SOUGHT_LENGTH, bounded
from .paging import LIMIT, MOST
from .schema_words import TEXT, YES, Schema

# What no name and no word can have: control characters, which a database may choke on.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
# An outlet's name or an address of a page; the longest seen in use have some 300 characters.
_NAME_LENGTH = 2_000
_TRUE, _FALSE = {"true", "1", "yes", "on"}, {"false", "0", "no", "off", ""}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that can be asked for; `also` are other names of it, those that peers use."""

    name: str
    about: str
    read: Callable[[str], Any]
    schema: Schema = field(default_factory=lambda: TEXT)
    also: tuple[str, ...] = ()
    is_required: bool = False
    default: Any = None

    def value(self, given: Iterable[tuple[str, str]]) -> Any:
        """Return what is asked for; OptionError for what cannot be, or for two things at once."""
        # A form sends what was left empty, too.
        found = {text for name, text in given if text and name in (self.name, *self.also)}
        if len(found) > 1:
            raise OptionError(self.name, "is given twice, and differently")
        if not found:
            if self.is_required:
                raise OptionError(self.name, "is missing")
            return self.default
        text = found.pop()
        if _UNSAFE.search(text):
            raise OptionError(self.name, "has a control character")
        return self.read(text)


def read_parameters(
    known: Iterable[Parameter], given: Iterable[tuple[str, str]], *, strict: bool
) -> dict[str, Any]:
    """Return the value of each parameter; if strict, OptionError for a name that is not known."""
    known, given = tuple(known), tuple(given)
    names = {name for each in known for name in (each.name, *each.also)}
    if strict:
        for name, _ in given:
            if name not in names:
                told = ", ".join(sorted(names)) or "nothing"
                raise OptionError(name[:40], f"is not asked for here; known: {told}")
    return {each.name: each.value(given) for each in known}


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise OptionError("day", f"{text[:20]!r} is no day; give it as 2031-05-02") from error


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST):
        raise OptionError("limit", f"is a number from 1 to {MOST}")
    return int(text)


def _yes(text: str) -> bool:
    if text.lower() in _TRUE | _FALSE:
        return text.lower() in _TRUE
    raise OptionError("own", "is true or false")


def _name(text: str) -> str:
    return bounded(text, _NAME_LENGTH, "name")


def _words(text: str) -> str:
    return bounded(text, SOUGHT_LENGTH, "q")


def _choice(name: str, *words: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in words:
            raise OptionError(name, f"is one of {', '.join(words)}")
        return text

    return read


def _language(text: str) -> str:
    code = _THREE.get(text.lower(), text.lower())
    if not re.fullmatch("[a-z]{2}", code):
        raise OptionError("lang", "is a code of two letters (ISO 639-1)")
    return code


# Codes of three letters that Event Registry's users write, of the languages it carries most.
_THREE: Mapping[str, str] = {
    "ara": "ar", "cat": "ca", "ces": "cs", "dan": "da", "deu": "de", "ell": "el", "eng": "en",
    "fas": "fa", "fin": "fi", "fra": "fr", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu",
    "ind": "id", "ita": "it", "jpn": "ja", "kor": "ko", "nld": "nl", "nor": "no", "pol": "pl",
    "por": "pt", "ron": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "spa": "es", "srp": "sr",
    "swe": "sv", "tur": "tr", "ukr": "uk", "vie": "vi", "zho": "zh",
}  # fmt: skip

DUPLICATES = ("keepAll", "skipDuplicates", "keepOnlyDuplicates")
_DAY_SCHEMA: Schema = {"type": "string", "format": "date"}

DAY = Parameter("day", "Only what has pages of this day.", _day, _DAY_SCHEMA)
FROM = Parameter("from", "This day or later.", _day, _DAY_SCHEMA, ("dateStart", "date_from"))
TO = Parameter("to", "This day or earlier.", _day, _DAY_SCHEMA, ("dateEnd", "date_to"))
OUTLET = Parameter("outlet", "Pages of this outlet, by its name.", _name, also=("sourceUri",))
AGENCY = Parameter("agency", "Pages that carry text of this agency, by its name.", _name)
LANGUAGE = Parameter(
    "lang", "Pages in this language: ISO 639-1, or a usual code of three letters.", _language
)
WORDS = Parameter(
    "q",
    'All of these words, "words in quotation marks" as a phrase, -word not at all.',
    _words,
    {"type": "string", "maxLength": SOUGHT_LENGTH},
    ("keyword", "keywords"),
    is_required=True,
)
TITLE_WORDS = Parameter(
    "q",
    "Words that the story's headline has, in any case; `/api/search` looks into the pages.",
    _words,
    {"type": "string", "maxLength": SOUGHT_LENGTH},
    ("keyword", "keywords"),
)
OWN = Parameter(
    "own", "Leave out pages that carry others' text.", _yes, YES, ("own_text_only",), default=False
)
COPIES = Parameter(
    "isDuplicateFilter",
    "Pages that were copied from others: `skipDuplicates` leaves them out (as `own` does), "
    "`keepOnlyDuplicates` leaves out all else.",
    _choice("isDuplicateFilter", *DUPLICATES),
    {"type": "string", "enum": list(DUPLICATES), "default": DUPLICATES[0]},
    default=DUPLICATES[0],
)
AFTER = Parameter("after", "Go on where a list ended: its `next`.", _name, also=("cursor",))
LIMITED = Parameter(
    "limit",
    "How many at the most.",
    _limit,
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": LIMIT},
    ("articlesCount",),
    default=LIMIT,
)
ADDRESS = Parameter("url", "The address of a page.", _name, is_required=True)
INCLUDE = Parameter(
    "include",
    "`text` adds the capture's text, into which all offsets point.",
    _choice("include", "text"),
    {"type": "string", "enum": ["text"]},
)
