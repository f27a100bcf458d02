"""From paths to articles: what was read, what could not be, and what a person should know of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter

from ..engine import Engine, Limit
from ..extract import Context, build_context, extract_article, render_markup
from ..figures import find_figures
from ..model import Article, Capture, CaptureId, Failure, Note
from ..quotations import find_quotations
from ..text import detect_language
from .readings import Finding, Found

# What one step of reading one page may cost: rendering it, recovering its article, finding its
# quotations, its figures. The slowest step of all labelled pages took 0.25 s (441 kB of markup), and
# the longest pages stay within 25 MB: a machine eight times slower loses none of them.
PAGE_LIMIT = Limit(seconds=2.0, memory=200_000_000)
# An article on which reading loads all that it ever needs: parsers, models, the names of agencies.
_FIRST = (
    "The ferries between Sveran and the outer islands sailed again on Monday, two days after the "
    "storm had driven one of them onto the rocks, the port said. “Nobody was hurt, and that is "
    "what counts,” said Mara Olden, who leads the port."
)


def load_reader(captures: Iterable[Capture]) -> None:
    """Load what reading captures takes (half a second, more for markup), so that no page pays for it."""
    if any(capture.markup is not None for capture in captures):
        markup = (
            f"<html><body><h1>Ferries sail again</h1><p>{_FIRST}</p><p>{_FIRST}</p></body></html>"
        )
        first = Capture(CaptureId(""), "", render_markup(markup), "text/html", "", markup=markup)
    else:
        first = Capture(CaptureId(""), "", f"{_FIRST}\n\n{_FIRST}", "text/plain", "")
    article = extract_article(first)
    find_quotations(article)
    find_figures(article)
    # An outright call: the language of a page on which no article is found is not asked for.
    detect_language(_FIRST)


def recover_articles(
    captures: Sequence[Capture], engine: Engine, *, fast: bool = False
) -> tuple[list[Article], list[Failure]]:
    """Return the articles of captures, and the captures whose article cost too much or none could make."""
    # Reading fast, each page stands by itself: what the pages tell about each other takes time too.
    context = Context() if fast else build_context(captures)
    articles: list[Article] = []
    failures: list[Failure] = []
    recovered = engine.map(
        partial(extract_article, context=context, fast=fast),
        captures,
        name=attrgetter("location"),
        limit=PAGE_LIMIT,
        prepare=partial(load_reader, captures),
    )
    for capture, each in zip(captures, recovered, strict=True):
        if isinstance(each, Failure):
            failures.append(each)
        else:
            # The capture itself, not the one that came back from another process: kept once.
            articles.append(replace(each, capture=capture))
    return articles, failures


def gather(
    engine: Engine,
    find: Callable[[Article], tuple[Finding, ...]],
    articles: Iterable[Article],
) -> Found[Finding]:
    """Return what `find` finds in every page that holds an article."""
    findings: list[Finding] = []
    failures: list[Failure] = []
    published = [article for article in articles if article.kind == "article"]
    for each in engine.map(find, published, name=location_of, limit=PAGE_LIMIT):
        if isinstance(each, Failure):
            failures.append(each)
        else:
            findings += each
    return Found(tuple(findings), tuple(failures))


def location_of(article: Article) -> str:
    """Return where the page of an article was read."""
    return article.capture.location


def sort_out(
    found: Iterable[Capture | Failure | Note],
) -> tuple[list[Capture], list[Failure], list[Note]]:
    """Return captures, failures and notes apart; later captures of one address are noted as such."""
    captures: list[Capture] = []
    failures: list[Failure] = []
    notes: list[Note] = []
    first_of_url: dict[str, str] = {}
    for each in found:
        if isinstance(each, Failure):
            failures.append(each)
        elif isinstance(each, Note):
            notes.append(each)
        else:
            captures.append(each)
            if each.url is not None:
                first = first_of_url.setdefault(each.url, each.location)
                if first != each.location:
                    notes.append(Note(each.location, f"captures the same page as {first}"))
    return captures, failures, notes


def note_empty(articles: Iterable[Article]) -> list[Note]:
    """Return a note for every page on which no article was found."""
    return [
        Note(article.capture.location, "holds no article; listed, and counted in no account")
        for article in articles
        if article.kind == "none"
    ]
