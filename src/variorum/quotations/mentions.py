"""Names as they stand in a text: what is a name, what a title or trade beside it, where it stands."""

import re
from bisect import bisect_left
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

# Titles that are part of how a person is called stay with the name; offices do not.
_HONORIFICS = frozenset(
    "ayatollah sheikh shaikh pope sir lord lady dame king queen prince princess imam sayed sayyed "
    "seyyed sayyid hojatoleslam mullah rabbi saint sultan emir grand".split()
)
_OFFICES = frozenset(
    "president minister premier chancellor secretary leader chairman chairwoman chair chief "
    "senator sen representative rep governor gov mayor judge justice attorney general gen colonel "
    "col captain capt lieutenant lt sergeant sgt admiral adm major maj commander director "
    "spokesman spokeswoman spokesperson ambassador envoy deputy vice former then acting foreign "
    "prime defence defense interior finance economy state treasury supreme mr mrs ms miss dr prof "
    "professor officer analyst economist professor strategist pollster candidate nominee senior "
    "coach actor actress singer author writer reporter journalist host anchor editor speaker "
    "congressman congresswoman councilman councilwoman councillor councilor commissioner sheriff police rev "
    "reverend father bishop archbishop cardinal pastor brother sister aide counsel lawyer manager owner "
    "executive founder republican democrat democratic rival incumbent vice-president counterpart "
    "top white house campaign head member representative advisor adviser".split()
)
# Trades are no titles: at the start of a sentence, where they have a capital, they look like names.
_TRADES = frozenset(
    "accountant activist actress architect artist astronaut astronomer athlete baker banker barber "
    "bartender biologist boxer broker builder butcher carpenter cashier caterer chef chemist clerk "
    "cleaner climber collector commuter comedian composer conductor consultant contractor cook "
    "courier craftsman curator cyclist dancer dealer dentist designer developer diplomat diver "
    "driver drummer economist electrician engineer entrepreneur farmer filmmaker firefighter fireman "
    "fisherman florist footballer gardener geologist goalkeeper golfer grocer guard guitarist hairdresser "
    "historian homeowner hotelier hunter inspector instructor investigator investor janitor jeweller "
    "jockey landlord lecturer librarian lifeguard linguist lobbyist magician mathematician mechanic "
    "merchant meteorologist miner motorist musician naturalist neighbour neighbor novelist nurse "
    "organiser organizer painter paramedic parent passenger pensioner performer pharmacist "
    "photographer physician physicist pianist pilot plumber poet politician postman printer producer "
    "programmer psychiatrist psychologist publisher radiologist rancher realtor receptionist "
    "researcher resident restaurateur retailer retiree runner sailor salesman saleswoman scholar "
    "scientist sculptor seaman shepherd shopkeeper shopper sociologist soldier soprano stockbroker "
    "student surgeon survivor tailor teacher tenor therapist tourist trader trainer translator "
    "trucker tutor vendor veteran veterinarian violinist volunteer waiter waitress welder winemaker "
    "witness worker zoologist".split()
)
# Stripped like an office, but no description by itself.
_MODIFIERS = frozenset(
    "former then acting foreign prime defence defense interior finance economy state treasury "
    "supreme senior vice deputy top white house campaign head republican democrat democratic "
    "incumbent rival police mr mrs ms miss dr".split()
)
_NOT_NAMES = frozenset(
    "the a an in on at for from by but and or as if when while after before since however "
    "meanwhile according asked his her its their our my this that these those it he she they we i "
    "you there here what who how why where monday tuesday wednesday thursday friday saturday "
    "sunday january february march april june july august september october november december "
    "among amid about against under over like unlike between without within despite although though "
    "because until unless according us u.s uk u.k so still also even "
    "earlier later then now yet some many most all both not no yes with during "
    "last next one two three".split()
)
# What a text may hold beside a name and still be the name alone.
_ASIDE = _OFFICES | _NOT_NAMES | _TRADES
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_PARTICLES = (
    "(?:al|de|del|della|da|di|du|van|von|der|den|bin|bint|ibn|el|la|le|ben|abu|dos|das|ter|ul)"
)
# A point belongs to an initial or a short title ("Mr.", "Lt."); behind any other word it ends a
# sentence. The capital comes first, so that the expression is tried at capitals alone.
_PART = (
    rf"{_CAPITAL}(?:\.|(?:(?<=M)(?:rs?|s|aj)|(?<=D)r|(?<=S)(?:en|gt|t)|(?<=R)(?:ep|ev)|(?<=G)(?:ov|en)"
    r"|(?<=L)t|(?<=C)(?:ol|apt)|(?<=P)rof|(?<=H)on)\.|[\w’'‘`-]*)"
)
_NAME = re.compile(rf"{_PART}(?:[^\S\n]*(?<=[.\s])(?:{_PARTICLES}\s+)*{_PART})*")
# "A." and "I." before another name.
_INITIAL = re.compile(rf"{_CAPITAL}\.")
_POSSESSIVE = ("'s", "’s", "‘s", "`s", "'", "’", "‘", "`")
_ADDRESSES = frozenset("mr mrs ms miss dr".split())
_PLACING = frozenset("in near outside inside into across around".split())
_ARTICLES = frozenset(("the", "a", "an"))
# "Orla Venn, 68,", "Orla Venn, who": only a person has an age, and a "who".
_PERSONAL = re.compile(r",? \(?(?:who\b|\d\d?[,)]|aged \d)|, (?:who|whose|\d\d?|aged \d+)\b")
# An object ("told her") is somebody else; "her" before a noun can be either, and is passed over.
# The letters come first: the expression is tried at no others.
_PRONOUN = re.compile(r"[hs](?<!\w.)(?:(?<=h)(?:is|imself|e(?:rself)?)|(?<=s)he)\b")
_PRONOUN_REACH = 120
_SENTENCE_BORDER = re.compile('[.!?“"A-Z]')
_NOMINATIVE = {"he": "he", "his": "he", "himself": "he", "she": "she", "herself": "she"}
# Names come again, in an article and in those of the same days; no more of them are remembered.
_REMEMBERED = 1 << 14
# How far before a name the roles beside it are looked for.
_BEFORE = 40
_PUNCTUATION = ".,;:'\"“”‘’`()"
# What stands before a name that is no subject: it is somebody's, or somewhere.
_OBLIQUE = frozenset(
    "of in on at for from by with to into onto off near outside inside toward towards against "
    "about around behind beside between among under over via than like through".split()
)


