"""Make src/variorum/stories/idf.json: how rare each word is in news, as numbers on hashed words.

    python -m eval.train_idf

A folder of three pages tells nothing of how rare a word is, so the table is shipped. It is made
from agency output and general news pages, never from the stories that measure the grouping. It
holds no words and no text: a word's place is a hash, its number how many in 255 steps of rarity.
"""

import base64
import json
import math
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from variorum.stories.words import BUCKETS, STEP, buckets

from .labelled import DataAbsentError, read_rows

TABLE = Path(__file__).resolve().parent.parent / "src" / "variorum" / "stories" / "idf.json"
# Every third article of the agency suffices: the numbers move by less than a step.
_BULK_STRIDE = 3


def main() -> None:
    """Count in how many articles each hashed word stands, and write the table."""
    counts = np.zeros(BUCKETS, dtype=np.float64)
    articles = 0
    for text in _texts():
        for bucket in set(buckets(text)):
            counts[bucket] += 1
        articles += 1
    rarity = np.log((articles + 1) / (counts + 1)) / STEP
    steps = np.minimum(np.round(rarity), 255).astype(np.uint8)
    packed = base64.b64encode(zlib.compress(steps.tobytes(), 9)).decode("ascii")
    table = {"articles": articles, "highest": math.log(articles + 1), "steps": packed}
    TABLE.write_text(json.dumps(table) + "\n", encoding="utf-8")
    print(f"{articles} articles, {np.count_nonzero(counts)} places, {TABLE.stat().st_size} bytes")


def _texts() -> Iterator[str]:
    for number, row in enumerate(read_rows("bulk")):
        if number % _BULK_STRIDE == 0:
            yield f"{row['title']}\n{row['text']}"
    for name in ("attributions-train", "pages-fields", "pages"):
        try:
            for row in read_rows(name):
                yield str(row.get("text") or row.get("body") or "")
        except DataAbsentError as absent:
            print(f"left out: {absent}")


if __name__ == "__main__":
    main()
