"""Kinds: whether a page is one article, several or none, judged by weights that saw no copy of it.

The captures of one event by two halves with all copies of a text in one; the outlets that are kept
apart, by weights that saw no copy of theirs; the labelled articles by halves; and pages put together
of articles that no weights saw (fronts, live reports, letters, stubs, galleries and others).
"""

from variorum.extract.body.kind import kinds_of

from .kept_apart import kept_apart
from .train_kinds import (
    held_out,
    judged,
    macro_f1,
    read_articles,
    read_captures,
    read_made,
    train,
)

DATA = ("pages", "pages-2008", "pages-fields", "stories", "summit", "summit-labels")
_MADE = 20


def measure() -> dict[str, float]:
    """Return macro F1 of kinds on captures and made pages, and how many articles pass for articles."""
    captures, articles, made = read_captures(), read_articles(), read_made(0)
    others = [*articles, *made]
    apart = {page.group for page in captures if page.key in kept_apart()}
    model = kinds_of(train([*(page for page in captures if page.group not in apart), *others]))
    pairs = [(page.kind, judged(model, page)) for page in captures if page.key in kept_apart()]
    full = kinds_of(train([*captures, *others]))
    right = 0
    for half in (0, 1):
        halved = kinds_of(train([*captures, *articles[half::2], *made]))
        right += sum(judged(halved, page) == "article" for page in articles[1 - half :: 2])
    return {
        "kind macro F1, summit, halves": macro_f1(held_out(captures, others)),
        "kind macro F1, summit, five parts": macro_f1(held_out(captures, others, 5)),
        "kind macro F1, summit, outlets kept apart": macro_f1(pairs),
        "kind macro F1, pages put together": macro_f1(
            [(page.kind, judged(full, page)) for page in read_made(1, _MADE)]
        ),
        "articles judged articles, text alone": right / len(articles),
    }