class NameMention(NamedTuple):
    """One name as it stands in a text, without titles; what stands beside it and where.

    `initial`: a lone word whose capital may be that of its sentence. `subject`: no preposition
    stands before it; `place`: one of place does; `article`: "the" does. `clause`: it begins a
    sentence or stands behind a comma. `titled`: a title stands before it. `person`: an age or a
    "who" stands behind it. `pronoun`: the "he" or "she" that comes next in its sentence.
    """

    name: tuple[str, ...]
    roles: tuple[str, ...]
    begin: int
    possessive: bool = False
    initial: bool = False
    subject: bool = True
    article: bool = False
    place: bool = False
    clause: bool = False
    titled: bool = False
    person: bool = False
    pronoun: str | None = None


class _Run(NamedTuple):
    """A run of capitals by itself: the name at its end, the offices in it, what stands around them."""

    name: tuple[str, ...]
    roles: tuple[str, ...]
    size: int
    titled: bool
    article: bool
    possessive: bool


@lru_cache(maxsize=_REMEMBERED)
def _run(written: str) -> _Run | None:
    """Return the name in a run of capitals, behind its offices; None where it holds no name."""
    roles: list[str] = []
    name: list[str] = []
    words = written.split()
    for at, word in enumerate(words, 1):
        bare = word.strip(_PUNCTUATION)
        if bare.endswith(_POSSESSIVE[:4]):
            if at < len(words):
                name = []
                continue
            bare = bare[:-2]
        low = bare.lower()
        if low in _OFFICES:
            roles.append(low)
        initial = at < len(words) and _INITIAL.fullmatch(word)
        if low in _OFFICES or (low in _NOT_NAMES and not initial):
            name = []
        elif bare:
            name.append(bare)
    if not name:
        return None
    return _Run(
        tuple(name),
        tuple(roles),
        len(words),
        titled=any(role not in _MODIFIERS or role in _ADDRESSES for role in roles),
        article=words[0].lower() in _ARTICLES,
        possessive=words[-1].strip('.,;:"“”()').endswith(_POSSESSIVE),
    )


