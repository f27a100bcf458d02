"""Voices packed: what was read of an article once comes out as it was read."""

import dataclasses

import numpy as np
import pytest

from tests.reuse.prose import article, paragraphs, prose
from variorum.model import Article
from variorum.reuse import find_alignments, find_reuse, pack_voices
from variorum.reuse.hearing import unpack_voices
from variorum.reuse.voices import voices_of
from variorum.reuse.wording import read_wording

_QUOTED = f"“{prose('said', 12)}” the keeper of Tolvar said, “{prose('more', 9)}”"
_SIGNED = "Reporting by Ilmar Dask in Tolvar; editing by Renna Holt"


@pytest.mark.parametrize(
    "texts",
    [
        [prose("a")],
        [prose("a"), _QUOTED, prose("b"), _SIGNED],
        ["DASK: " + prose("one"), "HOLT: " + prose("two"), "DASK: " + prose("three")],
        [],
    ],
    ids=["plain", "quoted and signed", "transcript", "empty"],
)
def test_voices_come_out_as_they_were_read(texts: list[str]) -> None:
    one = article("one", texts)
    wording = read_wording(one.paragraphs)
    voices, reasons = voices_of(one, wording)
    found = unpack_voices(pack_voices(one), wording)
    assert found is not None
    assert np.array_equal(found[0], voices)
    assert found[1] == reasons


def test_voices_by_other_rules_or_of_other_words_are_read_afresh() -> None:
    one = article("one", [prose("a"), _QUOTED])
    wording = read_wording(one.paragraphs)
    packed = pack_voices(one)
    assert unpack_voices(bytes([255]) + packed[1:], wording) is None
    longer = article("one", [prose("a"), _QUOTED, prose("b")])
    assert unpack_voices(packed, read_wording(longer.paragraphs)) is None


def test_alignments_are_the_same_with_voices_read_before() -> None:
    articles = [article(name, [*paragraphs("a", "b"), _QUOTED, _SIGNED]) for name in "xyz"]

    def mute(each: Article) -> Article:
        # Its words are the same; its quotations would not be found any more.
        plain = [
            dataclasses.replace(p, text=p.text.replace("“", " ").replace("”", " "))
            for p in each.paragraphs
        ]
        return dataclasses.replace(each, paragraphs=tuple(plain))

    voices = {each.id: pack_voices(each) for each in articles}
    assert find_reuse(articles, voices=voices).alignments == find_alignments(articles)
    muted = [mute(each) for each in articles]
    assert find_alignments(muted) != find_alignments(articles)
    assert find_reuse(muted, voices=voices).alignments == find_alignments(articles)
