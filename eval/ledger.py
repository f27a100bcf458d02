"""The ledger: seeded changes of figures found and classed, copies left in peace, conflicts as our cases say.

Of each text four versions make an account: one as it is, one without its last third, one with two
paragraphs in each other's place, one with one figure altered. Their archetype is what the program
reconstructs from them. `false_alarm_errors` are the figures of the first three that are told as
anything but the same, what the second lacks with its paragraphs left aside; `conflict_cases_right`
are pairs of accounts that we wrote (tests/cases/ledger).
"""

import random
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from variorum.figures import build_ledger, find_figures
from variorum.model import Account, AccountId, Article, LedgerRow, Witness
from variorum.stemmatics import complete_account

from .labelled import read_rows
from .seeded_figures import CLASSES, Altered, Seed, alter, day_of, is_of_use, kinds_in_turn
from .stories import article_of, own_accounts

DATA = ("bulk",)
CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "ledger"
# Every so many articles of the agency, so that all its years are in; and so many texts at the most.
_STEP = 61
_TEXTS = 240
_EXPECTED = {"rehedged": "changed", "redated": "changed"}


def measure() -> dict[str, float]:
    """Return what was found of the seeded changes, how it was classed, and false alarms."""
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    classed = alarms = entries = 0
    for seeded, original, day in _seeded_texts():
        seed = seeded.seed
        rows, keys = _ledger(original, seeded.text, day)
        state = _state_told(rows, keys[-1], seed, _offset(seeded.text))
        tried[seed.kind] += 1
        found[seed.kind] += state is not None
        classed += state == _EXPECTED.get(seed.kind, seed.kind)
        for each in (entry for row in rows for entry in row.entries):
            if each.article != keys[-1]:
                entries += 1
                alarms += each.state != "same" and each.carried
    total, hits = sum(tried.values()), sum(found.values())
    scores = {f"found_{kind}": found[kind] / tried[kind] for kind in CLASSES if tried[kind]}
    return {
        "seeded": float(total),
        "found": hits / total,
        "class_right": classed / hits,
        **scores,
        "false_alarm_errors": alarms / entries,
        "conflict_cases_right": _conflict_cases(),
    }


UNPINNED = ("seeded",)


def _seeded_texts() -> Iterator[tuple[Altered, str, str]]:
    chance = random.Random(5)
    made = 0
    for number, row in enumerate(read_rows("bulk")):
        text = row["text"].strip()
        if number % _STEP or made >= _TEXTS or not is_of_use(text):
            continue
        for kind in kinds_in_turn(made):
            seeded = alter(text, kind, chance)
            if seeded is not None:
                made += 1
                yield seeded, text, day_of(row["id"])
                break


def _offset(text: str) -> int:
    """Return where the text begins in the capture that `article_of` makes without a headline."""
    return article_of("x", None, text, None).capture.text.index(text)


def _ledger(original: str, altered: str, day: str) -> tuple[tuple[LedgerRow, ...], list[str]]:
    texts = [original, _cut(original), _moved(original), altered]
    articles: dict[Any, Article] = {}
    for number, text in enumerate(texts):
        article = article_of(f"v{number}", None, text, day)
        articles[article.id] = article
    witnesses = tuple(Witness("ABCD"[n], key) for n, key in enumerate(articles))
    account = complete_account(Account(AccountId("seeded"), witnesses), articles)
    figures = [figure for article in articles.values() for figure in find_figures(article)]
    return build_ledger(figures, [account]), list(articles)


def _cut(text: str) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join(paragraphs[: max(2, len(paragraphs) * 2 // 3)])


def _moved(text: str) -> str:
    first, *others = text.split("\n\n")
    return "\n\n".join([first, *reversed(others[:2]), *others[2:]])


def _state_told(rows: tuple[LedgerRow, ...], altered: str, seed: Seed, offset: int) -> str | None:
    """Return what the ledger says of the altered place, `None` where it says nothing or "same"."""
    begin, end = seed.begin + offset, seed.end + offset
    for entry in (each for row in rows for each in row.entries if each.article == altered):
        if entry.state == "same":
            continue
        if entry.figure is None:
            if seed.kind == "dropped" and seed.was in (entry.instead or ""):
                return entry.state
        elif seed.kind != "dropped" and entry.figure.begin <= end and begin <= entry.figure.end:
            return entry.state
    return None


def read_conflict_cases() -> Iterator[dict[str, Any]]:
    """Yield the cases: texts of independent accounts, and the states that their figures have."""
    for path in sorted(CASES.glob("*.toml")):
        yield from tomllib.loads(path.read_text(encoding="utf-8"))["case"]


def is_right(case: dict[str, Any]) -> bool:
    """Return whether the figures that a case names have the states that it tells, and no other is at odds."""
    days = case.get("published", ["2023-05-01"] * len(case["texts"]))
    articles = tuple(
        article_of(f"a{number}", None, text, day)
        for number, (text, day) in enumerate(zip(case["texts"], days, strict=True))
    )
    figures = [figure for article in articles for figure in find_figures(article)]
    rows = build_ledger(figures, own_accounts(articles))
    told = {row.text: row.state for row in rows if row.state != "same"}
    return bool(told == case["states"])


def _conflict_cases() -> float:
    right = [is_right(case) for case in read_conflict_cases()]
    return sum(right) / len(right)
