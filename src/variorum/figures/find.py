"""Find the figures that an article states: read every number and date where it stands, then place it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date

from ..model import Article, Figure, Paragraph, Span
from ..text import Token, dateline_end, fold_typography, sentences, tokenise
from .about import content_words, counted_words
from .calendar import MONTHS, WEEKDAYS
from .clock import read_clock
from .dates import (
    DateWords,
    read_month_date,
    read_numeric_date,
    read_weekday,
    read_year,
)
from .hedges import hedge_before
from .holidays import HOLIDAY_TRIGGERS, read_holiday
from .numbers import NUMBER_WORDS
from .quantities import read_quantity
from .relative import AGO_TRIGGERS, RELATIVE_READERS, read_ago
from .resolve import Resolved, resolve
from .shares import read_fraction
from .spans import read_indefinite_span
from .stated import Stated
from .tense import tense_around
from .vague import TRIGGERS as VAGUE_TRIGGERS
from .vague import read_vague

_TRIGGER = re.compile(r"\d+|[A-Za-z]+|'(?=\d0s)")


def find_figures(article: Article) -> tuple[Figure, ...]:
    """Return the figures of headline and paragraphs, dates resolved, in the order in which they stand.

    >>> # "The garrison has some 2,500 troops." states one figure:
    >>> # kind "quantity", text "some 2,500 troops", value 2500, unit "troops", hedge "some"
    """
    published = publication_day(article)
    found: list[Figure] = []
    headline = _headline_paragraph(article)
    if headline is not None:
        found += _figures_of(article, headline, published, headline=True)
    mentioned: date | None = None
    for paragraph in article.paragraphs:
        here = _figures_of(article, paragraph, published, mentioned=mentioned)
        mentioned = _last_day(here) or mentioned
        found += here
    return tuple(sorted(found, key=lambda figure: (figure.begin, figure.end)))


def publication_day(article: Article) -> date | None:
    """Return the day from which the article's dates are seen: published, dateline, or capture."""
    if article.published is not None:
        return article.published.day
    for stated in (article.dateline.date if article.dateline else None, article.capture.taken_at):
        try:
            if stated:
                return date.fromisoformat(stated[:10])
        except ValueError:
            continue  # a dateline's "April 29" is no whole date
    return None


def _headline_paragraph(article: Article) -> Paragraph | None:
    """Return the headline with its place in the capture, `None` where the page does not show it."""
    for begin, end in article.spans_of("headline"):
        text = article.capture.text[begin:end]
        if text.strip():
            return Paragraph(text, begin, end)
    return None


def _figures_of(
    article: Article,
    paragraph: Paragraph,
    published: date | None,
    headline: bool = False,
    mentioned: date | None = None,
) -> list[Figure]:
    text = fold_typography(paragraph.text)
    stated = list(read_figures(text))
    if not stated:
        return []
    context = _Context(text)
    figures: list[Figure] = []
    for each in stated:
        figure = _place(article, paragraph, each, context, published, headline, mentioned)
        mentioned = _last_day([figure]) or mentioned
        figures.append(figure)
    return figures


def read_figures(text: str) -> Iterator[Stated]:
    """Yield what the words of one paragraph state, dates not yet resolved; `text` is folded."""
    floor = 0
    for trigger in _TRIGGER.finditer(text):
        readers = _readers(trigger.group())
        if not readers or trigger.start() < floor:
            continue
        for read in readers:
            found = read(text, trigger.start(), floor)
            if found is not None:
                yield found
                floor = found.end
                break


Reader = Callable[[str, int, int], Stated | None]


def _date(read: Callable[[str, int], DateWords | None]) -> Reader:
    def reader(text: str, at: int, floor: int) -> Stated | None:
        found = read(text, at)
        return Stated("date", found.begin, found.end, form=found.form) if found else None

    return reader


