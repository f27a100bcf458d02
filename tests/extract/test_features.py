"""The features of lines, and that hostile pages cost no more than their length."""

import time

import numpy as np
import pytest

from variorum.extract.body.features import OWN_FEATURES, feature_names, own_matrix, page_matrix
from variorum.extract.body.text_body import find_roles
from variorum.extract.body.wrapping import join_wrapped
from variorum.extract.lines import MOST_LINES, split_lines

from .test_body import PARAGRAPHS, whole_page


def feature(name: str, *lines: str) -> list[float]:
    rows = own_matrix(join_wrapped(split_lines("\n".join(lines))))
    return [round(value, 3) for value in rows[:, OWN_FEATURES.index(name)].tolist()]


def test_there_is_a_name_for_each_column() -> None:
    rows = page_matrix(join_wrapped(split_lines(whole_page())))
    assert rows.shape[1] == len(feature_names()) == len(set(feature_names()))
    assert np.isfinite(rows).all()


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("ends a sentence", "“It is shut.”", "It is shut"),
        ("ends in dots", "It is ...", "It is."),
        ("ends in a colon", "He said:", "He said"),
        ("begins with a bullet", "1. Eels", "100 eels"),
        ("begins in lower case", "- eels", "Eels"),
        ("begins with a quotation mark", "«Eels»", "Eels"),
        ("heads a list of links", "Read more", "More eels were read about than seen"),
        ("byline wording", "By Lena Marsh", "Lena Marsh by the sea"),
        ("verb", "The sluice killed eels", "The sluice of Ostrel"),
        ("web address", "eels@ostrel", "eels at Ostrel"),
        ("stands elsewhere on the page", "Eels", "Other eels"),
    ],
)
def test_features_of_a_line(name: str, yes: str, no: str) -> None:
    assert feature(name, yes, no, "Eels")[:2] == [1.0, 0.0]


def test_sentences_within_a_line_are_counted() -> None:
    assert feature("sentences (log)", "Eels died. “Fish, too.” He left.", "Eels.") == [
        round(float(np.log1p(2)), 3),
        0.0,
    ]


def test_prose_shares_words_with_prose() -> None:
    shared = feature("words shared with the prose", *PARAGRAPHS, "Walks along the dyke of Lund")
    assert min(shared[:3]) > 0.2 > shared[-1]


def test_how_lines_are_judged_does_not_depend_on_other_pages() -> None:
    blocks = join_wrapped(split_lines(whole_page()))
    before = page_matrix(blocks)
    page_matrix(join_wrapped(split_lines("Ōsaka ネット 2022年\n" * 3)))
    assert np.array_equal(before, page_matrix(blocks))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "a " * 500_000,
        '"' * 1_000_000,
        "1\n" * 500_000,
        "2020 " * 200_000,
        "[a] | " * 160_000,
        ". " * 500_000,
        "The sluice was shut. " * 50_000,
        ", eels\n" * 150_000,
    ],
    ids=["word", "words", "marks", "lines", "years", "brackets", "stops", "sentences", "links"],
)
def test_a_hostile_page_costs_no_more_than_its_length(text: str) -> None:
    began = time.process_time()
    lines = split_lines(text)
    roles, _ = find_roles(join_wrapped(lines))
    assert len(lines) <= MOST_LINES
    assert roles
    # A tenth of a second on an idle machine, half of one for the longest.
    assert time.process_time() - began < 4
