"""The credit: the agencies whose text this is, and those that only contributed to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import Span
from ..agencies.directory import (
    Agency,
    agencies_in_slot,
    agencies_named,
    agency_of_host,
    canonical_agency,
    host_named,
    is_everyday,
    unlisted,
)
from ..agencies.forms import abbreviates, is_initials
from ..lines import Line
from ..moments.moments import find_moments
from ..page import Page, span_on
from .agency_marks import closing_mark, opening_mark
from .byline import WrittenByline, split_names
from .closing import bare_agencies, owners, signed_off_by, suppliers
from .contributors import Helper, read_helpers
from .dateline import read_dateline
from .own_names import is_own_name, spell_out

# A dateline stands on the first line of the body; round-ups put a line or two before it.
_OPENINGS = 6
_TAIL = 12
_WITHOUT_HEADLINE = 25
# Shorter ones are marks and codes of countries.
_SHORTEST_SUPPLIER = 4
_LONGEST_FRONT = 160
_SHORTEST_PROSE = 60
# An address with a path, on a line of its own: where the text was taken from.
_ADDRESS_OF_PAGE = re.compile(r"\w/\S{12,}$")
_SYNDICATED_MARK = re.compile(r"^(?P<name>[^•]{2,50})\s?•$")
_SEGMENT = re.compile(r"\s[-–—]+\s|\s?[|•·]\s?|\t|\s{2,}")
# "AFP, SVERAN", "AFP/Sveran".
_PLACED = re.compile(r"(?P<name>[^,/]{2,40})(?:,\s?|/)(?P<place>[A-ZÀ-Þ][\w'’. -]{2,30})")
_PICTURED = re.compile(
    r"photo|image|picture|getty|file\b|foto|bild\b|video|handout|courtesy|crédit|illustration",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:with|mit|avec|con|com|met|med)\s(?P<name>.{2,60}?)\W*$", re.IGNORECASE)
_STAFF = re.compile(
    r"^(?:Associated Press|AP)\s(?:[a-z]+\s){0,3}(?:writers?|reporters?|journalists?)\s(?=[A-Z])"
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Credit:
    """The agencies whose text this is with the spans that say so, and the contributors likewise."""

    agencies: tuple[tuple[str, Span], ...] = ()
    contributed: tuple[tuple[str, Span], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical names of the agencies, in the order in which the page names them."""
        return tuple(dict.fromkeys(name for name, _ in self.agencies))

    @property
    def contributors(self) -> tuple[str, ...]:
        """The agencies, by canonical names, and people who contributed and hold no credit."""
        named = dict.fromkeys(name for name, _ in self.contributed)
        return tuple(name for name in named if name not in self.names)


Found = Iterator[tuple[Agency, Span]]


def find_credit(
    page: Page,
    headline: int | None,
    bylines: Sequence[tuple[Line, WrittenByline]],
    stated: Sequence[str] = (),
    outlet: str | None = None,
    suppliers: Sequence[str] = (),
) -> Credit:
    """Return whose text a page carries, as its byline, dateline, bare names and closing lines say.

    `stated` are the names of the byline that a record or the metadata states. The name of `outlet`
    itself credits nobody. `suppliers` are whom a record names as where the text comes from.
    """
    found = list(_in_datelines(page))
    signed = bool(found)
    found += _in_bylines(bylines, signed=signed)
    # Whoever passed a text on may stand beneath its headline; the dateline says whose it is.
    passed_on = () if signed else _suppliers(page, headline)
    found += [*_in_front(page, headline), *passed_on, *_at_end(page)]
    supplied = (canonical_agency(name) or unlisted(name) for name in suppliers)
    named = [(each, Span(0, 0)) for each in (*_in_stated(stated), *supplied)]
    helpers = [*_helpers(page), *_helpers_in_bylines(bylines)]
    if not found and not named:
        found += _by_their_staff(page)
    ordered = sorted(dict.fromkeys(found), key=lambda pair: pair[1])
    counting = [pair for pair in (*ordered, *named) if not _is_own(pair[0], outlet, page.host)]
    credit = _spelled(counting, page)
    names = {name for name, _ in credit}
    own = {each for each, _ in ordered} | {
        agency for helper, _ in helpers if (agency := canonical_agency(helper.name))
    }
    silent = {each.name for each in own if _is_own(each, outlet, page.host)}
    helped = [
        (helper.name, span)
        for helper, span in helpers
        if helper.name not in names and not (helper.is_agency and helper.name in silent)
    ]
    return Credit(tuple(dict.fromkeys(credit)), tuple(helped))


