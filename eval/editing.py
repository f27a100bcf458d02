"""What desks do to a text before they print it, by chance: the wear of grown accounts."""

import random
import re
from collections.abc import Callable, Sequence

Paragraphs = tuple[str, ...]
Text = list[str]


def edit(text: Paragraphs, foreign: Sequence[str], chance: random.Random) -> Paragraphs:
    """Return the text as the next desk prints it; `foreign` are paragraphs it may add."""
    if chance.random() < 0.25:
        return text
    edited = list(text)
    for odds, change in _EDITS:
        if chance.random() < odds and edited:
            edited = change(edited, chance)
    if chance.random() < 0.15:
        edited.insert(chance.randrange(1, len(edited) + 1), chance.choice(foreign))
    return tuple(edited) or text


def _cut_tail(text: Text, chance: random.Random) -> Text:
    return text[: max(2, round(len(text) * chance.uniform(0.3, 0.95)))]


def _drop(text: Text, chance: random.Random) -> Text:
    gone = set(chance.sample(range(len(text)), min(len(text) - 1, chance.choice((1, 1, 2)))))
    return [each for at, each in enumerate(text) if at not in gone]


def _move(text: Text, chance: random.Random) -> Text:
    if len(text) < 4:
        return text
    moved = text.pop(chance.randrange(1, len(text)))
    text.insert(chance.randrange(1, len(text) + 1), moved)
    return text


def _lose_marks(text: Text, chance: random.Random) -> Text:
    odds = chance.uniform(0.2, 0.9)
    return [re.sub('^["“]', "", each) if chance.random() < odds else each for each in text]


def _restyle(text: Text, chance: random.Random) -> Text:
    kept = [pair for pair in _HOUSE if chance.random() < 0.5]
    for old, new in kept:
        text = [re.sub(old, new, each) for each in text]
    return text


def _reword(text: Text, chance: random.Random) -> Text:
    for _ in range(chance.choice((1, 2, 3, 5, 8))):
        at = chance.randrange(len(text))
        text[at] = chance.choice(_WORD_EDITS)(text[at], chance)
    return text


def _swap_word(text: str, chance: random.Random) -> str:
    found = [pair for pair in _SYNONYMS if re.search(rf"\b{pair[0]}\b", text)]
    if not found:
        return text
    old, new = chance.choice(found)
    return re.sub(rf"\b{old}\b", new, text, count=1)


def _drop_words(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    if len(words) < 12:
        return text
    at, length = chance.randrange(3, len(words) - 4), chance.choice((1, 1, 2, 3))
    return " ".join(words[:at] + words[at + length :])


def _insert_words(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    at = chance.randrange(1, len(words)) if len(words) > 1 else 0
    return " ".join([*words[:at], chance.choice(_FILLERS), *words[at:]])


def _slip(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    at = chance.randrange(len(words))
    if len(words[at]) > 4:
        cut = chance.randrange(1, len(words[at]) - 2)
        words[at] = words[at][:cut] + words[at][cut + 1] + words[at][cut] + words[at][cut + 2 :]
    return " ".join(words)


def _change_figure(text: str, chance: random.Random) -> str:
    step = chance.choice((1, 2))
    return re.sub(r"\b([1-7])(\d*)\b", lambda f: f"{int(f[1]) + step}{f[2]}", text, count=1)


def _join_paragraphs(text: Text, chance: random.Random) -> Text:
    joined: Text = []
    for each in text:
        if joined and chance.random() < 0.4:
            joined[-1] += f" {each}"
        else:
            joined.append(each)
    return joined


def _curl(text: Text, chance: random.Random) -> Text:
    opened = (re.sub(r'(^|[\s(])"', r"\1“", each) for each in text)
    return [each.replace('"', "”").replace("'", "’") for each in opened]


_WORD_EDITS: tuple[Callable[[str, random.Random], str], ...] = (
    _swap_word,
    _swap_word,
    _drop_words,
    _insert_words,
    _slip,
    _change_figure,
)
_EDITS: tuple[tuple[float, Callable[[Text, random.Random], Text]], ...] = (
    (0.4, _cut_tail),
    (0.3, _drop),
    (0.06, _move),
    (0.5, _reword),
    (0.2, _lose_marks),
    (0.4, _restyle),
    (0.3, _join_paragraphs),
    (0.3, _curl),
)
_HOUSE = (
    (r"\bU\.S\.", "US"),
    (r"\bpercent\b", "per cent"),
    (r"(\w+), and ", r"\1 and "),
    (r"\b(\w{3,})ize(d?)\b", r"\1ise\2"),
    (r"\btwo\b", "2"),
    (r"\bthree\b", "3"),
    (r" -- ", " — "),
    (r"\blabor\b", "labour"),
    (r"\bprogram\b", "programme"),
    (r"\bMr\. ", "Mr "),
)
_SYNONYMS = (
    ("said", "told reporters"),
    ("said", "stated"),
    ("after", "following"),
    ("about", "around"),
    ("about", "roughly"),
    ("more than", "over"),
    ("since", "from"),
    ("government", "administration"),
    ("company", "firm"),
    ("killed", "left dead"),
    ("rose", "climbed"),
    ("fell", "dropped"),
    ("last", "the previous"),
    ("would", "will"),
    ("has", "had"),
    ("also", "further"),
    ("but", "yet"),
    ("while", "as"),
    ("plan", "scheme"),
    ("talks", "discussions"),
    ("people", "persons"),
    ("first", "initial"),
    ("which", "that"),
    ("the", "a"),
    ("in", "at"),
    ("new", "fresh"),
    ("big", "large"),
)
_FILLERS = (
    "meanwhile",
    "on the day",
    "according to the agency",
    "reportedly",
    "in recent weeks",
    "as expected",
    "however",
    "for its part",
    "late in the day",
    "again",
)
