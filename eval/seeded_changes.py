"""One change of a known class put into the words of a quotation, by rules of its own.

Nothing here is taken from the part that is measured: the lists are written anew, so that a word
which the program does not know is a miss. An operation returns `None` where a text offers no place.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence

from .seeded_words import (
    CONTRACTIONS,
    DAYS,
    DENIED,
    FIGURE_SWAPS,
    HOUSES,
    INSERTED,
    MONTHS,
    NUMBER_WORDS,
    ORDINALS,
    PERSONS,
    SYNONYMS,
    TENSES,
)

Operation = Callable[[str, random.Random], str | None]

_AUXILIARY = (
    r"\b(will|would|can|could|should|must|may|might|is|are|was|were|has|have|had)\b(?! not|['’])"
)
_FULL_VERB = r"\b(to) (?=[a-z]{3,}\b)"


def _choose_swap(
    pairs: Sequence[str], *, both_ways: bool = True
) -> Callable[[str, random.Random], str | None]:
    """Return an operation that puts one word of a pair for the other where one stands."""
    told = [tuple(word.replace("~", " ") for word in pair.split()) for pair in pairs]
    ways = told + ([(b, a) for a, b in told] if both_ways else [])

    def swap(text: str, chance: random.Random) -> str | None:
        found = [
            (match, new)
            for old, new in ways
            for match in re.finditer(rf"(?<![\w'’-]){re.escape(old)}(?![\w'’-])", text)
        ]
        if not found:
            return None
        match, new = chance.choice(found)
        if match.start() == 0:
            new = new[0].upper() + new[1:]
        return text[: match.start()] + new + text[match.end() :]

    return swap


def _next_of(words: Sequence[str]) -> Operation:
    """Return an operation that puts another word of a row in the place of one."""
    any_of = re.compile(rf"(?<![\w-])({'|'.join(words)})(?![\w-])")

    def step(text: str, chance: random.Random) -> str | None:
        found = list(any_of.finditer(text))
        if not found:
            return None
        match = chance.choice(found)
        new = chance.choice([word for word in words if word != match.group()])
        return text[: match.start()] + new + text[match.end() :]

    return step


def _after(pattern: str, inserted: str) -> Operation:
    compiled = re.compile(pattern)

    def insert(text: str, chance: random.Random) -> str | None:
        found = list(compiled.finditer(text))
        if not found:
            return None
        match = chance.choice(found)
        return f"{text[: match.end()].rstrip()} {inserted} {text[match.end() :].lstrip()}"

    return insert


def _without(pattern: str) -> Operation:
    compiled = re.compile(pattern)

    def remove(text: str, chance: random.Random) -> str | None:
        found = list(compiled.finditer(text))
        if not found:
            return None
        match = chance.choice(found)
        return " ".join((text[: match.start()] + " " + text[match.end() :]).split())

    return remove


def _inner_words(text: str) -> list[re.Match[str]]:
    """Return the words of a text that are neither its first nor its last three."""
    return list(re.finditer(r"[\w'’-]+", text))[2:-3]


def _digits(text: str, chance: random.Random) -> str | None:
    found = [m for m in re.finditer(r"\d+", text) if m.group() != "0"]
    if not found:
        return None
    match = chance.choice(found)
    old = match.group()
    at = chance.randrange(len(old))
    new = old[:at] + str((int(old[at]) + chance.randint(1, 8)) % 9 + (at == 0)) + old[at + 1 :]
    if new == old:
        new = old + "0"
    return text[: match.start()] + new + text[match.end() :]


def _another_currency(text: str, chance: random.Random) -> str | None:
    return text.replace("$", chance.choice("€£"), 1) if "$" in text else None


def _drop_words(text: str, chance: random.Random) -> str | None:
    found = _inner_words(text)
    size = chance.randint(1, 3)
    if len(found) < size + 2:
        return None
    at = chance.randrange(len(found) - size)
    if all(len(m.group()) < 4 for m in found[at : at + size]):
        return None
    return _cut(text, found[at].start(), found[at + size - 1].end(), "")


def _drop_marked(text: str, chance: random.Random) -> str | None:
    found = _inner_words(text)
    size = chance.randint(2, 6)
    if len(found) < size + 2:
        return None
    at = chance.randrange(len(found) - size)
    sign = chance.choice((" ...", " …", " [...]", "..."))
    return _cut(text, found[at].start(), found[at + size - 1].end(), sign)


def _cut(text: str, begin: int, end: int, sign: str) -> str | None:
    if re.search(_DANGEROUS, text[begin:end]):
        return None
    return f"{text[:begin].rstrip()}{sign} {text[end:].lstrip(' ,;')}"


# A cut of these would be a change of another class as well.
_DANGEROUS = re.compile(
    r"\d|n['’]t\b|\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|refus\w+|den(?:y|ie\w*)|"
    r"fail\w*|hardly|half|first|second|third|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"hundreds?|thousands?|millions?|billions?|dozens?|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|\w+day)\b|[.!?]",
    re.IGNORECASE,
)


def _insert_words(text: str, chance: random.Random) -> str | None:
    found = _inner_words(text)
    if len(found) < 3:
        return None
    match = chance.choice(found)
    return f"{text[: match.start()]}{chance.choice(INSERTED)} {text[match.start() :]}"


def _cut_sentence(text: str, chance: random.Random) -> str | None:
    ends = [m.end() for m in re.finditer(r"[a-z][.!?](?=\s+[A-Z])", text)]
    if not ends:
        return None
    at = chance.choice(ends)
    kept = text[:at] if chance.random() < 0.5 else text[at:].lstrip()
    return kept if len(kept.split()) >= 5 and len(text.split()) - len(kept.split()) >= 2 else None


def _cut_tail(text: str, chance: random.Random) -> str | None:
    words = text.split()
    if len(words) < 12:
        return None
    kept = chance.randint(len(words) // 2, len(words) - 5)
    cut = " ".join(words[:kept]).rstrip(",;:")
    return cut + chance.choice(("", "", "..."))


def _swap_sides(text: str, chance: random.Random) -> str | None:
    found = [
        m
        for m in re.finditer(r"(?<![\w'’-])([A-Za-z]{3,}) (and|or) ([A-Za-z]{3,})(?![\w'’-])", text)
        if m.group(1) != m.group(3)
    ]
    if not found:
        return None
    match = chance.choice(found)
    one, link, other = match.groups()
    return f"{text[: match.start()]}{other} {link} {one}{text[match.end() :]}"


def _move_phrase(text: str, chance: random.Random) -> str | None:
    found = _inner_words(text)
    if len(found) < 8:
        return None
    at, size = chance.randrange(len(found) - 4), chance.randint(1, 2)
    begin, end = found[at].start(), found[at + size - 1].end()
    moved = text[begin:end]
    rest = f"{text[:begin].rstrip()} {text[end:].lstrip()}"
    if len(moved) < 5 or re.search(r"[^\w\s'’-]", text[begin - 2 : end + 2]):
        return None
    spots = [m.start() for m in re.finditer(r"(?<=[a-z] )[a-z]", rest)]
    spots = [spot for spot in spots if 8 < abs(spot - begin) < 60]
    if not spots:
        return None
    spot = chance.choice(spots)
    return f"{rest[:spot]}{moved} {rest[spot:]}"


def _slip(text: str, chance: random.Random) -> str | None:
    found = [m for m in _inner_words(text) if m.group().isalpha() and len(m.group()) >= 7]
    if not found:
        return None
    match = chance.choice(found)
    word = match.group()
    at = chance.randrange(2, len(word) - 2)
    if word[at] == word[at + 1]:
        return None
    return text[: match.start() + at] + word[at + 1] + word[at] + text[match.start() + at + 2 :]


def _capital(text: str, chance: random.Random) -> str | None:
    found = [m for m in _inner_words(text) if m.group()[0].islower() and len(m.group()) > 4]
    if not found:
        return None
    at = chance.choice(found).start()
    return text[:at] + text[at].upper() + text[at + 1 :]


def _number(text: str, chance: random.Random) -> str | None:
    """Put a plural for a singular, or the reverse."""
    found = [m for m in _inner_words(text) if re.fullmatch(r"[a-z]{4,}[^s\W]s", m.group())]
    if not found:
        return None
    end = chance.choice(found).end()
    return text[: end - 1] + text[end:]


def _comma(text: str, chance: random.Random) -> str | None:
    inner = text[3:-3]
    found = [m.start() + 3 for m in re.finditer(r",(?= )", inner)]
    if found and chance.random() < 0.6:
        at = chance.choice(found)
        return text[:at] + chance.choice(("", ";", " —")) + text[at + 1 :]
    spots = _inner_words(text)
    if not spots:
        return None
    at = chance.choice(spots).end()
    return text[:at] + "," + text[at:] if text[at : at + 1] == " " else None


OPERATIONS: Mapping[str, Sequence[Operation]] = {
    "punctuation": (_comma,),
    "orthographic": (_choose_swap(HOUSES), _slip, _capital),
    "grammatical": (
        _choose_swap(TENSES),
        _choose_swap(PERSONS),
        _choose_swap(CONTRACTIONS),
        _number,
    ),
    "lexical": (_choose_swap(SYNONYMS),),
    "transposition": (_swap_sides, _move_phrase),
    "addition": (_insert_words,),
    "omission": (_drop_words, _drop_marked),
    "truncation": (_cut_sentence, _cut_tail),
    "negation": (
        _choose_swap(DENIED),
        _after(_AUXILIARY, "not"),
        _after(_AUXILIARY, "never"),
        _after(_FULL_VERB, "refuse to"),
        _after(_FULL_VERB, "fail to"),
        _without(r"\b(?:not|never)\b(?! only)"),
        _without(r"\b(?:refuse|refused|fail|failed) to\b"),
        _choose_swap(("don't do", "doesn't does", "didn't did"), both_ways=False),
    ),
    "figure": (
        _digits,
        _next_of(NUMBER_WORDS),
        _next_of(ORDINALS),
        _next_of(DAYS),
        _next_of(MONTHS),
        _choose_swap(FIGURE_SWAPS),
        _another_currency,
    ),
}

# What one side adds the other omits, and which of two wordings is the fuller a reader can't know.
ALSO: Mapping[str, Sequence[str]] = {"addition": ("omission",), "omission": ("addition",)}


def seed_change(text: str, kind: str, chance: random.Random) -> str | None:
    """Return the text with one change of a kind, `None` where it offers no place for one.

    >>> seed_change("We will pay 40 men", "punctuation", random.Random(1)) is None
    True
    """
    operations = list(OPERATIONS[kind])
    chance.shuffle(operations)
    for operation in operations:
        changed = operation(text, chance)
        if changed is not None and changed != text:
            return changed
    return None


def retype(text: str, chance: random.Random) -> str:
    """Return the same words as another desk's system sets them: marks, dashes, spaces."""
    if chance.random() < 0.5:
        text = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    else:
        text = text.replace("'", "’")
    dash = chance.choice(("--", "—", " – ", " -- ", " — "))
    text = re.sub(r"\s*(?:—|–|--)\s*", dash, text)
    if chance.random() < 0.3:
        text = text.replace("...", "…")
    if chance.random() < 0.3:
        text = text.replace(" ", "\u00a0", 1)
    if chance.random() < 0.3:
        text = re.sub(r" (?=\S+$)", "  ", text)
    return text
