"""People across articles: one person, however the articles write the name. All of them are invented."""

import pytest

from variorum.model import Person
from variorum.quotations import find_persons, find_quotations, same_person, speakers_of

from .test_utterances import article_of


def people(*texts: str) -> tuple[Person, ...]:
    """Return the people of one story whose articles have these paragraphs."""
    articles = [article_of(str(number), *text.split("\n")) for number, text in enumerate(texts)]
    return find_persons(articles, [each for a in articles for each in find_quotations(a)])


def names(*texts: str) -> set[str]:
    return {person.name for person in people(*texts) if person.kind == "person"}


def test_titles_initials_and_surnames_are_one_person() -> None:
    found = people(
        "“The bridge is safe,” said Transport Minister Orla Venn.",
        "“The bridge is safe,” said Dr. O. Venn on Monday.",
        "Venn said: “The bridge is safe and it stays open.”",
    )
    assert [person.name for person in found] == ["Orla Venn"]
    assert {form.text for form in found[0].forms} == {
        "Transport Minister Orla Venn",
        "Dr. O. Venn",
        "Venn",
    }
    assert any("initial" in reason for reason in found[0].reasons)
    assert 0.7 < found[0].confidence < 1


def test_a_name_is_one_in_several_romanisations() -> None:
    assert names(
        "“We will not leave,” said Sheikh Tarek al-Qasimi.",
        "“We will not leave,” said Tariq al-Kasimi, who leads the tribe.",
        "“We will not leave,” Qassimi said.",
    ) == {"Sheikh Tarek al-Qasimi"}


def test_two_people_of_one_surname_stay_apart() -> None:
    assert names(
        "“We pay,” said Orla Venn. “We do not pay,” said Piet Venn.",
        "“We pay,” Orla Venn said. “We do not pay,” Piet Venn said.",
    ) == {"Orla Venn", "Piet Venn"}


def test_a_surname_that_two_bear_alike_is_left_by_itself() -> None:
    found = people(
        "“We pay,” said Orla Venn.",
        "“We do not pay,” said Piet Venn.",
        "“Nothing is settled,” Venn said.",
    )
    assert {person.name for person in found} == {"Orla Venn", "Piet Venn", "Venn"}


def test_a_surname_goes_to_the_one_whom_its_title_tells() -> None:
    found = people(
        "“We pay,” said Finance Minister Orla Venn.",
        "“We do not pay,” said Senator Piet Venn.",
        "“Nothing is settled,” Minister Venn said.",
    )
    assert {person.name: len(person.articles) for person in found} == {
        "Orla Venn": 2,
        "Piet Venn": 1,
    }


def test_a_bare_description_is_whom_another_article_describes_so() -> None:
    found = people(
        "“The strait is closed,” said Tarr’s Supreme Leader, Sheikh Adan Olmi.",
        "“The strait is closed,” Tarr’s supreme leader said.",
    )
    assert [person.name for person in found] == ["Sheikh Adan Olmi"]
    assert any("beside the name" in reason for reason in found[0].reasons)


def test_a_description_that_fits_two_means_neither() -> None:
    found = people(
        "“We pay,” said Mayor Orla Venn.",
        "“We do not pay,” said Mayor Piet Roo.",
        "“Nothing is settled,” the mayor said.",
    )
    assert [len(person.articles) for person in found] == [1, 1]


def test_bodies_come_together_by_words_and_letters() -> None:
    found = people(
        "The Ministry of Health said the ward is closed.",
        "The health ministry said the ward is closed.",
        "The Belm Harbour Board (BHB) said the port is open.",
        "The BHB said the port is open.",
    )
    assert {(person.name, person.kind, len(person.articles)) for person in found} == {
        ("Ministry of Health", "body", 2),
        ("Belm Harbour Board", "body", 2),
    }


def test_the_order_of_articles_does_not_matter() -> None:
    texts = (
        "“The bridge is safe,” said Transport Minister Orla Venn.",
        "“The bridge is safe,” said O. Venn.",
        "“It is not,” said Piet Venn.",
    )
    articles = [article_of(str(number), text) for number, text in enumerate(texts)]
    quotations = [each for article in articles for each in find_quotations(article)]
    assert find_persons(articles, quotations) == find_persons(articles[::-1], quotations[::-1])


def test_every_speaker_is_mapped_to_a_person() -> None:
    article = article_of("a", "“The bridge is safe,” said Orla Venn. “It stays open,” she said.")
    quotations = find_quotations(article)
    people = find_persons([article], quotations)
    speakers = speakers_of(people)
    for quotation in quotations:
        assert quotation.speaker is not None
        place = (article.id, quotation.speaker.begin, quotation.speaker.end)
        assert speakers[place].name == "Orla Venn"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sheikh Tarek Olmi", "Tariq al-Olmi", True),
        ("Orla W. Venn", "Orla H. W. Venn", False),
        ("Mr. Venn", "Mrs. Venn", False),
        ("Jo Min-suk", "Jo Minsuk", True),
        ("Minsuk Jo", "Jo Minsuk", True),
    ],
)
def test_names_alone(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_a_word_that_opens_a_headline_is_no_given_name() -> None:
    found = people(
        "“We pay,” said Orla Venn.",
        "“We pay,” said Orla Venn, who has made no picture of it.",
        "“We do,” Orla Venn said.",
        "“We pay,” Picture Venn said.",
    )
    assert [(person.name, len(person.articles)) for person in found] == [("Orla Venn", 4)]


def test_many_are_no_person() -> None:
    found = people("“We pay,” said the Tarran mayor. “We do not,” many Tarrans said.")
    assert all(person.kind == "body" for person in found)


def test_a_surname_is_not_one_whom_its_article_does_not_name() -> None:
    found = people(
        "“We pay,” said Anna Venn.",
        "“We pay,” said Anna Venn.",
        "The wife of Robert Venn spoke for him. “We pay,” Mr. Venn said.",
    )
    assert [(each.name, len(each.articles)) for each in found if each.name == "Anna Venn"] == [
        ("Anna Venn", 2)
    ]


def test_an_office_of_another_place_is_not_the_same_office() -> None:
    found = people(
        "“We pay,” said Orla Venn, Belm’s health secretary. “We do not,” Tarr’s health secretary said."
    )
    assert [[form.text for form in person.forms] for person in found] == [["Orla Venn"]]


def test_a_name_is_shown_with_its_points_and_not_in_capitals() -> None:
    assert names("“We pay,” said ORLA I. VENN.", "“We pay,” said Orla I. Venn.") == {"Orla I. Venn"}
