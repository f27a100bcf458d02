"""The report for the terminal: 80 columns, readable without colour, in a fact-checker's order."""

from collections.abc import Mapping, Sequence
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from ..model import (
    Account,
    AccountId,
    Article,
    ArticleId,
    Comparison,
    Story,
    Utterance,
    VariationUnit,
)
from ..text import printable
from .outlets import fidelity_sentence, outlets_sentence
from .telling import SHOWN_CLAIMS, tell_account
from .terminal_tree import tree_lines
from .wording import (
    account_sentence,
    change_phrase,
    comparison_tally,
    count,
    independence_sentence,
    join_names,
    marks_phrase,
    origin_name,
    outlet_name,
    story_headcount,
)

_WIDTH = 80
# A screen or two a story; --html and --json show everything.
_MOST_UTTERANCES = 12
_MOST_UNITS = 15
_MOST_SINGLE = 12
_MOST_TEXTS = 3
_MOST_OUTLETS = 3
_MOST_STORIES = 30
_REASONS = 2


def print_comparison(comparison: Comparison, stream: TextIO) -> None:
    """Write the report on a comparison to `stream`; in colour only where it is a terminal."""
    console = Console(file=stream, highlight=False, soft_wrap=False, emoji=False, markup=False)
    console.width = min(console.width, _WIDTH) if console.is_terminal else _WIDTH
    with console.capture() as captured:
        _print_all(console, comparison)
    # Wrapped lines come padded to the width; nobody wants the spaces.
    stream.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def _print_all(console: Console, comparison: Comparison) -> None:
    articles = {article.id: article for article in comparison.articles}
    accounts = {each.id: each for story in comparison.stories for each in story.accounts}
    _print_overview(console, comparison)
    for story in comparison.stories[:_MOST_STORIES]:
        _print_story(console, story, articles, accounts)
    if len(comparison.stories) > _MOST_STORIES:
        left = count(len(comparison.stories) - _MOST_STORIES, "story", "stories")
        console.print(f"\n… and {left} more; --json and --html show them all.")


def _print_overview(console: Console, comparison: Comparison) -> None:
    console.print(Text(comparison_tally(comparison), style="bold"))
    for kind, told in (
        ("aggregate", "of many articles (counted in no account)"),
        ("none", "without an article"),
    ):
        found = [each for each in comparison.articles if each.kind == kind]
        if found:
            names = ", ".join(each.capture.location for each in found[:_REASONS])
            more = ", …" if len(found) > _REASONS else ""
            many = count(len(found), "page").capitalize()
            console.print(printable(f"{many} {told}: {names}{more}"))
    if comparison.failures:
        console.print(
            f"{count(len(comparison.failures), 'page').capitalize()} could not be read or worked on."
        )


def _print_story(
    console: Console,
    story: Story,
    articles: Mapping[ArticleId, Article],
    accounts: Mapping[AccountId, Account],
) -> None:
    console.print()
    console.rule(style="dim", characters="─")
    console.print(Text(printable(story.headline or "(no headline)"), style="bold"))
    date = f", event of {story.event_date}" if story.event_date else ""
    console.print(story_headcount(story)[:-1] + date + ".")
    if len(story.accounts) > 1:
        console.print(Text(printable(independence_sentence(story)), style="dim"))
    for told in (outlets_sentence(story), fidelity_sentence(story)):
        if told:
            console.print(Text(printable(told), style="dim"))
    copied = [account for account in story.accounts if len(account.witnesses) > 1]
    copied.sort(key=lambda account: -len(account.witnesses))
    single = [account for account in story.accounts if len(account.witnesses) == 1]
    for account in copied:
        _print_account(console, account, articles, accounts)
    _print_single(console, single, articles, alone=not copied)
    _print_utterances(console, story, articles)
    _print_ledger(console, story, articles)
    _print_archetypes(console, copied)


def _heading(console: Console, words: str) -> None:
    console.print()
    console.print(Text(words, style="bold underline"))


def _print_account(
    console: Console,
    account: Account,
    articles: Mapping[ArticleId, Article],
    accounts: Mapping[AccountId, Account],
) -> None:
    console.print()
    console.print(Text(printable(account_sentence(account, articles)), style="bold"))
    for reason in account.origin.reasons[:_REASONS]:
        _indented(console, f"because {reason}", 2, "dim")
    claims = tell_account(account, articles, accounts)
    told = [claim.sentence for claim in claims[:SHOWN_CLAIMS]]
    if left := len(claims) - len(told):
        told.append(f"({count(left, 'more finding').capitalize()}: --html.)")
    if told:
        _indented(console, " ".join(told), 2)
    for line in tree_lines(account, articles):
        console.print(line)


def _print_single(
    console: Console,
    accounts: list[Account],
    articles: Mapping[ArticleId, Article],
    *,
    alone: bool,
) -> None:
    if not accounts:
        return
    console.print()
    if not alone and len(accounts) > _MOST_SINGLE:
        console.print(
            Text(f"{len(accounts)} pages whose text nobody else here carries:", style="bold")
        )
        names = dict.fromkeys(outlet_name(articles[each.articles[0]]) for each in accounts)
        _indented(console, ", ".join(names), 2)
        return
    for account in accounts:
        console.print(Text(printable(account_sentence(account, articles)), style="bold"))
        article = articles[account.articles[0]]
        if article.headline:
            _indented(console, article.headline, 2)


