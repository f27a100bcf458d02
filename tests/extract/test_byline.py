import time

import pytest

from variorum.extract import extract_article
from variorum.extract.fields.byline import read_byline, split_names

from .pages import HARBOUR, capture


@pytest.mark.parametrize(
    ("line", "names", "agencies"),
    [
        ("By Anna Roe", ["Anna Roe"], []),
        ("avatar by Reuters and Velmark Staff", ["Reuters", "Velmark Staff"], ["Reuters"]),
        ("Mara OldenbyMara Olden", ["Mara Olden"], []),
        ("By ANNA ROE, Associated Press", ["ANNA ROE"], ["AP"]),
        ("By ANNA ROE AP National Security Writer", ["ANNA ROE"], ["AP"]),
        ("Anna Roe and Jon P. PellAssociated Press", ["Anna Roe", "Jon P. Pell"], ["AP"]),
        ("The Associated Press — By ANNA ROE - Associated Press", ["ANNA ROE"], ["AP"]),
        ("By Anna Roe -    The Velmark Tribune -    Sunday, July 15, 2021", ["Anna Roe"], []),
        ("By Anna Roe | July 15, 2021 3:21 PM EDT", ["Anna Roe"], []),
        ("by Anna Roe July 15 at 1:10 PM Follow @annaroe", ["Anna Roe"], []),
        ("Posted 3:57 pm, July 15, 2021, by Associated Press", ["Associated Press"], ["AP"]),
        ("By                                  ANNA ROE Associated Press", ["ANNA ROE"], ["AP"]),
        ("Anna Roe of The Associated Press", ["Anna Roe"], ["AP"]),
        ("By AP/Channel Nine Staff", [], ["AP"]),
        ("By Reuters Staff", ["Reuters Staff"], ["Reuters"]),
        ("Von Anna Roe und Jon Pell", ["Anna Roe", "Jon Pell"], []),
        ("By Anna de la Roe in Sveran", ["Anna de la Roe"], []),
        ("27 March 2021 • Anna Roe • 3 minutes", ["Anna Roe"], []),
        ("Anna Roe/Jon Pell", ["Anna Roe", "Jon Pell"], []),
        ("by Anna RoeMarch 27, 2021", ["Anna Roe"], []),
        ("홍길동 기자", ["홍길동"], []),
        ("（责编：王小明、李小红）", ["王小明", "李小红"], []),
        ("Los Angeles Times (TNS)", ["Los Angeles Times"], ["TNS", "Los Angeles Times"]),
    ],
)
def test_a_byline(line: str, names: list[str], agencies: list[str]) -> None:
    written = read_byline(line)
    assert written is not None
    assert list(written.names) == names
    assert [each.name for each in written.agencies] == agencies
    for name, (begin, end) in zip(written.names, written.spans, strict=True):
        assert line[begin:end] == name


@pytest.mark.parametrize(
    "line",
    [
        "Related Content",
        "The plan was condemned by Members of Parliament",
        "Read More",
        "0",
        "Ferry strike ends as Sveran port workers accept pay deal",
        "Purchase: Order Reprint",
        "",
    ],
)
def test_no_byline(line: str) -> None:
    assert read_byline(line) is None


def test_names_of_a_record() -> None:
    assert split_names("By Anna Roe and Jon Pell") == ("Anna Roe", "Jon Pell")
    assert split_names("Anna Roe, Jon Pell") == ("Anna Roe", "Jon Pell")


@pytest.mark.parametrize("flood", ["by ", "By " + " " * 50, "(", "- ", "Anna ", "Anna, ", "1"])
def test_floods_cost_no_time(flood: str) -> None:
    begun = time.process_time()
    for line in (flood * (1_000_000 // len(flood)), (flood * 220)[:220], flood * 8):
        read_byline(line)
    assert time.process_time() - begun < 0.3


def test_the_names_stand_below_the_word_that_opens_the_byline() -> None:
    page = HARBOUR.replace("Mara OldenbyMara Olden\n", "By\nMara Olden\nJon Pell\n")
    assert extract_article(capture(page)).byline == ("Mara Olden", "Jon Pell")


def test_the_writer_may_stand_below_the_text() -> None:
    page = HARBOUR.replace("Mara OldenbyMara Olden\n", "")
    signed = page.replace("Tags: Sveran", "Ilse Brandt\n\nTags: Sveran")
    assert extract_article(capture(signed)).byline == ("Ilse Brandt",)
    assert extract_article(capture(page)).byline == ()
