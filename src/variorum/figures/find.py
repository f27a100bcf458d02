"""Find the figures that an article states: read every number and date where it stands, then place it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date

from ..model import Article, Figure, Paragraph, Span
from ..text import dateline_end, fold_typography, sentences
from .about import Words, content_words, counted_words, read_words
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
from .triggers import trigger_pattern
from .vague import TRIGGERS as VAGUE_TRIGGERS
from .vague import read_vague


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
        at = trigger.start()
        if at < floor:
            continue
        word = trigger.group()
        readers = _FOR_WORDS.get(word) or _FOR_DIGITS.get(len(word), _FOR_MANY)
        for read in readers:
            found = read(text, at, floor)
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


# What a run of so many digits can open: days and hours have two digits, years four.
_FOR_SHORT: tuple[Reader, ...] = (_date(read_numeric_date), _date_ago, read_clock, read_quantity)
_FOR_THREE: tuple[Reader, ...] = (_date_ago, read_quantity)
_FOR_FOUR: tuple[Reader, ...] = (_date(read_numeric_date), _date(read_year), read_quantity)
_FOR_DIGITS = {1: _FOR_SHORT, 2: _FOR_SHORT, 3: _FOR_THREE, 4: _FOR_FOUR}
_FOR_MANY: tuple[Reader, ...] = (read_quantity,)
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
_TRIGGER = trigger_pattern({word.lower() for word in _FOR_WORDS})


class _Context:
    """The sentences of a paragraph, and the words of those in which a figure stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences: tuple[Span, ...] = sentences(text)
        self.starts = [span.begin for span in self.sentences]
        self._report = dateline_end(text)
        self._words: dict[Span, Words] = {}

    def words(self, sentence: Span) -> Words:
        """Return the words of one sentence behind a dateline, offsets counted from its begin."""
        if sentence not in self._words:
            first = self._report - sentence.begin
            text = self.text[sentence.begin : sentence.end]
            self._words[sentence] = read_words(text, max(first, 0))
        return self._words[sentence]

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
    about = content_words(context.words(sentence), begin, end, stated.unit, noun_end)
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
