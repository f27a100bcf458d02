"""Chaining: pairs aligned by the thousand have the chains that each has by itself."""

import random

import numpy as np
import pytest

from variorum.reuse import chaining
from variorum.reuse.candidates import Candidates
from variorum.reuse.chaining import Chaining
from variorum.reuse.chains import Seeds, find_chains


def collection(seed: int) -> list[list[int]]:
    """Return articles of numbers for words: copies with words changed, blocks moved, refrains."""
    chance = random.Random(seed)
    wires = [[chance.randrange(300) for _ in range(chance.randrange(0, 90))] for _ in range(3)]
    articles = []
    for _ in range(14):
        text = list(chance.choice(wires))
        for _ in range(chance.randrange(6)):
            at = chance.randrange(len(text) + 1)
            piece = chance.choice(wires)[: chance.randrange(25)]
            kind = chance.choice(("change", "move", "take in", "repeat", "cut"))
            if kind == "change":
                text[at : at + chance.randrange(3)] = [chance.randrange(300)]
            elif kind == "move":
                text = text[at:] + text[:at]
            elif kind == "take in":
                text[at:at] = piece
            elif kind == "repeat":
                text += text[at : at + 9] * chance.randrange(6)
            else:
                text = text[:at]
        articles.append(text)
    return articles


@pytest.mark.parametrize("most", [2048, 7])
@pytest.mark.parametrize("seed", range(12))
def test_many_pairs_have_the_chains_of_each(
    seed: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chaining, "MOST_PAIRS", most)
    articles = [np.array(each, dtype=np.uint32) for each in collection(seed)]
    pairs = [(a, b) for a in range(len(articles)) for b in range(a + 1, len(articles))]
    starts = np.cumsum([0, *map(len, articles)])
    candidates = Candidates(np.array(pairs), np.array([sum(pair) % 3 == 0 for pair in pairs]))
    chained = Chaining(np.concatenate(articles), starts, candidates).chain(range(len(pairs)))
    found = {(*chained.pairs[row], *run) for row, *run in chained.runs.tolist()}
    assert found == {
        (left, right, *run, number)
        for left, right in pairs
        for number, chain in enumerate(find_chains(Seeds(articles[left]), Seeds(articles[right])))
        for run in chain
    }


def test_no_candidates_have_no_chains() -> None:
    nothing = Candidates(np.zeros((0, 2), dtype=np.int64), np.zeros(0, dtype=np.bool_))
    chained = Chaining(np.zeros(0, dtype=np.uint32), np.zeros(4, dtype=np.int64), nothing)
    assert len(chained.chain(range(0)).runs) == 0
