"""Parameters: what can be asked for in an address, under our plain names and under those of others."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, get_args

from ..errors import OptionError
from ..model.article import ArticleKind
from ..model.filters import ArticleOrder, Copies, Taken
from .bounds import SOUGHT_LENGTH, bounded
from .paging import LIMIT, MOST
from .schema_words import ID, TEXT, YES, Schema, several

# What no name and no word can have: control characters, which a database may choke on.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
# An outlet's name or an address of a page; the longest seen in use have some 300 characters.
_NAME_LENGTH = 2_000
_ID = re.compile("[0-9a-f]{16}")
_TRUE, _FALSE = {"true", "1", "yes", "on"}, {"false", "0", "no", "off", ""}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that can be asked for; `also` are other names of it, those that peers use.

    What `is_listed` may be given several times: then it is a tuple, and any one of them will do.
    """

    name: str
    about: str
    read: Callable[[str], Any]
    schema: Schema = field(default_factory=lambda: TEXT)
    also: tuple[str, ...] = ()
    is_required: bool = False
    is_listed: bool = False
    default: Any = None

    def value(self, given: Iterable[tuple[str, str]]) -> Any:
        """Return what is asked for; OptionError for what cannot be, or for two things at once."""
        # A form sends what was left empty, too.
        found = {text: None for name, text in given if text and name in (self.name, *self.also)}
        for text in found:
            if _UNSAFE.search(text):
                raise OptionError(self.name, "has a control character")
        if self.is_listed:
            return tuple(dict.fromkeys(self.read(text) for text in found))
        if len(found) > 1:
            raise OptionError(self.name, "is given twice, and differently")
        if not found and self.is_required:
            raise OptionError(self.name, "is missing")
        return self.read(next(iter(found))) if found else self.default


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


def _yes(name: str) -> Callable[[str], bool]:
    def read(text: str) -> bool:
        if text.lower() in _TRUE | _FALSE:
            return text.lower() in _TRUE
        raise OptionError(name, "is true or false")

    return read


def _name(text: str) -> str:
    return bounded(text, _NAME_LENGTH, "name")


def _id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise OptionError("id", f"{text[:20]!r} is no id: those have 16 hexadecimal digits")
    return text


def _words(text: str) -> str:
    return bounded(text, SOUGHT_LENGTH, "q")


def _choice(name: str, words: Iterable[str]) -> Callable[[str], str]:
    known = tuple(words)

    def read(text: str) -> str:
        if text not in known:
            raise OptionError(name, f"is one of {', '.join(known)}")
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

# What peers call them, and what they are to an archive.
DUPLICATES: Mapping[str, Copies] = {
    "keepAll": "all", "skipDuplicates": "own", "keepOnlyDuplicates": "copies",
}  # fmt: skip
DUPLICATED: Mapping[str, Taken] = {
    "keepAll": "all", "skipHasDuplicates": "untaken", "keepOnlyHasDuplicates": "taken",
}  # fmt: skip
ORDERS: Mapping[str, ArticleOrder] = {
    "newest": "newest", "oldest": "oldest", "best": "best", "date": "newest", "rel": "best",
}  # fmt: skip
_KINDS: tuple[str, ...] = get_args(ArticleKind)
_DAY_SCHEMA: Schema = {"type": "string", "format": "date"}
_SOUGHT: Schema = {"type": "string", "maxLength": SOUGHT_LENGTH}


def _enumerated(words: Iterable[str], default: str | None = None) -> Schema:
    schema: Schema = {"type": "string", "enum": list(words)}
    return {**schema, "default": default} if default else schema


DAY = Parameter("day", "Only what has pages of this day.", _day, _DAY_SCHEMA)
FROM = Parameter("from", "This day or later.", _day, _DAY_SCHEMA, ("dateStart", "date_from"))
TO = Parameter("to", "This day or earlier.", _day, _DAY_SCHEMA, ("dateEnd", "date_to"))
OUTLET = Parameter(
    "outlet",
    "Pages of this outlet, by its name or the host of its pages.",
    _name,
    several(TEXT),
    ("sourceUri",),
    is_listed=True,
)
AGENCY = Parameter(
    "agency",
    "Pages that carry text of this agency, by its name.",
    _name,
    several(TEXT),
    is_listed=True,
)
LANGUAGE = Parameter(
    "lang",
    "Pages in this language: ISO 639-1, or a usual code of three letters.",
    _language,
    several(TEXT),
    is_listed=True,
)
WORDS = Parameter(
    "q",
    'All of these words, "words in quotation marks" as a phrase, -word not at all.',
    _words,
    _SOUGHT,
    ("keyword", "keywords"),
)
NEEDED_WORDS = replace(WORDS, is_required=True)
STORY_WORDS = replace(
    WORDS, about="Stories with a page that has all of these words, as `/api/search` finds them."
)
ARTICLE_IDS = Parameter("id", "Just these articles.", _id, several(ID), ("uri",), is_listed=True)
STORY_IDS = Parameter(
    "id",
    "Just these stories; an id that one had before it grew will do, too.",
    _id,
    several(ID),
    ("uri", "eventUri"),
    is_listed=True,
)
OF_STORY = Parameter("story", "Pages of this story.", _id, ID, ("eventUri",))
OF_ACCOUNT = Parameter("account", "Pages that carry the text of this account.", _id, ID)
KIND = Parameter(
    "kind",
    "Pages of this kind; articles and aggregates if not said.",
    _choice("kind", _KINDS),
    several(_enumerated(_KINDS)),
    is_listed=True,
)
OWN = Parameter(
    "own",
    "Leave out pages that carry others' text.",
    _yes("own"),
    YES,
    ("own_text_only",),
    default=False,
)
COPIES = Parameter(
    "isDuplicateFilter",
    "Pages that were copied from others: `skipDuplicates` leaves them out (as `own` does), "
    "`keepOnlyDuplicates` leaves out all else.",
    _choice("isDuplicateFilter", DUPLICATES),
    _enumerated(DUPLICATES, "keepAll"),
    default="keepAll",
)
TAKEN = Parameter(
    "hasDuplicateFilter",
    "Pages whose own text others carry: `skipHasDuplicates` leaves them out, "
    "`keepOnlyHasDuplicates` leaves out all else.",
    _choice("hasDuplicateFilter", DUPLICATED),
    _enumerated(DUPLICATED, "keepAll"),
    default="keepAll",
)
SORT = Parameter(
    "sort",
    "In which order: `best` (`rel`) first is for words sought, and what is done with them if nothing "
    "is said; `newest` (`date`) is what is done without.",
    _choice("sort", ORDERS),
    _enumerated(ORDERS),
    ("articlesSortBy",),
)
ASCENDING = Parameter(
    "articlesSortByAsc",
    "With `date`: the oldest first.",
    _yes("articlesSortByAsc"),
    YES,
    default=False,
)
AFTER = Parameter("after", "Go on where a list ended: its `next`.", _name, also=("cursor",))
LIMITED = Parameter(
    "limit",
    "How many at the most.",
    _limit,
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": LIMIT},
    ("articlesCount", "eventsCount"),
    default=LIMIT,
)
ADDRESS = Parameter("url", "The address of a page.", _name, is_required=True)
INCLUDE = Parameter(
    "include",
    "`text` adds the capture's text, into which all offsets point.",
    _choice("include", ("text",)),
    _enumerated(("text",)),
)
