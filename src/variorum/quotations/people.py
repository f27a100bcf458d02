"""People in one article: names and descriptions resolved to the fullest name it offers.

"Venn", "Mayor Venn", "the mayor" and "she" are resolved to "Orla Venn", with what an article
itself says: the fullest mention of a surname, roles that stand beside a name, titles and
pronouns that tell he from she.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .given_names import FEMALE, MALE
from .mentions import NameMention, bare_word, is_modifier, is_whole, name_mentions

PRONOUNS = frozenset(("he", "she"))
_FEMALE = frozenset(
    "mrs ms miss she her queen princess lady dame sister mother wife daughter "
    "actress chairwoman spokeswoman congresswoman councilwoman woman".split()
)
_MALE = frozenset(
    "mr he his king prince lord sir father brother son husband chairman "
    "spokesman congressman councilman sheikh ayatollah imam pope".split()
)
# A pronoun in the same sentence may mean another; a title or given name does not.
_TITLE_VOTES = 3
# Behind a sign that is no part of a word: a text is read with a blank before it.
_SMALL = re.compile(r"[^\w.’'-]([a-z]{3,})\b")


@dataclass(slots=True)
class _Person:
    names: dict[str, int] = field(default_factory=dict)
    female: int = 0
    male: int = 0
    # Mentions inside sentences: "Officials" has a capital only where a sentence begins.
    firm: int = 0
    # What speaks for a person, and what for a place, a ship, an office.
    human: int = 0
    thing: int = 0
    titled: bool = False
    # How often more than the surname is given: whom a bare surname means.
    full: int = 0
    fullest: str = ""
    parts: tuple[str, ...] = ()

    def call(self, name: tuple[str, ...]) -> None:
        """Count one more mention by this name."""
        written = " ".join(name)
        self.names[written] = self.names.get(written, 0) + 1
        self.full += len(name) > 1
        if written != self.fullest and self._rank(written) < self._rank(self.fullest):
            self.fullest = written
            self.parts = tuple(bare_word(part) for part in written.split())

    def _rank(self, written: str) -> tuple[bool, int, int, str]:
        """Return what the fullest name is the least of: the order of mentions does not matter.

        It has the most words, then is the most often written, then comes first in the alphabet.
        """
        return not written, -written.count(" "), -self.names.get(written, 0), written


class Named(NamedTuple):
    """A person whom a paragraph names: where, by the fullest name, and how likely as a subject."""

    begin: int
    name: str
    subject: bool


class People:
    """The persons whom one article names; asked once for every speaker as written."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Read the names of all paragraphs."""
        self._by_last: dict[str, list[_Person]] = {}
        self._roles: dict[str, list[_Person]] = {}
        read = list(texts)
        self._lower = frozenset[str]().union(*(_SMALL.findall(" " + text) for text in read))
        self._mentions = {text: name_mentions(text, self._lower) for text in read}
        self._named: dict[str, list[Named]] = {}
        self._placed: dict[tuple[str, ...], _Person] = {}
        self._called: dict[str, str | None] = {}
        self._found: dict[tuple[str, ...], _Person | None] = {}
        mentions = [mention for text in read for mention in self._mentions[text]]
        for mention in sorted(mentions, key=lambda each: -len(each.name)):
            self._add(mention)

    def _add(self, mention: NameMention) -> None:
        person = self._placed.get(mention.name)
        if person is None:
            person = self._placed[mention.name] = self._bearer(mention.name)
        described = [role for role in mention.roles if not is_modifier(role)]
        if len(mention.name) == 1 and person.full and not mention.article and mention.subject:
            person.human += 1
        person.human += 2 * bool(mention.roles) + 2 * mention.person
        person.titled |= mention.titled
        if len(mention.name) > 1 or not person.full:
            # "The Venn campaign" does not make a thing of Orla Venn.
            person.thing += mention.place or (mention.article and not mention.roles)
        person.call(mention.name)
        person.firm += not mention.initial
        for role in mention.roles:
            person.female += _TITLE_VOTES * (role in _FEMALE)
            person.male += _TITLE_VOTES * (role in _MALE)
        if mention.subject and not mention.possessive:
            person.female += mention.pronoun == "she"
            person.male += mention.pronoun == "he"
        for role in described:
            holders = self._roles.setdefault(role, [])
            if person not in holders:
                holders.append(person)

    def _bearer(self, name: tuple[str, ...]) -> _Person:
        """Return the person who bears a name, longer names being known before shorter ones."""
        known = self._by_last.setdefault(bare_word(name[-1]), [])
        fitting = [each for each in known if _compatible(each, name)]
        if fitting:
            return max(fitting, key=lambda each: each.full)
        known.append(_Person())
        return known[-1]

    def name_of(self, text: str) -> str | None:
        """Return the fullest name of the person whom `text` names or describes, if it does."""
        if text not in self._called:
            self._called[text] = self._name_of(text)
        return self._called[text]

    def _name_of(self, text: str) -> str | None:
        for mention in name_mentions(text, self._lower):
            if mention.possessive and mention.name[-1] not in text.split()[-1]:
                # "Belm's leader" names Belm, and somebody else.
                continue
            if not mention.subject:
                # So does "the leader of Belm".
                continue
            person = self._person(mention.name)
            if person is not None and (" " in person.fullest or is_whole(mention.name, text)):
                return person.fullest
        return self._by_role(text)

    def named_in(self, text: str) -> Sequence[Named]:
        """Return the persons whom a paragraph names, in order; names of anything else are left out."""
        known = self._named.get(text)
        if known is not None:
            return known
        found: list[Named] = []
        self._named[text] = found
        for mention in self._mentions.get(text, ()):
            person = self._person(mention.name)
            if person is None or mention.possessive or not self._is_person(person, mention):
                continue
            subject = mention.subject and not mention.article
            found.append(Named(mention.begin, person.fullest, subject))
        return found

    def _is_person(self, person: _Person, mention: NameMention) -> bool:
        """Whether a name is a person's: by what stands beside it, else by its form and place."""
        if person.human or person.thing or person.fullest.isupper():
            return person.human > person.thing and (" " in person.fullest or person.titled)
        common = any(part in self._lower for part in person.parts)
        return mention.clause and " " in person.fullest and not common

    def _person(self, name: tuple[str, ...]) -> _Person | None:
        if name not in self._found:
            self._found[name] = self._sought(name)
        return self._found[name]

    def _sought(self, name: tuple[str, ...]) -> _Person | None:
        known = self._by_last.get(bare_word(name[-1]), [])
        fitting = [each for each in known if _compatible(each, name)]
        full = [each for each in fitting if " " in each.fullest]
        if full:
            return max(full, key=lambda each: each.full)
        return next((each for each in fitting if each.firm), None)

    def _by_role(self, text: str) -> str | None:
        """Return the one person whose role is the head of a description: "the mayor", "Iran's leader"."""
        for word in text.split()[:4]:
            holders = [each for each in self._roles.get(bare_word(word), ()) if " " in each.fullest]
            if len(holders) == 1:
                return holders[0].fullest
        return None

    def fits(self, pronoun: str, name: str) -> bool:
        """Whether a person can be meant by "he" or "she", as far as the article tells."""
        person = self._person(tuple(name.split()))
        if person is None:
            return True
        given = person.parts[0]
        told = (
            person.male + _TITLE_VOTES * (given in MALE),
            person.female + _TITLE_VOTES * (given in FEMALE),
        )
        against, speaking = told if pronoun == "she" else told[::-1]
        return against <= 2 * speaking


def _compatible(person: _Person, name: tuple[str, ...]) -> bool:
    """Whether a shorter name can be a longer one's: the same last name, the others in order."""
    longer = person.parts
    at = 0
    for word in map(bare_word, name):
        while at < len(longer) and not _same_part(longer[at], word):
            at += 1
        if at == len(longer):
            return False
        at += 1
    return True


def _same_part(longer: str, word: str) -> bool:
    return longer == word or (len(word) == 1 and longer.startswith(word))
