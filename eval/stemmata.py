"""Stemmata: who copied whom, and what the lost text said, on accounts grown from agency texts.

Reports the share of witnesses given their true exemplar (a lost one counts when the same lines
come from it; two texts that read the same are one), with and without dates; whether the root is
right; the word errors of the archetype against those of the best single witness; two rivals that
go by date; and, on chains of real revisions, how often the older of two is told from text alone.
"""

import os
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from eval.growing import WIRE, GrownAccount, grow_account, paragraphs_of
from eval.judging import is_right, judge_exemplars, word_errors, words_of
from eval.labelled import read_rows
from variorum.collation import collate
from variorum.stemmatics import Clue, build_stemma
from variorum.stemmatics.archetype import reconstruct_archetype
from variorum.stemmatics.build import reconstruct_stemma
from variorum.stemmatics.costs import Practice

DATA = ("bulk", "versions")
UNPINNED = ("rival", "best single", "confidence", "pairs")
_ACCOUNTS = int(os.environ.get("STEMMATA_ACCOUNTS", "100"))
_SIZES = (3, 4, 5, 6, 7, 8, 10, 12, 15, 20)
_WORDS = (120, 900)
_AGENCY = "Northwire"
# Under this confidence the direction of two revisions counts as undecided.
_SURE = 0.5

Scores = dict[str, list[float]]


def measure() -> dict[str, float]:
    """Return all scores, 0 to 1."""
    scores: Scores = defaultdict(list)
    for account in grow_accounts(_ACCOUNTS, seed=7):
        _score_account(account, scores)
    _score_chains(scores)
    return {name: sum(values) / len(values) for name, values in sorted(scores.items())}


def grow_accounts(count: int, seed: int) -> Iterator[GrownAccount]:
    """Yield accounts grown from articles spread over the whole collection."""
    texts = [row["text"] for at, row in enumerate(read_rows("bulk")) if at % 40 == 0]
    chance = random.Random(seed)
    texts = [text for text in texts if _WORDS[0] <= len(text.split()) <= _WORDS[1]]
    foreign = [
        paragraph
        for text in chance.sample(texts, 60)
        for paragraph in paragraphs_of(text, chance)[1:]
        if len(paragraph.split()) > 9
    ]
    for number, text in enumerate(chance.sample(texts, count)):
        size = _SIZES[number % len(_SIZES)]
        yield grow_account(paragraphs_of(text, chance), foreign, size, chance)


def _score_account(account: GrownAccount, scores: Scores) -> None:
    texts = account.extant
    collation = collate({name: text.paragraphs for name, text in texts.items()}, by_sentence=True)
    for label, dated in (("dated", True), ("undated", False)):
        clues = {
            name: Clue(
                text.moment if dated else None,
                _AGENCY if text.credits else None,
                is_origin=name == WIRE,
            )
            for name, text in texts.items()
        }
        reconstruction = reconstruct_stemma(collation, clues)
        for right in judge_exemplars(account, reconstruction.stemma):
            scores[f"exemplar right, {label}"].append(right)
        root = reconstruction.stemma.root
        scores[f"root right, {label}"].append((root == WIRE) == (WIRE in texts))
        if dated:
            for edge in reconstruction.stemma.edges:
                scores["confidence, mean"].append(edge.confidence)
            archetype = reconstruct_archetype(reconstruction)
            _score_text(account, [each.text for each in archetype.paragraphs], scores)
    plain = build_stemma(collation, practice="copying")
    scores["exemplar right, readings alone"].extend(judge_exemplars(account, plain))
    _score_rivals(account, scores)


def _score_text(account: GrownAccount, archetype: Sequence[str], scores: Scores) -> None:
    if account.texts[WIRE].withheld is False:
        return
    truth = words_of(account.texts[WIRE].paragraphs)
    errors = {
        name: word_errors(words_of(text.paragraphs), truth) for name, text in account.extant.items()
    }
    label = "5 and more" if len(errors) >= 5 else "3 or 4"
    scores[f"archetype word errors, {label} witnesses"].append(
        word_errors(words_of(archetype), truth)
    )
    scores[f"best single witness, word errors, {label}"].append(min(errors.values()))


def _score_rivals(account: GrownAccount, scores: Scores) -> None:
    """Earliest date copies from the agency, all others from it; or each from the most similar earlier."""
    dated = sorted(
        (text.moment.value if text.moment else "9999", name)
        for name, text in account.extant.items()
    )
    shingles = {name: _shingles(account.extant[name].paragraphs) for _, name in dated}
    earliest: dict[str, str] = {}
    nearest: dict[str, str] = {}
    root = WIRE if WIRE in account.extant else "α"
    for at, (_, name) in enumerate(dated):
        before = [each for _, each in dated[:at]]
        earliest[name] = before[0] if before else root
        nearest[name] = max(
            before, key=lambda each: len(shingles[each] & shingles[name]), default=root
        )
    for label, given in (("earliest", earliest), ("most similar earlier", nearest)):
        given.pop(WIRE, None)
        rights = [
            is_right(account, name, given[name], given, {"α"})
            for name in account.extant
            if name != WIRE
        ]
        scores[f"rival, {label}: exemplar right"].extend(rights)


def _shingles(paragraphs: Sequence[str]) -> set[tuple[str, ...]]:
    words = words_of(paragraphs)
    return {tuple(words[at : at + 3]) for at in range(len(words) - 2)}


def _score_chains(scores: Scores) -> None:
    """On pairs of neighbouring revisions and on whole chains: is the older told from the text?"""
    for at, row in enumerate(read_rows("versions")):
        versions = [text.split("\n") for text in row["versions"]]
        if at % 3 or max(len(text.split()) for text in row["versions"]) > 900:
            continue
        for older, newer in pairwise(versions):
            if older != newer:
                _score_pair(older, newer, scores)
        _score_chain({f"{n:02d}": text for n, text in enumerate(versions)}, scores)


def _score_pair(older: Sequence[str], newer: Sequence[str], scores: Scores) -> None:
    collation = collate({"A": older, "B": newer}, by_sentence=True)
    practices: tuple[tuple[str, Practice], ...] = (
        ("told nothing", "unknown"),
        ("told that they are revisions", "revising"),
    )
    for label, practice in practices:
        stemma = build_stemma(collation, practice=practice)
        edge = next((e for e in stemma.edges if e.origin in "AB"), None)
        decided = edge is not None and edge.confidence >= _SURE
        scores[f"pairs, {label}: decided"].append(decided)
        if edge is not None and decided:
            scores[f"pairs, {label}: right where decided"].append(edge.origin == "A")


def _score_chain(chain: Mapping[str, Sequence[str]], scores: Scores) -> None:
    stemma = build_stemma(collate(chain, by_sentence=True), practice="revising")
    given = {
        edge.target: edge.origin for edge in reversed(stemma.edges) if edge.confidence >= _SURE
    }
    for name in chain:
        if name == "00" or chain[name] == chain[f"{int(name) - 1:02d}"]:
            continue
        above = given.get(name)
        if above in chain:
            scores["chains, exemplar is older"].append(str(above) < name)
            scores["chains, exemplar is the one before"].append(int(name) - int(str(above)) == 1)
