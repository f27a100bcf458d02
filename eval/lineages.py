"""Lineages: family trees of grown accounts of 3 to 60 pages, against every rival in the same run.

With updates of the wire, pages that drew on two others, and pages that carry a second wire; with and
without dates. Even seeds are for development; odd ones are held apart for measuring.
"""

import os
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from eval.growing import WIRE, GrownAccount, paragraphs_of
from eval.judging import judge_exemplars, word_errors, words_of
from eval.labelled import read_rows
from eval.rivals import RIVALS
from eval.updating import grow_lineage
from variorum.collation import collate
from variorum.model import Stemma
from variorum.stemmatics import Clue
from variorum.stemmatics.archetype import reconstruct_archetype
from variorum.stemmatics.build import reconstruct_stemma

DATA = ("bulk",)
# The archetype gives what all states of an updated account say together; its distance from the
# first state alone is shown, and not held.
_UPDATED = tuple(
    f"archetype word errors, {size} pages, updated" for size in ("3 or 4", "5 and more")
)
UNPINNED = ("rival", "best single", "confidence", "reliability", *_UPDATED)
_ACCOUNTS = int(os.environ.get("LINEAGES", "48"))
_SIZES = (3, 4, 5, 6, 8, 10, 3, 4, 14, 20, 30, 60)
_WORDS = (120, 900)
_AGENCY = "Northwire"
# Edges are sorted by the confidence stated, to see how often those of one bin are right.
_BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)

Scores = dict[str, list[float]]


def measure() -> dict[str, float]:
    """Return the scores over the accounts held apart."""
    return measure_lineages(1)


def measure_lineages(offset: int) -> dict[str, float]:
    """Return all scores, 0 to 1, of every other seed from an offset."""
    scores: Scores = defaultdict(list)
    for account in grow_lineages(_ACCOUNTS, offset):
        _score_account(account, scores)
    pooled = {name: scores.pop(name) for name in list(scores) if name.startswith("_")}
    found = {name: sum(values) / len(values) for name, values in scores.items()}
    for name in {name.split("|")[1] for name in pooled}:
        told, true, right = (sum(pooled[f"_{each}|{name}"]) for each in ("told", "true", "right"))
        found[name] = 2 * right / (told + true) if told + true else 1.0
    return dict(sorted(found.items()))


def grow_lineages(count: int, offset: int) -> Iterator[GrownAccount]:
    """Yield accounts grown from articles spread over the whole collection."""
    texts = [row["text"] for at, row in enumerate(read_rows("bulk")) if at % 40 == 20]
    texts = [text for text in texts if _WORDS[0] <= len(text.split()) <= _WORDS[1]]
    for number in range(count):
        chance = random.Random(2 * number + offset)
        wire, *others = (paragraphs_of(each, chance) for each in chance.sample(texts, 12))
        local = [each for text in others for each in text[1:] if len(each.split()) > 9]
        size = _SIZES[number % len(_SIZES)]
        yield grow_lineage(wire, local, others[0], size, chance)


def _score_account(account: GrownAccount, scores: Scores) -> None:
    texts = account.extant
    collation = collate({name: text.paragraphs for name, text in texts.items()}, by_sentence=True)
    for label, dated in (("dated", True), ("undated", False)):
        clues = {
            name: Clue(
                text.moment if dated else None,
                _AGENCY if text.credits else None,
                is_origin=account.is_state(name),
            )
            for name, text in texts.items()
        }
        mixed = [name for name, text in texts.items() if text.is_known_mixed]
        reconstruction = reconstruct_stemma(collation, clues, mixed=mixed)
        stemma = reconstruction.stemma
        _score_stemma(account, stemma, label, scores)
        _score_reliability(account, stemma, label, scores)
        _score_states(account, stemma, label, scores)
        if dated:
            archetype = [each.text for each in reconstruct_archetype(reconstruction).paragraphs]
            _score_text(account, archetype, scores)
    for name, (rival, dates) in RIVALS.items():
        for label in ("dated", "undated") if not dates else ("dated",):
            known = account if label == "dated" else _without_dates(account)
            _score_stemma(account, rival(known), label, scores, f"rival, {name}: ")


def _without_dates(account: GrownAccount) -> GrownAccount:
    return GrownAccount({name: replace(text, moment=None) for name, text in account.texts.items()})


