"""Who speaks, as the report shows it: the name, and the other ways in which pages write it."""

from variorum.export.html.people_view import view_people
from variorum.model import ArticleId, Form, Person, PersonId, Span, Story, StoryId

FORMS = (
    Form("Venn", ArticleId("a"), (Span(0, 4), Span(9, 13))),
    Form("Venn", ArticleId("b"), (Span(0, 4),)),
    Form("VENN", ArticleId("c"), (Span(0, 4),)),
    Form("Orla Venn", ArticleId("a"), (Span(20, 29),)),
    Form("Belm’s mayor", ArticleId("b"), (Span(30, 42),)),
)


def story_of(*people: Person) -> Story:
    return Story(StoryId("s"), None, None, (), people=people)


def test_other_forms_come_with_their_pages() -> None:
    person = Person(
        PersonId("p"), "Orla Venn", FORMS, confidence=0.94, reasons=("“Venn” is Orla Venn: …",)
    )
    view = view_people(story_of(person))[PersonId("p")]
    assert view.written == (("Venn", "three pages"), ("Belm’s mayor", "one page"))
    assert view.left == 0
    assert view.reasons == ("“Venn” is Orla Venn: …",)
    assert view.sure == "One person: very likely (confidence 0.9)"


def test_many_forms_are_counted_not_listed() -> None:
    forms = tuple(Form(f"Venn {number}", ArticleId("a"), (Span(0, 1),)) for number in range(20))
    view = view_people(story_of(Person(PersonId("p"), "Orla Venn", forms)))[PersonId("p")]
    assert (len(view.written), view.left) == (8, 12)
