"""Answers: what each path of the API tells, as a record made from what the archive tells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..archive import Archive
from ..archive.desk import Section, SectionPage, Sections
from ..errors import NotFoundError, OptionError
from ..export import comparison_record, trace_record
from ..export.held_records import (
    held_account_record,
    held_article_record,
    outlet_record,
    outlet_summary_record,
    person_record,
    row_record,
    state_record,
)
from ..export.json_records import quotation_record, utterance_record
from ..model import Span, Utterance, Witness
from ..model.holding import Hit, Page, StorySummary
from .paging import Cursors, Row, walk

Record = dict[str, Any]
# Rows looked at for one answer where a filter has to look into them: stories are told by their row
# alone, 2,000 in some 20 ms; an article has to be fetched, about 1 ms each.
_STORIES_SEEN = 2_000
_ARTICLES_SEEN = 200
_BATCH = 200
LATEST = "latest"


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked: the words of the path, the parameters by name, a text sent, of which list."""

    path: Mapping[str, str]
    values: Mapping[str, Any]
    cursors: Cursors
    kind: str
    sections: Sections
    text: str = ""


def stories(archive: Archive, asking: Asking) -> Record:
    """Return stories, those of most independent houses first."""
    values = asking.values
    day, first, last = values["day"], values["from"], values["to"]
    words = (values["q"] or "").casefold().replace('"', " ").split()
    if first and first == last and not day:
        day = first

    def keep(story: StorySummary) -> bool:
        title = (story.headline or "").casefold()
        return (
            (not first or (story.last_day or "") >= first)
            and (not last or "" < (story.first_day or "") <= last)
            and all(word in title for word in words)
        )

    is_plain = not (words or ((first or last) and day != first))
    size = values["limit"] if is_plain else _BATCH

    def fetch(after: str | None) -> Page[StorySummary]:
        return archive.stories(
            day=day, outlet=values["outlet"], agency=values["agency"], after=after, limit=size
        )

    return _listed(asking, fetch, keep, row_record, _STORIES_SEEN, is_counted=is_plain)


def briefing(archive: Archive, asking: Asking) -> Record:
    """Return the stories of one day, one entry an event, and the days before and after."""
    days = [each.day for each in archive.days(limit=_MANY_DAYS)]
    day = asking.path["day"]
    if day == LATEST:
        if not days:
            nothing: Record = {"results": [], "next": None, "total": 0}
            return {"day": None, "previous": None, "following": None, **nothing}
        day = days[0]

    def fetch(after: str | None) -> Page[StorySummary]:
        return archive.stories(day=day, after=after, limit=asking.values["limit"])

    told = _listed(asking, fetch, _all, row_record, _STORIES_SEEN)
    earlier, later = [each for each in days if each < day], [each for each in days if each > day]
    return {
        "day": day,
        "previous": earlier[0] if earlier else None,
        "following": later[-1] if later else None,
        **told,
    }


# A hundred years of days: all that there are, and yet a bound.
_MANY_DAYS = 36_525


def search(archive: Archive, asking: Asking) -> Record:
    """Return the articles that hold words and phrases, best first."""
    values = asking.values
    copies, language = values["isDuplicateFilter"], values["lang"]
    only_copies = copies == "keepOnlyDuplicates"
    looks_inside = only_copies or language is not None

    def keep(hit: Hit) -> bool:
        if not looks_inside:
            return True
        holding = archive.article(hit.article)
        is_copy = holding.witness is not None and _is_copy(holding.witness)
        return (language is None or holding.article.language == language) and (
            is_copy or not only_copies
        )

    def fetch(after: str | None) -> Page[Hit]:
        return archive.search(
            values["q"],
            outlet=values["outlet"],
            agency=values["agency"],
            date_from=values["from"],
            date_to=values["to"],
            own_text_only=values["own"] or copies == "skipDuplicates",
            after=after,
            limit=values["limit"],
        )

    if only_copies and values["own"]:
        raise OptionError("isDuplicateFilter", "contradicts own")
    return _listed(asking, fetch, keep, row_record, _ARTICLES_SEEN)


def people(archive: Archive, asking: Asking) -> Record:
    """Return who is quoted, those in most stories first."""
    limit = asking.values["limit"]
    return _listed(
        asking,
        lambda after: archive.people(after=after, limit=limit),
        _all,
        row_record,
        _STORIES_SEEN,
    )


def outlets(archive: Archive, asking: Asking) -> Record:
    """Return all outlets, the one with most pages first."""
    rows = archive.outlets()
    return _listed(
        asking,
        lambda _: Page(rows, None, len(rows)),
        _all,
        outlet_summary_record,
        len(rows),
    )


def story(archive: Archive, asking: Asking) -> Record:
    """Return a story with all of its accounts, pages, quotations and figures."""
    return comparison_record(archive.story(asking.path["id"]))


