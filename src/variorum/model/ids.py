"""Ids: digests of content, so that two runs and two machines agree."""

import hashlib
from typing import NewType

CaptureId = NewType("CaptureId", str)
ArticleId = NewType("ArticleId", str)
AccountId = NewType("AccountId", str)
StoryId = NewType("StoryId", str)
QuotationId = NewType("QuotationId", str)
PersonId = NewType("PersonId", str)

# 16 hex digits = 64 bits: among ten million objects the chance of any two sharing an id is
# about 3 in a million.
_LENGTH = 16


def content_id(*parts: str | None) -> str:
    """Return the id of something that is fully told by `parts`; `None` differs from the empty string."""
    digest = hashlib.sha256()
    for part in parts:
        encoded = b"\x00" if part is None else b"\x01" + part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()[:_LENGTH]
