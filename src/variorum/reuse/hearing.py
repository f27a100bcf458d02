"""Hearing an article once: whose words its words are, packed, so that nobody need read it for that again."""

import json

import numpy as np
import numpy.typing as npt

from ..model import Article
from .voices import voices_of
from .wording import Wording, read_wording

# Raised when voices are told apart by other rules: what was packed by former ones is read afresh.
_RULES = 1

Heard = tuple[npt.NDArray[np.uint8], tuple[tuple[int, str], ...]]


def pack_voices(article: Article, wording: Wording | None = None) -> bytes:
    """Return the voices of an article's words in few bytes: stretches of one voice, then the reasons.

    `wording` where its words are read already.
    """
    known = read_wording(article.paragraphs) if wording is None else wording
    voices, reasons = voices_of(article, known)
    begins = np.flatnonzero(np.diff(voices, prepend=255))
    lengths = np.diff(begins, append=len(voices))
    stretches = np.stack((voices[begins].astype("<u4"), lengths.astype("<u4")), axis=1)
    told = json.dumps(reasons).encode("utf-8") if reasons else b""
    return bytes([_RULES]) + len(begins).to_bytes(4, "little") + stretches.tobytes() + told


def unpack_voices(packed: bytes, wording: Wording) -> Heard | None:
    """Return what `voices_of` said of an article; `None` where other rules said it, or of other words."""
    if packed[:1] != bytes([_RULES]):
        return None
    count = int.from_bytes(packed[1:5], "little")
    voices, lengths = np.frombuffer(packed, dtype="<u4", count=2 * count, offset=5).reshape(-1, 2).T
    if int(lengths.sum()) != len(wording.begins):
        return None
    told = packed[5 + 8 * count :]
    reasons = json.loads(told) if told else []
    return np.repeat(voices.astype(np.uint8), lengths), tuple((n, why) for n, why in reasons)
