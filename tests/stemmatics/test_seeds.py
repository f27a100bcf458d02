"""Two real pages that carry one agency text: what must come out of them."""

from pathlib import Path

import pytest

from variorum.collation import fold_reading
from variorum.model import Account
from variorum.text import folded_words

from .test_account import complete

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
# A paragraph of the article has at least so many words; teasers and captions of other pages that
# do are not shared by both captures.
_LONG = 20


def blocks(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if len(line.split()) >= _LONG]


@pytest.fixture(scope="module")
def account() -> Account:
    """Complete the account of both pages; the body is what both captures have."""
    paths = [next(iter(sorted(SEEDS.glob(f"{n}_*.txt"))), None) for n in ("000", "001")]
    if None in paths:
        pytest.skip("the seed pages are not beside the checkout")
    one, other = (blocks(path) for path in paths if path is not None)
    words = [{tuple(folded_words(block)) for block in each} for each in (one, other)]
    pages = {
        name: [block for block in each if tuple(folded_words(block)) in words[0] & words[1]]
        for name, each in (("A", one), ("B", other))
    }
    return complete(pages, "Reuters")


def test_both_derive_from_the_lost_text(account: Account) -> None:
    assert {edge.target: edge.origin for edge in account.stemma.edges} == {"A": "α", "B": "α"}
    assert account.stemma.root == "α"


def test_the_archetype_has_seven_paragraphs_with_all_marks(account: Account) -> None:
    assert len(account.archetype) == 7
    assert all(paragraph.witnesses == ("A", "B") for paragraph in account.archetype)
    folded = "".join(fold_reading(paragraph.text) for paragraph in account.archetype)
    assert folded.count('"') == 6


def test_the_only_readings_are_the_three_lost_marks(account: Account) -> None:
    readings = [(unit.paragraph, r.kind) for unit in account.apparatus for r in unit.readings]
    assert readings == [(3, "punctuation"), (5, "punctuation"), (7, "punctuation")]
    assert all(unit.lemma[0] in '“"' for unit in account.apparatus)
    assert all(unit.lemma_witnesses == ("B",) for unit in account.apparatus)
