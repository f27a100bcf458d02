"""Seeded changes between renderings: of changes put into real quotations, how many are found and named.

The quotations are read from the labelled articles and from agency texts at run time. A change is
found if a change is told; its class is right if one of that class is. Untouched copies are set
anew (marks, dashes, spaces) and must show no change. The held-out half of the quotations, with seeds
of its own, is measured apart: its errors were not read while rules were made.
"""

import os
import random
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from variorum.model import Change
from variorum.quotations import changes_between, find_quotations

from .labelled import read_rows
from .quotations import article_of
from .rendered_pages import measure_pages
from .seeded_changes import ALSO, OPERATIONS, retype, seed_change

DATA = ("attributions-train", "bulk")
_SEED = "seeded changes 1"
_EACH = 400
_ARTICLES = 600
_PAGES = 480
_FEWEST_WORDS, _MOST_WORDS = 8, 90
Outcome = tuple[bool, bool, int]


def measure() -> dict[str, float]:
    """Return shares of seeded changes found and rightly classed, and of false alarms."""
    texts = quotations_read()
    scores: dict[str, float] = {}
    for half in ("", "held out, "):
        some = [text for place, text in enumerate(texts) if bool(place % 2) == bool(half)]
        scores |= {f"{half}{name}": value for name, value in _scores(some, half).items()}
    return scores | measure_pages(DATA[0], _PAGES)


def quotations_read() -> list[str]:
    """Return direct quotations of the labelled and the agency articles, each text once."""
    found: dict[str, None] = {}
    for name in DATA:
        for row in islice(read_rows(name), 0, None if name != "bulk" else _ARTICLES):
            for quotation in find_quotations(article_of(row["text"], row["id"])):
                text = " ".join(quotation.text.split()).rstrip(",")
                words = len(text.split())
                if quotation.kind == "direct" and _FEWEST_WORDS <= words <= _MOST_WORDS:
                    found.setdefault(text)
    texts = sorted(found)
    random.Random(_SEED).shuffle(texts)
    return texts


def _scores(texts: Sequence[str], half: str) -> dict[str, float]:
    scores: dict[str, float] = {}
    everything: list[Outcome] = []
    for kind in OPERATIONS:
        told = list(islice(_seeded(texts, kind, half), _EACH))
        everything += told
        scores[f"found, {kind}"] = _share([each[0] for each in told])
        scores[f"class right, {kind}"] = _share([each[1] for each in told])
    mixed = list(islice(_mixed(texts, half), _EACH))
    alarms = [_alarms(text, random.Random(f"{half}{text}")) for text in texts]
    return {
        "found": _share([each[0] for each in everything]),
        "class right": _share([each[1] for each in everything]),
        "told beyond the one (errors)": sum(each[2] for each in everything) / len(everything),
        "two changes, both classes told": _share(mixed),
        "false alarms, untouched (errors)": _share(alarms),
        **scores,
    }


def _share(told: Sequence[bool]) -> float:
    return sum(told) / max(1, len(told))


def _seeded(texts: Sequence[str], kind: str, half: str) -> Iterator[Outcome]:
    for text in texts:
        chance = random.Random(f"{_SEED}{half}{kind}{text}")
        changed = seed_change(text, kind, chance)
        if changed is None:
            continue
        told = changes_between(text, retype(changed, chance))
        kinds: set[str] = {each.kind for each in told}
        right = bool(kinds & {kind, *ALSO.get(kind, ())})
        if not right and os.environ.get("VERBOSE") and not half:
            print(f"{kind}: {text}\n     > {changed}\n     {_shown(told)}")
        yield bool(told), right, max(0, len(told) - 1)


def _mixed(texts: Sequence[str], half: str) -> Iterator[bool]:
    """Yield whether both of two changes of different classes are named."""
    kinds = [each for each in OPERATIONS if each not in ("punctuation", "truncation")]
    for text in texts:
        chance = random.Random(f"{_SEED}{half}mixed{text}")
        one, other = chance.sample(kinds, 2)
        first = seed_change(text, one, chance)
        second = first and seed_change(first, other, chance)
        if not second or second == text:
            continue
        told = {each.kind for each in changes_between(text, second)}
        right = all(told & {kind, *ALSO.get(kind, ())} for kind in (one, other))
        if not right and os.environ.get("VERBOSE") == "mixed" and not half:
            shown = _shown(changes_between(text, second))
            print(f"{one} and {other}: {text}\n     > {second}\n     {shown}")
        yield right


def _alarms(text: str, chance: random.Random) -> bool:
    told = changes_between(text, retype(text, chance))
    if told and os.environ.get("VERBOSE"):
        print(f"untouched: {text}\n     {_shown(told)}")
    return bool(told)


def _shown(changes: Sequence[Change]) -> str:
    return re.sub(r"\s+", " ", "; ".join(f"{c.kind}: {c.before} > {c.after}" for c in changes))