class _Pronouns:
    """Where "he" and "she" stand in a text."""

    __slots__ = ("_begins", "_found", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._found = list(_PRONOUN.finditer(text))
        self._begins = [each.start() for each in self._found]

    def behind(self, place: int) -> str | None:
        """Return the pronoun that comes next in its sentence, before any other name."""
        at = bisect_left(self._begins, place)
        if at == len(self._begins) or self._begins[at] > place + _PRONOUN_REACH:
            return None
        if _SENTENCE_BORDER.search(self._text, place, self._begins[at]):
            return None
        return _NOMINATIVE[self._found[at][0]]


def name_mentions(text: str, lower: Collection[str] = ()) -> list[NameMention]:
    """Return the names of a text in order; `lower` are the words that its article writes small."""
    mentions: list[NameMention] = []
    pronouns = _Pronouns(text)
    for found in _NAME.finditer(text):
        run = _run(found[0])
        if run is not None:
            mentions.append(_read(run, text, found.span(), lower, pronouns))
    return mentions


def _read(
    run: _Run, text: str, place: tuple[int, int], lower: Collection[str], pronouns: _Pronouns
) -> NameMention:
    """Return the name in a run of capitals as it stands in its text, and the roles beside it."""
    begin, end = place
    name, roles, size, titled, article, possessive = run
    opens = _opens(text, begin)
    if opens and len(name) == size > 2 and _is_common(name[0], lower):
        roles, name = (*roles, name[0].lower()), name[1:]
    if name[0].lower() in _HONORIFICS:
        roles = (*roles, name[0].lower())
    before = text[max(0, begin - _BEFORE) : begin].rsplit(None, 2)[-2:]
    beside = _roles_beside(before, text, end)
    left = before[-1].lower() if before else ""
    return NameMention(
        name,
        tuple(dict.fromkeys((*roles, *beside))) if roles or beside else (),
        begin,
        possessive,
        initial=size == 1 and opens,
        subject=left not in _OBLIQUE,
        article=article or left in _ARTICLES,
        place=left in _PLACING,
        clause=opens or left.endswith(","),
        titled=titled,
        person=_PERSONAL.match(text, end) is not None,
        pronoun=pronouns.behind(end),
    )


def _opens(text: str, begin: int) -> bool:
    left = text[max(0, begin - 3) : begin].rstrip()
    return not left or left[-1] in ".!?:\"“”‘'’…"


def _is_common(word: str, lower: Collection[str]) -> bool:
    """Whether a word has its capital from the start of its sentence: a trade, or small elsewhere."""
    low = word.lower()
    return low in _TRADES or low in lower


def _roles_beside(before: list[str], text: str, end: int) -> list[str]:
    """Return the roles before a name ("former mayor Orla Venn") or in small letters behind it."""
    roles = [low for word in before if (low := word.lower().strip(_PUNCTUATION)) in _OFFICES]
    if text.startswith(", ", end):
        behind = text[end + 2 : end + 50].split(",", 1)[0].split(None, 4)[:4]
        roles += [bare for word in behind if (bare := word.strip(_PUNCTUATION)) in _OFFICES]
    return roles


def is_modifier(role: str) -> bool:
    """Whether a word beside a name describes nobody by itself: "former", "deputy"."""
    return role in _MODIFIERS


def is_whole(name: tuple[str, ...], text: str) -> bool:
    """Whether a text is a name and no more, articles, titles and trades aside."""
    words = [bare_word(word) for word in text.split()]
    return [word for word in words if word not in _ASIDE] == [word.lower() for word in name]


def bare_word(word: str) -> str:
    """Return a word without the marks around it, in small letters."""
    return word.strip(_PUNCTUATION).lower()
