"""Many collections in one go: each is compared as if it were looked at by itself."""

from tests.reuse.prose import article, paragraphs
from variorum.accounts import find_accounts
from variorum.model import Article
from variorum.reuse import find_alignments, find_reuse


def test_collections_are_compared_as_if_by_themselves() -> None:
    everywhere = "background"
    collections = [
        [article(f"{name}{n}", paragraphs(name, f"{name}{n}", everywhere)) for n in range(3 + size)]
        for size, name in enumerate(("harbour", "tramway", "orchard"))
    ]
    together = [each for collection in collections for each in collection]
    numbers = {each.id: at for at, collection in enumerate(collections) for each in collection}
    apart = [each for collection in collections for each in find_alignments(collection)]
    found = find_reuse(together[::-1], collections=numbers)
    assert sorted(found.alignments, key=str) == sorted(apart, key=str)
    # All share the background: in one collection they would be compared with each other.
    assert len(find_alignments(together)) > len(apart) == 3 + 6 + 10


def test_accounts_of_collections_are_those_of_each() -> None:
    def versions(name: str, count: int) -> list[Article]:
        return [article(f"{name}{n}", paragraphs(name, "first", "second")) for n in range(count)]

    collections = [versions("harbour", 2), versions("tramway", 3)]
    together = [each for collection in collections for each in collection]
    numbers = {each.id: at for at, collection in enumerate(collections) for each in collection}
    found = find_accounts(together, find_reuse(together, collections=numbers).alignments)
    alone = [
        account
        for collection in collections
        for account in find_accounts(collection, find_alignments(collection))
    ]
    assert sorted(found, key=str) == sorted(alone, key=str)
