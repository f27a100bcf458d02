"""Each field of a record attacks each format and each page of the desk: it is told, and never acts."""

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as Xml

import pytest

from tests.web.asking import Desk
from tests.web.conftest import walk
from variorum.archive import Archive, open_archive
from variorum.cli.export_files import files_of
from variorum.export.collection import write_csv
from variorum.export.formats import FORMATS, WHOLE_FORMATS
from variorum.model import Comparison
from variorum.web import make_app

_BODY = (
    "NETHER QUILL (Fen Wire) - The council of Nether Quill voted on Monday to repair the tide wall before "
    "the winter, and it said that four million crowns had been set aside for stone and for ninety masons.\n\n"
    "“We shall mend it {}, and nobody will be late,” mayor Ivo Sedge said on the quay.\n\n"
    "The harbour board voted on Tuesday to buy two new cranes {}, and said that a further three million "
    "crowns would be spent on the western pier before the spring comes.\n"
)
ATTACKS = {
    "script": "<script>acted()</script>",
    "attribute": "\" onmouseover=acted() x='",
    "entity": "&lt;img src=x onerror=acted()&gt;&#60;script&#62;",
    "closing": "</title></style></textarea></script><svg onload=acted()>",
    "cdata": "]]><x:script xmlns:x='http://www.w3.org/1999/xhtml'>acted()</x:script><![CDATA[",
    "comment": "--><script>acted()</script><!--",
    "doctype": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;',
    "formula": "=cmd|' /C acted'!A0",
    "wide": "＝1+1",
    "at": "@SUM(1+1)*acted()",
    "label": '"]; acted [label="x',
    "slash": '\\"]; acted [URL="javascript:acted()',
    "newick": "');(acted:1,'",
    "template": "{{ 7 * 7 }}{% raw %}${7*7}",
    "override": "\u202eacted\u2066\u200f",
    "control": "\x1b]0;acted\x07\x08\x9b31m\u2028\u2029\x85",
    "path": "../../../etc/passwd\r\nSet-Cookie: acted=1",
    "link": "javascript:acted()",
    "data": "data:text/html,<script>acted()</script>",
    "spaced": " java\tscript:acted()",
    "proto": "__proto__",
}
_PLAIN = (
    "headline",
    "standfirst",
    "outlet",
    "series",
    "url",
    "id",
    "published",
    "captured",
    "language",
)


def records(name: str, attack: str) -> Iterator[dict[str, Any]]:
    """Yield records of one text: one attacks with what stands on a page, others with all they have."""
    plain = {
        "id": name, "url": f"https://{name}.example/wall", "headline": "Tide wall to be mended",
        "outlet": f"{name} Post", "published": "2031-05-02T10:00:00Z", "language": "en",
    }  # fmt: skip
    told = {"byline": [attack], "tags": [attack], "credit": [attack]}
    text = _BODY.format(attack, attack)
    yield {**plain, **told, "headline": attack, "text": text}
    yield {**plain, **told, "id": f"{name} 2", "outlet": attack, "url": attack, "text": text}
    yield {
        **plain,
        **dict.fromkeys(_PLAIN, attack),
        **told,
        "text": _BODY.format("soon", "at once"),
    }


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("attacked") / "pages.jsonl"
    lines = [json.dumps(each) for name in ATTACKS for each in records(name, ATTACKS[name])]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def archive(attacked: Path) -> Iterator[Archive]:
    made = open_archive()
    added = made.add([str(attacked)])
    assert added.captures == 3 * len(ATTACKS) and not added.failures
    made.judge()
    yield made
    made.close()


@pytest.fixture(scope="module")
def comparison(archive: Archive) -> Comparison:
    return archive.story(archive.stories(limit=1).rows[0].id)


def written(comparison: Comparison, name: str, table: str | None = None) -> str:
    files = files_of(comparison, name, table, None, comparison.stories[0].id)
    assert files
    assert all(re.fullmatch(r"[\w.-]+", each) and not each.startswith(".") for each in files)
    return "\n".join(each.decode("utf-8") for each in files.values())


