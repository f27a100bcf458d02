"""Invented stories whose speakers' names are written otherwise from page to page, the truth known.

Everything is drawn from invented syllables with a given generator of random numbers. An article
names a speaker in full at first, as articles do, and by the surname or a pronoun after; some
articles know a surname or an office only. Romanisations are re-spelt by rules of their own.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.model import Article, ArticleId, Capture, CaptureId, Paragraph

_FEMALE = "Anna Clara Elena Fatima Helen Ingrid Julia Laura Maria Nadia Olga Sofia".split()
_MALE = "Adam Carlos David Hassan Ivan James Karl Martin Omar Peter Robert Stefan".split()
_EASTERN = {
    "female": "Yulia Yevgenia Zainab Khadija Natalya Leyla".split(),
    "male": "Sergey Yevgeny Mohammed Hussein Nikolai Dmitry Qasim Tarek Abdullah".split(),
}
_BEGIN = "Bran Cul Dor Fenn Gar Hal Kest Lor Mar Nev Ost Pell Rost Sel Torr Ulm Vart Wend".split()
_END = "den ham ick lin man more ney rick son stad ter vale wick worth".split()
_EASTERN_BEGIN = "Khar Qas Gad Zel Mal Rouh Sul Tim Chern Dzhar Shev Volk Arkh Yel".split()
_EASTERN_END = "afi ani ensky ev imi in osh ouri ovsky adeh enko".split()
_OFFICES = (
    ("mayor", "Mayor"),
    ("governor", "Governor"),
    ("foreign minister", "Foreign Minister"),
    ("interior minister", "Interior Minister"),
    ("health secretary", "Health Secretary"),
    ("prime minister", "Prime Minister"),
    ("ambassador", "Ambassador"),
)
_PLACES = "Belm Tarr Sveran Orrin Kesh Dalmar Ulvik Morane".split()
_WORDS = (
    "bridge harbour water road winter bread light school train border river market tower field "
    "storm grain island letter engine paper stone window garden forest"
).split()
_SPELLINGS = (
    ("kh", "h"),
    ("q", "k"),
    ("g", "q"),
    ("ou", "u"),
    ("ensky", "enskyy"),
    ("ovsky", "ovskiy"),
    ("ey", "ei"),
    ("ye", "e"),
    ("yu", "iu"),
    ("dzh", "j"),
    ("mm", "m"),
    ("ss", "s"),
    ("ay", "ai"),
    ("oha", "uha"),
    ("usse", "osse"),
    ("dm", "dim"),
    ("tch", "ch"),
    ("eh", "e"),
)
_ALIKE = 0.45
_RESPELT = 0.4
_PAGES = (4, 8)
_SPEAKERS = (3, 6)


@dataclass(frozen=True, slots=True)
class Invented:
    """An invented person: the truth behind the names."""

    number: int
    given: str
    middle: str
    surname: str
    sex: str
    office: tuple[str, str]
    place: str
    eastern: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """One paragraph with a quotation, and who speaks in it."""

    paragraph: int
    person: int


@dataclass(frozen=True, slots=True)
class Told:
    """An invented article and its speakers, paragraph by paragraph."""

    article: Article
    spoken: tuple[Spoken, ...]


def invent_story(chance: random.Random) -> tuple[Told, ...]:
    """Return the articles of one story."""
    people = _people(chance)
    key = f"{chance.getrandbits(48):x}"
    return tuple(_tell(f"{key}-{n}", people, chance) for n in range(chance.randint(*_PAGES)))


def _people(chance: random.Random) -> list[Invented]:
    places = chance.sample(_PLACES, k=len(_PLACES))
    count = chance.randint(*_SPEAKERS)
    people: list[Invented] = []
    for number in range(count):
        eastern = chance.random() < _RESPELT
        sex = chance.choice(("female", "male"))
        taken = {each.given for each in people}
        names = _EASTERN[sex] if eastern else (_FEMALE if sex == "female" else _MALE)
        given = chance.choice([each for each in names if each not in taken])
        beginnings, endings = (_EASTERN_BEGIN, _EASTERN_END) if eastern else (_BEGIN, _END)
        surname = chance.choice(beginnings) + chance.choice(endings)
        if number == 1 and chance.random() < _ALIKE:
            surname, eastern = people[0].surname, people[0].eastern
        middle = chance.choice(_FEMALE if sex == "female" else _MALE)
        person = Invented(
            number, given, middle, surname, sex, chance.choice(_OFFICES), places[number], eastern
        )
        people.append(person)
    return people


def _tell(key: str, people: list[Invented], chance: random.Random) -> Told:
    speaking = chance.sample(people, k=chance.randint(1, min(3, len(people))))
    surnames = [each.surname for each in people]
    here = [each.surname for each in speaking]
    paragraphs: list[str] = []
    spoken: list[Spoken] = []
    for person in speaking:
        shared = surnames.count(person.surname) > 1
        # Where two of one surname speak, an article gives both in full each time.
        both = here.count(person.surname) > 1
        for text in _paragraphs(person, chance, shared=shared, both=both):
            spoken.append(Spoken(len(paragraphs), person.number))
            paragraphs.append(text)
    return Told(_article(key, paragraphs), tuple(spoken))


def _paragraphs(
    person: Invented, chance: random.Random, *, shared: bool, both: bool
) -> Iterator[str]:
    """Yield what one person says in one article: the first name in full mostly, then the surname."""
    given, surname = _spelt(person, chance)
    office, title = person.office
    described = f"{person.place}’s {office}"
    roll = chance.random()
    if roll < 0.1 and not shared:
        first = chance.choice((surname, f"{title} {surname}", f"{_address(person)} {surname}"))
    elif roll < 0.2:
        first = chance.choice((f"the {office} of {person.place}", described))
        yield f"“{_words(chance)},” {first} said on Monday."
        return
    else:
        first = _full(person, given, surname, chance)
    apposed = roll > 0.6 and first[0].isupper() and title not in first
    written = f"{first}, {described}," if apposed else first
    order = (f"said {written}." if not apposed else f"said {written[:-1]}.", f"{written} said.")
    yield f"“{_words(chance)},” {chance.choice(order)}"
    for _ in range(chance.randint(0, 2)):
        bare = f"{given} {surname}" if both else surname
        again = chance.choice((bare, bare, "he" if person.sex == "male" else "she"))
        yield f"“{_words(chance)},” {again} said."


def _full(person: Invented, given: str, surname: str, chance: random.Random) -> str:
    title = person.office[1]
    return chance.choice(
        (
            f"{given} {surname}",
            f"{given} {surname}",
            f"{title} {given} {surname}",
            f"{person.place}’s {title} {given} {surname}",
            f"{given} {person.middle[0]}. {surname}",
            f"{given} {person.middle} {surname}",
            f"{title} {given[0]}. {surname}",
        )
    )


def _address(person: Invented) -> str:
    return "Mr." if person.sex == "male" else "Ms."


def _spelt(person: Invented, chance: random.Random) -> tuple[str, str]:
    """Return the names as one newsroom writes them."""
    if not person.eastern or chance.random() > _RESPELT:
        return person.given, person.surname
    return _respelt(person.given, chance), _respelt(person.surname, chance)


def _respelt(name: str, chance: random.Random) -> str:
    fitting = [rule for rule in _SPELLINGS if rule[0] in name.lower()]
    for one, other in chance.sample(fitting, k=min(len(fitting), 1 + (chance.random() < _RESPELT))):
        name = name.lower().replace(one, other, 1)
    return name[0].upper() + name[1:]


def _words(chance: random.Random) -> str:
    first, second, third = chance.sample(_WORDS, k=3)
    fate = chance.choice(("sold", "moved", "closed", "lost"))
    return f"The {first} will not be {fate} before the {second} and the {third} are safe"


def _article(key: str, texts: list[str]) -> Article:
    placed: list[Paragraph] = []
    at = 0
    for text in texts:
        placed.append(Paragraph(text, at, at + len(text)))
        at += len(text) + 1
    capture = Capture(CaptureId(key), key, "\n".join(texts), "text/plain", "")
    return Article(ArticleId(key), capture, "article", tuple(placed), language="en")
