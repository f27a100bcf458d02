"""Carriers: a pasted text is found wherever it stands, however short, lightly changed or retyped."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reuse.prose import article, paragraphs, prose
from variorum.model import Article, Carrier, Evidence, Span
from variorum.reuse.carriers import find_carriers

FOG = "The fog came down within minutes and the pilot of the ferry saw nothing of the mole."


def only(text: str, *articles: Article) -> Carrier:
    (carrier,) = find_carriers(text, articles)
    return carrier


def pages() -> list[Article]:
    return [
        article("other", paragraphs("a", "b")),
        article("carrier", [prose("c"), f"{FOG} {prose('d', 12)}", prose("e")]),
    ]


def test_a_sentence_is_found_with_its_place() -> None:
    found = only(FOG, *pages())
    (passage,) = found.passages
    captured = pages()[1].capture.text
    assert passage.carried is not None
    assert captured[slice(*passage.carried)] == FOG.rstrip(".")
    assert (found.text_share, passage.alike, passage.kind) == (1.0, 0, "narrative")
    assert FOG[slice(*passage.pasted)] == passage.pasted_text


@pytest.mark.parametrize(
    "pasted",
    [
        "the pilot of the ferry",
        "the pilto of the ferry",
        "THE PILOT OF THE FERRY SAW",
        "… the pilot of the férry saw nothing …",
        "the pilot of the old ferry saw nothing",
        "the pilot of ferry saw nothing",
        "saw nothing of the mole",
        "The fog cmae down within minuets and the piolt of the fery saw nothing",
    ],
)
def test_short_and_retyped_texts_are_found(pasted: str) -> None:
    assert only(pasted, *pages()).article == pages()[1].id


@pytest.mark.parametrize(
    "pasted", ["the end of the world", "within minutes he saw the harbour", ""]
)
def test_words_that_do_not_stand_together_are_not(pasted: str) -> None:
    assert find_carriers(pasted, pages()) == ()


def test_single_words_and_pairs_are_found() -> None:
    assert only("mole", *pages()).text_share == 1.0
    assert only("the mole", *pages()).text_share == 1.0


def test_a_misspelling_counts_as_alike_and_another_figure_does_not() -> None:
    page = article("one", [f"{prose('a')} Some 240 passengers waited on the quay all night."])
    (passage,) = only("some 240 pasengers waited on the quay", page).passages
    assert (passage.words, passage.alike) == (6, 1)
    (passage,) = only("some 250 passengers waited on the quay", page).passages
    assert passage.alike == 0


def test_what_stands_in_place_of_the_first_and_last_words_is_told() -> None:
    page = article(
        "one",
        [f"{prose('a')} Some 52 people were treated for bruises, cuts and cold on the old quay."],
    )
    (passage,) = only(
        "37 passengers were treated for bruises, cuts and cold on the new mole.", page
    ).passages
    assert passage.text == "Some 52 people were treated for bruises, cuts and cold on the old quay"
    assert (
        passage.pasted_text
        == "37 passengers were treated for bruises, cuts and cold on the new mole"
    )
    assert passage.words == 9


def test_the_middle_of_a_longer_sentence_is_no_counterpart() -> None:
    long = f"{prose('a', 20).rstrip('.')}; the others were treated for bruises, cuts and cold in"
    (passage,) = only(
        "Some 37 passengers were treated for bruises, cuts and cold.",
        article("one", [f"{long} {prose('b', 20)}"]),
    ).passages
    assert passage.text == "were treated for bruises, cuts and cold"


def test_a_pasted_page_shows_which_blocks_a_page_moved() -> None:
    whole = "\n\n".join(paragraphs("a", "b", "c"))
    found = only(whole, article("one", paragraphs("c", "x", "a")))
    assert [each.pasted.begin for each in found.passages] == [0, whole.index(prose("c"))]
    assert round(found.text_share, 2) == 0.67
    assert round(found.article_share, 2) == 0.67


def test_words_quoted_on_the_page_are_told_as_quoted() -> None:
    page = article("one", [prose("a"), f"“{FOG}” she said.", prose("b")])
    (passage,) = only(FOG, page).passages
    assert passage.kind == "quoted"


def test_a_stray_opening_mark_in_the_pasted_text_quotes_nothing() -> None:
    (passage,) = only(f"“{FOG}", pages()[1]).passages
    assert passage.kind == "narrative"


def test_headlines_and_captions_are_searched_and_named() -> None:
    page = article("one", paragraphs("a"), headline="Ferry stands still in thick fog")
    (passage,) = only("FERRY STANDS STILL IN THICK FOG", page).passages
    assert (passage.field, passage.carried) == ("headline", None)
    text = f"{page.capture.text}\n\nThe ferry at the mole on a foggy Tuesday morning"
    capture = type(page.capture)(page.capture.id, "one", text, "text/plain", "one")
    at = text.index("The ferry at the mole")
    shown = Article(
        page.id,
        capture,
        "article",
        page.paragraphs,
        captions=(text[at:],),
        evidence=(Evidence("captions", (Span(at, len(text)),)),),
    )
    (passage,) = only("the ferry at the mole on a foggy Tuesday", shown).passages
    assert (passage.field, passage.kind, passage.reason) == ("caption", "common", "a caption")


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_traced(text: str) -> None:
    for carrier in find_carriers(text, pages()):
        assert 0 < carrier.text_share <= 1
        assert all(text[slice(*each.pasted)].strip() for each in carrier.passages)


@given(st.integers(0, 30), st.integers(5, 40))
@settings(max_examples=40, deadline=None)
def test_every_run_of_five_words_of_a_page_is_found_in_it(begin: int, length: int) -> None:
    body = " ".join(paragraphs("a", "b")).split()
    pasted = " ".join(body[begin : begin + length])
    found = [each for each in find_carriers(pasted, pages()) if each.article == pages()[0].id]
    assert [each.text_share for each in found] == [1.0]