class Acting(HTMLParser):
    """Notes what a browser would do because of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.acts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            told = value or ""
            if name.startswith("on") or "acted" in name or (name == "style" and "acted" in told):
                self.acts.append(f"{tag} {name}")
            linked = name in {"href", "src", "action", "xlink:href", "formaction"}
            if linked and not re.match(r"(/(?!/)|#|https?://|mailto:|data:,$)", told):
                self.acts.append(f"{tag} {name}={told}")
        if tag in {"iframe", "object", "embed", "base", "img"}:
            self.acts.append(tag)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem and "acted()" in data:
            self.acts.append(f"inside {self.cdata_elem}: {data[:80]}")


def acts(page: str) -> list[str]:
    reader = Acting()
    reader.feed(page)
    return reader.acts


def test_no_page_of_the_desk_acts(archive: Archive) -> None:
    # No page has a name with control characters in it: the guard refuses them all.
    pages = walk(Desk(make_app(archive)), refused=r"/(outlets|topics)/.*%(1B|0D|09)")
    assert len(pages) > 100
    for path, page in pages.items():
        assert acts(page) == [], path
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x1b\x07\x9b]", page), path
        assert ">49<" not in page and "7 * 749" not in page


def test_no_answer_sets_what_it_should_not(archive: Archive) -> None:
    desk = Desk(make_app(archive))
    for outlet in [each.name for each in archive.outlets()]:
        answer = desk.ask(f"/outlets/{quote(outlet, safe='')}", follow_redirects=False)
        assert "set-cookie" not in answer.headers
    for path in (
        "/briefing/2031-05-02.atom",
        "/briefing/2031-05-02.json",
        "/briefing/2031-05-02.txt",
    ):
        answer = desk.ask(path)
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
        assert answer.headers["x-content-type-options"] == "nosniff"
        if path.endswith("atom"):
            only_web_links(Xml.fromstring(answer.content))
        elif path.endswith("txt"):
            assert "\x1b" not in answer.text


def test_the_report_does_not_act(comparison: Comparison) -> None:
    assert acts(written(comparison, "html")) == []


def only_web_links(root: Xml.Element) -> None:
    for each in root.iter():
        assert "script" not in each.tag and "svg" not in each.tag
        for name, value in each.attrib.items():
            assert not name.startswith("on")
            if name in {"href", "src", "url", "target", "source"} and ":" in value:
                assert re.match(r"(https?://|urn:)", value), value


@pytest.mark.parametrize("name", ["tei", "graphml", "atom"])
def test_xml_is_well_formed_and_links_only_to_the_web(name: str, comparison: Comparison) -> None:
    files = files_of(comparison, name, None, None, comparison.stories[0].id)
    for content in files.values():
        assert b"<!DOCTYPE" not in content and b"<!ENTITY" not in content
        only_web_links(Xml.fromstring(content))


# A statement of DOT as we write it: names and values are quoted, and no quote ends early.
_QUOTED = r'"(?:[^"\\\n]|\\.)*"'
_VALUE = rf"(?:{_QUOTED}|[\w.+-]+)"
_LINE = re.compile(
    rf"(?:(?:strict )?digraph {_QUOTED} {{|}}|(?:{_QUOTED}|node|edge|graph)(?: -> {_QUOTED})?"
    rf"(?: \[(?:\w+={_VALUE}(?:, )?)*\])?;|\w+={_VALUE};|)"
)


def test_dot_says_nothing_but_what_it_should(comparison: Comparison) -> None:
    for line in written(comparison, "dot").splitlines():
        assert _LINE.fullmatch(line.strip()), line
        for address in re.findall(rf"URL=({_QUOTED})", line):
            assert re.match('"https?://[a-z]', address), line


def test_newick_keeps_its_labels_quoted(comparison: Comparison) -> None:
    for line in written(comparison, "newick").splitlines():
        bare = re.sub(r"'(?:[^']|'')*'", "", line)
        assert "acted" not in bare
        assert bare.count("(") == bare.count(")")


def test_no_cell_is_a_formula(comparison: Comparison, archive: Archive) -> None:
    stream = io.BytesIO()
    write_csv(archive.collect(), stream)
    tables = [written(comparison, "csv", each) for each in ("pairs", "apparatus", "witnesses")]
    for table in (*tables, stream.getvalue().decode("utf-8")):
        rows = list(csv.reader(io.StringIO(table, newline="")))
        assert len({len(row) for row in rows}) == 1
        for cell in (each for row in rows for each in row):
            assert not re.match(r"[=+@\t\r＝＋＠]|-(?!\d)", cell), cell


@pytest.mark.parametrize("name", ["json", "jsonld", "ninjs", "collatex"])
def test_json_is_json_and_links_only_to_the_web(name: str, comparison: Comparison) -> None:
    def look(value: Any, key: str = "") -> None:
        if isinstance(value, dict):
            for inner, each in value.items():
                look(each, inner)
        elif isinstance(value, list):
            for each in value:
                look(each, key)
        elif name in {"jsonld", "ninjs"} and key in {
            "@id",
            "url",
            "uri",
            "sameAs",
            "href",
            "standard",
        }:
            assert re.match(r"(https?://|urn:)", value), (key, value)

    files = files_of(comparison, name, None, None, comparison.stories[0].id)
    for content in files.values():
        look(json.loads(content))


def test_all_formats_were_attacked() -> None:
    told = {"tei", "graphml", "atom", "dot", "newick", "html", "jsonld", "ninjs", "collatex"}
    assert {*FORMATS, *WHOLE_FORMATS} == told