def _date_ago(text: str, at: int, floor: int) -> Stated | None:
    found = read_ago(text, at)
    if found is None:
        return None
    begin, hedge = hedge_before(text, at, floor) or (at, None)
    return Stated("date", begin, found.end, hedge=hedge, form=found.form)


def _readers(word: str) -> tuple[Reader, ...]:
    return _FOR_WORDS.get(word, _NONE) if word[0].isalpha() else _FOR_DIGITS


_FOR_DIGITS: tuple[Reader, ...] = (
    _date(read_numeric_date),
    _date_ago,
    _date(read_year),
    read_clock,
    read_quantity,
)
_NONE: tuple[Reader, ...] = ()
_FOR_WORDS: dict[str, tuple[Reader, ...]] = {}
for _words, _reader in (
    *((words, _date(read)) for words, read in RELATIVE_READERS),
    (HOLIDAY_TRIGGERS, _date(read_holiday)),
    (frozenset(WEEKDAYS), _date(read_weekday)),
    (frozenset(MONTHS), _date(read_month_date)),
    (AGO_TRIGGERS, _date_ago),
    (NUMBER_WORDS, read_fraction),
    (NUMBER_WORDS, read_quantity),
    (frozenset({"a", "an", "half"}), read_indefinite_span),
    (VAGUE_TRIGGERS, read_vague),
):
    # All three cases are entered, so that most words cost one look-up and no folding.
    for _word in {cased for word in _words for cased in (word, word.capitalize(), word.upper())}:
        _FOR_WORDS[_word] = (*_FOR_WORDS.get(_word, ()), _reader)


class _Context:
    """The sentences of a paragraph, and the words of those in which a figure stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences: tuple[Span, ...] = sentences(text)
        self.starts = [span.begin for span in self.sentences]
        self._report = dateline_end(text)
        self._tokens: dict[Span, tuple[Token, ...]] = {}

    def tokens(self, sentence: Span) -> tuple[Token, ...]:
        """Return the words of one sentence behind a dateline, offsets counted from its begin."""
        if sentence not in self._tokens:
            first = self._report - sentence.begin
            words = tokenise(self.text[sentence.begin : sentence.end])
            self._tokens[sentence] = tuple(word for word in words if word.begin >= first)
        return self._tokens[sentence]

    def sentence(self, at: int) -> Span:
        """Return the sentence in which a position stands."""
        place = bisect_right(self.starts, at) - 1
        return self.sentences[place] if place >= 0 else Span(0, len(self.text))


def _place(
    article: Article,
    paragraph: Paragraph,
    stated: Stated,
    context: _Context,
    published: date | None,
    headline: bool,
    mentioned: date | None,
) -> Figure:
    sentence = context.sentence(stated.begin)
    begin, end = stated.begin - sentence.begin, stated.end - sentence.begin
    value, precision, reasons = stated.value, stated.precision, stated.reasons
    if stated.form is not None:
        tense = tense_around(context.text, sentence, stated.begin, stated.end, headline)
        resolved: Resolved = resolve(stated.form, published, tense, mentioned)
        value, precision, reasons = resolved.value, resolved.precision, (resolved.reason,)
    span = paragraph.span(stated.begin, stated.end)
    noun_end = None if stated.noun_end is None else stated.noun_end - sentence.begin
    about = content_words(context.tokens(sentence), begin, end, stated.unit, noun_end)
    return Figure(
        article=article.id,
        kind=stated.kind,
        text=paragraph.text[stated.begin : stated.end],
        begin=span.begin,
        end=span.end,
        value=value,
        unit=stated.unit,
        precision=precision,
        hedge=stated.hedge,
        about=about,
        upper=stated.upper,
        counted=counted_words(context.text, stated),
        seen_from=published.isoformat() if published else None,
        in_headline=headline,
        reasons=reasons,
    )


def _last_day(figures: list[Figure]) -> date | None:
    for figure in reversed(figures):
        if figure.kind == "date" and figure.precision == "day" and isinstance(figure.value, str):
            return date.fromisoformat(figure.value)
    return None
