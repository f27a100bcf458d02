"""What stories are told apart by, as an archive keeps it: the bags and days of a text in few bytes."""

import zlib
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...model import Account, Article, Figure
from ...stories.bags import Bag, Bags
from ...stories.candidates import weightiest
from ...stories.profile import Profile, bags_of

# The first byte of what is packed. What was packed before there was one begins with the 120 of
# zlib and holds no names: it is read without, and made anew by whoever next adds.
VERSION = b"\x02"
# Bytes of an article's id.
_ID = 16


def bags_of_article(article: Article, figures: tuple[Figure, ...]) -> Bags:
    """Return what one article is told apart by."""
    return bags_of([article], {article.id: figures})


def profile_from(bags: Bags, account: Account, article: Article) -> Profile:
    """Return the profile of an account, given its fullest article."""
    return Profile(account, article, bags)


def joined(packed: Sequence[bytes], articles: Sequence[Article]) -> bytes:
    """Return the profile of several pages of one text: the fullest one's, with the days of all."""
    each = [_days_of(profile) for profile in packed]
    fullest = max(range(len(articles)), key=lambda at: (len(articles[at].text), articles[at].id))
    return pack_bags(
        replace(
            unpack_bags(packed[fullest]),
            first=min((days[0] for days in each if days[0]), default=0),
            last=max(days[1] for days in each),
            captured=min((days[3] for days in each if days[3]), default=0),
            event_days=tuple(day for days in each for day in days[4:]),
        )
    )


def _days_of(packed: bytes) -> list[int]:
    """Return what stands before the bags: first and last day, weekday, day of capture, event days."""
    begun = zlib.decompressobj()
    raw = begun.decompress(packed.removeprefix(VERSION), _ID + 4)
    count = int(np.frombuffer(raw, dtype="<i4", offset=_ID)[0])
    raw = begun.decompress(begun.unconsumed_tail, 4 * count)
    return [int(day) for day in np.frombuffer(raw, dtype="<i4")]


def pack_bags(bags: Bags) -> bytes:
    """Return bags in few bytes."""
    out = BytesIO()
    days = [bags.first, bags.last, bags.weekday, bags.captured, *bags.event_days]
    out.write(bags.fullest.encode("ascii").ljust(_ID))
    out.write(np.array([len(days), *days], dtype="<i4").tobytes())
    for bag in (bags.words, bags.headline, bags.pairs, bags.numbers):
        gaps = np.diff(bag.terms, prepend=0).astype("<i8")
        # Byte by byte: the high ones are nearly all nought.
        out.write(np.array([len(bag)], dtype="<i4").tobytes())
        out.write(gaps.view("u1").reshape(-1, 8).T.tobytes())
        out.write(bag.counts.astype("<f2").tobytes())
    out.write(np.packbits(np.isin(bags.words.terms, bags.names.terms)).tobytes())
    return VERSION + zlib.compress(out.getvalue(), 6)


def unpack_bags(packed: bytes) -> Bags:
    """Return what `pack_bags` was given."""
    raw = BytesIO(zlib.decompress(packed.removeprefix(VERSION)))
    fullest, (first, last, weekday, captured, *event_days) = _head(raw)
    words, headline, pairs, numbers = (_bag(raw) for _ in range(4))
    return Bags(
        words=words,
        headline=headline,
        pairs=pairs,
        numbers=numbers,
        names=_names(raw, words) if packed.startswith(VERSION) else Bag(),
        first=first,
        last=last,
        weekday=weekday,
        captured=captured,
        event_days=tuple(event_days),
        fullest=fullest,
    )


def unpack_signs(packed: bytes) -> tuple[int, int, tuple[int, ...]]:
    """Return of packed bags the first and last day that count, and the words by which a text is found."""
    raw = BytesIO(zlib.decompress(packed.removeprefix(VERSION)))
    fullest, (first, last, weekday, captured, *_) = _head(raw)
    words, none = _bag(raw), Bag()
    days = Bags(words, none, none, none, none, first, last, weekday, captured, (), fullest)
    telling = weightiest(words.terms, words.counts)
    return days.first_day, days.last_day, tuple(telling.tolist())


def _head(raw: BytesIO) -> tuple[str, list[int]]:
    fullest = raw.read(_ID).decode("ascii").strip()
    count = int(_numbers(raw, 1, "<i4")[0])
    return fullest, _numbers(raw, count, "<i4").tolist()


def _bag(raw: BytesIO) -> Bag:
    size = int(_numbers(raw, 1, "<i4")[0])
    gaps = np.ascontiguousarray(_numbers(raw, size * 8, "u1").reshape(8, size).T).view("<i8")
    counts = _numbers(raw, size, "<f2").astype(np.float64)
    return Bag(np.cumsum(gaps.reshape(-1)), counts)


def _names(raw: BytesIO, words: Bag) -> Bag:
    """Return the words that are marked as names."""
    bits = np.frombuffer(raw.read(), dtype="u1")
    named = np.unpackbits(bits, count=len(words)).astype(bool)
    return Bag(words.terms[named], words.counts[named])


def _numbers(raw: BytesIO, count: int, kind: str) -> NDArray[Any]:
    return np.frombuffer(raw.read(count * np.dtype(kind).itemsize), dtype=kind)
