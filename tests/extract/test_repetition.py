"""What repeats on an outlet's pages, and what agrees across outlets."""
# ruff: noqa: E501 - a page's paragraph is one line

from variorum.extract.site.agreement import find_agreement
from variorum.extract.site.repetition import find_repetition

NOTICE = "The Quarry Post is printed on Thursdays by the brothers Anselm and welcomes the letters of its readers at the old mill."
STORY = "The stonecutters of Brakel have refused to load the barges until the river is dredged, their foreman said on Friday."


def page(number: int, *more: str) -> str:
    name, port = chr(65 + number) * 3, chr(75 + number) * 4
    own = (
        f"The barge of captain {name} left Brakel with a load of slate for {port} on a calm and windless morning.",
        f"Captain {name} had waited nine days at the quay for the river to rise, and {port} had run out of roofs.",
        f"In {port} the slate will cover the school, whose {name} wing lost its roof in the gales of last autumn.",
    )
    return "\n".join(("Log in", *own, *more))


def test_a_notice_on_every_page_repeats() -> None:
    site = find_repetition([page(number, NOTICE) for number in range(5)])
    assert site.pages == 5
    assert site.share(NOTICE) == 1.0
    assert site.share("Log in") == 1.0
    assert site.share(page(1).splitlines()[1]) < 0.5


def test_captures_of_one_article_count_as_one_page() -> None:
    captures = [page(2, STORY, note) for note in ("Updated", "Updated again", "Corrected")]
    site = find_repetition([*captures, page(1)])
    assert site.pages == 2
    assert site.share(STORY) == 0.0


def test_one_other_page_proves_nothing_of_prose() -> None:
    site = find_repetition([page(1, STORY), page(2, STORY), page(3)])
    assert site.share(STORY) == 0.0


def test_digits_do_not_hide_a_repeated_line() -> None:
    site = find_repetition([f"{number} comments\n{page(number)}" for number in range(3)])
    assert site.share("7 comments") == 1.0


def test_the_order_of_pages_does_not_matter() -> None:
    pages = [page(number, NOTICE, STORY) for number in range(4)]
    assert find_repetition(pages) == find_repetition(pages[::-1])


def test_nothing_repeats_on_no_page_or_one() -> None:
    assert find_repetition([]).share("Log in") == 0.0
    assert find_repetition(["Log in\nOne"]).share("Log in") == 0.0


def test_agreement_counts_other_outlets_only() -> None:
    agreed = find_agreement([("a", STORY), ("b", STORY), ("b", NOTICE)])
    assert agreed.share(STORY) == 1.0
    assert agreed.share(NOTICE) == 0.0
    twice = find_agreement([("a", STORY), ("a", STORY)])
    assert twice.share(STORY) == 0.0