def account(archive: Archive, asking: Asking) -> Record:
    """Return an account: witnesses, stemma, archetype, apparatus."""
    return held_account_record(archive.account(asking.path["id"]))


def article(archive: Archive, asking: Asking) -> Record:
    """Return an article and where it belongs."""
    return held_article_record(
        archive.article(asking.path["id"]), text=asking.values["include"] == "text"
    )


def quotation(archive: Archive, asking: Asking) -> Record:
    """Return one quotation, and all renderings of what was said."""
    holding = archive.article(asking.path["article"])
    article = holding.article
    span = Span(int(asking.path["begin"]), int(asking.path["end"]))
    found = next((each for each in holding.quotations if each.span == span), None)
    if found is None:
        raise NotFoundError("archive", "quotation", f"{article.id} {span.begin}-{span.end}")
    told = archive.story(holding.story).stories[0].utterances if holding.story else ()
    utterance = next((each for each in told if _has(each, article.id, span)), None)
    return {
        "story": holding.story,
        "quotation": quotation_record(found, {article.id: article.capture.key}),
        "utterance": utterance_record(utterance) if utterance else None,
    }


def _has(utterance: Utterance, article: str, span: Span) -> bool:
    """Return whether a rendering of an utterance stands at a span of an article, if not all of it."""
    return any(
        each.article == article
        and any(s.begin < span.end and span.begin < s.end for s in each.spans)
        for rendering in utterance.renderings
        for each in rendering.carried
    )


def person(archive: Archive, asking: Asking) -> Record:
    """Return somebody who is quoted, and all the quotations."""
    return person_record(archive.person(asking.path["id"]))


def outlet(archive: Archive, asking: Asking) -> Record:
    """Return an outlet: its share of own text, its agencies, its quotations, its latest pages."""
    return outlet_record(archive.outlet(asking.path["name"]))


def captures(archive: Archive, asking: Asking) -> Record:
    """Return the states of one page, the oldest first, each with what it changed."""
    url = asking.values["url"]
    states = archive.captures_of(url)
    if not states:
        raise NotFoundError("archive", "capture of", url)
    return {"url": url, "states": [state_record(each) for each in states]}


def days(archive: Archive, asking: Asking) -> Record:
    """Return the days on which pages were published, the latest first."""
    return {"results": [row_record(each) for each in archive.days(limit=asking.values["limit"])]}


def sections(_: Archive, asking: Asking) -> Record:
    """Return the places of datelines and the topics of the latest pages, with how many pages each."""
    most = asking.values["limit"]
    return {
        plural: [
            {"name": name, "pages": pages} for name, pages in asking.sections.names(kind)[:most]
        ]
        for plural, kind in _SECTIONS
    }


def place(_: Archive, asking: Asking) -> Record:
    """Return the latest pages whose dateline names a place, the newest first."""
    return _section("place", asking)


def topic(_: Archive, asking: Asking) -> Record:
    """Return the latest pages that bear a tag or stand in a section, the newest first."""
    return _section("topic", asking)


_SECTIONS: tuple[tuple[str, Section], ...] = (("places", "place"), ("topics", "topic"))


def _section(kind: Section, asking: Asking) -> Record:
    name = asking.path["name"]
    pages = asking.sections.pages(kind, name)
    if not pages:
        raise NotFoundError("archive", kind, name)
    return {"name": name, "results": [section_page_record(each) for each in pages]}


def section_page_record(page: SectionPage) -> Record:
    """Return a page of a section."""
    return {
        "article": page.article,
        "story": page.story,
        "headline": page.headline,
        "outlet": page.outlet,
        "published": page.published,
    }


def trace(archive: Archive, asking: Asking) -> Record:
    """Return every article that carries a text or a part of it, oldest first."""
    return trace_record(archive.trace(asking.text))


def _listed(
    asking: Asking,
    fetch: Callable[[str | None], Page[Row]],
    keep: Callable[[Row], bool],
    told: Callable[[Row], Record],
    most: int,
    *,
    is_counted: bool = True,
) -> Record:
    """Return a page of a list; a total only where nothing is left out after counting."""
    total: int | None = None

    def counting(after: str | None) -> Page[Row]:
        nonlocal total
        page = fetch(after)
        total = page.total
        return page

    begin = asking.cursors.open(asking.kind, asking.values["after"])
    rows, position = walk(counting, keep, begin, asking.values["limit"], most)
    return {
        "results": [told(row) for row in rows],
        "next": asking.cursors.seal(asking.kind, position) if position else None,
        "total": total if is_counted else None,
    }


def _is_copy(witness: Witness) -> bool:
    """Return whether a page is one of those that `own_text_only` leaves out."""
    return witness.relation != "original" and witness.own < _OWN


# Half a page of own text makes it its own: the border that the archive's search draws.
_OWN = 0.5


def _all(_: object) -> bool:
    return True
