"""The fields of a page of markup as its metadata states them: quick, and not proved against its text."""

from collections.abc import Iterable
from datetime import date

from ...model import Capture, Dateline, Evidence, Moment, Paragraph
from ..agencies.directory import Agency, canonical_agency, unlisted
from ..fields.byline import split_names
from ..fields.dateline import read_dateline
from ..fields.fields import Fields
from ..fields.headline import cut_title
from ..lines import Line
from ..moments.moments import parse_moment
from ..page import span_on
from ..recovery import Recovery
from ..site.context import host_of


def quick_fields(recovery: Recovery, capture: Capture) -> Fields:
    """Return the fields that metadata and the dateline of the first paragraph give.

    No visible byline, date, credit line or caption is looked for; only the dateline has evidence.
    """
    stated = recovery.stated
    title = cut_title(stated.title) if stated.title else None
    names = [name for each in stated.byline for name in split_names(each)]
    named = [(name, canonical_agency(name)) for name in dict.fromkeys((*names, *stated.byline))]
    published = _moment(stated.published)
    dateline, agencies, evidence = _dateline(recovery, published)
    suppliers = [each for _, each in named if each and each.kind == "agency"]
    suppliers += [canonical_agency(name) or unlisted(name) for name in stated.suppliers]
    people = [name for name in dict.fromkeys(names) if not _is_agency(name, named)]
    return Fields(
        headline=stated.headline or stated.heading or title,
        byline=tuple(people),
        credit=_names((*agencies, *suppliers)),
        dateline=dateline,
        published=published,
        modified=_moment(stated.modified),
        outlet=stated.outlet or host_of(capture.url),
        tags=stated.tags,
        evidence=evidence,
    )


def _is_agency(name: str, named: Iterable[tuple[str, Agency | None]]) -> bool:
    return any(each == name and agency and agency.kind == "agency" for each, agency in named)


def _names(agencies: Iterable[Agency]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.name for each in agencies))


def _moment(stated: str | None) -> Moment | None:
    return parse_moment(stated) if stated else None


def _dateline(
    recovery: Recovery, published: Moment | None
) -> tuple[Dateline | None, tuple[Agency, ...], tuple[Evidence, ...]]:
    first: Paragraph | None = next(iter(recovery.paragraphs), None)
    written = read_dateline(first.text) if first else None
    if first is None or written is None:
        return None, (), ()
    day: date | None = published.day if published else None
    agency = written.agencies[0].name if written.agencies else None
    line = Line(0, first.text, first.begin, first.end)
    evidence = Evidence("dateline", (span_on(line, written.begin, written.end),))
    return Dateline(written.place, written.date_near(day), agency), written.agencies, (evidence,)
