"""A collection with copies that we made, so that it is known which article carries which."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from eval.editing import Paragraphs, edit
from eval.growing import paragraphs_of
from eval.labelled import read_rows
from variorum.model import Article, Capture, Paragraph, content_id

Kind = Literal["whole", "edited", "partial"]

# One article in four is an agency's own, three are copies: so the largest collection, of 100,000,
# still has 25,000 different texts.
ORIGINALS = 4
# Of the copies: as sent, through one to three desks, or a paragraph or two within an article of
# the page's own.
_KINDS: tuple[tuple[Kind, float], ...] = (("whole", 0.3), ("edited", 0.5), ("partial", 0.2))
_PARTIAL_WORDS = 40
_SEED = 11


@dataclass(frozen=True, slots=True)
class Copy:
    """That one article carries another, by their places in the collection, and how."""

    copy: int
    original: int
    kind: Kind


def grow_collection(size: int) -> tuple[list[Article], list[Copy]]:
    """Return about so many articles of one agency and copies of them, and who copies whom."""
    chance = random.Random(_SEED)
    rows = islice(read_rows("bulk"), max(2, size // ORIGINALS))
    wires = [paragraphs_of(row["text"], chance) for row in rows]
    wires = [wire for wire in wires if wire]
    foreign = [wire[0] for wire in wires[:200]]
    texts, copies = list(wires), []
    kinds, weights = zip(*_KINDS, strict=True)
    while len(texts) < size:
        original = chance.randrange(len(wires))
        kind: Kind = chance.choices(kinds, weights)[0]
        text = wires[original]
        if kind == "edited":
            for _ in range(chance.choice((1, 2, 3))):
                text = edit(text, foreign, chance)
        elif kind == "partial":
            text = _take_in(text, chance.choice(wires), chance)
        copies.append(Copy(len(texts), original, kind))
        texts.append(text)
    return [_article(number, text) for number, text in enumerate(texts)], copies


def _take_in(text: Paragraphs, host: Paragraphs, chance: random.Random) -> Paragraphs:
    """Return words of the host's, shuffled so that nobody else has them, around a piece of the text."""
    behind = [sum(len(each.split()) for each in text[at:]) for at in range(len(text))]
    begin = chance.choice([at for at, words in enumerate(behind) if words >= _PARTIAL_WORDS] or [0])
    piece: list[str] = []
    while sum(len(each.split()) for each in piece) < _PARTIAL_WORDS and begin < len(text):
        piece.append(text[begin])
        begin += 1
    own = [" ".join(chance.sample(words, len(words))) for words in map(str.split, host)]
    at = chance.randrange(len(own) + 1)
    return (*own[:at], *piece, *own[at:])


def _article(number: int, texts: Sequence[str]) -> Article:
    paragraphs, at = [], 0
    for text in texts:
        paragraphs.append(Paragraph(text, at, at + len(text)))
        at += len(text) + 2
    whole = "\n\n".join(texts)
    identity = content_id(str(number), whole)
    capture = Capture(identity, str(number), whole, "text/plain", identity, key=str(number))  # type: ignore[arg-type]
    return Article(identity, capture, "article", tuple(paragraphs))  # type: ignore[arg-type]