def _is_own(agency: Agency, outlet: str | None, host: str | None) -> bool:
    """Whether an agency is the page's own outlet, by its address or by the words of its name.

    A collection may name it loosely: "Fox Online News", "CNN (Web News)".
    """
    if agency.kind == "outlet" and agency.listed:
        words = {word for word in _WORD.findall(agency.name.casefold()) if word != "the"}
        return agency.publishes(host) or words <= set(_WORD.findall((outlet or "").casefold()))
    return is_own_name(agency, outlet, host)


def _spelled(found: Sequence[tuple[Agency, Span]], page: Page) -> list[tuple[str, Span]]:
    """Return names and spans, the initials of agencies that no directory holds spelled out.

    Initials that it does hold may be another agency's, whose full name the page credits too.
    """
    full = [each.name for each, _ in found if not each.listed and not is_initials(each.name)]
    pairs = [
        (next((name for name in full if abbreviates(each.name, name)), each.name), span)
        for each, span in found
    ]
    foreign = [pair for pair, (each, _) in zip(pairs, found, strict=True) if not each.listed]
    spelled = iter(spell_out(foreign, page))
    return [
        pair if each.listed else next(spelled) for pair, (each, _) in zip(pairs, found, strict=True)
    ]


def _in_stated(stated: Sequence[str]) -> Iterator[Agency]:
    """Yield the agencies that a stated byline names.

    An author field that names another outlet ("Daily Planet") marks an excerpt or a guest as often
    as a text supplied: only those who live on supplying texts count.
    """
    for each in stated:
        for name in dict.fromkeys((each, *split_names(each))):
            agency = canonical_agency(name)
            if agency and agency.kind == "agency":
                yield agency


def _in_bylines(bylines: Sequence[tuple[Line, WrittenByline]], *, signed: bool) -> Found:
    for line, written in bylines:
        if not written.agencies or (is_everyday(line.text) and not written.marked):
            continue
        if signed and _SYNDICATED_MARK.match(line.text):
            continue
        helped = {each.name for each in _named_behind_with(line.text)}
        helped |= {each.name for each in read_helpers(line.text)}
        for agency in written.agencies:
            if agency.name not in helped:
                yield agency, _span(agency, line)


def _named_behind_with(text: str) -> tuple[Agency, ...]:
    """Return the agencies that a byline names behind "with": they helped."""
    behind = _WITH.search(text)
    return agencies_in_slot(behind["name"]) if behind else ()


def _span(agency: Agency, line: Line) -> Span:
    """Return where a line names an agency; the whole line where it has only an abbreviation."""
    for each in agencies_named(line.text):
        if each.agency == agency:
            return span_on(line, each.begin, each.end)
    return Span(line.begin, line.end)


def _in_datelines(page: Page) -> Found:
    for at in page.body[:_OPENINGS]:
        line = page.lines[at]
        dateline = read_dateline(line.text)
        if dateline and dateline.agencies:
            span = span_on(line, dateline.begin, dateline.end)
            yield from ((agency, span) for agency in dateline.agencies)
            return
        marked, end = opening_mark(line.text)
        if marked:
            yield from ((agency, span_on(line, 0, end)) for agency in marked)
            return
    for line in page.before(2):
        dateline = read_dateline(line.text)
        if dateline and dateline.end > len(line.text) - 3:
            yield from ((agency, Span(line.begin, line.end)) for agency in dateline.agencies)
        elif len(line.text) >= _SHORTEST_PROSE:
            # A first paragraph that opens with a day may have been taken for a standfirst.
            marked, end = opening_mark(line.text)
            yield from ((agency, span_on(line, 0, end)) for agency in marked)


def _front(page: Page, headline: int | None) -> tuple[Line, ...]:
    begin = max(page.first - _WITHOUT_HEADLINE, 0) if headline is None else max(0, headline - 2)
    return page.lines[begin : page.first]


def _in_front(page: Page, headline: int | None) -> Found:
    for line in _front(page, headline):
        if len(line.text) > _LONGEST_FRONT or line.number == headline:
            continue
        span = Span(line.begin, line.end)
        agencies = bare_agencies(line.text) or _beside_others(line.text) or suppliers(line.text)
        yield from ((agency, span) for agency in (*agencies, *owners(line.text)))


