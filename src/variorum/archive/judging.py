"""Judging one story: stemmata, utterances, ledger, outlets; a comparison of just its pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..accounts import find_common
from ..engine import Engine, LocalEngine
from ..model import Account, Article, Comparison, Figure, Quotation, Story
from ..reuse import find_reuse
from ..store.stories import Judgement
from .comparing import _by_article, _complete, _tell

# An account that few outlets dispute over is told by what is disputed, in so many words at the most.
_MOST_DISPUTED = 3
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one story as it was grouped, with what was found in each."""

    story: Story
    articles: tuple[Article, ...]
    quotations: tuple[Quotation, ...]
    figures: tuple[Figure, ...]


def judge(pages: Pages, engine: Engine | None = None) -> Judgement:
    """Return what a story's pages show together."""
    engine = engine or LocalEngine(1)
    articles = pages.articles
    alignments = find_reuse(articles).alignments if len(articles) > 1 else ()
    accounts, failures = _complete(pages.story.accounts, articles, engine)
    by_id = {article.id: article for article in articles}
    story = _tell(
        replace(pages.story, accounts=accounts, headline=_headline(pages.story, accounts)),
        by_id,
        _by_article(alignments),
        pages.quotations,
        pages.figures,
    )
    common, common_left = find_common(accounts, by_id, alignments)
    return Judgement(story, alignments, common, common_left, failures)


def _headline(story: Story, accounts: Sequence[Account]) -> str | None:
    """Return the headline of the account whose headline the story has, now that its first state is known."""
    for before, after in zip(story.accounts, accounts, strict=True):
        if before.headline == story.headline:
            return after.headline
    return story.headline


def as_comparison(pages: Pages, judged: Judgement) -> Comparison:
    """Return a story as the comparison of its pages that it is."""
    return Comparison(
        articles=pages.articles,
        failures=judged.failures,
        stories=(judged.story,),
        alignments=judged.alignments,
        quotations=pages.quotations,
        figures=pages.figures,
        common=judged.common,
        common_left=judged.common_left,
    )


def disputed_in(story: Story) -> tuple[str, ...]:
    """Return in a few words what the accounts of a story contradict each other in."""
    conflicts: dict[str, list[str]] = {}
    for row in story.ledger:
        if row.status == "conflict":
            conflicts.setdefault(row.topic or row.text, []).append(row.text)
    told = [_short(" / ".join(dict.fromkeys(texts))) for texts in conflicts.values()]
    altered = _altered(story)
    if altered:
        told.append("1 altered quotation" if altered == 1 else f"{altered} altered quotations")
    return tuple(
        told[: _MOST_DISPUTED - bool(altered)] + told[-1:] if altered else told[:_MOST_DISPUTED]
    )


def _altered(story: Story) -> int:
    return sum(
        any(
            change.grade == "alters meaning"
            for rendering in utterance.renderings
            for change in rendering.changes
        )
        for utterance in story.utterances
    )


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
