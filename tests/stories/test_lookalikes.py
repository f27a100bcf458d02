"""Events of one kind on the same days: told apart by who, where and when."""

import random

import numpy as np

from eval.lookalikes import look_alike, names_of
from eval.stories import article_of, own_accounts
from variorum.figures import find_figures
from variorum.model import Article, Story
from variorum.stories import group_stories
from variorum.stories.names import name_places
from variorum.stories.profile import lede_day, profiles_of
from variorum.stories.resemblance import FEATURES, Resemblance
from variorum.stories.words import bucket_of

PLACES = ("Marn", "Talva", "Ostrel", "Kessin", "Dovrey", "Halmu")
MAYORS = ("Ilse Dorn", "Pavel Ruch", "Mira Santel", "Otto Lemke", "Jana Wiro", "Karim Odell")


def quake(place: str, mayor: str, hour: int, day: str | None) -> tuple[Article, Article]:
    """Return two reports of an earthquake: one prose, other names."""
    first = article_of(
        f"{place}-1",
        f"Strong earthquake shakes {place}, houses collapse",
        f"A strong earthquake shook the town of {place} on Tuesday, bringing down dozens of houses, "
        f"rescuers said.\n\nThe mayor, {mayor}, said that many people in {place} were still missing "
        f"under the rubble. The quake struck at {hour} in the morning, while most people slept.",
        day,
    )
    second = article_of(
        f"{place}-2",
        f"Rescuers search rubble after quake hits {place}",
        f"Rescue teams dug through collapsed houses in {place} after the earthquake of Tuesday "
        f"morning.\n\nAsked for help, the mayor {mayor} told reporters in {place} that the "
        "hospital was full and that people had slept in the streets for fear of another quake.",
        day,
    )
    return first, second


def stories_of(articles: list[Article]) -> tuple[Story, ...]:
    figures = [figure for article in articles for figure in find_figures(article)]
    return group_stories(articles, own_accounts(articles), figures)


def places_of(story: Story) -> set[str]:
    return {each.split("-")[0] for each in story.articles}


def test_earthquakes_of_one_day_are_told_apart() -> None:
    articles = [
        each
        for hour, (place, mayor) in enumerate(zip(PLACES, MAYORS, strict=True), start=1)
        for each in quake(place, mayor, hour, "2031-05-07")
    ]
    stories = stories_of(articles)
    assert len(stories) == len(PLACES)
    assert all(len(places_of(story)) == 1 for story in stories)


def test_names_are_shared_by_reports_of_one_event_alone() -> None:
    articles = [*quake("Marn", MAYORS[0], 3, "2031-05-07"), *quake("Talva", MAYORS[1], 4, None)]
    profiles = profiles_of(articles, own_accounts(articles), ())
    at = FEATURES.index("more names")
    resemblance = Resemblance([each.bags for each in profiles])
    rows = range(len(profiles))
    shares = {
        (profiles[row].article.id[:-2] == profiles[other].article.id[:-2]): each[at]
        for row in rows
        for other, each in zip(rows, resemblance.features(row, np.array(rows)), strict=True)
        if row != other
    }
    assert shares[True] > 0.8
    assert shares[False] < 0.2


def test_words_that_open_sentences_and_days_are_no_names() -> None:
    found = name_places(
        "Rescuers from Ostrel came on Tuesday. Houses fell, Mira Santel said in May."
    )
    assert found == {bucket_of(word) for word in ("Ostrel", "Mira", "Santel")}


def test_a_text_without_capitals_is_known_by_its_telling_words() -> None:
    articles = [
        article_of(each.id, (each.headline or "").lower(), each.text.lower(), "2031-05-07")
        for each in (*quake("Marn", MAYORS[0], 3, None), *quake("Talva", MAYORS[1], 4, None))
    ]
    profiles = profiles_of(articles, own_accounts(articles), ())
    assert all(len(profile.bags.names) == 0 for profile in profiles)
    resemblance = Resemblance([each.bags for each in profiles])
    others = np.array([1, 2, 3])
    at = FEATURES.index("fewer names")
    by_event = {
        profiles[other].article.id[:-2] == profiles[0].article.id[:-2]: each[at]
        for other, each in zip(others, resemblance.features(0, others), strict=True)
    }
    assert by_event[True] > by_event[False]


def test_a_changed_article_has_names_and_numbers_of_its_own() -> None:
    (article, _) = quake("Marn", "Ilse Dorn", 3, "2031-05-07")
    others = [
        each
        for place, mayor in zip(PLACES, MAYORS, strict=True)
        for each in quake(place, mayor, 5, None)
    ]
    made = look_alike(article, names_of(others), random.Random(4), days=2, key="made")
    assert made.published is not None and made.published.value == "2031-05-09"
    assert made.text != article.text
    assert len(made.text.split()) == len(article.text.split())


def test_a_lede_tells_of_what_has_happened_before_what_is_to_come() -> None:
    text = (
        "The mayor will go to Ostrel on Tuesday, her office said on Sunday.\n\nShe has the money."
    )
    article = article_of("a", "Mayor to visit Ostrel", text, "2031-05-04")
    day = lede_day(article, find_figures(article))
    assert day is not None and day.isoformat() == "2031-05-04"


def test_a_day_far_from_publication_is_not_that_of_the_event() -> None:
    text = "The bridge, open since 3 May 1971, was shut for good.\n\nBuilders will take it down."
    (story,) = stories_of([article_of("a", "Old bridge shut", text, "2031-05-04")])
    assert story.event_date == "2031-05-04"


def test_a_day_to_come_stands_where_the_lede_names_no_other() -> None:
    text = "The two mayors will meet in Ostrel on Tuesday.\n\nThey are to speak of the bridge."
    (story,) = stories_of([article_of("a", "Mayors to meet", text, "2031-05-04")])
    assert story.event_date == "2031-05-06"
