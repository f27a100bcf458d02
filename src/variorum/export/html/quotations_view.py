"""The third answer: what was said, and what was done to it, a card an utterance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...model import ArticleId, Change, Grade, PersonId, Rendering, Story, Utterance
from ...text import folded_words
from ..wording import count, join_names, likelihood, marks_phrase, number_word
from .interlinear import WordColumn, interlinear
from .palette import NO_SIGN, Sign
from .people_view import PersonView, view_people
from .phrases import (
    GRADE_ORDER,
    GRADES,
    KINDS,
    outlet_heading,
    rounded,
    some,
    worst,
)
from .register import Register

# A stave of more lines is no longer read across; the further renderings fold.
_STAVE_LINES = 6
_SHOWN_CARDS = 12
# Letters that a line of a stave holds at the least; a telephone of 360 pixels shows 24 or more.
_NARROWEST_LINE = 20
_SHOWN_NAMES = 3


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change in words: what became what, its kind, and how grave."""

    kind: str
    before: str
    after: str
    grade: str
    symbol: str
    reason: str


@dataclass(frozen=True, slots=True)
class RenderingView:
    """One wording and all the accounts that give it."""

    text: str
    signs: tuple[Sign, ...]
    carriers: str
    pages: tuple[tuple[str, str], ...]
    changes: tuple[ChangeView, ...]
    marks: str | None
    in_headline: bool
    unborne: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One utterance: the fullest rendering, the others, and the stave that aligns them."""

    speaker: str
    fullest: RenderingView
    others: tuple[RenderingView, ...]
    further: tuple[RenderingView, ...]
    stave: tuple[WordColumn, ...]
    lines: tuple[Sign, ...]
    grade: str | None
    symbol: str
    likelihood: str
    confidence: str
    reasons: tuple[str, ...]
    person: PersonView | None = None
    utterance: str = ""
    address: str | None = None

    @property
    def systems(self) -> int:
        """How many lines the stave may break into on the narrowest screen, each to be labelled."""
        letters = sum(1 + max(len(cell.text) for cell in column.cells) for column in self.stave)
        return 1 + letters // _NARROWEST_LINE


@dataclass(frozen=True, slots=True)
class QuotationsView:
    """All utterances of a story: those rendered differently as cards, the rest as a list."""

    sentence: str
    cards: tuple[Card, ...]
    shown: int
    alike: tuple[Card, ...]
    differing: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class _Sketch:
    """An utterance with its wordings brought together: what its card and its rank are made from."""

    utterance: Utterance
    merged: list[list[Rendering]]
    grade: Grade | None

    @property
    def differs(self) -> bool:
        return len(self.merged) > 1 or self.merged[0][0].unborne


def view_quotations(
    story: Story, register: Register, *, among: range | None = None
) -> QuotationsView:
    """Return the view of a story's utterances, those worded differently first, of them the gravest.

    With `among` only the utterances that have these places in that order are made into cards.
    """
    sketches = sorted(
        (_sketch(utterance) for utterance in story.utterances if utterance.renderings), key=_rank
    )
    chosen = sketches if among is None else sketches[among.start : among.stop]
    people = view_people(story)
    cards = [(each.differs, _card(each, register, people)) for each in chosen]
    return QuotationsView(
        sentence=_sentence(sketches),
        cards=tuple(card for differs, card in cards if differs),
        shown=_SHOWN_CARDS,
        alike=tuple(card for differs, card in cards if not differs),
        differing=sum(each.differs for each in sketches),
        total=len(sketches),
    )


def _sketch(utterance: Utterance) -> _Sketch:
    grade = worst(change.grade for each in utterance.renderings for change in each.changes)
    return _Sketch(utterance, _merge(utterance.renderings), grade)


def _rank(sketch: _Sketch) -> tuple[bool, int, int]:
    if not sketch.differs:
        return (True, 0, 0)
    grave = next((i for i, grade in enumerate(GRADE_ORDER) if grade == sketch.grade), -1)
    return (False, -grave, -len(sketch.merged))


def _sentence(sketches: Sequence[_Sketch]) -> str:
    if not sketches:
        return "No quotation was found."
    differing = sum(1 for each in sketches if len(each.merged) > 1)
    grave = sum(1 for each in sketches if each.grade == "alters meaning")
    unborne = sum(1 for each in sketches if any(group[0].unborne for group in each.merged))
    told = f"{count(len(sketches), 'utterance')}; {some(differing)} worded differently from page to page"
    if grave:
        told += f", {number_word(grave)} so that the meaning alters"
    told = told[0].upper() + told[1:] + "."
    if unborne:
        verb = "quotes" if unborne == 1 else "quote"
        headlines = f"{count(unborne, 'headline')} {verb} words that no quotation bears."
        told += f" {headlines[0].upper()}{headlines[1:]}"
    return told


def _card(sketch: _Sketch, register: Register, people: Mapping[PersonId, PersonView]) -> Card:
    utterance, grade = sketch.utterance, sketch.grade
    views = [_rendering(group, register) for group in sketch.merged]
    fullest = views[0]
    others = sorted(views[1:], key=lambda each: not _same_words(each, fullest))
    aligned = _aligned(others, fullest)
    shown = [
        each for each in others if any(_same_words(each, line) for line in (fullest, *aligned))
    ]
    return Card(
        speaker=utterance.speaker or "Speaker not named",
        fullest=fullest,
        others=tuple(shown),
        further=tuple(each for each in others if each not in shown),
        stave=interlinear(fullest.text, [each.text for each in aligned]) if aligned else (),
        lines=tuple(each.signs[0] if each.signs else NO_SIGN for each in (fullest, *aligned)),
        grade=grade,
        symbol=GRADES[grade][0] if grade else "",
        likelihood=likelihood(utterance.confidence),
        confidence=rounded(utterance.confidence),
        reasons=utterance.reasons,
        person=people.get(utterance.person) if utterance.person is not None else None,
        utterance=utterance.id,
    )


def _aligned(others: Sequence[RenderingView], fullest: RenderingView) -> list[RenderingView]:
    """Return the renderings that have a line in the stave: one for each wording unlike the fullest."""
    aligned: list[RenderingView] = []
    for rendering in others:
        if not any(_same_words(rendering, line) for line in (fullest, *aligned)):
            aligned.append(rendering)
    return aligned[: _STAVE_LINES - 1]


def _same_words(rendering: RenderingView, other: RenderingView) -> bool:
    return folded_words(rendering.text) == folded_words(other.text)


def _merge(renderings: Sequence[Rendering]) -> list[list[Rendering]]:
    """Bring renderings of the same words together; headlines and lost marks stay apart."""
    groups: dict[tuple[str, str, bool, bool], list[Rendering]] = {}
    for each in renderings:
        words = " ".join(folded_words(each.text)) or each.text
        key = (words, each.marks, each.in_headline, each.unborne)
        groups.setdefault(key, []).append(each)
    return list(groups.values())


def _rendering(group: Sequence[Rendering], register: Register) -> RenderingView:
    first = group[0]
    accounts = list(dict.fromkeys(each.account for each in group if each.account))
    articles = list(dict.fromkeys(article for each in group for article in each.articles))
    return RenderingView(
        text=" ".join(first.text.split()),
        signs=tuple(register.sign(account) for account in accounts),
        carriers=_carriers(articles, register),
        pages=tuple((register.anchors[each], register.name(each)) for each in articles),
        changes=tuple(_change(change) for change in first.changes),
        marks=marks_phrase(_together(group), register.articles),
        in_headline=first.in_headline,
        unborne=first.unborne,
        reasons=first.reasons,
    )


def _together(group: Sequence[Rendering]) -> Rendering:
    """Return the first of a group with the articles and damage of all."""
    return replace(
        group[0],
        articles=tuple(article for each in group for article in each.articles),
        damaged=tuple(article for each in group for article in each.damaged),
    )


def _carriers(articles: Sequence[ArticleId], register: Register) -> str:
    names = list(dict.fromkeys(register.name(each) for each in articles))
    if len(names) > _SHOWN_NAMES + 1:
        names = [*names[:_SHOWN_NAMES], f"{len(names) - _SHOWN_NAMES} others"]
    return join_names([outlet_heading(register.articles[articles[0]]), *names[1:]])


def _change(change: Change) -> ChangeView:
    symbol, grade = GRADES[change.grade]
    return ChangeView(
        KINDS[change.kind],
        change.before.strip(),
        change.after.strip(),
        grade,
        symbol,
        change.reason,
    )
