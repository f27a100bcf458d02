"""The glossary: each word of the desk in a sentence or two; and what the desk is."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from .desk import Desk


@dataclass(frozen=True, slots=True)
class Term:
    """A word, its place on the page, what it means."""

    anchor: str
    word: str
    meaning: str


def _term(word: str, meaning: str) -> Term:
    return Term(word.split(",")[0].replace(" ", "-"), word, meaning)


TERMS: tuple[Term, ...] = (
    _term(
        "account",
        "The versions that go back to one text: a wire text with all its copies, or one article that "
        "nobody copied. Independence is counted in accounts, not in pages. (Never a login.)",
    ),
    _term(
        "agency",
        "Who supplied a text to those who published it, as a wire service does.",
    ),
    _term(
        "apparatus",
        "The list of places where the witnesses of an account differ, each with all its readings.",
    ),
    _term(
        "archetype",
        "The lost original: the text from which all copies descend, reconstructed from them.",
    ),
    _term("archive", "Where captures, and all that was found in them, are kept."),
    _term("article", "What one captured page publishes: headline, byline, dates, paragraphs."),
    _term("byline", "The people who are named as having written an article."),
    _term("capture", "The bytes or the text received from one place at one time, as they came."),
    _term("contaminated", "Said of a page that drew on two texts."),
    _term("credit", "Whom a page names as supplier of its text."),
    _term("dateline", "The place, and sometimes the day and agency, that opens a report."),
    _term(
        "disputed",
        "Stated differently by several accounts: a figure with two values, or a quotation altered "
        "so that its meaning is another.",
    ),
    _term(
        "figure",
        "A number, date, share or sum that an article states, with its unit.",
    ),
    _term(
        "house",
        "An agency or outlet that is known to be different from the others. Two accounts of one "
        "agency are one house; nothing unknown adds to the number.",
    ),
    _term("ledger", "The table of figures: a row a figure, a column an account."),
    _term(
        "likely, undecided",
        "How sure a judgement is. The number behind the word stands in the detail: under 0.5 is "
        "undecided, from 0.8 very likely.",
    ),
    _term("outlet", "Who published a page."),
    _term(
        "own text",
        "The share of a page’s narrated words that stands on no other outlet’s page and is no "
        "agency’s.",
    ),
    _term("quotation", "Words given as said, between marks or reported."),
    _term("reading", "One wording at a place where witnesses differ."),
    _term("rendering", "One account’s wording of something that was said once."),
    _term("sigil", "The short label of a witness: A, B, …; lost ones have Greek letters."),
    _term("stemma", "The family tree of an account: who copied from whom."),
    _term("story", "The accounts of one event."),
    _term("witness", "An article as a version of an account’s text."),
)


def glossary_page(desk: Desk, request: Request) -> Response:
    """Answer with all words."""
    return desk.render(request, "glossary", terms=TERMS)


def about_page(desk: Desk, request: Request) -> Response:
    """Answer with what the desk is, and how to work with it."""
    return desk.render(request, "about")
