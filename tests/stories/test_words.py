"""The words of a text: as written, in scripts with and without spaces, by places in a table."""

import pytest

from variorum.stories.words import BUCKETS, bucket_of, buckets, story_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor of Oss's house, it’s said", ["The", "mayor", "Oss's", "house", "it’s", "said"]),
        ("Élan naïve à Orléans", ["Élan", "naïve", "Orléans"]),
        # Han and kana by two; hiragana alone are grammar; Latin letters between stay whole.
        ("港の市長。ABC新聞", ["港の", "の市", "市長", "ABC", "新聞"]),
        ("船がしずんだ", ["船が"]),
        ("항구 도시", ["항구", "도시"]),
        # Four of an alphabet without spaces.
        ("เรือล่ม", ["เรือ", "รือล", "ือล่", "อล่ม"]),
        ("港", ["港"]),
        # Vowel signs belong to their letter.
        ("नौका डूबी बंदरगाह", ["नौका", "डूबी", "बंदरगाह"]),
        ("السَّفينة", ["السَّفينة"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert story_words(text) == words


def test_two_reports_without_spaces_share_words() -> None:
    first, second = (
        set(buckets("港町マルンで渡し船が転覆した")),
        set(buckets("マルンの渡し船、転覆")),
    )
    other = set(buckets("議会は予算案を可決した"))
    assert len(first & second) >= 5
    assert not first & other


def test_a_plural_stands_where_its_singular_does() -> None:
    assert bucket_of("Ferries") != bucket_of("Ferry")
    assert bucket_of("boats") == bucket_of("Boat") == bucket_of("boat’s")
    assert 0 <= bucket_of("boat") < BUCKETS
