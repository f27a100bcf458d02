"""Hostile pages among good ones, through the command: they cost themselves, and are named."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.pages import MARKUP, TEXT
from variorum.archive import open_archive, reading
from variorum.engine import Limit

PAGES = Path(__file__).resolve().parents[2] / "examples" / "pages"
GOOD = 4
# As much text as a page may have, in one line.
LONGEST = 4_000_000
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has all limits")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of good pages with hostile ones among them."""
    folder = tmp_path_factory.mktemp("pages")
    for path in sorted(PAGES.iterdir())[:GOOD]:
        shutil.copy(path, folder)
    written = {
        "deep.html": MARKUP["closed nesting"](600_000),
        "long.txt": TEXT["a line of digits and spaces"](LONGEST),
        "lists.html": MARKUP["ul in itself"](200_000),
        "attributes.html": MARKUP["different attributes"](300_000),
        "empty.html": MARKUP["script-built"](100_000),
    }
    for name, content in written.items():
        (folder / f"a {name}").write_text(content, encoding="utf-8")
    return folder


def run(*arguments: str) -> tuple[int, list[dict[str, Any]], str]:
    done = subprocess.run(
        [sys.executable, "-m", "variorum", *arguments],
        capture_output=True,
        check=False,
        timeout=100,
    )
    printed = done.stdout.decode("utf-8").splitlines()
    return done.returncode, [json.loads(line) for line in printed], done.stderr.decode("utf-8")


def good(articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for each in articles if "/a " not in each["capture"]["location"]]


@LINUX
def test_good_pages_are_read_as_if_they_were_alone(folder: Path) -> None:
    status, articles, errors = run("read", str(folder))
    assert status == 1
    assert f"failed: {folder / 'a empty.html'}: the page has no text" in errors
    read = {Path(each["capture"]["location"]).name for each in articles}
    for path in folder.iterdir():
        assert path.name in read or f"failed: {path}: " in errors
    assert "Traceback" not in errors
    alone = run("read", *(str(each) for each in sorted(folder.iterdir()) if each.name[:2] != "a "))
    assert alone[0] == 0
    assert good(articles) == alone[1]
    assert len(alone[1]) == GOOD


@LINUX
def test_a_comparison_tells_of_them(folder: Path) -> None:
    status, (comparison,), errors = run("compare", "--json", str(folder))
    assert status == 1
    failed = {Path(each["location"]).name for each in comparison["failures"]}
    assert "a empty.html" in failed
    for each in comparison["failures"]:
        assert f"failed: {each['error']}" in errors
    read = {Path(each["capture"]["location"]).name for each in comparison["articles"]}
    assert read | failed == {each.name for each in folder.iterdir()}
    assert len(good(comparison["articles"])) == GOOD
    assert comparison["stories"]


@LINUX
@pytest.mark.parametrize("workers", [1, 2])
def test_a_page_over_the_limit_is_named_with_the_reason(
    folder: Path, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A good page takes 0.01 to 0.05 s, the longest line one second or more.
    monkeypatch.setattr(reading, "PAGE_LIMIT", Limit(seconds=0.4, memory=200_000_000))
    slow = folder / "a long.txt"
    paths = [str(slow), *(str(each) for each in folder.iterdir() if each.name[:2] != "a ")]
    found = open_archive(workers=workers).read(paths)
    assert [each.error for each in found.failures] == [
        f"{slow}: took longer than the 0.4 s that it may take"
    ]
    assert len(found.articles) == GOOD