def _score_stemma(
    account: GrownAccount, stemma: Stemma, label: str, scores: Scores, prefix: str = ""
) -> None:
    scores[f"{prefix}exemplar right, {label}"] += judge_exemplars(account, stemma)
    scores[f"{prefix}root right, {label}"].append(_has_right_root(account, stemma))
    true = _ancestors(account, {name: account.lineage(name) for name in account.extant})
    above: dict[str, list[str]] = defaultdict(list)
    for edge in stemma.edges:
        above[edge.target].append(edge.origin)
    said = _ancestors(account, {name: _climb(name, above) for name in account.extant})
    _pool(f"{prefix}ancestor pairs F1, {label}", said, true, scores)
    if not prefix:
        mixed = {name for name, text in account.extant.items() if text.second}
        told = {name for name in account.extant if len(above[name]) > 1}
        _pool(f"contamination F1, {label}", told, mixed, scores)


def _has_right_root(account: GrownAccount, stemma: Stemma) -> bool:
    """Tell whether the root is the text that all go back to, or lost if that is."""
    archetype = account.texts[account.archetype]
    if archetype.withheld:
        return stemma.root not in account.extant
    said = account.texts.get(stemma.root or "")
    return said is not None and words_of(said.paragraphs) == words_of(archetype.paragraphs)


def _pool(name: str, told: Set[object], true: Set[object], scores: Scores) -> None:
    scores[f"_told|{name}"].append(len(told))
    scores[f"_true|{name}"].append(len(true))
    scores[f"_right|{name}"].append(len(told & true))


def _climb(name: str, above: Mapping[str, Sequence[str]]) -> set[str]:
    """Return all from which a name descends by its first exemplars."""
    found: set[str] = set()
    while above.get(name) and above[name][0] not in found:
        name = above[name][0]
        found.add(name)
    return found


def _ancestors(account: GrownAccount, above: Mapping[str, set[str]]) -> set[tuple[str, str]]:
    """Return the pairs of extant ancestor and descendant; texts that read the same are one."""
    first: dict[tuple[str, ...], str] = {}
    stands = {
        name: first.setdefault(tuple(words_of(text.paragraphs)), name)
        for name, text in account.extant.items()
    }
    return {
        (stands[each], stands[name])
        for name, lineage in above.items()
        for each in lineage
        if each in stands and stands[each] != stands[name]
    }


def _score_reliability(account: GrownAccount, stemma: Stemma, label: str, scores: Scores) -> None:
    sure: dict[str, float] = {}
    for edge in stemma.edges:
        sure.setdefault(edge.target, edge.confidence)
    names = [name for name in account.extant if name != WIRE]
    for name, right in zip(names, judge_exemplars(account, stemma), strict=True):
        if name not in sure:
            continue
        low = max(each for each in _BINS if each <= sure[name])
        scores[f"reliability, {label}, from {low:.1f}: right"].append(right)
        scores[f"reliability, {label}, from {low:.1f}: stated"].append(sure[name])
        scores[f"reliability, {label}: mean gap (Brier)"].append((sure[name] - right) ** 2)


def _score_states(account: GrownAccount, stemma: Stemma, label: str, scores: Scores) -> None:
    """Is the state that a page carries the true one, counted from that to which all go back?"""
    told = {node.sigil: node.state for node in stemma.nodes if node.state}
    above: dict[str, list[str]] = defaultdict(list)
    for edge in stemma.edges:
        above[edge.target].append(edge.origin)
    states = [name for name in account.texts if account.is_state(name)]
    if len(states) == 1:
        scores[f"updates told where there are none, {label} (errors)"].append(bool(told))
        return
    first = _state(account, account.archetype, states)
    for name in account.extant:
        if account.is_state(name):
            continue
        line, at = [name], name
        while above[at] and above[at][0] not in line:
            at = above[at][0]
            line.append(at)
        said = next((told[each] for each in line if each in told), "")
        number = int(said.rpartition(" ")[2]) if said.startswith("update") else 0
        is_right = number == _state(account, name, states) - first
        scores[f"state right, accounts of several, {label}"].append(is_right)


def _state(account: GrownAccount, name: str, states: Sequence[str]) -> int:
    return max(states.index(each) for each in account.lineage(name) | {name} if each in states)


def _score_text(account: GrownAccount, archetype: Sequence[str], scores: Scores) -> None:
    lost = account.texts[account.archetype]
    if not lost.withheld:
        return
    truth = words_of(lost.paragraphs)
    errors = [word_errors(words_of(text.paragraphs), truth) for text in account.extant.values()]
    label = "3 or 4 pages" if len(errors) < 5 else "5 and more pages"
    label += ", updated" if sum(map(account.is_state, account.texts)) > 1 else ""
    scores[f"archetype word errors, {label}"].append(word_errors(words_of(archetype), truth))
    scores[f"best single page, word errors, {label}"].append(min(errors))
