"""People in one article: names and descriptions resolved to the fullest name it offers.

"Venn", "Mayor Venn", "the mayor" and "she" are resolved to "Orla Venn", with what an article
itself says: the fullest mention of a surname, roles that stand beside a name, titles that tell
he from she.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

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
    "congressman congresswoman councilman councilwoman commissioner sheriff police rev reverend "
    "father bishop archbishop cardinal pastor brother sister aide counsel lawyer manager owner "
    "executive founder republican democrat democratic rival incumbent vice-president counterpart "
    "top white house campaign head member representative advisor adviser".split()
)
# Stripped like an office, but no description by itself.
_MODIFIERS = frozenset(
    "former then acting foreign prime defence defense interior finance economy state treasury "
    "supreme senior vice deputy top white house campaign head republican democrat democratic "
    "incumbent rival police mr mrs ms miss dr".split()
)
_FEMALE = frozenset(
    "mrs ms miss she her queen princess lady dame sister mother wife daughter "
    "actress chairwoman spokeswoman congresswoman councilwoman woman".split()
)
_MALE = frozenset(
    "mr he his king prince lord sir father brother son husband chairman "
    "spokesman congressman councilman sheikh ayatollah imam pope".split()
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
PRONOUNS = frozenset(("he", "she"))
_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_PARTICLES = (
    r"(?:al|de|del|della|da|di|du|van|von|der|den|bin|bint|ibn|el|la|le|ben|abu|dos|das|ter|ul)"
)
_PART = (
    # A point belongs to an initial or a short title; behind any other word it ends a sentence.
    rf"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Prof|Rev|Hon|St|{_CAPITAL})\.|{_CAPITAL}[\w’'‘`-]*)"
)
_NAME = re.compile(
    rf"{_PART}(?:[^\S\n]*(?<=[.\s])(?:{_PARTICLES}\s+)*{_PART}|[^\S\n]+(?:{_PARTICLES}\s+)*{_PART})*"
)
_POSSESSIVE = re.compile(r"['’‘`]s?$")
_PUNCTUATION = ".,;:'\"“”‘’`()"


@dataclass(slots=True)
class _Person:
    names: dict[str, int] = field(default_factory=dict)
    female: int = 0
    male: int = 0
    # Mentions inside sentences: "Officials" has a capital only where a sentence begins.
    firm: int = 0

    @property
    def full(self) -> int:
        """How often more than the surname is given: whom a bare surname means."""
        return sum(count for name, count in self.names.items() if " " in name)

    @property
    def fullest(self) -> str:
        # The most words, then the most often written, then the alphabet: the order of mentions
        # does not matter.
        return min(self.names, key=lambda name: (-len(name.split()), -self.names[name], name))


class People:
    """The persons whom one article names; asked once for every speaker as written."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Read the names of all paragraphs."""
        self._by_last: dict[str, list[_Person]] = {}
        self._roles: dict[str, list[_Person]] = {}
        mentions = [mention for text in texts for mention in _mentions(text)]
        for mention in sorted(mentions, key=lambda each: -len(each.name)):
            self._add(mention)

    def _add(self, mention: "_NameMention") -> None:
        if not mention.name:
            return
        key = _key(mention.name[-1])
        known = self._by_last.setdefault(key, [])
        fitting = [each for each in known if _compatible(each, mention.name)]
        person = max(fitting, key=lambda each: each.full) if fitting else None
        if person is None:
            person = _Person()
            known.append(person)
        name = " ".join(mention.name)
        person.names[name] = person.names.get(name, 0) + 1
        person.firm += not mention.initial
        person.female += sum(role in _FEMALE for role in mention.roles)
        person.male += sum(role in _MALE for role in mention.roles)
        for role in mention.roles:
            if role in _MODIFIERS:
                continue
            holders = self._roles.setdefault(role, [])
            if person not in holders:
                holders.append(person)

    def name_of(self, text: str) -> str | None:
        """Return the fullest name of the person whom `text` names or describes, if it does."""
        for mention in _mentions(text):
            if mention.possessive and mention.name[-1] not in text.split()[-1]:
                # "Belm's leader" names Belm, and somebody else.
                continue
            person = self._person(mention.name)
            if person is not None and (" " in person.fullest or _is_all(mention.name, text)):
                return person.fullest
        return self._by_role(text)

    def _person(self, name: tuple[str, ...]) -> _Person | None:
        known = self._by_last.get(_key(name[-1]), [])
        fitting = [each for each in known if _compatible(each, name)]
        full = [each for each in fitting if " " in each.fullest]
        if full:
            return max(full, key=lambda each: each.full)
        return next((each for each in fitting if each.firm), None)

    def _by_role(self, text: str) -> str | None:
        """Return the one person whose role is the head of a description: "the mayor", "Iran's leader"."""
        words = [word.strip(_PUNCTUATION).lower() for word in text.split()]
        for word in words[:4]:
            holders = [each for each in self._roles.get(word, ()) if " " in each.fullest]
            if len(holders) == 1:
                return holders[0].fullest
        return None

    def fits(self, pronoun: str, name: str) -> bool:
        """Whether a person can be meant by "he" or "she", as far as the article tells."""
        person = self._person(tuple(name.split()))
        if person is None or person.female == person.male:
            return True
        return (person.female > person.male) == (pronoun == "she")


