"""What holds of every collation, whatever the texts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.collation import collate, find_variation

WORDS = st.sampled_from("the a harbour board said on Monday, strike “We ships 1,400 — end.".split())
TEXT = st.lists(WORDS, max_size=25).map(" ".join)
VERSIONS = st.lists(st.lists(TEXT, max_size=4), min_size=1, max_size=5)


def letters(text: str) -> str:
    """Return what a collation may not lose; a paragraph of marks alone is no text."""
    return "".join(filter(str.isalnum, text))


@settings(max_examples=150, deadline=None)
@given(VERSIONS)
def test_columns_hold_every_word_once_and_in_any_order_of_versions(texts: list[list[str]]) -> None:
    versions = {chr(65 + at): text for at, text in enumerate(texts)}
    collation = collate(versions)
    assert collate(dict(reversed(versions.items()))) == collation
    for at, sigil in enumerate(collation.witnesses):
        own = [reading for column in collation.columns if (reading := column.readings[at])]
        assert sorted(letters("".join(own))) == sorted(letters("".join(versions[sigil])))
        places = [place for paragraph in collation.layout[at] for place in paragraph]
        assert len(places) == len(set(places)) == len(own)


@settings(max_examples=100, deadline=None)
@given(VERSIONS)
def test_a_text_does_not_vary_from_itself(texts: list[list[str]]) -> None:
    versions = {chr(65 + at): text for at, text in enumerate(texts)}
    for unit in find_variation(collate(versions), "A"):
        assert all("A" not in reading.witnesses for reading in unit.readings)
        assert all(
            reading.text != unit.lemma or reading.kind == "transposition"
            for reading in unit.readings
        )
