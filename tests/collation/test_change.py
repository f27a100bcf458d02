"""Kinds of change."""

import pytest

from variorum.collation import classify_change

CASES = [
    ("“We", "We", "punctuation"),
    ("said, then", "said then", "punctuation"),
    ("two", "2", "orthographic"),
    ("2,500", "2500", "orthographic"),
    ("$2.5 million", "$2.5m", "orthographic"),
    ("25 percent", "25 per cent", "orthographic"),
    ("co-operate", "cooperate", "orthographic"),
    ("well-known", "well known", "orthographic"),
    ("harbour", "harbor", "orthographic"),
    ("organised", "organized", "orthographic"),
    ("Brandt", "BRANDT", "orthographic"),
    ("Škvorec", "Skvorec", "orthographic"),
    ("Husseyn", "Hussein", "orthographic"),
    ("They’re", "They are", "orthographic"),
    ("would not", "wouldn't", "orthographic"),
    ("can", "cannot", "lexical"),
    ("digs", "dug", "grammatical"),
    ("swims", "swam", "grammatical"),
    ("is", "was", "grammatical"),
    ("ship", "ships", "grammatical"),
    ("he", "she", "grammatical"),
    ("the", "", "grammatical"),
    ("walked", "had walked", "grammatical"),
    ("strike", "walkout", "lexical"),
    ("war", "car", "lexical"),
    ("even the offer of", "the offer of even", "transposition"),
    ("", "on Tuesday", "addition"),
    ("on Tuesday", "", "omission"),
    ("2,500 tonnes", "3,500 tonnes", "figure"),
    ("2.5", "25", "figure"),
    ("two ships", "three ships", "figure"),
    ("Oduya said", "officials said", "attribution"),
    ("said", "claimed", "attribution"),
    ("said", "says", "grammatical"),
]


@pytest.mark.parametrize(("before", "after", "kind"), CASES)
def test_kind_of_change(before: str, after: str, kind: str) -> None:
    assert classify_change(before, after) == kind
