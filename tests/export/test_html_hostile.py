"""Captured text may be hostile: it must show as text and do nothing."""

from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.export.sample import sample_comparison
from variorum.export.html import render_html
from variorum.export.html.safe_text import show_unseen, web_link
from variorum.model import Comparison

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "-->]]><svg onload=alert(1)>",
    "nul\x00bell\x07escape\x1b",
    "over\u202eride\u2066\u2069",
    "lone\ud800surrogate",
)
_KEPT = {"kind", "relation", "status", "grade", "marks", "precision", "value", "id", "sigil"}


class Page(HTMLParser):
    """The elements and attributes of a page, as a browser would find them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]


def poison(noun: Any, bait: str) -> Any:
    """Return a value with the bait at the end of every free text in it, offsets kept in place."""
    if is_dataclass(noun) and not isinstance(noun, type):
        changed = {}
        for field in fields(noun):
            value = getattr(noun, field.name)
            if field.name not in _KEPT and field.name not in _linking(noun):
                changed[field.name] = poison(value, bait)
        return replace(noun, **changed)
    if type(noun) is tuple:
        return tuple(poison(each, bait) for each in noun)
    return noun + bait if isinstance(noun, str) else noun


def _linking(noun: Any) -> set[str]:
    """Return the fields that refer from one noun to another, which captured text never fills."""
    return {
        "Article": {"evidence"},
        "Story": {"event_date"},
        "Moment": {"value"},
        "Witness": {"article", "copied_from"},
        "Also": {"account"},
        "StemmaEdge": {"origin", "target"},
        "Rendering": {"articles", "account"},
        "LedgerRow": {"articles", "accounts"},
        "Figure": {"article"},
        "Alignment": {"left", "right"},
        "ArchetypeParagraph": {"witnesses"},
        "VariationUnit": {"lemma_witnesses"},
        "Reading": {"witnesses"},
    }.get(type(noun).__name__, set())


def poisoned(bait: str) -> Comparison:
    found: Comparison = poison(sample_comparison(), bait)
    return found


@pytest.mark.parametrize("bait", HOSTILE)
def test_nothing_captured_becomes_markup(bait: str) -> None:
    clean, page = Page(render_html(sample_comparison())), render_html(poisoned(bait))
    found = Page(page)
    assert found.tags.count("script") == 1
    assert found.tags.count("img") == 0
    assert set(found.tags) <= set(clean.tags)
    allowed = {(tag, name) for tag, name, _ in clean.attributes}
    assert {(tag, name) for tag, name, _ in found.attributes} <= allowed
    assert not [name for _, name, _ in found.attributes if name.startswith("on")]


@pytest.mark.parametrize("bait", HOSTILE)
def test_links_lead_to_the_page_itself_or_to_the_web(bait: str) -> None:
    for tag, name, value in Page(render_html(poisoned(bait))).attributes:
        if name in {"href", "src", "action", "xlink:href"}:
            assert value.startswith(("#", "https://")) or (tag, value) == ("link", "data:,")


@pytest.mark.parametrize("bait", HOSTILE)
def test_page_can_be_written_and_hides_nothing(bait: str) -> None:
    page = render_html(poisoned(bait))
    page.encode("utf-8")
    assert show_unseen(page) == page


def test_web_pages_are_linked_without_a_referrer() -> None:
    attributes = Page(render_html(sample_comparison())).attributes
    links = [value for tag, name, value in attributes if name == "href" and "://" in value]
    assert links == ["https://tern.example/harbour/lock", "https://courier.example/lock"]
    assert sum(1 for _, name, value in attributes if name == "rel" and "noreferrer" in value) == 2


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://paper.example/a?b=c", True),
        ("HTTP://paper.example", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        (" https://paper.example", False),
        ("data:text/html,hello", False),
        ("//paper.example/a", False),
        ("https:///nowhere", False),
        ("https://[broken", False),
        ("https://paper.example/\u202egpj", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_followed(url: str | None, followed: bool) -> None:
    assert web_link(url) == (url if followed else None)
