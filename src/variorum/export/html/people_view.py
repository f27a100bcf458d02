"""Who speaks, on the cards of the third answer: the name, and the other ways in which pages write it."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ...model import ArticleId, Person, PersonId, Story
from ..wording import count, likelihood
from .phrases import rounded

# A head of state has dozens of forms: the most frequent tell what there is to know.
_SHOWN_FORMS = 8
_SHOWN_REASONS = 5


@dataclass(frozen=True, slots=True)
class PersonView:
    """One speaker: the other forms of the name, each with how many pages write it, and why they are one."""

    name: str
    written: tuple[tuple[str, str], ...]
    left: int
    reasons: tuple[str, ...]
    sure: str


def view_people(story: Story) -> Mapping[PersonId, PersonView]:
    """Return the views of all who speak in a story."""
    return {person.id: _view(person) for person in story.people}


def _view(person: Person) -> PersonView:
    pages: dict[str, set[ArticleId]] = defaultdict(set)
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    for form in person.forms:
        key = form.text.casefold()
        pages[key].add(form.article)
        shown[key][form.text] += len(form.spans)
    pages.pop(person.name.casefold(), None)
    keys = sorted(pages, key=lambda each: (-len(pages[each]), each))
    written = tuple(
        (
            min(shown[key], key=lambda each: (-shown[key][each], each)),
            count(len(pages[key]), "page"),
        )
        for key in keys[:_SHOWN_FORMS]
    )
    return PersonView(
        person.name,
        written,
        len(keys) - len(written),
        person.reasons[:_SHOWN_REASONS],
        f"One {person.kind}: {likelihood(person.confidence)} (confidence {rounded(person.confidence)})",
    )
