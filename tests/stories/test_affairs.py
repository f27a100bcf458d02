"""Affairs: texts that hang together by likeness, told apart by what the rest of them share."""

import random

import numpy as np

from eval.stories import article_of, own_accounts
from variorum.model import Article
from variorum.stories.affairs import find_affairs, likeness_within, tell_events
from variorum.stories.bags import Bags
from variorum.stories.candidates import candidate_rows
from variorum.stories.profile import profiles_of
from variorum.stories.rarity import Rarity, at_large
from variorum.stories.resemblance import Resemblance
from variorum.stories.words import bucket_of

# Three days of one trial: what is written of it every day tells none of the days apart.
EVERY_DAY = (
    "The trial of the former harbour minister Ruch Pavelek over the Ostrel dredging contracts went on "
    "before judge Mira Santel in the high court of Ostrel."
)
DAYS = (
    (
        "The banker Olm Tevin wept as he described a suitcase of banknotes left at his chalet. Tevin "
        "counted them on a billiard table, he told jurors, and hid them in a beehive near Lunz.",
        "banker Tevin weeps over suitcase",
    ),
    (
        "The diver Karo Linn showed a model of the silted quay and a broken anchor chain. Linn had "
        "filmed mud where Pavelek paid for granite, and played the film with the sound of gulls.",
        "diver Linn films silted quay",
    ),
    (
        "Jurors were sent home after one of them, Bettina Hask, fell ill with measles. Hask had been "
        "vaccinated twice, doctors at Saint Verena hospital said, and others must stay in quarantine.",
        "juror Hask has measles",
    ),
)


def reports() -> list[Article]:
    """Return two reports of each day."""
    return [
        article_of(
            f"day{number}-{copy}",
            f"Pavelek trial: {title}",
            f"{opening} {telling}\n\n{EVERY_DAY}",
            f"2031-05-{5 + number:02}",
        )
        for number, (telling, title) in enumerate(DAYS)
        for copy, opening in enumerate(("In court on this day:", "Spectators gasped:"))
    ]


def texts_of(articles: list[Article]) -> list[Bags]:
    return [each.bags for each in profiles_of(articles, own_accounts(articles), ())]


def test_an_affair_tells_its_days_further_apart_than_news_at_large() -> None:
    texts = texts_of(reports())
    (affair,) = find_affairs(texts)
    assert len(affair) == len(texts)
    rest = np.arange(1, len(texts))
    large = Resemblance(texts).odds(0, rest)
    within = Resemblance(texts, Rarity(texts)).odds(0, rest)
    same = [texts[each].first == texts[0].first for each in rest]
    for one_day, before, after in zip(same, large, within, strict=True):
        assert after > 0 if one_day else after < before - 0.3


def test_the_order_of_texts_changes_nothing() -> None:
    texts = texts_of(reports())
    names = [each.fullest for each in texts]
    expected = {frozenset(names[n] for n in event) for event in tell_events(texts)}
    for seed in range(3):
        shuffled = random.Random(seed).sample(texts, len(texts))
        found = {frozenset(shuffled[n].fullest for n in event) for event in tell_events(shuffled)}
        assert found == expected


def test_what_an_affair_shares_weighs_less_within_it_and_never_next_to_nothing() -> None:
    texts = texts_of(reports())
    among, large = Rarity(texts).words, at_large()
    shared, own = bucket_of("dredging"), bucket_of("suitcase")
    assert 0.7 * large[shared] <= among[shared] < large[shared]
    assert among[own] > among[shared]
    elsewhere = bucket_of("lighthouse")
    assert among[elsewhere] == large[elsewhere]


def test_what_two_alone_share_is_as_telling_as_in_news_at_large() -> None:
    texts = texts_of(reports()[:2])
    assert np.allclose(Rarity(texts).words, at_large(), atol=0.02)


def test_likeness_within_an_event_is_that_of_its_texts_alone() -> None:
    texts = texts_of(reports()[:2])
    ((one, other), (again, same)) = likeness_within(texts)
    assert (one, same) == (1.0, 1.0)
    assert other == again > 0.5


def test_a_lone_text_is_an_affair_and_an_event() -> None:
    texts = texts_of(reports()[:1])
    assert find_affairs(texts) == [(0,)]
    assert tell_events(texts) == ((0,),)
    assert find_affairs([]) == []


def test_candidates_share_telling_words_and_lie_near_in_time() -> None:
    articles = [
        *reports()[:2],
        article_of("late", reports()[0].headline, reports()[0].text, "2031-06-20"),
        article_of("undated", reports()[0].headline, reports()[0].text, None),
        article_of("other", "Bakers strike", "Bakers in Quill struck over flour.", "2031-05-05"),
    ]
    texts = texts_of(articles)
    names = [each.fullest for each in texts]
    pairs = {
        frozenset((names[row], names[each])) for row, near in candidate_rows(texts) for each in near
    }
    assert frozenset(("day0-0", "day0-1")) in pairs
    assert frozenset(("late", "undated")) in pairs
    assert frozenset(("day0-0", "late")) not in pairs
    assert not any("other" in pair for pair in pairs)
