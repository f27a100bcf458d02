"""Words, sentences and folding keep their offsets."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.text import detect_language, fold_typography, folded_words, sentences, tokenise


def test_words_keep_apostrophes_and_figures() -> None:
    norms = [token.norm for token in tokenise("Orland’s 2,500 troops (10:30) co-operate—Élan")]
    assert norms == ["orland's", "2,500", "troops", "10:30", "co", "operate", "elan"]


@given(st.text())
def test_tokens_stand_where_they_say(text: str) -> None:
    for token in tokenise(text):
        assert text[token.begin : token.end] == token.text
    assert [token.norm for token in tokenise(text)] == folded_words(text)


@given(st.text())
def test_folding_typography_keeps_length(text: str) -> None:
    assert len(fold_typography(text)) == len(text)


@given(st.text())
def test_sentences_cover_the_text_in_order(text: str) -> None:
    last = 0
    kept = []
    for span in sentences(text):
        assert last <= span.begin < span.end
        kept.append(text[span.begin : span.end])
        last = span.end
    assert "".join("".join(kept).split()) == "".join(text.split())


def test_sentences_know_abbreviations() -> None:
    text = (
        "Gen. Ada Brook met U.S. President J. K. Lund. “Stay. Do not go.” He left the U.S. The end."
    )
    found = [text[span.begin : span.end] for span in sentences(text)]
    assert found == [
        "Gen. Ada Brook met U.S. President J. K. Lund.",
        "“Stay.",
        "Do not go.”",
        "He left the U.S.",
        "The end.",
    ]


def test_language() -> None:
    assert detect_language("The harbour was closed for three days after the storm.") == "en"
    assert detect_language("Der Hafen war nach dem Sturm drei Tage lang geschlossen.") == "de"
    assert detect_language("ok") is None
