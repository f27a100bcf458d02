"""The fields of an article, each with the spans that prove it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ...model import Capture, Dateline, Evidence, Moment, Span, Stated
from ..agencies.directory import canonical_agency
from ..claims import Claims
from ..lines import Line
from ..moments.moments import parse_moment
from ..page import Page, folded_line, span_on, subject_words
from ..recovery import Recovery
from ..site.context import host_of
from .byline import split_names
from .captions import Captions, find_captions
from .credit import find_credit
from .dateline import read_dateline
from .front import Front, names_of, read_front, settle
from .headline import Headline, find_headline, part_of_title
from .outlet import find_outlet, names_outlet
from .publication import Dated, Publication, find_publication, is_future
from .sections import find_sections
from .tags import find_tags

# A dateline stands in the first paragraph; a summary may precede it.
_OPENINGS = 2
# A stated headline shares at least this much of its subject words with the page it belongs to.
_SHARED = 0.5
# So many words in common tell that a heading is the text's.
_TELLING = 2

# Where the printed headline stands, and what joins a headline's beginning to its end.
_ABOVE_BODY = 25
_JOINS = ":-–—|>/»•·,;"

Found = tuple[tuple[str, ...], tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Fields:
    """What a page states beside its paragraphs, the evidence, and where lines that are no body begin."""

    headline: str | None = None
    standfirst: str | None = None
    byline: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    contributed: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: Moment | None = None
    modified: Moment | None = None
    outlet: str | None = None
    captions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    image_credits: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    taken: frozenset[int] = frozenset()


def read_fields(recovery: Recovery, capture: Capture) -> Fields:
    """Return the fields that a page and what is stated beside it give."""
    stated = recovery.stated
    host = host_of(capture.url) or host_of(stated.outlet)
    whole = Page(capture.text, recovery.lines, recovery.body, host, capture.taken_at)
    if recovery.kind == "none":
        return _of_page_without_article(whole, stated)
    captions = (
        Captions((), frozenset())
        if capture.stated.recovered
        else find_captions(whole, stated.captions)
    )
    page = replace(whole, body=tuple(at for at in whole.body if at not in captions.taken))
    if not capture.stated.recovered:
        page = settle(page)
    if stated.headline is None and stated.heading and _heads(stated.heading, page):
        stated = replace(stated, headline=stated.heading)
    headline = find_headline(page, stated.headline, stated.title)
    at = headline.line.number if headline else None
    front = read_front(page, at, captions.taken, stated.standfirst)
    settled = frozenset(at for at in whole.body if page.body and not page.first <= at <= page.last)
    fields = _compose(page, stated, captions, headline, front, settled)
    return _completed(fields, capture.stated)


def _completed(fields: Fields, stated: Stated) -> Fields:
    """Return the fields with what a record states of a page that does not print it."""
    return replace(
        fields,
        standfirst=fields.standfirst or stated.standfirst,
        image_credits=tuple(dict.fromkeys((*fields.image_credits, *stated.image_credit))),
    )


def _of_page_without_article(page: Page, stated: Claims) -> Fields:
    outlet, span = _outlet(page, stated, ())
    evidence = (Evidence("outlet", span),) if span else ()
    return Fields(headline=stated.headline or stated.title, outlet=outlet, evidence=evidence)


def _compose(
    page: Page,
    stated: Claims,
    captions: Captions,
    headline: Headline | None,
    front: Front,
    settled: frozenset[int],
) -> Fields:
    at = headline.line.number if headline else None
    title, title_spans = _headline(page, stated, headline)
    byline, byline_spans = _byline(stated, front, page.host)
    publication = find_publication(page, at, captions.taken)
    published, published_spans = _moment(publication.published, stated.published, page.taken_at)
    modified, modified_spans = _moment(publication.modified, stated.modified, page.taken_at)
    dateline, dateline_spans = _dateline(page, published)
    outlet, outlet_spans = _outlet(page, stated, byline)
    credit = find_credit(page, at, front.bylines, stated.byline, outlet, stated.suppliers)
    kept = [each for each in captions.places if at is None or each[0].number > at]
    credits = [each for each in captions.credits if at is None or each[0].number > at]
    tags, tag_line = find_tags(page)
    sections, section_spans = find_sections(page, stated.sections, at)
    evidence = {
        "headline": title_spans,
        "standfirst": _spans([front.standfirst] if front.standfirst else []),
        "byline": byline_spans,
        "credit": tuple(dict.fromkeys(span for _, span in credit.agencies if span.end)),
        "contributed": tuple(dict.fromkeys(span for _, span in credit.contributed)),
        "dateline": dateline_spans,
        "published": published_spans,
        "modified": modified_spans,
        "outlet": outlet_spans,
        "captions": tuple(span_on(*each) for each in kept),
        "image_credits": tuple(span_on(*each) for each in credits),
        "tags": _spans([tag_line] if tag_line else []),
        "sections": section_spans,
    }
    taken = captions.taken | front.taken | settled | _dates_taken(page, publication)
    return Fields(
        title,
        front.standfirst.text if front.standfirst else None,
        byline,
        credit.names,
        credit.contributors,
        dateline,
        published,
        modified,
        outlet,
        tuple(line.text[begin:end] for line, begin, end in kept),
        tags or stated.tags,
        sections,
        tuple(dict.fromkeys(line.text[begin:end] for line, begin, end in credits)),
        tuple(Evidence(name, spans) for name, spans in evidence.items() if spans),
        frozenset(page.lines[number].begin for number in taken),
    )


def _headline(
    page: Page, stated: Claims, found: Headline | None
) -> tuple[str | None, tuple[Span, ...]]:
    claimed = _without_kicker(stated, page, found)
    if claimed is None and stated.title and (found is None or not _in_title(found, stated.title)):
        part = part_of_title(stated.title, page)
        claimed = part if found is None or (" " in part and _belongs(part, page, "")) else None
    if found is None:
        return claimed, ()
    span = span_on(found.line, 0, len(found.text))
    if claimed is None or claimed == found.text or not _belongs(claimed, page, found.text):
        return found.text, (span,)
    return claimed, (span,) if found.text.casefold() == claimed.casefold() else ()


def _without_kicker(stated: Claims, page: Page, found: Headline | None) -> str | None:
    """Return the stated headline; the one for other sites where the page prints that behind a kicker."""
    shared = stated.shared
    if shared is None or not stated.headline:
        return stated.headline
    lines = page.before(_ABOVE_BODY) if found is None else (found.line, *page.before(_ABOVE_BODY))
    for line in lines:
        head = line.text[: -len(shared)].rstrip()
        # What a mark joins on is the headline's own beginning.
        if head and line.text.endswith(shared) and head[-1] not in _JOINS:
            return shared
    return stated.headline


def _in_title(found: Headline, title: str) -> bool:
    return f" {folded_line(found.text)} " in f" {folded_line(title)} "


def _heads(heading: str, page: Page) -> bool:
    """Whether the only heading of a page heads its text, and not the site or a section."""
    shared = len(subject_words([heading]) & page.subject)
    return " " in heading and (shared >= _TELLING or _belongs(heading, page, ""))


def _belongs(stated: str, page: Page, found: str) -> bool:
    words = subject_words([stated])
    known = page.subject | subject_words([found])
    return len(words & known) >= _SHARED * len(words)


def _byline(stated: Claims, front: Front, host: str | None) -> Found:
    outlet = stated.outlet
    # A name below the text is the writer's, or a link to more about someone in it.
    tags = frozenset(tag.casefold() for tag in stated.tags)
    named = [
        each for each in names_of(front.bylines, outlet, host) if each[0].casefold() not in tags
    ]
    others = [each for each in named if not names_outlet(each[0], outlet, host)]
    named = others or named
    names = [name for each in stated.byline for name in split_names(each)]
    # Many pages state their own name as the author; then the printed byline says more.
    people = [name for name in names if not names_outlet(name, outlet, host)]
    if people or (names and not named):
        names = people or names
        printed = {name.casefold(): (line, at) for name, line, at in named}
        spans = tuple(
            span_on(line, at, at + len(name))
            for name in names
            for line, at in [printed.get(name.casefold(), (None, 0))]
            if line is not None
        )
        return _people(dict.fromkeys(names)), spans
    return (
        _people(name for name, _, _ in named),
        tuple(span_on(line, at, at + len(name)) for name, line, at in named),
    )


def _people(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of a byline; one that names only agencies is a credit and no byline."""
    printed = tuple(names)
    agencies = (canonical_agency(name) for name in printed)
    return () if all(each and each.kind == "agency" for each in agencies) else printed


