"""Pairs: voices and shares of many pairs at once are those of each by itself, however the work is shared."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import pytest

from tests.reuse.prose import article, paragraphs, prose
from variorum.accounts import find_accounts
from variorum.model import Article
from variorum.reuse import alignments, find_alignments, find_reuse, pairs, wordings
from variorum.reuse.passages import hear

N, Q, C = 0, 1, 2


def family() -> list[Article]:
    said = f"“{prose('speech', 50)}” the harbour master said."
    bare = prose("speech", 50)
    return [
        article("wire", [*paragraphs("a", "b", "c"), said]),
        article("copy", [*paragraphs("a", "b", "c"), said]),
        article("bare", [*paragraphs("c", "a"), bare]),
        article("other", [*paragraphs("x", "y"), said]),
        article("third", [*paragraphs("x", "z"), said]),
        article("alone", paragraphs("p", "q")),
    ]


def in_turn(function: Callable[[range], Any], parts: Sequence[range]) -> Iterator[Any]:
    """Do the last part first, and answer in order all the same."""
    done = {part.start: function(part) for part in reversed(parts)}
    return (done[part.start] for part in parts)


def test_the_parts_of_the_work_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = family()
    whole = find_alignments(articles)
    for module, name in ((alignments, "_PART"), (wordings, "_PART"), (pairs, "_AT_ONCE")):
        monkeypatch.setattr(module, name, 1)
    assert find_reuse(articles, mapper=in_turn).alignments == whole


def test_accounts_are_the_same_with_the_words_that_reuse_has_read() -> None:
    articles = family()
    reuse = find_reuse(articles)
    given = find_accounts(articles, reuse.alignments, narrations=reuse.narrations)
    assert given == find_accounts(articles, reuse.alignments)


@pytest.mark.parametrize(
    ("left", "right", "chains", "heard"),
    [
        # Quoted in either is quoted in both.
        ([N, N, Q], [N, Q, Q], [0, 0, 0], [Q, Q, Q]),
        # The cue of a quotation goes with it, in its own chain only.
        ([Q, Q, N, Q], [Q, Q, N, Q], [0, 0, 0, 0], [Q, Q, Q, Q]),
        ([Q, Q, Q, N], [Q, Q, Q, N], [0, 0, 0, 1], [Q, Q, Q, N]),
        # Prose that is long enough keeps the short pieces around the quotation too.
        ([N] * 8 + [Q] + [N], [N] * 10, [0] * 10, [N] * 8 + [Q] + [N]),
        # What is common stays so.
        ([C, N], [N, N], [0, 0], [C, N]),
    ],
)
def test_voices_are_heard_chain_by_chain(
    left: list[int], right: list[int], chains: list[int], heard: list[int]
) -> None:
    voices = hear(np.array(left, np.uint8), np.array(right, np.uint8), np.array(chains))
    assert voices.tolist() == heard