def _print_utterances(
    console: Console, story: Story, articles: Mapping[ArticleId, Article]
) -> None:
    compared = [each for each in story.utterances if len(each.renderings) > 1]
    unborne = [
        (each, rendering)
        for each in story.utterances
        for rendering in each.renderings
        if rendering.unborne and len(each.renderings) == 1
    ]
    if not compared and not unborne:
        return
    _heading(console, "What was said, and what was done to it")
    compared.sort(key=lambda each: -len({r.account for r in each.renderings}))
    for utterance in compared[:_MOST_UTTERANCES]:
        _print_utterance(console, utterance, articles)
    for _, rendering in unborne[:_MOST_UTTERANCES]:
        where = outlet_name(articles[rendering.articles[0]])
        _indented(console, f"“{rendering.text}”", 2)
        _indented(console, f"{where}, headline: no quotation of the page bears these words", 4)
    left = len(compared) - _MOST_UTTERANCES
    if left > 0:
        console.print(f"  … and {count(left, 'more utterance')} compared (--json, --html).")


def _print_utterance(
    console: Console, utterance: Utterance, articles: Mapping[ArticleId, Article]
) -> None:
    console.print(Text(printable(utterance.speaker or "Speaker unknown"), style="bold"))
    for rendering in utterance.renderings:
        where = _outlets_of(rendering.articles, articles)
        wrong = marks_phrase(rendering, articles)
        marks = f" [{wrong}]" if wrong else ""
        _indented(console, f"“{rendering.text}”", 2)
        _indented(
            console, f"{where}{', headline' if rendering.in_headline else ''}{marks}", 4, "cyan"
        )
        for change in rendering.changes:
            style = "bold red" if change.grade == "alters meaning" else ""
            _indented(console, f"~ {change_phrase(change)}", 4, style)
        for reason in rendering.reasons:
            _indented(console, f"~ {reason}", 4)
        if rendering.unborne:
            _indented(console, "! no quotation of the page bears these words", 4, "bold")


_VERSION_VERBS = {"changed": "changed in", "dropped": "left out by", "added": "added by"}


def _print_ledger(console: Console, story: Story, articles: Mapping[ArticleId, Article]) -> None:
    told = [row for row in story.ledger if row.status == "conflict"]
    versions = _version_lines(story, articles)
    if not told and not versions:
        return
    _heading(console, "What is stated differently")
    topic: str | None = None
    for row in told[:_MOST_UNITS]:
        if row.topic and row.topic != topic:
            console.print(Text(printable(row.topic.capitalize()), style="bold"))
        topic = row.topic
        _indented(console, f"{row.text}: {_outlets_of(row.articles, articles)}", 2)
    if len(told) > _MOST_UNITS:
        console.print(f"  … and {count(len(told) - _MOST_UNITS, 'more figure')} (--json, --html).")
    if versions:
        console.print(Text("Added, changed or left out in versions", style="bold"))
    for line in versions[:_MOST_UNITS]:
        _indented(console, line, 2)
    if len(versions) > _MOST_UNITS:
        console.print(f"  … and {count(len(versions) - _MOST_UNITS, 'more')} (--json, --html).")


def _version_lines(story: Story, articles: Mapping[ArticleId, Article]) -> list[str]:
    """Return a line for what versions did to each figure on which the accounts are not at odds."""
    lines: list[str] = []
    for row in story.ledger:
        for state, verb in _VERSION_VERBS.items():
            keys = [each.article for each in row.entries if each.state == state and each.carried]
            if keys and row.status != "conflict":
                lines.append(
                    f"{row.text}: {verb} {_outlets_of(list(dict.fromkeys(keys)), articles)}"
                )
    return lines


def _outlets_of(keys: Sequence[ArticleId], articles: Mapping[ArticleId, Article]) -> str:
    """Name the outlets of some pages, the first few by name."""
    outlets = list(dict.fromkeys(outlet_name(articles[key]) for key in keys))
    more = len(outlets) - _MOST_OUTLETS
    return join_names([*outlets[:_MOST_OUTLETS], *([f"{more} more"] if more > 0 else [])])


def _print_archetypes(console: Console, accounts: list[Account]) -> None:
    told = [account for account in accounts if account.archetype]
    if not told:
        return
    _heading(console, "What the original said")
    for account in told[:_MOST_TEXTS]:
        origin = origin_name(account)
        if len(told) > 1 or origin:
            console.print(
                Text(f"{account.headline or ''} ({origin or 'origin unknown'})", style="bold")
            )
        for number, paragraph in enumerate(account.archetype, start=1):
            carried = len(paragraph.witnesses)
            support = f" [{carried} of {len(account.witnesses)}]"
            _indented(console, f"{number}. {paragraph.text}{support}", 2)
        _print_apparatus(console, account.apparatus)
    if len(told) > _MOST_TEXTS:
        left = count(len(told) - _MOST_TEXTS, "more reconstructed text")
        console.print(f"  … and {left} (--json, --html).")


def _print_apparatus(console: Console, apparatus: tuple[VariationUnit, ...]) -> None:
    if apparatus:
        console.print("  Where the copies differ (paragraph, original, then the others):")
    for unit in apparatus[:_MOST_UNITS]:
        readings = "; ".join(
            f"{each.text or '(left out)'} {' '.join(each.witnesses)} ({each.kind})"
            for each in unit.readings
        )
        lemma = f"(added later) {unit.lemma}" if unit.added else unit.lemma or "(nothing)"
        _indented(console, f"{unit.paragraph}  {lemma} ] {readings}", 4)
    if len(apparatus) > _MOST_UNITS:
        console.print(
            f"    … and {count(len(apparatus) - _MOST_UNITS, 'more place')} (--json, --html)."
        )


def _indented(console: Console, words: str, indent: int, style: str = "") -> None:
    console.print(Padding(Text(printable(words), style=style), (0, 0, 0, indent), expand=False))
