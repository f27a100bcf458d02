"""The endpoints of the API, one row each: from this table come the routes and their description."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ..archive import Archive
from . import answers
from .answers import Asking, Record
from .parameters import (
    ADDRESS,
    AFTER,
    AGENCY,
    ARTICLE_IDS,
    ASCENDING,
    COPIES,
    DAY,
    FROM,
    INCLUDE,
    KIND,
    LANGUAGE,
    LIMITED,
    NEEDED_WORDS,
    OF_ACCOUNT,
    OF_STORY,
    OUTLET,
    OWN,
    SORT,
    STORY_IDS,
    STORY_WORDS,
    TAKEN,
    TO,
    WORDS,
    Parameter,
)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One path: what it tells, how it is asked, and the name of the answer's schema."""

    path: str
    name: str
    answer: Callable[[Archive, Asking], Record]
    schema: str
    parameters: tuple[Parameter, ...] = ()
    method: Literal["GET", "POST"] = "GET"

    @property
    def about(self) -> str:
        """What it tells, in a sentence."""
        return (self.answer.__doc__ or "").strip().splitlines()[0]


_LIST = (AFTER, LIMITED)
_NARROWED = (OUTLET, AGENCY, FROM, TO, LANGUAGE, OF_STORY, OF_ACCOUNT, KIND, OWN, COPIES, TAKEN)
_ARTICLES = (*_NARROWED, SORT, ASCENDING, *_LIST)

ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(
        "/api/stories",
        "listStories",
        answers.stories,
        "StorySummaryList",
        (DAY, FROM, TO, OUTLET, AGENCY, STORY_WORDS, STORY_IDS, *_LIST),
    ),
    Endpoint("/api/stories/{id}", "getStory", answers.story, "Comparison"),
    Endpoint("/api/accounts/{id}", "getAccount", answers.account, "HeldAccount"),
    Endpoint(
        "/api/articles",
        "listArticles",
        answers.articles,
        "HitList",
        (WORDS, ARTICLE_IDS, *_ARTICLES),
    ),
    Endpoint("/api/articles/{id}", "getArticle", answers.article, "HeldArticle", (INCLUDE,)),
    Endpoint("/api/captures", "listCaptures", answers.captures, "States", (ADDRESS,)),
    Endpoint(
        "/api/quotations/{article}/{begin}-{end}",
        "getQuotation",
        answers.quotation,
        "HeldQuotation",
    ),
    Endpoint("/api/people", "listPeople", answers.people, "PersonSummaryList", _LIST),
    Endpoint("/api/people/{id}", "getPerson", answers.person, "Person", _LIST),
    Endpoint("/api/outlets", "listOutlets", answers.outlets, "OutletSummaryList", _LIST),
    Endpoint("/api/outlets/{name}", "getOutlet", answers.outlet, "Outlet"),
    Endpoint("/api/sections", "listSections", answers.sections, "Sections", (LIMITED,)),
    Endpoint("/api/places/{name}", "getPlace", answers.place, "SectionPages", _LIST),
    Endpoint("/api/topics/{name}", "getTopic", answers.topic, "SectionPages", _LIST),
    Endpoint("/api/search", "search", answers.search, "HitList", (NEEDED_WORDS, *_ARTICLES)),
    Endpoint("/api/trace", "trace", answers.trace, "Trace", method="POST"),
    Endpoint("/api/corrections", "listCorrections", answers.corrections, "CorrectionList", _LIST),
    Endpoint("/api/days", "listDays", answers.days, "Days", (LIMITED,)),
    Endpoint("/api/briefing/{day}", "getBriefing", answers.briefing, "Briefing", _LIST),
)
