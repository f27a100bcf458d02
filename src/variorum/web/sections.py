"""Sections: the latest pages by the place of their datelines, and by their tags."""

from starlette.requests import Request
from starlette.responses import Response

from ..archive.desk import Section
from .desk import Desk

_SHOWN = 120
_PAGES = 60


def sections_page(desk: Desk, request: Request) -> Response:
    """Answer with all places and topics of the latest pages."""
    places, topics = desk.sections.names("place"), desk.sections.names("topic")
    return desk.render(request, "sections", places=places[:_SHOWN], topics=topics[:_SHOWN])


def place_page(desk: Desk, request: Request) -> Response:
    """Answer with the pages whose dateline names a place."""
    return _section(desk, request, "place")


def topic_page(desk: Desk, request: Request) -> Response:
    """Answer with the pages that bear a tag."""
    return _section(desk, request, "topic")


def _section(desk: Desk, request: Request, section: Section) -> Response:
    name = request.path_params["name"]
    pages = desk.sections.pages(section, name)
    status = 200 if pages else 404
    return desk.render(
        request,
        "section",
        status,
        section=section,
        name=name,
        pages=pages[:_PAGES],
        total=len(pages),
    )
