from variorum.extract import extract_article
from variorum.model import Article

from .pages import BRIDGE, HARBOUR, capture

TODAY = "Tuesday, April 6, 2021 | Sveran\n"


def read(text: str, taken_at: str | None = None) -> Article:
    return extract_article(capture(text, taken_at=taken_at))


def published(article: Article) -> str | None:
    return article.published.value if article.published else None


def test_the_day_on_the_masthead_is_not_the_publication() -> None:
    assert published(read(TODAY + HARBOUR)) == "2021-03-14"
    assert published(read(TODAY + HARBOUR.replace("March 14, 2021\n", ""))) is None


def test_labels_tell_published_from_modified() -> None:
    article = read(BRIDGE)
    assert published(article) == "2022-02-02T08:15"
    assert article.modified is not None
    assert article.modified.value == "2022-02-03T09:40"


def test_a_zone_only_where_the_page_names_one() -> None:
    named = read(HARBOUR.replace("March 14, 2021\nin", "March 14, 2021 3:21 PM EDT\nin"))
    assert published(named) == "2021-03-14T15:21-04:00"


def test_the_order_of_figures_is_decided_by_the_capture() -> None:
    text = HARBOUR.replace("March 14, 2021\nin", "04/03/2021\nin")
    assert published(read(text)) is None
    assert published(read(text, "2021-03-05T10:00:00+00:00")) == "2021-03-04"
    assert published(read(text, "2021-04-05T10:00:00+00:00")) in {"2021-04-03", None}


def test_relative_times_need_the_capture() -> None:
    text = HARBOUR.replace("March 14, 2021\nin", "3 hours ago\nin")
    assert published(read(text)) is None
    assert published(read(text, "2021-03-14T20:00:00+00:00")) == "2021-03-14"


def test_dates_of_related_posts_are_not_the_publication() -> None:
    assert published(read(HARBOUR.replace("March 14, 2021\nin", "in"))) is None


def test_the_state_of_a_page_is_its_day_where_it_names_no_other() -> None:
    stated = HARBOUR.replace("March 14, 2021\nin", "Stand: 14.03.2021, 08:15 Uhr\nin")
    article = read(stated)
    assert (published(article), article.modified) == ("2021-03-14T08:15", None)
    both = read(stated.replace("Stand:", "Veröffentlicht: 13.03.2021, 07:00 Uhr\nStand:"))
    assert published(both) == "2021-03-13T07:00"
    assert both.modified is not None
    assert both.modified.value == "2021-03-14T08:15"


def test_a_day_without_its_year_is_the_last_before_the_capture() -> None:
    text = HARBOUR.replace("March 14, 2021\nin", "14 March, 07:30\nin")
    assert published(read(text)) is None
    assert published(read(text, "2021-03-15T10:00:00+00:00")) == "2021-03-14T07:30"
    assert published(read(text, "2022-01-15T10:00:00+00:00")) == "2021-03-14T07:30"


def test_the_order_of_figures_is_told_by_the_pages_other_dates() -> None:
    text = HARBOUR.replace("March 14, 2021\nin", "04/03/2021\nin")
    assert published(read(text.replace("March 30, 2021", "30/03/2021"))) == "2021-03-04"
    assert published(read(text.replace("March 30, 2021", "03/30/2021"))) == "2021-04-03"
    assert published(read(text)) is None
