"""The whole reader, on one page: what it gives, and what must be true of that for any page."""

from dataclasses import replace
from itertools import pairwise

from variorum.extract import extract_article
from variorum.figures import find_figures
from variorum.ingest import make_capture
from variorum.model import Article, Capture, Figure, Quotation
from variorum.quotations import find_quotations

Read = tuple[Article, tuple[Quotation, ...], tuple[Figure, ...]]


def read_page(capture: Capture) -> Read:
    """Return the article of a capture, its quotations and its figures."""
    article = extract_article(capture)
    return article, find_quotations(article), find_figures(article)


def check(read: Read) -> None:
    """Fail where something that was read does not stand where it says."""
    article, quotations, figures = read
    size = len(article.capture.text)
    _check_paragraphs(article)
    for evidence in article.evidence:
        assert getattr(article, evidence.field), f"{evidence.field} is proved and absent"
        for begin, end in evidence.spans:
            assert 0 <= begin < end <= size, evidence
    for quotation in quotations:
        _check_span(article, quotation.text, quotation.begin, quotation.end)
        for part in (quotation.speaker, quotation.cue):
            assert part is None or 0 <= part.begin <= part.end <= size, quotation
    for figure in figures:
        _check_span(article, figure.text, figure.begin, figure.end)


def _check_paragraphs(article: Article) -> None:
    text = article.capture.text
    assert bool(article.paragraphs) == (article.kind != "none")
    for paragraph in (*article.paragraphs, *article.subheadings):
        assert 0 <= paragraph.begin < paragraph.end <= len(text), paragraph
        if not paragraph.joins:
            assert paragraph.text == text[paragraph.begin : paragraph.end]
        assert _signs(paragraph.text) == _signs(text[paragraph.begin : paragraph.end])
    for one, other in pairwise(article.paragraphs):
        assert one.end <= other.begin, (one, other)


def _check_span(article: Article, words: str, begin: int, end: int) -> None:
    text = article.capture.text
    assert 0 <= begin <= end <= len(text)
    assert _signs(words) == _signs(text[begin:end]), (words, text[begin:end])


def _signs(text: str) -> str:
    """Return what is left where lines are wrapped otherwise: no white space, no hyphens."""
    return "".join(text.split()).replace("-", "").replace("\xad", "")


def capture_of(content: str, *, is_markup: bool, url: str | None = None) -> Capture:
    """Return the capture of a page that has some text."""
    return make_capture("page", content, is_markup=is_markup, url=url)


def elsewhere(capture: Capture) -> Capture:
    """Return the same page, captured at another place."""
    return replace(capture, location="elsewhere")
