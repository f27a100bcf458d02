"""Text, addresses and names that every format can hold."""

from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from variorum.export.writable import one_line, web_address, writable, xml_names

ANY_TEXT = st.text(st.characters(codec=None))


@given(ANY_TEXT)
def test_writable_text_survives_xml_and_utf_8(text: str) -> None:
    element = Xml.Element("t", {"a": writable(text)})
    element.text = writable(text)
    read = etree.fromstring(Xml.tostring(element, encoding="unicode").encode())
    assert (read.text or "") == writable(text)
    assert read.get("a") == writable(text)
    assert writable(writable(text)) == writable(text)


def test_what_can_be_written_stays() -> None:
    text = "“Škoda”\t— 2 × 3 <&> \U0001f6a2\n"
    assert writable(text) == text
    assert one_line(f"  {text}") == text.strip().replace("\t", " ")


@given(st.lists(st.text(min_size=1, max_size=4), unique=True, max_size=8))
def test_names_are_valid_and_never_the_same(labels: list[str]) -> None:
    names = xml_names(tuple(labels))
    assert len(set(names.values())) == len(labels)
    for name in names.values():
        assert name[0].isalpha() and all(mark.isalnum() or mark == "." for mark in name)


def test_plain_sigla_name_themselves() -> None:
    assert xml_names(("A", "AB", "α", "β2")) == {"A": "A", "AB": "AB", "α": "α", "β2": "β2"}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://ostra.example/a?b=c&d=e#f", "https://ostra.example/a?b=c&d=e#f"),
        ("http://ostra.example:8080/a b\"'<>", "http://ostra.example:8080/a%20b%22'%3C%3E"),
        ("http://ostra.example/100%/ü%C3%BC", "http://ostra.example/100%25/%C3%BC%C3%BC"),
        ("http://ostra.example/a#b#c[d]", "http://ostra.example/a#b%23c%5Bd%5D"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//ostra.example/x", None),
        ("http://", None),
        ("http://user:word@ostra.example/", None),
        ("http://[::1/x", None),
        ("", None),
        (None, None),
    ],
)
def test_addresses_of_the_web(url: str | None, expected: str | None) -> None:
    assert web_address(url) == expected


@given(ANY_TEXT)
def test_any_address_is_one_of_ascii_or_none(text: str) -> None:
    address = web_address(f"http://ostra.example/{text}")
    assert address is not None and address.isascii() and not any(map(str.isspace, address))
    assert urlsplit(address).netloc == "ostra.example"
