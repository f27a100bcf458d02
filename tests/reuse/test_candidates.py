"""Candidates: which pairs of articles are worth aligning."""

import random

import numpy as np

from variorum.reuse.candidates import NEAR, find_candidates
from variorum.reuse.fingerprints import find_fingerprints, owner_bits


def candidates(articles: list[list[int]]) -> set[tuple[int, int]]:
    lengths = np.array([len(each) for each in articles])
    numbers = np.array([word for each in articles for word in each], dtype=np.uint32)
    found = find_fingerprints(
        numbers,
        lengths,
        0,
        owner_bits(len(articles)),
        np.zeros(len(articles), dtype=np.uint64),
    )
    return {(left, right) for left, right in find_candidates(found, len(articles)).pairs.tolist()}


def words(chance: random.Random, count: int) -> list[int]:
    return [chance.randrange(1 << 32) for _ in range(count)]


def test_copies_are_compared_with_each_other_and_strangers_with_none() -> None:
    chance = random.Random(5)
    wire = words(chance, 200)
    articles = [wire, words(chance, 200), wire[:90], [*words(chance, 300), *wire[50:110]]]
    assert candidates(articles) == {(0, 2), (0, 3), (2, 3)}


def test_a_passage_told_everywhere_pairs_each_page_with_some_only() -> None:
    chance = random.Random(5)
    background = words(chance, 60)
    pages = 4 * NEAR
    articles = [[*words(chance, 400), *background] for _ in range(pages)]
    found = candidates(articles)
    assert found == {(a, b) for a in range(pages) for b in range(a + 1, min(pages, a + NEAR + 1))}


def test_a_text_with_many_copies_pairs_them_all() -> None:
    wire = words(random.Random(5), 200)
    assert len(candidates([wire] * 40)) == 40 * 39 // 2


def test_a_page_of_few_words_is_found_among_many_copies() -> None:
    chance = random.Random(8)
    wire = words(chance, 400)
    articles = [wire[:33], *([wire] * 60)]
    assert any(left == 0 for left, _ in candidates(articles))


def test_nothing_has_no_candidates() -> None:
    assert candidates([[], []]) == set()