@dataclass(frozen=True, slots=True)
class _NameMention:
    name: tuple[str, ...]
    roles: tuple[str, ...]
    possessive: bool = False
    initial: bool = False


def _mentions(text: str) -> list[_NameMention]:
    mentions: list[_NameMention] = []
    for found in _NAME.finditer(text):
        written = found.group()
        if written.lower() not in _NOT_NAMES:
            mentions += _split(written.split(), text, found.start(), found.end())
    return mentions


def _split(words: list[str], text: str, begin: int, end: int) -> list[_NameMention]:
    """Return the name in a run of capitals, behind possessives and offices, and the roles beside it."""
    roles: list[str] = []
    name: list[str] = []
    for at, written in enumerate(words):
        bare = written.strip(_PUNCTUATION)
        if _POSSESSIVE.search(bare) and at + 1 < len(words):
            name = []
            continue
        bare = _POSSESSIVE.sub("", bare)
        low = bare.lower()
        if low in _OFFICES:
            roles.append(low)
        if low in _OFFICES or low in _NOT_NAMES:
            name = []
        elif bare:
            name.append(bare)
    if not name:
        return []
    if name[0].lower() in _HONORIFICS:
        roles.append(name[0].lower())
    roles += _roles_beside(text, begin, end)
    possessive = bool(_POSSESSIVE.search(words[-1].strip('.,;:"“”()')))
    left = text[max(0, begin - 3) : begin].rstrip()
    initial = len(words) == 1 and (not left or left[-1] in ".!?:\"“”‘'’…")
    return [_NameMention(tuple(name), tuple(dict.fromkeys(roles)), possessive, initial)]


def _roles_beside(text: str, begin: int, end: int) -> list[str]:
    """Return the roles in small letters before a name ("former mayor Orla Venn") or in apposition."""
    words = text[max(0, begin - 40) : begin].lower().split()[-2:]
    if text.startswith(", ", end):
        words += text[end + 2 : end + 50].split(",")[0].split()[:4]
    bare = (word.strip(_PUNCTUATION) for word in words)
    return [word for word in bare if word in _OFFICES]


def _is_all(name: tuple[str, ...], text: str) -> bool:
    """Whether a text is a name and no more, articles and titles aside."""
    words = [word.strip(_PUNCTUATION).lower() for word in text.split()]
    rest = [word for word in words if word not in _OFFICES and word not in _NOT_NAMES]
    return rest == [word.lower() for word in name]


def _compatible(person: _Person, name: tuple[str, ...]) -> bool:
    """Whether a shorter name can be a longer one's: the same last name, the others in order."""
    longer = [_key(word) for word in person.fullest.split()]
    at = 0
    for word in (_key(each) for each in name):
        while at < len(longer) and not _same_part(longer[at], word):
            at += 1
        if at == len(longer):
            return False
        at += 1
    return True


def _same_part(longer: str, word: str) -> bool:
    return longer == word or (len(word) == 1 and longer.startswith(word))


def _key(word: str) -> str:
    return word.strip(_PUNCTUATION).lower()
