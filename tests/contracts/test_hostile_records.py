"""Records and pages that hold what no database does, or without end: kept, on both databases."""

import json
import random
import string
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.contracts.pages import record
from variorum.archive import Archive
from variorum.errors import OptionError
from variorum.model import ArticleFilter, StoryFilter

Opener = Callable[[], Archive]
_TEXT = (
    "The council of Nether Quill voted on Monday to repair the tide wall before the winter, and it said "
    "that four million crowns had been set aside for stone and for the wages of ninety masons.\n\n"
    "“We shall mend it,” mayor Ivo Sedge said on the quay, where some forty people had come to hear him."
)
_RECORD: dict[str, Any] = {
    "id": "wall", "headline": "Tide wall to be mended", "outlet": "Quill Post", "series": "quill",
    "url": "https://quill.example/wall", "published": "2031-05-02T10:00:00Z", "text": _TEXT,
    "captured": "2031-05-02T12:00:00Z", "language": "en", "byline": "Ada Thorn", "tags": ["walls"],
    "standfirst": "Masons are sought.",
}  # fmt: skip
# Half of a pair, a NUL, what is no character, a whole pair of halves, a control character.
_BAD = ("\ud800", "\x00", "\ufffe", "\udc00\ud800", "\x1b[31m", "\u2028", "\ufeff")


@pytest.mark.parametrize("field", _RECORD)
def test_a_field_may_hold_anything(field: str, open_stored: Opener, tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for at, bad in enumerate(_BAD):
            held = {**_RECORD, "id": f"wall {at}", "url": f"https://quill.example/wall/{at}"}
            value = held[field]
            spoiled = (
                [f"{value[0]}{bad}"] if isinstance(value, list) else f"{value[:9]}{bad}{value[9:]}"
            )
            file.write(json.dumps({**held, field: spoiled}) + "\n")
    archive = open_stored()
    added = archive.add([str(path)])
    assert added.captures == len(_BAD)
    assert not added.failures
    archive.judge()
    whole = repr(list(archive.collect()))
    assert "\\x00" not in whole and "\\ud800" not in whole
    assert archive.search("tide wall").rows
    assert not archive.check().problems


_PAGE = """<!doctype html><html><head><title>Tide wall to be mended</title>
<meta property="og:site_name" content="Quill &#0; &#xD800; Post">
<script type="application/ld+json">{"@type": "NewsArticle",
"headline": "Tide wall \\ud800 to be \\u0000 mended", "author": {"name": "Ada \\udfff Thorn"},
"publisher": {"name": "Quill \\u0000 Post"},
"keywords": "\\ud801, walls",
"articleSection": "\\u0000 town", "description": "\\ud800 sought", "inLanguage": "e\\u0000n",
"datePublished": "2031-05-02T10:00:00Z", "url": "https://quill.example/\\ud800"}</script></head>
<body><h1>Tide wall to be mended</h1>BODY</body></html>"""


def test_what_a_page_says_of_itself_may_hold_anything(open_stored: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    body = "".join(f"<p>{each}</p>" for each in _TEXT.split("\n\n"))
    # A name of a file that is not UTF-8, as systems for which names are bytes have them.
    name = b"w\xe4ll.html".decode("utf-8", "surrogateescape")
    try:
        (folder / name).write_text(_PAGE.replace("BODY", body), encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this system takes only names of characters")
    archive = open_stored()
    added = archive.add([str(folder)])
    assert added.captures == 1 and not added.failures
    (page,) = archive.collect()
    assert page.article.headline and page.article.headline.startswith("Tide wall")
    assert "\ufffd" in (page.article.outlet or "")
    page.article.capture.location.encode("utf-8")
    assert not archive.check().problems


def test_deeply_nested_json_is_passed_over(open_stored: Opener, tmp_path: Path) -> None:
    for depth in (400, 900, 100_000):
        nested = "[" * depth + "]" * depth
        page = f'<html><head><script type="application/ld+json">{nested}</script></head><body>'
        (tmp_path / f"{depth}.html").write_text(
            f"{page}<h1>Wall</h1><p>{_TEXT}</p></body></html>", "utf-8"
        )
    added = open_stored().add([str(tmp_path)])
    assert added.captures == 3 and not added.failures


def _junk(length: int) -> str:
    """Return what no database can press into less."""
    chance = random.Random(length)
    return "".join(chance.choice(string.ascii_letters + "éü日本") for _ in range(length))


@pytest.mark.parametrize("field", [name for name in _RECORD if name != "text"])
def test_a_field_may_have_any_length(field: str, open_stored: Opener, tmp_path: Path) -> None:
    long = _junk(12_000)
    value = (
        [long] if field == "tags" else f"https://quill.example/{long}" if field == "url" else long
    )
    path = tmp_path / "pages.jsonl"
    path.write_text(json.dumps({**_RECORD, field: value}) + "\n", encoding="utf-8")
    archive = open_stored()
    added = archive.add([str(path)])
    assert added.captures == 1 and not added.failures
    archive.judge()
    (page,) = archive.collect()
    if field == "url":
        assert [state.article.id for state in archive.captures_of(str(value))] == [page.article.id]
    if field == "outlet":
        assert archive.list_articles(ArticleFilter(outlets=(long,))).rows
        assert archive.outlet(archive.outlets()[0].name).pages
    assert archive.search("tide wall", limit=1).rows or field == "headline"
    assert not archive.check().problems


def test_a_host_may_have_any_length(open_stored: Opener, tmp_path: Path) -> None:
    held = {name: value for name, value in _RECORD.items() if name not in ("outlet", "series")}
    host = f"{'.'.join(['a' * 60] * 200)}.example"
    path = tmp_path / "pages.jsonl"
    path.write_text(json.dumps({**held, "url": f"https://{host}/wall"}) + "\n", encoding="utf-8")
    added = open_stored().add([str(path)])
    assert added.captures == 1 and not added.failures


def test_a_text_may_have_any_number_of_words(open_stored: Opener) -> None:
    chance = random.Random(9)
    words = " ".join("".join(chance.choices(string.ascii_lowercase, k=4)) for _ in range(300_000))
    archive = open_stored()
    added = archive.add_captures(
        [record(f"{_TEXT}\n\n{words}", headline="Wall", outlet="Quill Post")]
    )
    assert added.captures == 1 and not added.failures
    assert archive.search("masons").rows


@pytest.mark.parametrize(
    "sought",
    [
        "ferry " * 20_000,
        "ferry " + "-fog " * 20_000,
        '"' + "a " * 20_000 + '"',
        "x" * 100_000,
        "“" * 50_000,
    ],
)
def test_a_search_without_end_is_refused_at_once(sought: str, open_stored: Opener) -> None:
    archive = open_stored()
    begin = time.process_time()
    for ask in (
        lambda: archive.search(sought),
        lambda: archive.list_stories(StoryFilter(words=sought)),
        lambda: list(archive.collect(ArticleFilter(words=sought))),
    ):
        with pytest.raises(OptionError, match="words"):
            ask()
    archive.search(sought[:2_000])
    assert time.process_time() - begin < 2
