"""The report as one self-contained HTML page: nothing is fetched, captured text is always escaped."""

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ... import __version__
from ...model import Article, Comparison
from ..wording import comparison_tally, count
from .article_view import view_page
from .register import Register
from .safe_text import finalize
from .story_view import view_story

# Up to this many characters of captures, recovered paragraphs are printed beside their captures;
# beyond it they are named by their opening words (the capture beside them holds the whole), which
# keeps a page of some 330 captures near the size of the captures themselves.
_WHOLE_TEXTS_UP_TO = 600_000
# More stories than this open folded, and so does every story of one page beside others.
_OPEN_STORIES = 6
# What a list of contents shows before it folds.
_LISTED_STORIES = 15


def render_html(comparison: Comparison) -> str:
    """Return a comparison as one HTML page that needs no network, no script and no other file."""
    articles = {article.id: article for article in comparison.articles}
    anchors = {article: f"page-{number}" for number, article in enumerate(articles, start=1)}
    whole = sum(len(each.capture.text) for each in articles.values()) <= _WHOLE_TEXTS_UP_TO
    known = {each.id: each for story in comparison.stories for each in story.accounts}
    stories = [
        view_story(
            story,
            articles,
            anchors,
            comparison.alignments,
            f"story-{number}",
            whole=whole,
            known=known,
        )
        for number, story in enumerate(comparison.stories, start=1)
    ]
    told = {article for story in comparison.stories for article in story.articles}
    nobody = Register(articles, (), {}, {}, anchors)
    others = [
        view_page(article, {}, nobody, whole=whole)
        for article in articles.values()
        if article.id not in told
    ]
    return (
        _environment()
        .get_template("report.html")
        .render(
            stories=stories,
            others=others,
            other_count=_other_count([each for each in articles.values() if each.id not in told]),
            failures=comparison.failures,
            notes=comparison.notes,
            tally=comparison_tally(comparison),
            open_stories=_OPEN_STORIES,
            listed=_LISTED_STORIES,
            version=__version__,
            style=Markup(asset("style.css")),
            script=Markup(asset("script.js")),
            script_digest=_digest(asset("script.js")),
        )
    )


def _other_count(others: list[Article]) -> str:
    """Return what the pages are that no story counts: "one page of many articles"."""
    kinds = (
        ("aggregate", "page of many articles", "pages of many articles"),
        ("none", "page without an article", "pages without an article"),
        ("article", "page of no story", "pages of no story"),
    )
    counts = (
        (sum(1 for each in others if each.kind == kind), one, several)
        for kind, one, several in kinds
    )
    return ", ".join(count(number, one, several) for number, one, several in counts if number)


def make_environment(loader: BaseLoader, at: Callable[..., str]) -> Environment:
    """Return what fills templates in: captured text escaped and made visible.

    `at` gives the address of an anchor, and of a stretch of its capture where one is named; in the report
    that is a place of the same page.
    """
    environment = Environment(
        loader=loader,
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["at"] = at
    return environment


@cache
def _environment() -> Environment:
    loader = PackageLoader(__package__ or "variorum.export.html", "templates")
    return make_environment(loader, _place)


def _place(anchor: str, *_stretch: int) -> str:
    return f"#{anchor}"


@cache
def asset(name: str) -> str:
    """Return the style or the script of the report as text."""
    return (files(__package__ or "variorum.export.html") / "templates" / name).read_text("utf-8")


def _digest(script: str) -> str:
    """Return the digest by which the page's policy knows its one script."""
    return b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
