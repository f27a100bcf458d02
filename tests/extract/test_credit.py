# ruff: noqa: E501 - a page's paragraph is one line
import pytest

from variorum.extract import extract_article
from variorum.model import Article, Stated

from .pages import capture

BODY = """
Port workers in Sveran voted on Saturday to end a nine-day ferry strike after their union accepted a pay deal.

The vote, held in a warehouse beside the old customs house, passed with 412 hands raised against 37, officials said.

"Nobody wanted the islands to go without bread for another week," said Jonas Pell, who leads the dockers' union.

Ferry companies said that sailings to the outer islands would begin again on Monday morning at the latest.
"""
TITLE = "Ferry strike ends as Sveran port workers accept pay deal\n"


def read(text: str, outlet: str | None = None) -> Article:
    return extract_article(capture(text, stated=Stated(outlet=outlet)))


@pytest.mark.parametrize(
    ("front", "tail", "credit"),
    [
        ("By Reuters\nMarch 14, 2021\n", "", ("Reuters",)),
        ("Reuters\nPublished : 14 March 2021\n", "", ("Reuters",)),
        ("By MARA OLDEN, Associated Press\n", "", ("AP",)),
        ("Mara Olden and Jon PellAssociated Press\n", "", ("AP",)),
        ("Mara Olden\nLos Angeles Times (TNS)\nMarch 14, 2021\n", "", ("Los Angeles Times", "TNS")),
        ("New York Post•\nMarch 14, 2021\n", "", ("New York Post",)),
        ("By Mara Olden\nMarch 14, 2021\n", "", ()),
        ("", "(Reporting by Mara Olden; Editing by Jon Pell)\n", ("Reuters",)),
        ("", "© Copyright 2021 The Associated Press. All rights reserved.\n", ("AP",)),
        ("", "By MARA OLDEN, Associated Press\n", ("AP",)),
        ("", "Quelle: dpa/AFP\n", ("dpa", "AFP")),
        ("March 14, 2021\nPorts | AP Photo/Mara Olden\n", "", ()),
        ("March 14, 2021\nAA\n", "", ()),
    ],
)
def test_whose_text_it_is(front: str, tail: str, credit: tuple[str, ...]) -> None:
    article = read(TITLE + front + BODY + "\n" + tail)
    assert tuple(sorted(article.credit)) == tuple(sorted(credit))
    assert len(article.paragraphs) >= 4


def test_a_dateline_names_the_agency() -> None:
    article = read(TITLE + "March 14, 2021\n" + BODY.replace("Port", "SVERAN (AP) — Port", 1))
    assert article.credit == ("AP",)
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("SVERAN", "AP")
    assert article.paragraphs[0].text.startswith("SVERAN (AP) — Port workers")


def test_the_dateline_outranks_who_passed_it_on() -> None:
    text = TITLE + "Channel Nine Sveran•\n" + BODY.replace("Port", "SVERAN (CNN) — Port", 1)
    assert read(text).credit == ("CNN",)


def test_help_is_no_credit() -> None:
    article = read(TITLE + BODY + "\nThe Associated Press contributed to this report.\n")
    assert article.credit == ()
    assert article.contributed == ("AP",)


def test_an_outlet_credits_nobody_by_its_own_name() -> None:
    text = TITLE + BODY.replace("Port", "Sveran (CNN) Port", 1)
    assert read(text, "cnn.com").credit == ()
    assert read(text, "sveran.example").credit == ("CNN",)


def test_a_page_that_talks_of_an_agency_carries_none() -> None:
    assert (
        read(TITLE + BODY.replace("officials said", "the Associated Press reported")).credit == ()
    )
