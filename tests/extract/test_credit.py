# ruff: noqa: E501 - a page's paragraph is one line
import pytest

from variorum.extract import extract_article, render_markup
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


@pytest.mark.parametrize(
    ("front", "dateline", "tail", "credit"),
    [
        ("By Sveran Press Agency\nMarch 14, 2021\n", "", "", ("Sveran Press Agency",)),
        ("Sveran Press Agency\nPublished : 14 March 2021\n", "", "", ("Sveran Press Agency",)),
        ("Mara Olden, Velmark News Service\nMarch 14, 2021\n", "", "", ("Velmark News Service",)),
        ("MARA OLDEN | Coastline Newswire\nMarch 14, 2021\n", "", "", ("Coastline Newswire",)),
        ("Agence Velmaroise\n14 March 2021\n", "", "", ("Agence Velmaroise",)),
        ("Nachrichtenagentur Tornau\n14. März 2021\n", "", "", ("Nachrichtenagentur Tornau",)),
        ("March 14, 2021\n", "SVERAN (SPA) — ", "", ("SPA",)),
        ("March 14, 2021\n", "SVERAN, March 13 (SPA) - ", "", ("SPA",)),
        ("March 14, 2021\n", "Sveran (spa) – ", "", ("spa",)),
        ("March 14, 2021\n", "SVERAN (Coastline Newswire) -- ", "", ("Coastline Newswire",)),
        ("By Sveran Press Agency\n", "SVERAN (SPA) — ", "", ("Sveran Press Agency",)),
        ("", "SVERAN (SPA) — ", "© 2021 Sveran Press Agency\n", ("Sveran Press Agency",)),
        ("", "SVERAN (VPX) — ", "Source: Velmark Press (VPX)\n", ("VPX",)),
        ("", "", "Source: Sveran Press Agency\n", ("Sveran Press Agency",)),
        ("", "", "Credit: Coastline News Wire\n", ("Coastline News Wire",)),
        ("", "", "— Sveran Press Agency\n", ("Sveran Press Agency",)),
        (
            "",
            "",
            "This story was supplied by the Velmark News Service.\n",
            ("Velmark News Service",),
        ),
        ("By Mara Olden, with material from Sveran Press Agency\nMarch 14, 2021\n", "", "", ()),
        ("March 14, 2021\n", "SVERAN (KSVR) — ", "", ()),
        ("March 14, 2021\n", "SVERAN (Velmark) — ", "", ()),
        ("March 14, 2021\n", "SVERAN (VT) — ", "", ()),
    ],
)
def test_agencies_that_no_directory_holds(
    front: str, dateline: str, tail: str, credit: tuple[str, ...]
) -> None:
    article = read(TITLE + front + BODY.replace("Port", dateline + "Port", 1) + "\n" + tail)
    assert article.credit == credit
    assert len(article.paragraphs) == 4
    if dateline:
        assert article.dateline is not None
        assert article.dateline.place is not None
        assert article.dateline.place.casefold() == "sveran"
    assert not set(article.byline) & set(credit)


def test_material_makes_a_contributor() -> None:
    front = "By Mara Olden, with material from Sveran Press Agency\nMarch 14, 2021\n"
    article = read(TITLE + front + BODY)
    assert article.byline == ("Mara Olden",)
    assert article.contributed == ("Sveran Press Agency",)


@pytest.mark.parametrize("outlet", ["Sveran Press Agency", "The Sveran Press"])
def test_an_unlisted_outlet_credits_nobody_by_its_own_name(outlet: str) -> None:
    article = read(TITLE + "By Sveran Press Agency\nMarch 14, 2021\n" + BODY, outlet)
    assert article.credit == ()


def test_an_outlets_own_initials_are_no_credit() -> None:
    text = TITLE + "March 14, 2021\n" + BODY.replace("Port", "SVERAN (SDT) — Port", 1)
    article = read(text, "Sveran Daily Tribune")
    assert article.credit == ()
    assert article.dateline is not None
    assert article.dateline.place == "SVERAN"


def test_the_metadata_names_an_unlisted_agency() -> None:
    body = "".join(f"<p>{line}</p>" for line in BODY.splitlines() if line)
    stated = '{"@type": "NewsArticle", "headline": "Ferry strike ends", "author": "Velmark Press Agency"}'
    markup = (
        f'<html><head><title>Ferry strike ends</title><script type="application/ld+json">{stated}</script></head>'
        f"<body><h1>Ferry strike ends</h1><article>{body}</article></body></html>"
    )
    article = extract_article(capture(render_markup(markup), markup=markup, media_type="text/html"))
    assert article.credit == ("Velmark Press Agency",)
    assert article.byline == ()
