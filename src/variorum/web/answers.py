"""Answers: what each path of the API tells, as a record made from what the archive tells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ..archive import Archive
from ..archive.shelves.desk import Section, SectionPage, Sections
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
from ..model import ArticleFilter, ArticleOrder, Span, StoryFilter, Utterance
from ..model.filters import LISTED
from ..model.holding import Page
from .corrections import correction_record, corrections_of
from .paging import Cursors
from .parameters import DUPLICATED, DUPLICATES, ORDERS

Record = dict[str, Any]
Row = TypeVar("Row")
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
    day = values["day"]
    if day and (values["from"] or values["to"]):
        raise OptionError("day", "contradicts from and to")
    asked = StoryFilter(
        words=values["q"],
        ids=values["id"],
        outlets=values["outlet"],
        agencies=values["agency"],
        date_from=day or values["from"],
        date_to=day or values["to"],
    )
    return _listed(
        asking,
        lambda after, limit: archive.list_stories(asked, after=after, limit=limit),
        row_record,
    )


def briefing(archive: Archive, asking: Asking) -> Record:
    """Return the stories of one day, one entry an event, and the days before and after."""
    days = [each.day for each in archive.days(limit=_MANY_DAYS)]
    day = asking.path["day"]
    if day == LATEST:
        if not days:
            nothing: Record = {"results": [], "next": None, "total": 0}
            return {"day": None, "previous": None, "following": None, **nothing}
        day = days[0]

    asked = StoryFilter(date_from=day, date_to=day)
    told = _listed(
        asking,
        lambda after, limit: archive.list_stories(asked, after=after, limit=limit),
        row_record,
    )
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
    return articles(archive, asking)


def articles(archive: Archive, asking: Asking) -> Record:
    """Return articles, the newest first; with words those that hold them, best first."""
    asked, order = _articles_asked(asking.values), _order_asked(asking.values)
    return _listed(
        asking,
        lambda after, limit: archive.list_articles(asked, order=order, after=after, limit=limit),
        row_record,
    )


def _articles_asked(values: Mapping[str, Any]) -> ArticleFilter:
    copies = DUPLICATES[values["isDuplicateFilter"]]
    if values["own"] and copies == "copies":
        raise OptionError("isDuplicateFilter", "contradicts own")
    return ArticleFilter(
        words=values["q"],
        ids=values.get("id", ()),
        outlets=values["outlet"],
        agencies=values["agency"],
        languages=values["lang"],
        date_from=values["from"],
        date_to=values["to"],
        story=values["story"],
        account=values["account"],
        kinds=values["kind"] or LISTED,
        copies="own" if values["own"] else copies,
        taken=DUPLICATED[values["hasDuplicateFilter"]],
    )


def _order_asked(values: Mapping[str, Any]) -> ArticleOrder | None:
    order = ORDERS[values["sort"]] if values["sort"] else None
    if not values["articlesSortByAsc"]:
        return order
    if order == "best" or (order is None and values["q"]):
        raise OptionError("articlesSortByAsc", "is for the order of dates")
    return "oldest"


def people(archive: Archive, asking: Asking) -> Record:
    """Return who is quoted, those in most stories first."""
    return _listed(
        asking, lambda after, limit: archive.people(after=after, limit=limit), row_record
    )


def outlets(archive: Archive, asking: Asking) -> Record:
    """Return all outlets, the one with most pages first."""
    return _listed(asking, _leafed(archive.outlets()), outlet_summary_record)


def corrections(archive: Archive, asking: Asking) -> Record:
    """Return what was put right by hand, in the order in which it was."""
    return _listed(asking, _leafed(archive.corrections()), correction_record)


def story(archive: Archive, asking: Asking) -> Record:
    """Return a story with all of its accounts, pages, quotations, figures and corrections by hand."""
    comparison = archive.story(asking.path["id"], wait=False)
    made = corrections_of(archive, comparison.stories[0])
    told = [correction_record(each) for each in made]
    return {**comparison_record(comparison), "corrections": told}


def account(archive: Archive, asking: Asking) -> Record:
    """Return an account: witnesses, stemma, archetype, apparatus."""
    return held_account_record(archive.account(asking.path["id"], wait=False))


def article(archive: Archive, asking: Asking) -> Record:
    """Return an article and where it belongs."""
    holding = archive.article(asking.path["id"])
    if holding.story and archive.summary(holding.story).judged:
        # What a page is to others is told by the family tree, where there is one.
        told = archive.story(holding.story, wait=False).stories[0]
        found = (each for account in told.accounts for each in account.witnesses)
        judged = next((each for each in found if each.article == holding.article.id), None)
        holding = replace(holding, witness=judged or holding.witness)
    return held_article_record(holding, text=asking.values["include"] == "text")


def quotation(archive: Archive, asking: Asking) -> Record:
    """Return one quotation, and all renderings of what was said."""
    holding = archive.article(asking.path["article"])
    article = holding.article
    span = Span(int(asking.path["begin"]), int(asking.path["end"]))
    found = next((each for each in holding.quotations if each.span == span), None)
    if found is None:
        raise NotFoundError("archive", "quotation", f"{article.id} {span.begin}-{span.end}")
    told = archive.story(holding.story, wait=False).stories[0].utterances if holding.story else ()
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
    """Return somebody who is quoted, and the quotations, the newest first, of some pages at a time."""
    after = asking.cursors.open(asking.kind, asking.values["after"])
    holding = archive.person(asking.path["id"], after=after, limit=asking.values["limit"])
    onward = asking.cursors.seal(asking.kind, holding.next) if holding.next else None
    return {**person_record(holding), "next": onward}


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

    def fetch(after: str | None, limit: int) -> Page[SectionPage]:
        page = asking.sections.list_pages(kind, name, after=after, limit=limit)
        if not page.rows and after is None:
            raise NotFoundError("archive", kind, name)
        return page

    return {"name": name, **_listed(asking, fetch, section_page_record)}


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


def _leafed(rows: tuple[Row, ...]) -> Callable[[str | None, int], Page[Row]]:
    """Return what fetches pages of a list that comes as a whole."""

    def fetch(after: str | None, limit: int) -> Page[Row]:
        begin = int(after or 0)
        end = begin + limit
        return Page(rows[begin:end], str(end) if end < len(rows) else None, len(rows))

    return fetch


def _listed(
    asking: Asking,
    fetch: Callable[[str | None, int], Page[Row]],
    told: Callable[[Row], Record],
) -> Record:
    """Return a page of a list."""
    begin = asking.cursors.open(asking.kind, asking.values["after"])
    page = fetch(begin, asking.values["limit"])
    return {
        "results": [told(row) for row in page.rows],
        "next": asking.cursors.seal(asking.kind, page.next) if page.next else None,
        "total": page.total,
    }
