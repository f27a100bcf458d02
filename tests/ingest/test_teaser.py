"""What only announces an article, and what is one."""

import pytest

from variorum.ingest.teaser import breaks_off, count_words, is_teaser

SENTENCE = "The harbour of Port Ansel was closed on Monday after a storm, the mayor said at noon. "


@pytest.mark.parametrize(
    "text",
    [
        "The harbour was …",
        "The harbour was ...",
        "The harbour was [...]",
        "The harbour was […] »",
        "The harbour was closed on Mon [+2041 chars]",
        "The harbour was closed.\nRead more",
        "The harbour was closed.\n\nContinue reading “Storm” →",
        "The harbour was closed. Read more »",
        "Der Hafen ist zu.\nWeiterlesen …",
        "Le port est fermé.\nLire la suite",
        "港口已关闭。\n阅读全文",
        "The harbour was …\nThe post Storm appeared first on The Ansel Courier.",
    ],
)
def test_texts_that_break_off(text: str) -> None:
    assert breaks_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour was closed.",
        "He said: “We wait … and wait.”",
        "The harbour was closed.\nThe post Storm appeared first on The Ansel Courier.",
        "Asked what he would do, he said he would read more about the storms of the last hundred years.",
        "",
    ],
)
def test_texts_that_end(text: str) -> None:
    assert not breaks_off(text)


def test_lengths() -> None:
    assert is_teaser(None, SENTENCE)
    assert not is_teaser(None, SENTENCE * 6)
    # A flash given as content is an article; the same words as a description are not.
    flash = SENTENCE * 2
    assert not is_teaser(flash, None)
    assert not is_teaser(flash, "Harbour closed")
    assert is_teaser(flash, flash)
    assert is_teaser("Harbour closed", None)
    assert is_teaser(None, None)


def test_words_of_scripts_without_spaces() -> None:
    assert count_words("one two") == 2
    assert count_words("港口将关闭") == 2
    assert not is_teaser("港口将关闭至星期四" * 10, None)
