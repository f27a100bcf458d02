"""Simulated copies: accounts whose truth is known because we made them, from one agency's output.

Base articles of `bulk` that share nothing with each other are each sent out as copies, excerpts,
edited copies, rewrites and later states, some joined on one page with another, some padded with
one background; so thresholds can be judged on other texts than those of `summit`.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from random import Random
from typing import Any

from variorum.accounts import find_accounts
from variorum.model import Article, Capture, Paragraph, content_id
from variorum.reuse import find_alignments
from variorum.text import sentences

from .accounts import score_accounts
from .labelled import read_rows

DATA = ("bulk",)

SEED = 7
BASES = 400
READ = 3000
SHORTEST = 12  # sentences of a base, so that a cut leaves something


def measure() -> dict[str, float]:
    """Return the scores over the simulated pages."""
    articles, labels = simulate(Random(SEED), BASES)
    return score_accounts(find_accounts(articles, find_alignments(articles)), articles, labels)


def simulate(random: Random, bases: int) -> tuple[list[Article], dict[str, dict[str, Any]]]:
    """Return pages made from so many base articles, and their labels as those of `summit` are."""
    wires = read_wires(random, bases)
    words = [word for wire in wires[:50] for sentence in wire for word in sentence.split()]
    press = _Press(random, words)
    background = wires.pop()[:4]
    for number, wire in enumerate(wires[: len(wires) // 2]):
        if number % 5 == 0:
            wire = [*wire, *background]
        press.send_out(f"wire-{number}", wire)
    for number, wire in enumerate(wires[len(wires) // 2 :]):
        press.print_page(f"own-{number}", "original", wire)
    return press.articles, press.labels


def read_wires(random: Random, count: int) -> list[list[str]]:
    """Return the sentences of articles that share no passage with each other."""
    rows = list(islice(read_rows("bulk"), READ))
    articles = [_article(row["id"], [row["text"].replace("\n", " ")]) for row in rows]
    shared = {
        each
        for alignment in find_alignments(articles)
        for each in (alignment.left, alignment.right)
    }
    wires = [_sentences(article) for article in articles if article.id not in shared]
    wires = [wire for wire in wires if len(wire) >= SHORTEST]
    random.shuffle(wires)
    return wires[:count]


def _sentences(article: Article) -> list[str]:
    text = article.text
    return [text[span.begin : span.end] for span in sentences(text)]


def _article(key: str, paragraphs: Sequence[str]) -> Article:
    text = "\n\n".join(paragraphs)
    built, at = [], 0
    for paragraph in paragraphs:
        built.append(Paragraph(paragraph, at, at + len(paragraph)))
        at += len(paragraph) + 2
    identity = content_id(key, text)
    capture = Capture(identity, key, text, "text/plain", identity, key=key)  # type: ignore[arg-type]
    return Article(id=identity, capture=capture, kind="article", paragraphs=tuple(built))  # type: ignore[arg-type]


class _Press:
    """Prints pages from wires and notes what is true of each."""

    def __init__(self, random: Random, words: Sequence[str]) -> None:
        self.random = random
        self.words = words
        self.articles: list[Article] = []
        self.labels: dict[str, dict[str, Any]] = {}

    def send_out(self, account: str, wire: list[str]) -> None:
        """Print a few pages of one wire, of kinds drawn at random."""
        for _ in range(self.random.randint(1, 3)):
            self.print_page(account, "verbatim", wire)
        kinds = ("excerpt", "edited", "dropped", "localised", "update", "middle")
        for kind in self.random.sample(kinds, self.random.randint(1, 4)):
            self.print_page(account, *getattr(self, f"_{kind}")(wire))
        if self.random.random() < 0.3:
            own = f"page-{account}"
            self.print_page(
                own, "original", [*self._filler(3), *wire[2:5], *self._filler(12)], [account]
            )

    def print_page(
        self, account: str, relation: str, text: Sequence[str], also: Iterable[str] = ()
    ) -> None:
        """Print a page of these sentences, in paragraphs of one to three."""
        key = f"{account}/{len(self.articles)}"
        rest, paragraphs = list(text), []
        while rest:
            size = self.random.randint(1, 3)
            paragraphs.append(" ".join(rest[:size]))
            rest = rest[size:]
        self.articles.append(_article(key, paragraphs))
        self.labels[key] = {
            "id": key,
            "kind": "article",
            "account": account,
            "also": list(also),
            "relation": relation,
            "sure": True,
        }

    def _excerpt(self, wire: list[str]) -> tuple[str, list[str]]:
        return "excerpt", wire[: self.random.randint(3, len(wire) // 2)]

    def _middle(self, wire: list[str]) -> tuple[str, list[str]]:
        begin = self.random.randint(1, len(wire) - 5)
        return "excerpt", wire[begin : begin + 4]

    def _dropped(self, wire: list[str]) -> tuple[str, list[str]]:
        kept = [sentence for sentence in wire if self.random.random() < 0.65]
        return "excerpt", kept if len(kept) > 3 else wire[:4]

    def _edited(self, wire: list[str]) -> tuple[str, list[str]]:
        rate = self.random.choice((0.04, 0.08, 0.12))
        return "edited", [self._edit(sentence, rate) for sentence in wire]

    def _localised(self, wire: list[str]) -> tuple[str, list[str]]:
        return "edited", [*self._filler(3), *wire[1:]]

    def _update(self, wire: list[str]) -> tuple[str, list[str]]:
        fresh = self.random.randint(len(wire) // 4, len(wire) // 2)
        return "edited", [*self._filler(fresh), *wire[fresh:]]

    def _edit(self, sentence: str, rate: float) -> str:
        words = []
        for word in sentence.split():
            drawn = self.random.random()
            if drawn < rate:
                words.append(self.random.choice(self.words))
            elif drawn > rate * 1.2:
                words.append(word)
        return " ".join(words)

    def _filler(self, count: int) -> list[str]:
        """Return sentences that nobody else has, of the words of the wires."""
        return [
            " ".join(self.random.choice(self.words) for _ in range(self.random.randint(14, 30)))
            for _ in range(count)
        ]
