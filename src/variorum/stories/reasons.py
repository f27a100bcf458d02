"""Why accounts make a story, in words: the days that they have in common, and the telling words."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from .profile import Profile
from .words import bucket_of, common_places, story_words

_REASON_WORDS = 5
# What accounts of one event share stands early; all of the text took a third of the time of grouping.
_REASON_CHARACTERS = 2000


def reasons_of(profiles: Sequence[Profile]) -> tuple[str, ...]:
    """Return the reasons for a story of some accounts."""
    if len(profiles) == 1:
        return ("no other account among these pages tells of this event",)
    days = [profile.first_day for profile in profiles if profile.first_day]
    told = "their days are not all known"
    if len(days) == len(profiles):
        apart = (max(days) - min(days)).days
        told = "published on one day" if not apart else f"published within {apart + 1} days"
    words = _shared_words(profiles)
    return (told, *((f"most of them share the words {', '.join(words)}",) if words else ()))


def _shared_words(profiles: Sequence[Profile]) -> list[str]:
    """Return the telling words that more than half of the accounts have, those of headlines first."""
    bags = [profile.bags for profile in profiles]
    having = Counter(bucket for each in bags for bucket in each.words.terms.tolist())
    titled = Counter(bucket for each in bags for bucket in each.headline.terms.tolist())

    def rank(bucket: int) -> tuple[int, int]:
        return -titled[bucket], -having[bucket]

    shared = [
        bucket
        for bucket, count in having.items()
        if count * 2 > len(profiles) and bucket not in common_places()
    ]
    ordered = sorted(profiles, key=lambda each: each.article.id)
    found: list[str] = []
    written = _Written(ordered)
    for _, tied in groupby(sorted(shared, key=rank), key=rank):
        found += sorted(filter(None, map(written.word, tied)))
        if len(found) >= _REASON_WORDS:
            break
    return found[:_REASON_WORDS]


class _Written:
    """How words are written at the beginning of some accounts; as few of these are read as it takes."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._read: dict[int, dict[int, str]] = {}

    def word(self, bucket: int) -> str | None:
        """Return the word of a bucket as the first account has it that has it."""
        for number, profile in enumerate(self._profiles):
            if bucket in profile.bags.words:
                word = self._words(number).get(bucket)
                if word is not None:
                    return word
        return None

    def _words(self, number: int) -> dict[int, str]:
        if number not in self._read:
            article = self._profiles[number].article
            shown = f"{article.headline or ''} {article.text[:_REASON_CHARACTERS]}"
            words = story_words(shown)
            # Backwards, so that of two spellings the first stays.
            self._read[number] = {bucket_of(word): word for word in reversed(words)}
        return self._read[number]
