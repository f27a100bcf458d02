"""Stories: B-cubed precision, recall and F1 of grouping all labelled stories mixed, an account an article.

Weights and threshold were fitted on the stories of even number in the file (eval/fit_stories.py);
`half_` scores are of the others alone, mixed.
"""

import re
import time
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from variorum.figures import find_figures
from variorum.model import (
    Account,
    AccountId,
    Article,
    ArticleId,
    Capture,
    CaptureId,
    Evidence,
    Figure,
    Moment,
    Paragraph,
    Span,
    Witness,
)
from variorum.stories import group_stories
from variorum.stories.affairs import LEAST_LIKENESS
from variorum.stories.resemblance import FITTED, Weights

from .labelled import read_rows

DATA = ("stories",)
_BLANK_LINE = re.compile(r"\n\s*\n")
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")


def article_of(key: str, title: str | None, text: str, day: str | None) -> Article:
    """Return the article of a labelled row: headline, then paragraphs."""
    headline = (title or "").strip()
    captured = f"{headline}\n\n{text}"
    paragraphs: list[Paragraph] = []
    at = len(headline) + 2
    for piece in [*_BLANK_LINE.finditer(captured, at), None]:
        end = piece.start() if piece else len(captured)
        if captured[at:end].strip():
            paragraphs.append(Paragraph(captured[at:end], at, end))
        at = piece.end() if piece else end
    return Article(
        ArticleId(key),
        Capture(CaptureId(key), key, captured, "text/plain", f"sha256:{key}"),
        "article",
        tuple(paragraphs),
        headline=headline or None,
        published=Moment(day, "day") if day and _DAY.match(day) else None,
        evidence=(Evidence("headline", (Span(0, len(headline)),)),) if headline else (),
    )


def labelled_articles() -> list[tuple[int, Article]]:
    """Return (number of its story in the file, article) for every labelled article."""
    return [
        (number, article_of(row["id"], row["title"], row["text"], row["date"]))
        for number, story in enumerate(read_rows("stories"))
        for row in story["articles"]
    ]


def own_accounts(articles: Sequence[Article]) -> list[Account]:
    """Return an account for each article."""
    return [Account(AccountId(each.id), (Witness("A", each.id),)) for each in articles]


def b_cubed(
    found: Mapping[Any, Hashable], gold: Mapping[Any, Hashable]
) -> tuple[float, float, float]:
    """Return precision, recall and F1, averaged over articles (Bagga and Baldwin 1998)."""
    both = Counter((found[each], gold[each]) for each in gold)
    of_found, of_gold = Counter(found[each] for each in gold), Counter(gold.values())
    precision = sum(n * n / of_found[group] for (group, _), n in both.items()) / len(gold)
    recall = sum(n * n / of_gold[label] for (_, label), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def grouped(
    articles: Sequence[Article], weights: Weights = FITTED, least: float = LEAST_LIKENESS
) -> dict[str, Hashable]:
    """Return the story in which each article comes out, an account an article."""
    figures: list[Figure] = [figure for each in articles for figure in find_figures(each)]
    accounts = own_accounts(articles)
    stories = group_stories(articles, accounts, figures, weights=weights, least=least)
    return {article: story.id for story in stories for article in story.articles}


def measure() -> dict[str, float]:
    """Return B-cubed over all stories mixed, and over the half not used for fitting."""
    labelled = labelled_articles()
    begun = time.perf_counter()
    found = grouped([article for _, article in labelled])
    seconds = time.perf_counter() - begun
    print(
        f"  {len(labelled)} articles, {len(set(found.values()))} stories found in {seconds:.1f} s"
    )
    gold: dict[str, Hashable] = {article.id: number for number, article in labelled}
    precision, recall, f1 = b_cubed(found, gold)
    other = {article.id: number for number, article in labelled if number % 2}
    half = b_cubed(grouped([article for number, article in labelled if number % 2]), other)
    return {
        "b3_precision": precision,
        "b3_recall": recall,
        "b3_f1": f1,
        "half_b3_precision": half[0],
        "half_b3_recall": half[1],
        "half_b3_f1": half[2],
    }