def _beside_others(text: str) -> tuple[Agency, ...]:
    """Return the agency that a line names beside a date, a person or a place: "Anna Roe | AP"."""
    if _PICTURED.search(text):
        return ()
    moments = find_moments(text)
    left = text
    for each in moments:
        left = left[: each.begin] + "|" * (each.end - each.begin) + left[each.end :]
    segments = [
        part.strip(" ,;()") for part in re.split(r"\|+", left) for part in _SEGMENT.split(part)
    ]
    segments = [part for part in segments if part]
    if len(segments) > 4 or (not moments and len(segments) < 2):
        return _placed(text)
    for part in segments:
        agencies = agencies_in_slot(part)
        others = [each for each in segments if each != part]
        person = any(len(each.split()) in (2, 3) and split_names(each) for each in others)
        if agencies and (moments or person) and not (is_everyday(part) and not person):
            return agencies
    return _placed(text)


def _placed(text: str) -> tuple[Agency, ...]:
    placed = _PLACED.fullmatch(text.strip())
    agency = canonical_agency(placed["name"]) if placed else None
    return (agency,) if agency and agency.kind == "agency" and not is_everyday(agency.name) else ()


def _suppliers(page: Page, headline: int | None) -> Found:
    """Yield who is named beneath the headline as having supplied the text, and whose address is given."""
    for line in _front(page, headline):
        mark = _SYNDICATED_MARK.match(line.text)
        if mark:
            name = mark["name"].strip()
            agency = canonical_agency(name) or agency_of_host(name)
            if agency or len(name) >= _SHORTEST_SUPPLIER:
                yield agency or _unknown(name, page), span_on(line, 0, len(name))
    for line in (*(page.lines[at] for at in page.body[-2:]), *page.after(3)):
        linked = agency_of_host(line.text) if " " not in line.text else None
        if linked and _ADDRESS_OF_PAGE.search(line.text):
            yield linked, Span(line.begin, line.end)


def _unknown(name: str, page: Page) -> Agency:
    """Return a supplier that the directory does not know, under the name the page prints.

    Of an address the page may print the name elsewhere: "www.harncourier.example", "Harn Courier".
    """
    host = host_named(name)
    if host is None:
        return unlisted(name)
    label = host.removeprefix("www.").split(".")[0]
    spelled = re.compile(r"\s?".join(map(re.escape, label)), re.IGNORECASE)
    for line in page.lines:
        printed = spelled.search(line.text[:_LONGEST_FRONT]) if line.text != name else None
        if printed and printed.group()[:1].isupper() and f"{printed.group()}." not in line.text:
            return unlisted(printed.group())
    return unlisted(label[:1].upper() + label[1:])


def _at_end(page: Page) -> Found:
    closing = [page.lines[at] for at in page.body[-2:]]
    below = page.after(_TAIL)
    for line in (*closing[-1:], *below[:1]):
        # Right below the body stands its last paragraph where the mark made a caption of it.
        if line in closing or _is_prose(line.text):
            span = Span(line.begin, line.end)
            yield from ((agency, span) for agency in closing_mark(line.text))
    for line in (*closing, *below):
        span = Span(line.begin, line.end)
        agencies = (*signed_off_by(line.text), *owners(line.text), *suppliers(line.text))
        yield from ((agency, span) for agency in agencies)
    for line in (*closing[-1:], *below[:3]):
        # Other outlets' names below a text are links and topics.
        alone = (each for each in bare_agencies(line.text) if each.kind == "agency")
        if not read_helpers(line.text):
            yield from ((agency, Span(line.begin, line.end)) for agency in alone)


def _is_prose(text: str) -> bool:
    return len(text) >= _SHORTEST_PROSE and not _PICTURED.search(text)


def _by_their_staff(page: Page) -> Found:
    """Yield the agency whose own writers are named as having contributed: it says so of its own texts."""
    for line in page.after(_TAIL):
        staff = _STAFF.match(line.text)
        agency = canonical_agency("AP") if staff and read_helpers(line.text) else None
        if agency:
            yield agency, Span(line.begin, line.end)


def _helpers(page: Page) -> Iterator[tuple[Helper, Span]]:
    for line in (*(page.lines[at] for at in page.body[-3:]), *page.after(_TAIL)):
        for each in read_helpers(line.text):
            yield each, span_on(line, each.begin, each.end)


def _helpers_in_bylines(
    bylines: Sequence[tuple[Line, WrittenByline]],
) -> Iterator[tuple[Helper, Span]]:
    for line, written in bylines:
        for agency in (*written.helped, *_named_behind_with(line.text)):
            span = _span(agency, line)
            yield Helper(agency.name, 0, len(line.text), is_agency=True), span
