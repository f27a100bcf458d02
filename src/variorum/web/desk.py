"""The desk: an archive, and how what it holds is put on a page."""

import re
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from threading import Lock, Thread
from time import monotonic
from typing import Any, TypeAlias
from urllib.parse import quote, urlencode

from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from .. import __version__
from ..archive import Archive
from ..archive.shelves.desk import Sections
from ..export.html.page import make_environment
from ..export.html.phrases import day_worded, percent
from ..export.wording import count, tallied
from ..model.holding import OutletSummary
from .assets import asset_address

Page: TypeAlias = Callable[["Desk", Request], Response]
# What the report calls a page's anchor is here "a-" and the article's id; more may follow, as in "a-1f-p3".
_ANCHOR = re.compile(r"a-([0-9a-z]+)(-.*)?")


# Seconds for which the list of outlets is kept: counting those of 96,000 pages takes 130 ms, and the
# search form offers them on each of its pages. A name that is missing can still be typed.
_OUTLETS_KEPT = 60.0
_MOST_NAMES = 300
# Pages of stories and accounts that are kept as they were made: a story of 237 pages takes 200 ms.
_PAGES_KEPT = 96


@dataclass(frozen=True, slots=True)
class Names:
    """The outlets and agencies of an archive."""

    outlets: tuple[str, ...]
    agencies: tuple[str, ...]


class Desk:
    """What every page needs: the archive, its sections, and the templates."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.sections = Sections(archive)
        self._outlets: tuple[float, tuple[OutletSummary, ...]] | None = None
        self._pages: OrderedDict[str, tuple[object, bytes]] = OrderedDict()
        self._lock = Lock()

    def outlets(self) -> tuple[OutletSummary, ...]:
        """Return all outlets, most pages first, as they were a minute ago or later."""
        kept = self._outlets
        if kept is None or not kept[1]:
            return self._count_outlets()
        if monotonic() - kept[0] > _OUTLETS_KEPT:
            # Whoever comes next has the new ones; this reader does not wait for them.
            self._outlets = (monotonic(), kept[1])
            Thread(target=self._count_outlets, name="outlets", daemon=True).start()
        return kept[1]

    def _count_outlets(self) -> tuple[OutletSummary, ...]:
        found = self.archive.outlets()
        self._outlets = (monotonic(), found)
        return found

    def once(self, path: str, basis: object, make: Callable[[], Response]) -> Response:
        """Return the page of a path as it was made of the very same basis, else make it."""
        with self._lock:
            found = self._pages.get(path)
            if found is not None and found[0] is basis:
                self._pages.move_to_end(path)
                return HTMLResponse(found[1])
        made = make()
        if made.status_code == 200:
            with self._lock:
                self._pages[path] = (basis, bytes(made.body))
                while len(self._pages) > _PAGES_KEPT:
                    self._pages.popitem(last=False)
        return made

    def names(self) -> Names:
        """Return the names that a search can be narrowed down to, most pages first."""
        outlets = self.outlets()
        agencies = Counter[str]()
        for outlet in outlets:
            agencies.update(dict(outlet.agencies))
        return Names(
            tuple(each.name for each in outlets[:_MOST_NAMES]),
            tuple(name for name, _ in agencies.most_common(_MOST_NAMES)),
        )

    def answering(self, page: Page) -> Callable[[Request], Response]:
        """Return a page as what answers requests for it."""

        def answer(request: Request) -> Response:
            return page(self, request)

        return answer

    def render(self, request: Request, page: str, /, status: int = 200, **told: Any) -> Response:
        """Return a template filled in."""
        template = _environment().get_template(f"desk/{page}.html")
        here = request.url.path
        return HTMLResponse(template.render(here=here, **told), status)


def anchor_of(article: str) -> str:
    """Return the anchor of an article, as the views of the report want one."""
    return f"a-{article}"


def address_of(anchor: str, begin: int = 0, end: int = 0) -> str:
    """Return the address to which an anchor of an article leads, or a stretch of its capture.

    >>> address_of("a-1f-p3"), address_of("a-1f"), address_of("row-2")
    ('/articles/1f#a-1f-p3', '/articles/1f', '#row-2')
    """
    found = _ANCHOR.fullmatch(anchor)
    if found is None:
        return f"#{anchor}"
    if begin < end:
        return span_address(found[1], begin, end)
    return f"/articles/{found[1]}" + (f"#{anchor}" if found[2] else "")


def span_address(article: str, begin: int, end: int) -> str:
    """Return the permanent address of a stretch of a capture."""
    return f"/articles/{article}?span={begin}-{end}#{anchor_of(article)}-span"


def quoted(name: str) -> str:
    """Return a name as a piece of an address; `/` may stand in names of outlets, too."""
    return quote(name.encode("utf-8", "replace"), safe="")


def with_query(path: str, **asked: str | None) -> str:
    """Return a path with what is asked, as far as anything is."""
    told = urlencode({name: value for name, value in asked.items() if value})
    return f"{path}?{told}" if told else path


@cache
def _environment() -> Environment:
    loaders = (PackageLoader("variorum.web"), PackageLoader("variorum.export.html"))
    environment = make_environment(ChoiceLoader(loaders), address_of)
    environment.filters.update(
        day=lambda day: day_worded(day) if day else "",
        count=count,
        tallied=tallied,
        percent=percent,
        quoted=quoted,
        thousands=lambda number: f"{number:,}",
    )
    environment.globals.update(version=__version__, with_query=with_query, asset=asset_address)
    return environment
