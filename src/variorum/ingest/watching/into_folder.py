"""What was taken, written into a folder: pages as WARC, entries of feeds as JSON lines.

Both are what `read_captures` reads, and give the same captures.
"""

import gzip
import json
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from ...errors import CaptureError
from ...model import Capture
from .fetching import USER_AGENT
from .taken import Taken, TakenPage, iso_moment
from .warc_writing import info_record, response_record

# A file of WARC is commonly closed at a gigabyte.
LARGEST_FILE = 1_000_000_000


class IntoFolder:
    """A folder that captures are written into; each run begins new files, once it has something.

    Raises CaptureError where they cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pages: IO[bytes] | None = None
        self._entries: IO[bytes] | None = None
        self.count = 0

    def keep(self, taken: Taken) -> None:
        """Write what was taken; once this returns it is with the system."""
        try:
            if isinstance(taken, TakenPage):
                self._keep_page(taken)
            else:
                self._keep_entry(taken.capture)
        except OSError as error:
            told = f"cannot be written into ({error.strerror or error})"
            raise CaptureError(str(self._folder), told) from error
        self.count += 1

    def close(self) -> None:
        """Close the files."""
        for opened in (self._pages, self._entries):
            if opened is not None:
                opened.close()

    def _keep_page(self, page: TakenPage) -> None:
        answer = page.answer
        if self._pages is not None and self._pages.tell() > LARGEST_FILE:
            self._pages.close()
            self._pages = None
        if self._pages is None:
            self._pages = self._open("pages", ".warc.gz", answer.taken_at)
            self._pages.write(info_record(iso_moment(answer.taken_at), USER_AGENT))
        self._pages.write(response_record(answer))
        self._pages.flush()

    def _keep_entry(self, capture: Capture) -> None:
        if self._entries is None:
            moment = datetime.fromisoformat(capture.taken_at or "")
            self._entries = self._open("entries", ".jsonl.gz", moment)
        line = json.dumps(entry_record(capture), ensure_ascii=False) + "\n"
        self._entries.write(gzip.compress(line.encode("utf-8"), mtime=0))
        self._entries.flush()

    def _open(self, name: str, ending: str, moment: datetime) -> IO[bytes]:
        self._folder.mkdir(parents=True, exist_ok=True)
        stem = f"{name}-{moment:%Y%m%dT%H%M%SZ}"
        for number in range(1, 1000):
            path = self._folder / (f"{stem}{ending}" if number == 1 else f"{stem}-{number}{ending}")
            try:
                return path.open("xb")
            except FileExistsError:
                continue
        raise CaptureError(str(self._folder), f"has too many files called {stem}")


def entry_record(capture: Capture) -> dict[str, Any]:
    """Return an entry of a feed as a record that gives the same capture when it is read."""
    stated = capture.stated
    # What only we tell apart stands under a name of its own: others mean other things by such keys.
    ours = {
        "recovered": stated.recovered,
        "teaser": stated.teaser,
        "credit": list(stated.credit),
        "supplier": stated.supplier,
        "image_credit": list(stated.image_credit),
    }
    record = {
        "id": capture.key,
        "series": capture.series,
        "url": capture.url,
        "title": stated.headline,
        "authors": list(stated.byline),
        "outlet": stated.outlet,
        "published": stated.published,
        "modified": stated.modified,
        "captured": capture.taken_at,
        "language": stated.language,
        "standfirst": stated.standfirst,
        "tags": list(stated.tags),
        "stated": {key: value for key, value in ours.items() if value is not None and value != []},
        "html" if capture.markup is not None else "text": capture.markup or capture.text,
    }
    return {key: value for key, value in record.items() if value not in (None, [], "")}
