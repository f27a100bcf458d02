"""The parts of the HTML report, each by itself."""

from dataclasses import replace

from tests.export.sample import sample_comparison, sample_story, wire_account
from tests.export.sample_pages import (
    AGENCY,
    COURIER,
    DAILY,
    NAMELESS,
    OWN_ACCOUNT,
    TERN,
    WIRE_ACCOUNT,
)
from variorum.export.html.apparatus_view import view_archetype
from variorum.export.html.capture_pieces import cut_capture, tints_of
from variorum.export.html.interlinear import interlinear
from variorum.export.html.ledger_view import view_ledger
from variorum.export.html.palette import account_signs, roman
from variorum.export.html.phrases import moment_worded, percent
from variorum.export.html.quotations_view import view_quotations
from variorum.export.html.register import Register, register_story
from variorum.export.html.stemma_drawing import draw_stemma
from variorum.export.html.stemma_layout import NARROW, WIDE, lay_out, mark_moment
from variorum.export.stemma_marks import stemma_marks
from variorum.export.wording import tally
from variorum.model import (
    Account,
    AccountId,
    ArticleId,
    Moment,
    Reading,
    Stemma,
    VariationUnit,
    Witness,
)

ARTICLES = {each.id: each for each in sample_comparison().articles}
ANCHORS = {each: f"page-{number}" for number, each in enumerate(ARTICLES, start=1)}


def register() -> Register:
    return register_story(sample_story(), ARTICLES, ANCHORS)


def states(base: str, other: str) -> list[tuple[str, str]]:
    return [
        (column.cells[1].text, column.cells[1].state)
        for column in interlinear(base, [other])
        if column.cells[1].state not in {"same", "empty"}
    ]


def test_tally() -> None:
    assert tally(1, 1) == "1 page · 1 account"
    assert tally(20, 9, 3) == "20 pages · 3 stories · 9 accounts"


def test_numerals() -> None:
    assert [roman(number) for number in (1, 4, 9, 40, 251)] == ["I", "IV", "IX", "XL", "CCLI"]


def test_accounts_beyond_the_tints_rest_on_their_numeral() -> None:
    accounts = [Account(AccountId(str(number)), ()) for number in range(12)]
    signs = list(account_signs(accounts).values())
    assert [sign.tint for sign in signs] == [1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0]
    assert len({sign.numeral for sign in signs}) == 12


def test_moments_are_as_precise_as_their_page() -> None:
    assert moment_worded(Moment("2031-04-18", "day")) == "18 April 2031"
    assert moment_worded(Moment("2031-04-17T18:05", "minute")) == "17 April 2031, 18:05"
    assert moment_worded(Moment("2031-04-17T18:05:09Z", "second")) == "17 April 2031, 18:05 UTC"
    assert moment_worded(None) is None


def test_a_share_is_not_rounded_to_all_or_nothing() -> None:
    assert [percent(share) for share in (0.0, 0.001, 0.5, 0.998, 1.0)] == [
        "0%",
        "under 1%",
        "50%",
        "99%",
        "100%",
    ]


def test_swapped_words_are_paired() -> None:
    assert states("loyal to their old friends", "loyal to their old allies") == [
        ("allies", "swapped")
    ]


def test_added_and_dropped_words_keep_their_place() -> None:
    assert states("we will not pay", "we will never ever pay") == [
        ("never", "swapped"),
        ("ever", "added"),
    ]
    assert states("no more loans", "no loans") == [("more", "dropped")]


def test_a_word_that_only_moved_is_neither_added_nor_dropped() -> None:
    assert states("Even one boat here is too much", "One boat here is even too much") == [
        ("Even", "left"),
        ("even", "moved"),
    ]


def test_marks_and_case_are_no_other_words() -> None:
    assert states("The lock, he said", "the lock he said") == []


def test_every_line_of_a_stave_has_every_column() -> None:
    columns = interlinear("one two three", ["one three four", "nought one two", ""])
    assert {len(column.cells) for column in columns} == {4}
    assert "".join(column.cells[0].text for column in columns) == "onetwothree"


def test_marks_stand_right_of_what_they_derive_from() -> None:
    marks = stemma_marks(wire_account(), ARTICLES)
    moments = {mark.sigil: mark_moment(mark, ARTICLES) for mark in marks}
    for canvas in (WIDE, NARROW):
        places = lay_out(marks, moments, canvas).places
        for edge in wire_account().stemma.edges:
            assert places[edge.origin][0] < places[edge.target][0]
        assert places["B"][0] < places["A"][0] < places["C"][0] <= canvas.right


def test_no_two_witnesses_share_a_row() -> None:
    marks = stemma_marks(wire_account(), ARTICLES)
    places = lay_out(marks, {}, WIDE).places
    assert len({places[sigil][1] for sigil in "ABC"}) == 3


def test_a_ring_of_derivations_is_still_drawn() -> None:
    account = wire_account()
    first, second, third = account.stemma.edges
    ring = Stemma(account.stemma.nodes, (replace(first, origin="C", target="α"), second, third))
    drawing = draw_stemma(replace(account, stemma=ring), ARTICLES, {})[0]
    assert len(drawing.rings) == 4


