"""A quotation's page: one utterance, its renderings word under word, who carries which."""

from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from ..errors import NotFoundError
from ..export.html.phrases import moment_worded, outlet_heading
from ..export.html.quotations_view import Card, view_quotations
from ..export.html.register import Register
from ..export.wording import marks_phrase
from ..model import Comparison, Quotation, Utterance
from ..model.holding import Holding
from .desk import Desk, span_address
from .pending import pending_of
from .people import person_address
from .stories import register_of

_CONTEXT = 260
# Places that stand open; those beyond fold: one saying of the summit stood on 62 pages.
_SHOWN_PLACES = 8


@dataclass(frozen=True, slots=True)
class Place:
    """Where one page has the words: what stands before, the words, and after."""

    article: str
    address: str
    name: str
    published: str | None
    before: str
    words: str
    after: str
    marks: str | None


def quotation_page(desk: Desk, request: Request) -> Response:
    """Answer with the utterance that the words of a stretch of an article render."""
    asked = request.path_params
    holding = desk.archive.article(asked["article"])
    begin, end = asked["begin"], asked["end"]
    quotation = _nearest(holding, begin, end)
    comparison = desk.archive.story(holding.story, wait=False) if holding.story else None
    utterance = _utterance(comparison, holding, begin, end) if comparison else None
    pending = pending_of(comparison)
    if utterance is None and quotation is None and pending is None:
        place = f"{begin}-{end} of article {holding.article.id}"
        raise NotFoundError("the archive", "quotation", place)
    register = register_of(comparison) if comparison else None
    speaker = utterance.speaker if utterance else quotation and _speaker(quotation)
    return desk.render(
        request,
        "quotation",
        card=_card(comparison, utterance, register),
        quotation=quotation,
        utterance=utterance,
        speaker=speaker or "Speaker not named",
        person=_person(holding, quotation),
        story=comparison.stories[0] if comparison else None,
        places=_places(utterance, register) if utterance and register else (),
        shown=_SHOWN_PLACES,
        own=span_address(holding.article.id, begin, end) if _stands(holding, begin, end) else None,
        outlet=outlet_heading(holding.article),
        pending=pending,
        words=" ".join(holding.article.capture.text[begin:end].split()),
    )


def _stands(holding: Holding, begin: int, end: int) -> bool:
    return begin < end <= len(holding.article.capture.text)


def _nearest(holding: Holding, begin: int, end: int) -> Quotation | None:
    """Return the quotation of an article that has most of a stretch, if any has some."""
    overlaps = [(min(end, each.end) - max(begin, each.begin), each) for each in holding.quotations]
    best = max(overlaps, key=lambda each: each[0], default=None)
    return best[1] if best and best[0] > 0 else None


def _speaker(quotation: Quotation) -> str | None:
    return (quotation.speaker.name or quotation.speaker.text) if quotation.speaker else None


def _person(holding: Holding, quotation: Quotation | None) -> str | None:
    """Return the address of who speaks; those have a page whom a page's newest state quotes by name."""
    if not holding.is_current or quotation is None or quotation.speaker is None:
        return None
    return person_address(quotation.speaker.name) if quotation.speaker.name else None


def _utterance(comparison: Comparison, holding: Holding, begin: int, end: int) -> Utterance | None:
    """Return the utterance of which a stretch of an article is a rendering, or a part of one."""
    best, most = None, 0
    for utterance in comparison.stories[0].utterances:
        for rendering in utterance.renderings:
            for carried in rendering.carried:
                if carried.article != holding.article.id:
                    continue
                shared = sum(
                    max(0, min(end, span.end) - max(begin, span.begin)) for span in carried.spans
                )
                if shared > most:
                    best, most = utterance, shared
    return best


def _card(
    comparison: Comparison | None, utterance: Utterance | None, register: Register | None
) -> Card | None:
    """Return the card that the story's page has of an utterance."""
    if comparison is None or utterance is None or register is None:
        return None
    alone = replace(comparison.stories[0], utterances=(utterance,))
    view = view_quotations(alone, register)
    return (*view.cards, *view.alike)[0]


def _places(utterance: Utterance, register: Register) -> tuple[Place, ...]:
    """Return the words as each page has them, the earliest page first."""
    found = []
    for rendering in utterance.renderings:
        for carried in rendering.carried:
            if not carried.spans:
                continue
            article = register.articles[carried.article]
            text = article.capture.text
            begin, end = carried.spans[0].begin, carried.spans[-1].end
            before = text[max(0, begin - _CONTEXT) : begin].split("\n")[-1]
            after = text[end : end + _CONTEXT].split("\n")[0]
            place = Place(
                article=article.id,
                address=span_address(article.id, begin, end),
                name=outlet_heading(article),
                published=moment_worded(article.published),
                before=_whole(before, _CONTEXT, at_end=False),
                words=text[begin:end],
                after=_whole(after, _CONTEXT, at_end=True),
                marks=marks_phrase(rendering, register.articles)
                if article.id in rendering.damaged
                else None,
            )
            moment = article.published.value if article.published else "9999"
            found.append((moment, article.id, begin, place))
    return tuple(place for _, _, _, place in sorted(found, key=lambda each: each[:3]))


def _whole(words: str, room: int, *, at_end: bool) -> str:
    """Return words without the piece of one at the end that was cut."""
    if len(words) < room:
        return words
    if at_end:
        return words.rsplit(" ", 1)[0] + " …"
    return "… " + words.split(" ", 1)[-1]
