"""Lines wrapped at a margin, and lines that only look so."""

import textwrap

from variorum.extract.body.wrapping import find_margin, join_wrapped
from variorum.extract.lines import split_lines

PROSE = (
    "The lamplighters of Quell have asked the guild for a shorter round in winter, when the oil "
    "freezes before the last street is reached and the ladders are slippery with ice. "
) * 4


def test_a_margin_is_found_and_lines_are_joined() -> None:
    text = "Menu\n\n" + textwrap.fill(PROSE, 76) + "\n\nContact\n"
    lines = split_lines(text)
    assert find_margin(lines) is not None
    assert [block.text for block in join_wrapped(lines)] == ["Menu", PROSE.strip(), "Contact"]


def test_short_paragraphs_are_no_margin() -> None:
    text = "\n".join(f"Street number {number} was dark again." for number in range(40))
    assert find_margin(split_lines(text)) is None


def test_long_lines_are_no_margin() -> None:
    lines = split_lines(PROSE + "\n" + PROSE)
    assert find_margin(lines) is None
    assert [block.text for block in join_wrapped(lines)] == [PROSE.strip()] * 2


def test_list_entries_are_not_joined() -> None:
    entry = "* A street of twelve lamps that the guild lights before seven"
    text = textwrap.fill(PROSE, 76) + "\n" + "\n".join([entry] * 3)
    assert [block.text for block in join_wrapped(split_lines(text))][1:] == [entry] * 3


def test_a_sentence_parted_at_its_links_is_joined() -> None:
    text = "\n".join(
        (
            "Eels of Ostrel",
            "Fishermen in old",
            "Ostrel",
            ", the town on the lagoon, said that",
            "the new sluice",
            "had killed their catch.",
            "Read",
            "The mayor",
            ", Ada Quist, called it",
            "an accident",
            ".",
        )
    )
    lines = split_lines(text)
    blocks = join_wrapped(lines)
    assert [block.text for block in blocks] == [
        "Eels of Ostrel",
        "Fishermen in old Ostrel, the town on the lagoon, said that the new sluice had killed their catch.",
        "Read",
        "The mayor, Ada Quist, called it an accident.",
    ]
    for block in blocks:
        paragraph = block.paragraph
        for at, letter in enumerate(paragraph.text):
            if not letter.isspace():
                assert text[paragraph.offset(at)] == letter
