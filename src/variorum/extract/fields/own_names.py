"""Agencies that the directory does not hold: which are the outlet itself, and which initials whose."""

from collections.abc import Iterable, Iterator

from ...model import Span
from ..agencies.directory import Agency
from ..agencies.forms import abbreviates, is_initials, supplier_forms
from ..page import Page
from .outlet import outlet_key


def is_own_name(agency: Agency, outlet: str | None, host: str | None) -> bool:
    """Whether an unlisted agency is the page's outlet, or a service that bears the outlet's name."""
    if agency.hosts:
        return False
    key = outlet_key(agency.name)
    own = outlet_key(outlet or "")
    if own and (key.startswith(own) or abbreviates(agency.name, outlet or "")):
        return True
    return bool(host) and outlet_key((host or "").split(".")[0]).startswith(key)


def spell_out(credit: Iterable[tuple[str, Span]], page: Page) -> list[tuple[str, Span]]:
    """Return the credit with the initials of agencies replaced by the names that the page gives too."""
    pairs = list(credit)
    short = {name for name, _ in pairs if is_initials(name)}
    full = {name: _full_name(name, pairs, page) for name in short}
    return [(full.get(name) or name, span) for name, span in pairs]


def _full_name(initials: str, credit: Iterable[tuple[str, Span]], page: Page) -> str | None:
    for name, _ in credit:
        if name != initials and abbreviates(initials, name):
            return name
    named = (name for name, defined in _names_with_initials(page, initials) if defined)
    return next(named, None) or next(
        (name for name, _ in _names_with_initials(page, initials) if abbreviates(initials, name)),
        None,
    )


def _names_with_initials(page: Page, initials: str) -> Iterator[tuple[str, bool]]:
    """Yield each name of an agency's form on the page, and whether `initials` stand behind it in brackets."""
    for line in page.lines:
        for begin, end in supplier_forms(line.text):
            defined = line.text[end:].lstrip().startswith(f"({initials})")
            yield line.text[begin:end], defined