def test_copies_with_the_same_text_fold_into_one_mark() -> None:
    twin = replace(TERN, id=ArticleId("twin"), outlet="The Twin")
    account = Account(
        AccountId("twins"),
        (
            Witness("A", TERN.id, "verbatim", "α"),
            Witness("B", twin.id, "verbatim", "α"),
            Witness("C", DAILY.id, "edited", "α"),
        ),
    )
    marks = stemma_marks(account, {**ARTICLES, twin.id: twin})
    assert [(mark.sigil, len(mark.witnesses)) for mark in marks] == [("α", 0), ("A", 2), ("C", 1)]
    rings = draw_stemma(account, {**ARTICLES, twin.id: twin}, {})[0].rings
    assert [(ring.inside, ring.name) for ring in rings][1] == ("2×", "2 pages, same text")


def test_weight_is_the_share_and_style_the_confidence() -> None:
    lines = draw_stemma(wire_account(), ARTICLES, {})[0].lines
    assert [line.style for line in lines] == ["very-likely", "very-likely", "likely"]
    assert lines[2].weight < lines[0].weight < lines[1].weight


def test_readings_are_found_again_in_the_running_text() -> None:
    view = view_archetype(wire_account(), register(), "original")
    assert view is not None
    varied = [
        (number, piece.text)
        for number, paragraph in enumerate(view.paragraphs, start=1)
        for piece in paragraph.pieces
        if piece.note
    ]
    assert varied == [(2, "“No"), (3, "2,400")]
    assert [paragraph.carried_by for paragraph in view.paragraphs][3:] == [None, "only in A and B"]
    for paragraph, archetype in zip(view.paragraphs, wire_account().archetype, strict=True):
        assert "".join(piece.text for piece in paragraph.pieces) == archetype.text


def test_a_repeated_lemma_is_placed_by_the_words_around_it() -> None:
    account = wire_account()
    unit = VariationUnit(3, "the", ("A",), (), "of", "grain")
    view = view_archetype(replace(account, apparatus=(unit,)), register(), "original")
    assert view is not None
    pieces = view.paragraphs[2].pieces
    assert pieces[1].note is not None
    assert pieces[2].text.startswith(" grain")


def test_a_lemma_that_runs_into_the_next_paragraph_is_marked_to_the_end_of_its_own() -> None:
    account = wire_account()
    unit = VariationUnit(2, "Tarn said. Some", ("A",), (), "rest,”", "2,400")
    view = view_archetype(replace(account, apparatus=(unit,)), register(), "original")
    assert view is not None
    assert [piece.text for piece in view.paragraphs[1].pieces if piece.note] == ["Tarn said."]


def test_readings_that_would_overflow_the_margin_fold() -> None:
    account = wire_account()
    long = Reading("a clause that nobody needs " * 12, ("C",), "addition")
    units = tuple(VariationUnit(3, word, ("A",), (long,)) for word in ("Some", "quays", "grain"))
    view = view_archetype(replace(account, apparatus=units), register(), "original")
    assert view is not None
    assert view.paragraphs[2].notes == ()
    assert [note.lemma for note in view.paragraphs[2].folded] == ["Some", "quays", "grain"]


def test_a_capture_is_cut_without_loss() -> None:
    tints = tints_of(sample_comparison().alignments, register().account_of)
    for article in ARTICLES.values():
        blocks = cut_capture(article, tints.get(article.id, {}), register(), "page")
        text = "".join(piece.text for block in blocks for piece in block.pieces)
        assert text == article.capture.text


def test_passages_are_tinted_by_the_account_they_stand_in() -> None:
    tints = tints_of(sample_comparison().alignments, register().account_of)
    assert set(tints[NAMELESS.id]) == {WIRE_ACCOUNT}
    assert set(tints[COURIER.id]) == {WIRE_ACCOUNT}
    assert set(tints[DAILY.id]) == {WIRE_ACCOUNT, OWN_ACCOUNT}
    blocks = cut_capture(DAILY, tints[DAILY.id], register(), "page")
    tinted = [
        piece.text for block in blocks for piece in block.pieces if piece.sign and piece.opens
    ]
    assert tinted[0].startswith("Veldoria will close")
    chrome = "".join(piece.text for block in blocks for piece in block.pieces if piece.chrome)
    assert "Tide table" in chrome
    assert "Veldoria will close" not in chrome


def test_conflicts_stand_first_and_in_one_row() -> None:
    view = view_ledger(sample_story(), register())
    assert [line.status for line in view.lines] == ["conflict", "agreed", "single"]
    assert [name for _, name in view.columns] == [f"{AGENCY}, 3 pages", "Ostra Courier"]
    wire, own, others = view.lines[0].cells
    assert [wording.text for wording in wire] == ["2,400 people", "2,500 people"]
    assert [wording.text for wording in own] == ["2,600 people"]
    assert others == ()
    assert view.lines[1].name == "17 April 2031"


def test_gravest_changes_stand_first() -> None:
    view = view_quotations(sample_story(), register())
    assert [card.grade for card in view.cards] == ["alters meaning", "notable", None]
    assert view.cards[2].fullest.unborne
    assert [card.speaker for card in view.alike] == ["Joren Hask"]
    assert view.sentence == (
        "Four utterances; two are worded differently from page to page, one so that the meaning "
        "alters. One headline quotes words that no quotation bears."
    )


def test_same_words_stand_once_in_a_stave() -> None:
    card = view_quotations(sample_story(), register()).cards[1]
    assert [each.marks for each in card.others] == ["opening quotation mark lost", None]
    assert len(card.lines) == 2
