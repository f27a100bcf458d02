"""Accounts: the pages of one event gathered by text, held against accounts adjudicated by reading.

B-cubed and pairs are counted over the pages whose label is an article and sure. A page that the
program calls no article stands alone. `gold_kinds_` scores take the kinds from the labels.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from variorum.archive import open_archive
from variorum.model import Account, Article, ArticleId, Comparison

from .labelled import data_path, read_rows

DATA = ("summit", "summit-labels")

Labels = dict[str, dict[str, Any]]


def measure() -> dict[str, float]:
    """Return the scores with the program's kinds of page, and with those of the labels.

    What is scored is what `variorum compare` prints: accounts after their stemmata are drawn.
    """
    labels = {row["id"]: row for row in read_rows("summit-labels")}
    archive = open_archive(workers=os.cpu_count() or 1)
    reading = archive.read([str(data_path("summit"))])
    told = replace(
        reading,
        articles=tuple(
            replace(each, kind=labels[_key(each)]["kind"] if each.paragraphs else "none")
            for each in reading.articles
        ),
    )
    scores = score_comparison(archive.compare_reading(reading), labels)
    told_scores = score_comparison(archive.compare_reading(told), labels)
    return scores | {f"gold_kinds_{name}": value for name, value in told_scores.items()}


def score_comparison(comparison: Comparison, labels: Labels) -> dict[str, float]:
    """Return the scores of the accounts of a comparison."""
    accounts = [account for story in comparison.stories for account in story.accounts]
    return score_accounts(accounts, comparison.articles, labels)


def score_accounts(
    accounts: Sequence[Account], articles: Sequence[Article], labels: Labels
) -> dict[str, float]:
    """Return the scores of accounts; a page that is a witness of none stands alone."""
    keys = {article.id: _key(article) for article in articles}
    judged = sorted(key for key, row in labels.items() if row["kind"] == "article" and row["sure"])
    home = {keys[each.article]: account.id for account in accounts for each in account.witnesses}
    found = {key: str(home.get(key, f"alone-{key}")) for key in judged}
    gold = {key: str(labels[key]["account"]) for key in judged}
    scores = b_cubed(found, gold) | pairs(found, gold)
    scores["also_f1"] = _also_f1(accounts, keys, labels)
    scores["relation_accuracy"] = _relation_accuracy(accounts, keys, labels)
    if os.environ.get("VERBOSE"):
        _print_errors(found, gold, labels)
    return scores


def _key(article: Article) -> str:
    return str(article.capture.key)


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> dict[str, float]:
    """Return B-cubed precision, recall and F1 (Bagga and Baldwin 1998)."""
    both = Counter((found[key], gold[key]) for key in gold)
    found_sizes, gold_sizes = Counter(found.values()), Counter(gold.values())
    precision = sum(n * n / found_sizes[f] for (f, _), n in both.items()) / len(gold)
    recall = sum(n * n / gold_sizes[g] for (_, g), n in both.items()) / len(gold)
    return {
        "b3_precision": precision,
        "b3_recall": recall,
        "b3_f1": 2 * precision * recall / (precision + recall),
    }


def pairs(found: Mapping[str, str], gold: Mapping[str, str]) -> dict[str, float]:
    """Return precision, recall and F1 over the pairs of pages that are put together."""
    ours, theirs = _pairs(found), _pairs(gold)
    return _prefixed("pair", *_precision_recall(ours, theirs))


def _pairs(homes: Mapping[str, str]) -> set[tuple[str, str]]:
    members: dict[str, list[str]] = defaultdict(list)
    for key in sorted(homes):
        members[homes[key]].append(key)
    return {pair for group in members.values() for pair in combinations(group, 2)}


def _precision_recall(ours: set[Any], theirs: set[Any]) -> tuple[float, float]:
    right = len(ours & theirs)
    return right / max(1, len(ours)), right / max(1, len(theirs))


def _prefixed(name: str, precision: float, recall: float) -> dict[str, float]:
    return {
        f"{name}_precision": precision,
        f"{name}_recall": recall,
        f"{name}_f1": 2 * precision * recall / max(1e-9, precision + recall),
    }


def _also_f1(accounts: Sequence[Account], keys: Mapping[ArticleId, str], labels: Labels) -> float:
    """Return F1 over (page, other account); a found account is called as most of its pages are labelled."""
    names: dict[str, str] = {}
    for account in accounts:
        votes = Counter(str(labels[keys[each.article]]["account"]) for each in account.witnesses)
        names[account.id] = min(votes, key=lambda name: (-votes[name], name))
    judged = {key for key, row in labels.items() if row["kind"] == "article" and row["sure"]}
    ours = {
        (keys[witness.article], names[also.account])
        for account in accounts
        for witness in account.witnesses
        for also in witness.also
        if keys[witness.article] in judged
    }
    theirs = {(key, name) for key in judged for name in labels[key]["also"]}
    precision, recall = _precision_recall(ours, theirs)
    if os.environ.get("VERBOSE"):
        print("  also, ours alone:", sorted(ours - theirs))
        print("  also, labels alone:", sorted(theirs - ours))
    return 2 * precision * recall / max(1e-9, precision + recall)


def _relation_accuracy(
    accounts: Sequence[Account], keys: Mapping[ArticleId, str], labels: Labels
) -> float:
    wrong: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], list[str]] = defaultdict(list)
    judged = 0
    for account in accounts:
        for witness in account.witnesses:
            row = labels[keys[witness.article]]
            if row["kind"] != "article" or not row["sure"]:
                continue
            judged += 1
            if witness.relation != row["relation"]:
                wrong[row["relation"], witness.relation] += 1
                examples[row["relation"], witness.relation].append(row["id"])
    if os.environ.get("VERBOSE"):
        for (gold, ours), count in wrong.most_common():
            print(f"  relation {gold} called {ours}: {count} {examples[gold, ours][:12]}")
    return 1 - sum(wrong.values()) / max(1, judged)


def _print_errors(found: Mapping[str, str], gold: Mapping[str, str], labels: Labels) -> None:
    for title, one, other in (("welded", found, gold), ("split", gold, found)):
        groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for key in sorted(gold):
            groups[one[key]][other[key]].append(key)
        for name, parts in groups.items():
            if len(parts) > 1:
                told = sorted(parts.items(), key=lambda part: -len(part[1]))
                print(f"  {title} {name}:", "; ".join(f"{k}: {v}" for k, v in told))
