"""Traces: whether a pasted text is found in every page that carries it, and in no other.

Sentences, paragraphs and phrases of 5 to 8 words are taken from accounts grown from agency texts, as
they stand or retyped with slips, and looked for among all grown pages and thousands of others. What a
page carries is judged by letters (the best stretch of the page, of 100), a measure that the search
does not use: over CARRIES it carries the text, under LACKS it does not, between the two nothing is
scored.
"""

import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import partial_ratio

from eval.growing import grow_account, paragraphs_of
from eval.labelled import read_rows
from variorum.model import Article, Capture, Paragraph, content_id
from variorum.reuse.carriers import find_carriers
from variorum.text import fold_typography, sentences

DATA = ("bulk",)
UNPINNED = ("pages", "milliseconds")

CARRIES = 85
LACKS = 60
_SEED = 11
_ACCOUNTS = 40
_SIZES = (3, 5, 8, 12)
_OTHERS = 800
_NEEDLES = 15
_WORDS = (120, 900)
_SLIP = 0.08


def measure() -> dict[str, float]:
    """Return the share of carriers found and of right ones among those found, by what was pasted."""
    chance = random.Random(_SEED)
    accounts = list(_grow(chance))
    pages = [page for account in accounts for page in account] + list(_others())
    folded = {page.id: _fold(page.text) for page in pages}
    scores: dict[str, float] = {}
    began, traced = time.perf_counter(), 0
    for name, take in (("phrase", _phrase), ("sentence", _sentence), ("paragraph", _paragraph)):
        for way, retype in (("as it stands", _leave), ("retyped", _retype)):
            tally: dict[str, int] = defaultdict(int)
            for _ in range(_NEEDLES):
                account = chance.choice(accounts)
                needle = retype(take(chance.choice(account), chance), chance)
                found = {each.article for each in find_carriers(needle, pages)}
                traced += 1
                plain = _fold(needle)
                for page in pages:
                    if page in account or page.id in found:
                        _score(partial_ratio(plain, folded[page.id]), page.id in found, tally)
            scores[f"{name} {way}, carriers found"] = tally["right"] / tally["carriers"]
            scores[f"{name} {way}, found ones right"] = tally["right"] / tally["found"]
    scores["milliseconds a trace"] = 1000 * (time.perf_counter() - began) / traced
    scores["pages searched"] = len(pages)
    return scores


def _score(likeness: float, is_found: bool, tally: dict[str, int]) -> None:
    if likeness >= CARRIES:
        tally["carriers"] += 1
        tally["right"] += is_found
        tally["found"] += is_found
    elif likeness < LACKS:
        tally["found"] += is_found


def _grow(chance: random.Random) -> Iterator[list[Article]]:
    texts = [row["text"] for at, row in enumerate(read_rows("bulk")) if at % 40 == 0]
    texts = [text for text in texts if _WORDS[0] <= len(text.split()) <= _WORDS[1]]
    foreign = [
        paragraph for text in chance.sample(texts, 40) for paragraph in paragraphs_of(text, chance)
    ]
    for number, text in enumerate(chance.sample(texts, _ACCOUNTS)):
        size = _SIZES[number % len(_SIZES)]
        grown = grow_account(paragraphs_of(text, chance), foreign, size, chance)
        yield [_page(f"{number}/{name}", each.paragraphs) for name, each in grown.extant.items()]


def _others() -> Iterator[Article]:
    taken = 0
    for at, row in enumerate(read_rows("bulk")):
        if at % 6 == 1 and taken < _OTHERS:
            taken += 1
            yield _page(row["id"], row["text"].split("\n\n"))


def _page(key: str, paragraphs: Sequence[str]) -> Article:
    text = "\n\n".join(paragraphs)
    built, at = [], 0
    for paragraph in paragraphs:
        built.append(Paragraph(paragraph, at, at + len(paragraph)))
        at += len(paragraph) + 2
    identity = content_id(key, text)
    capture = Capture(identity, key, text, "text/plain", identity, key=key)  # type: ignore[arg-type]
    return Article(identity, capture, "article", tuple(built))  # type: ignore[arg-type]


def _paragraph(page: Article, chance: random.Random) -> str:
    return chance.choice(page.paragraphs).text


def _sentence(page: Article, chance: random.Random) -> str:
    paragraph = _paragraph(page, chance)
    long = [span for span in sentences(paragraph) if paragraph[slice(*span)].count(" ") >= 5]
    return paragraph[slice(*chance.choice(long))] if long else _sentence(page, chance)


def _phrase(page: Article, chance: random.Random) -> str:
    words = _sentence(page, chance).split()
    length = min(len(words), chance.randint(5, 8))
    begin = chance.randint(0, len(words) - length)
    return " ".join(words[begin : begin + length])


def _leave(text: str, chance: random.Random) -> str:
    return text


def _retype(text: str, chance: random.Random) -> str:
    """Return a text as a person types it: other marks, other case, letters swapped or left out."""
    words = text.replace('"', "”").replace("'", "’").split()
    typed = [_slip(word, chance) if chance.random() < _SLIP else word for word in words]
    joined = " ".join(typed)
    return joined.lower() if chance.random() < 0.5 else joined


def _slip(word: str, chance: random.Random) -> str:
    if len(word) < 4:
        return word
    at = chance.randrange(1, len(word) - 1)
    if chance.random() < 0.5:
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _fold(text: str) -> str:
    return " ".join(fold_typography(text).casefold().split())
