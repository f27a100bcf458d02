"""Who is quoted: everybody, and one person with what was said."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from ..export.html.phrases import day_worded
from ..model import content_id
from ..model.holding import Said
from ..text import folded_words
from .desk import Desk

_PEOPLE = 100
# Pages whose quotations of one person stand on one page of the desk.
_PAGES = 15


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of a person, and all the pages that have just these words."""

    text: str
    kind: str
    address: str
    story: str | None
    day: str
    pages: tuple[tuple[str, str], ...]


def people_page(desk: Desk, request: Request) -> Response:
    """Answer with all who are quoted, those in most stories first."""
    after = request.query_params.get("after") or None
    page = desk.archive.people(after=after, limit=_PEOPLE)
    return desk.render(request, "people", people=page.rows, next=page.next, after=after)


def person_page(desk: Desk, request: Request) -> Response:
    """Answer with somebody and the quotations, the newest first."""
    after = request.query_params.get("after") or None
    holding = desk.archive.person(request.path_params["id"], after=after, limit=_PAGES)
    return desk.render(
        request,
        "person",
        person=holding.summary,
        sayings=_sayings(holding.said),
        after=after,
        next=holding.next,
    )


def person_address(name: str) -> str:
    """Return the address of the person of a name."""
    return f"/people/{content_id('person', ' '.join(folded_words(name)))}"


def _sayings(said: Sequence[Said]) -> tuple[Saying, ...]:
    """Bring the same words of several pages together."""
    groups: dict[tuple[str, str], list[Said]] = {}
    for each in said:
        key = (each.story or each.article, " ".join(folded_words(each.quotation.text)))
        groups.setdefault(key, []).append(each)
    return tuple(_saying(group) for group in groups.values())


def _saying(group: Sequence[Said]) -> Saying:
    first = group[0]
    quotation = first.quotation
    days = sorted(each.published[:10] for each in group if each.published)
    return Saying(
        text=" ".join(quotation.text.split()),
        kind=quotation.kind,
        address=f"/quotations/{first.article}/{quotation.begin}-{quotation.end}",
        story=first.story,
        day=day_worded(days[0]) if days else "",
        pages=tuple(
            (f"/articles/{each.article}", each.outlet or "An unnamed outlet") for each in group
        ),
    )