def _moment(
    found: Dated | None, stated: str | None, taken_at: str | None
) -> tuple[Moment | None, tuple[Span, ...]]:
    said = parse_moment(stated) if stated else None
    if said is not None and is_future(said, taken_at):
        # What is stated of a page that was not yet is a placeholder.
        said = None
    if found is None:
        return said, ()
    span = (span_on(found.line, found.begin, found.end),)
    if said is None:
        return found.moment, span
    if abs((said.day - found.moment.day).days) > 1:
        return said, ()
    # The same instant in two zones falls on two days: what names its zone says more.
    if said.precision == "day" and found.moment.day == said.day:
        return found.moment, span
    return said, span if found.moment.day == said.day else ()


def _dateline(page: Page, published: Moment | None) -> tuple[Dateline | None, tuple[Span, ...]]:
    day: date | None = published.day if published else None
    for at in page.body[:_OPENINGS]:
        line = page.lines[at]
        written = read_dateline(line.text)
        if written:
            agency = written.agencies[0].name if written.agencies else None
            span = span_on(line, written.begin, written.end)
            return Dateline(written.place, written.date_near(day), agency), (span,)
    return None, ()


def _outlet(
    page: Page, stated: Claims, byline: tuple[str, ...]
) -> tuple[str | None, tuple[Span, ...]]:
    if stated.outlet:
        return stated.outlet, ()
    proven = find_outlet(page, byline, stated.title)
    if proven:
        name, line = proven
        at = max(0, line.text.find(name))
        return name, (span_on(line, at, at + len(name)),)
    return page.host, ()


def _spans(lines: Sequence[Line]) -> tuple[Span, ...]:
    return tuple(Span(line.begin, line.end) for line in lines)


def _dates_taken(page: Page, publication: Publication) -> set[int]:
    found = [each for each in (publication.published, publication.modified) if each]
    return {
        each.line.number for each in found if len(each.line.text) - (each.end - each.begin) <= 60
    }
