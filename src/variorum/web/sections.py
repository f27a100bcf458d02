"""Sections: pages by the place of their datelines, and by their tags."""

from starlette.requests import Request
from starlette.responses import Response

from ..archive.shelves.desk import Section
from .desk import Desk

_SHOWN = 120
_PAGES = 60


def sections_page(desk: Desk, request: Request) -> Response:
    """Answer with the places and topics that most pages are filed under."""
    places = desk.sections.names("place", _SHOWN)
    topics = desk.sections.names("topic", _SHOWN)
    return desk.render(request, "sections", places=places, topics=topics)


def place_page(desk: Desk, request: Request) -> Response:
    """Answer with the pages whose dateline names a place."""
    return _section(desk, request, "place")


def topic_page(desk: Desk, request: Request) -> Response:
    """Answer with the pages that bear a tag."""
    return _section(desk, request, "topic")


def _section(desk: Desk, request: Request, section: Section) -> Response:
    name = request.path_params["name"]
    after = request.query_params.get("after") or None
    page = desk.sections.list_pages(section, name, after=after, limit=_PAGES)
    status = 200 if page.total else 404
    return desk.render(
        request, "section", status, section=section, name=name, page=page, after=after
    )
