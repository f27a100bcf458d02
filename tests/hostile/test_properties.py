"""What is true of any page: nothing raises, and all that is found stands where it says."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile.pages import MARKUP, TEXT
from tests.hostile.reading import capture_of, check, read_page
from variorum.errors import CaptureError
from variorum.extract import extract_articles

WORDS = (
    "The council of Tornau closed the Old Quay bridge on Monday, after engineers found rust.",
    "“We had no choice,” said Ilse Brandt, who leads the council. “None at all.”",
    "TORNAU, March 3 (Nordpress) — Some 2,500 people cross it each day, 14 percent more than in 2024.",
    "By Mara Olden", "Mara Olden and Jonas Pell", "(AP)", "© 2025 Velmark Tribune", "Nordpress",
    "March 3, 2025 10:30 GMT", "Updated 2 hours ago", "3/3/25", "Published: 03 March 2025",
    "Photo: Mara Olden/Nordpress", "Read more", "Related stories", "Subscribe", "Tags: a, b",
    "Reporting by Mara Olden; editing by Jonas Pell", "said", "told", "that", "of", "橋が閉鎖された。",
    "جسر", "1", "2,500", ".1.1", "$5 million", "5,", "half a", "twenty-", "U.S.", "Mr.",
)  # fmt: skip
SIGNS = (
    *",.?!…“”\"‘’'()[]—-:;/|•\n\t\u00a0\u2028\x0c\x00\ufeff\u202e\u0301\xad\U0001f600\ud800",
    "\n\n",
)
PIECES = st.sampled_from([*WORDS, *SIGNS])
TAGS = st.sampled_from(
    "html head body title p div h1 h2 time a b i span article section figure figcaption img ul li "
    "table tr td br blockquote script style meta link noscript pre svg template nav footer aside".split()
)
ATTRIBUTES = st.sampled_from(
    [
        "", ' class="byline"', ' class="caption"', ' href="/a"', ' datetime="2025-03-03T10:30:00Z"',
        ' property="og:title" content="Bridge closed"', ' name="author" content="Mara Olden"',
        ' rel="canonical" href="https://velmark.example/bridge"', " hidden", ' alt="', " =",
        ' type="application/ld+json"', ' itemprop="datePublished" content="yesterday"',
    ]
)  # fmt: skip
LD = (
    '{"@type":"NewsArticle","headline":"Bridge closed","author":[{"name":"Mara Olden"}],'
    '"datePublished":"2025-03-03"}',
    '{"@type":["NewsArticle"],"headline":7,"author":{"name":null},"datePublished":[]}',
    '{"@type":"NewsArticle","headline":"Bridge","author":[[["a"]]],"keywords":{"name":1e999}}',
    '{"@graph":[[[]]]}', "NaN", "[" * 2000,
)  # fmt: skip
ODD = st.sampled_from(
    [
        "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "&", "&amp;", "&#0;", "&#x110000;", "&nbsp;",
        "<?", "<!doctype html>", *LD, *(f'<script type="application/ld+json">{each}</script>' for each in LD),
    ]
)  # fmt: skip
PROSE = st.lists(st.sampled_from(WORDS[:3]), min_size=2, max_size=4).map(" ".join)
LINES = st.lists(PIECES, max_size=12).map(" ".join)
TEXTS = st.lists(st.one_of(LINES, PROSE), max_size=20).map("\n".join)
OPENED = st.builds("<{}{}>".format, TAGS, ATTRIBUTES)
CLOSED = st.builds("</{}>".format, TAGS)
PARAGRAPHS = PROSE.map("<p>{}</p>".format)
MARKUPS = st.lists(st.one_of(PARAGRAPHS, LINES, PIECES, OPENED, CLOSED, ODD), max_size=60).map(
    "".join
)
# Reading takes some 5 ms a page, and loads what it needs at the first.
FUZZ = settings(
    max_examples=120, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


def read_and_check(content: str, *, is_markup: bool) -> None:
    try:
        capture = capture_of(content, is_markup=is_markup)
    except CaptureError:
        return
    read = read_page(capture)
    check(read)
    assert read == read_page(capture)


@FUZZ
@given(TEXTS)
def test_any_lines(text: str) -> None:
    read_and_check(text, is_markup=False)


@FUZZ
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    read_and_check(text, is_markup=False)


@FUZZ
@given(MARKUPS)
def test_any_markup(markup: str) -> None:
    read_and_check(f"<html><body>{markup}", is_markup=True)


@settings(FUZZ, max_examples=25)
@given(st.lists(TEXTS.filter(str.strip), min_size=2, max_size=4))
def test_pages_of_one_outlet_in_any_order(texts: list[str]) -> None:
    captures = [
        capture_of(text, is_markup=False, url=f"https://velmark.example/{number}")
        for number, text in enumerate(texts)
        if text.replace("\x00", "").strip()
    ]
    articles = extract_articles(captures)
    assert tuple(reversed(extract_articles(captures[::-1]))) == articles


@pytest.mark.parametrize("name", MARKUP)
def test_small_hostile_markup(name: str) -> None:
    read_and_check(MARKUP[name](3000), is_markup=True)


@pytest.mark.parametrize("name", TEXT)
def test_small_hostile_text(name: str) -> None:
    read_and_check(TEXT[name](3000), is_markup=False)
