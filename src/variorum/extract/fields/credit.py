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
)
from ..lines import Line
from ..page import Page, span_on
from .byline import WrittenByline, split_names
from .closing import bare_agencies, owners, signed_off_by, suppliers
from .dateline import read_dateline
from .own_names import is_own_name, spell_out

# A dateline stands on the first line of the body; round-ups put a line or two before it.
_OPENINGS = 6
_TAIL = 12
# Shorter ones are marks and codes of countries.
_SHORTEST_SUPPLIER = 4
_CLOSING = re.compile(r"[.!?”\"]\s?(?:[-–—(]{1,2}|/)\s?(?P<name>[A-Za-z][\w ./-]{1,30})[)/]?\.?$")
_CONTRIBUTED = re.compile(
    r"contributed to (?:this|the)|contributed (?:reporting|information)|information from|with "
    r"(?:files|reports?|reporting|"
    r"inputs?|material|information) (?:from|by)|from (?:wire|staff and wire) |used in this|mit "
    r"material|hat .{0,40}beigetragen|"
    r"also contributed|(?:^|\()(?:mit|avec|con|com|met)\s(?=[A-Zad])|was used (?:in|to)|also "
    r"includes? (?:material|information)",
    re.IGNORECASE,
)
# An address with a path, on a line of its own: where the text was taken from.
_ADDRESS_OF_PAGE = re.compile(r"\w/\S{12,}$")
_SYNDICATED_MARK = re.compile(r"^(?P<name>[^•]{2,50})\s?•$")


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
        """The canonical names of those who contributed and hold no credit."""
        named = dict.fromkeys(name for name, _ in self.contributed)
        return tuple(name for name in named if name not in self.names)


def find_credit(
    page: Page,
    headline: int | None,
    bylines: Sequence[tuple[Line, WrittenByline]],
    stated: Sequence[str] = (),
    outlet: str | None = None,
) -> Credit:
    """Return whose text a page carries, as its byline, dateline, bare names and closing lines say.

    `stated` are the names of the byline that a record or the metadata states. The name of `outlet`
    itself credits nobody.
    """
    found = list(_in_datelines(page))
    signed = bool(found)
    for line, written in bylines:
        found += [(agency, _span(agency, line)) for agency in written.agencies]
    # Whoever passed a text on may stand beneath its headline; the dateline says whose it is.
    passed_on = () if signed else _suppliers(page, headline)
    found += [*_in_front(page, headline), *passed_on]
    found += _at_end(page)
    others = [*_contributors(page), *_helpers(bylines)]
    counting = [
        (each.name, span)
        for each, span in found
        if _counts(each, page.host) and not is_own_name(each, outlet, page.host)
    ]
    named = [
        (each.name, Span(0, 0))
        for each in _in_stated(stated)
        if not is_own_name(each, outlet, page.host)
    ]
    ordered = sorted(dict.fromkeys(counting), key=lambda pair: pair[1])
    credit = spell_out([*ordered, *named], page)
    names = {name for name, _ in credit}
    helped = [(each.name, span) for each, span in others if each.name not in names]
    return Credit(tuple(dict.fromkeys(credit)), tuple(helped))


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


def _span(agency: Agency, line: Line) -> Span:
    """Return where a line names an agency; the whole line where it has only an abbreviation."""
    for each in agencies_named(line.text):
        if each.agency == agency:
            return span_on(line, each.begin, each.end)
    return Span(line.begin, line.end)


def _counts(agency: Agency, host: str | None) -> bool:
    # An outlet's own name on its own page credits nobody.
    return not (agency.kind == "outlet" and agency.publishes(host))


def _in_datelines(page: Page) -> Iterator[tuple[Agency, Span]]:
    for at in page.body[:_OPENINGS]:
        line = page.lines[at]
        dateline = read_dateline(line.text)
        if dateline:
            span = span_on(line, dateline.begin, dateline.end)
            yield from ((agency, span) for agency in dateline.agencies)
            if dateline.agencies:
                return
    for line in page.before(2):
        dateline = read_dateline(line.text)
        if dateline and dateline.end > len(line.text) - 3:
            yield from ((agency, Span(line.begin, line.end)) for agency in dateline.agencies)


def _in_front(page: Page, headline: int | None) -> Iterator[tuple[Agency, Span]]:
    begin = max(page.first - 25, 0) if headline is None else max(0, headline - 2)
    for line in page.lines[begin : page.first]:
        yield from ((agency, Span(line.begin, line.end)) for agency in bare_agencies(line.text))


def _suppliers(page: Page, headline: int | None) -> Iterator[tuple[Agency, Span]]:
    """Yield who is named beneath the headline as having supplied the text, and whose address is given."""
    begin = max(page.first - 25, 0) if headline is None else max(0, headline - 2)
    for line in page.lines[begin : page.first]:
        mark = _SYNDICATED_MARK.match(line.text)
        if mark:
            name = mark["name"].strip()
            agency = canonical_agency(name) or agency_of_host(name)
            if agency or len(name) >= _SHORTEST_SUPPLIER:
                yield agency or _unknown(name), span_on(line, 0, len(name))
    for line in (*(page.lines[at] for at in page.body[-2:]), *page.after(3)):
        linked = agency_of_host(line.text) if " " not in line.text else None
        if linked and _ADDRESS_OF_PAGE.search(line.text):
            yield linked, Span(line.begin, line.end)


def _unknown(name: str) -> Agency:
    """Return a supplier that the directory does not know, under the name the page prints."""
    return Agency(re.sub(r"^(?:https?://)?(?:www\.)?", "", name), "agency", ())


def _at_end(page: Page) -> Iterator[tuple[Agency, Span]]:
    closing = [page.lines[at] for at in page.body[-2:]]
    for line in closing:
        named = _CLOSING.search(line.text[-60:])
        if named and line is closing[-1]:
            yield from (
                (agency, Span(line.begin, line.end)) for agency in agencies_in_slot(named["name"])
            )
    for line in (*closing, *page.after(_TAIL)):
        span = Span(line.begin, line.end)
        agencies = (*signed_off_by(line.text), *owners(line.text))
        if not _CONTRIBUTED.search(line.text):
            agencies = (*agencies, *suppliers(line.text))
        yield from ((agency, span) for agency in agencies)
    for line in (*closing[-1:], *page.after(3)):
        # Other outlets' names below a text are links and topics.
        alone = (each for each in bare_agencies(line.text) if each.kind == "agency")
        yield from ((agency, Span(line.begin, line.end)) for agency in alone)


def _helpers(bylines: Sequence[tuple[Line, WrittenByline]]) -> Iterator[tuple[Agency, Span]]:
    for line, written in bylines:
        yield from ((agency, _span(agency, line)) for agency in written.helped)


def _contributors(page: Page) -> Iterator[tuple[Agency, Span]]:
    for line in (*(page.lines[at] for at in page.body[-3:]), *page.after(_TAIL)):
        for found in _CONTRIBUTED.finditer(line.text):
            begin = max(0, found.start() - 160)
            sentence = line.text[begin : found.end() + 80]
            for each in agencies_named(sentence):
                yield each.agency, span_on(line, begin + each.begin, begin + each.end)
            break
