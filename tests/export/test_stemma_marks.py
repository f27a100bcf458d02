"""The marks of a stemma: a hundred witnesses fold into what a screen holds, and none is lost."""

import io
from collections import Counter

from tests.export.sample_pages import WIRE, article
from variorum.export.html.claims_view import view_claims
from variorum.export.html.folds_view import fold_anchors, view_folds
from variorum.export.html.register import Register, register_story
from variorum.export.html.stemma_drawing import draw_stemma
from variorum.export.stemma_marks import stemma_marks
from variorum.export.terminal import print_comparison
from variorum.model import (
    Account,
    AccountId,
    Article,
    ArticleId,
    Comparison,
    Relation,
    Stemma,
    StemmaEdge,
    StemmaNode,
    Story,
    StoryId,
    Witness,
)

RELATIONS: tuple[Relation, ...] = ("verbatim", "edited", "excerpt")


def grown(size: int) -> tuple[Account, dict[ArticleId, Article]]:
    """Return an account in which each page but the first few was copied from one a third as far down."""
    articles: dict[ArticleId, Article] = {}
    witnesses = []
    for number in range(size):
        page = article(
            f"grown-{number}",
            (
                *WIRE[: 2 + number % 4],
                " ".join(f"Berth{number}-{place} closed." for place in range(9)),
            ),
            headline=f"Lock, {number}",
            outlet=f"Paper {number}",
            published=f"2031-04-{17 + number // 40}T{number % 24:02}:00",
        )
        articles[page.id] = page
        above = f"W{number // 3:03}" if number > 8 else ("β" if number % 2 else "α")
        witnesses.append(
            Witness(f"W{number:03}", page.id, RELATIONS[number % 3], above, confidence=0.9)
        )
    edges = tuple(StemmaEdge(each.copied_from or "α", each.sigil, 0.9, ()) for each in witnesses)
    stemma = Stemma(
        (
            StemmaNode("α", False),
            StemmaNode("β", False),
            *(StemmaNode(each.sigil, True) for each in witnesses),
        ),
        (StemmaEdge("α", "β", 0.9, ()), *edges),
    )
    return Account(AccountId("grown"), tuple(witnesses), stemma=stemma), articles


def register(account: Account, articles: dict[ArticleId, Article]) -> Register:
    story = Story(StoryId("grown"), "Lock", None, (account,))
    return register_story(story, articles, {key: f"page-{key}" for key in articles})


def test_a_hundred_witnesses_fold_into_a_screen_and_none_is_lost() -> None:
    account, articles = grown(100)
    marks = stemma_marks(account, articles)
    assert len(marks) <= 20
    shown = Counter(each.sigil for mark in marks for each in (*mark.witnesses, *mark.branch))
    assert shown == Counter(each.sigil for each in account.witnesses)


def test_few_witnesses_do_not_fold() -> None:
    account, articles = grown(12)
    marks = stemma_marks(account, articles)
    assert len(marks) == 14
    assert not any(mark.branch for mark in marks)


def test_every_page_behind_a_mark_is_listed() -> None:
    account, articles = grown(100)
    rows = {node.sigil: f"row-{node.sigil}" for node in account.stemma.nodes}
    drawings = draw_stemma(account, articles, fold_anchors(rows))
    folds = view_folds(drawings, register(account, articles), rows)
    listed = [page.sigil for fold in folds for page in (*fold.pages, *fold.branch)]
    single = [ring.inside for ring in drawings[0].rings if not ring.fold and not ring.lost]
    assert sorted(listed + single) == sorted(each.sigil for each in account.witnesses)
    anchors = {ring.anchor for ring in drawings[0].rings if ring.fold}
    assert anchors == {fold.anchor for fold in folds}


def test_the_terminal_tells_the_stemma_before_it_draws_it() -> None:
    account, articles = grown(100)
    story = Story(StoryId("grown"), "Lock", None, (account,))
    stream = io.StringIO()
    print_comparison(Comparison(tuple(articles.values()), (), (story,)), stream)
    printed = stream.getvalue()
    assert printed.index("No page is known") < printed.index("the lost original")
    assert max(map(len, printed.splitlines())) <= 80
    assert len(printed.splitlines()) < 80


def test_claims_lead_to_the_paragraphs_that_show_them() -> None:
    account, articles = grown(9)
    rows = {node.sigil: f"row-{node.sigil}" for node in account.stemma.nodes}
    claims = view_claims(account, register(account, articles), rows)
    added = next(
        claim for claim in (*claims.shown, *claims.further) if "of their own" in claim.sentence
    )
    assert {place for each in added.instances for place in each.places} >= {
        ("page-grown-0-p3", "¶ 3"),
        ("page-grown-1-p4", "¶ 4"),
    }
