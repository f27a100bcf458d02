"""The app: the desk's addresses, what answers at each, and what stands guard before them."""

from collections.abc import Collection

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from ..archive import Archive
from .accounts import account_page
from .alternates import Alternates
from .api import api_routes
from .articles import article_page
from .assets import asset_file
from .briefing import briefing
from .desk import Desk, Page
from .failing import failure_handlers
from .front import day_page, front_page, stories_page
from .glossary import about_page, glossary_page
from .guard import guards
from .hosts import LOOPBACK
from .outlets import outlet_page, outlets_page
from .pending import story_state
from .people import people_page, person_page
from .quotations import quotation_page
from .searching import search_page
from .sections import place_page, sections_page, topic_page
from .stories import story_page
from .story_lists import story_accounts, story_figures, story_pages, story_quotations
from .tracing import trace_form, trace_page

PAGES: tuple[tuple[str, Page], ...] = (
    ("/", front_page),
    ("/days/{day}", day_page),
    ("/stories", stories_page),
    ("/stories/{id}", story_page),
    ("/stories/{id}/accounts", story_accounts),
    ("/stories/{id}/quotations", story_quotations),
    ("/stories/{id}/figures", story_figures),
    ("/stories/{id}/pages", story_pages),
    ("/stories/{id}/state", story_state),
    ("/accounts/{id}", account_page),
    ("/articles/{id}", article_page),
    ("/quotations/{article}/{begin:int}-{end:int}", quotation_page),
    ("/people", people_page),
    ("/people/{id}", person_page),
    ("/outlets", outlets_page),
    ("/outlets/{name:path}", outlet_page),
    ("/sections", sections_page),
    ("/places/{name:path}", place_page),
    ("/topics/{name:path}", topic_page),
    ("/search", search_page),
    ("/trace", trace_form),
    ("/briefing", briefing),
    ("/briefing/{day}", briefing),
    ("/glossary", glossary_page),
    ("/about", about_page),
    ("/static/{name}", asset_file),
)


def make_app(
    archive: Archive, *, token: str | None = None, hosts: Collection[str] = LOOPBACK
) -> Starlette:
    """Return the desk over an archive; with a `token` it answers only those who have it.

    `hosts` are the names by which it may be called.
    """
    desk = Desk(archive)
    return Starlette(
        routes=[*desk_routes(desk), *api_routes(archive, sections=desk.sections)],
        middleware=[
            *guards(token=token, hosts=hosts, key=archive.sealing_key),
            Middleware(Alternates),
        ],
        exception_handlers=failure_handlers(desk),
    )


def desk_routes(desk: Desk) -> list[BaseRoute]:
    """Return the routes of all pages."""
    routes: list[BaseRoute] = [
        Route(path, desk.answering(page), name=page.__name__) for path, page in PAGES
    ]
    routes.append(Route("/trace", trace_page(desk), methods=["POST"]))
    return routes
