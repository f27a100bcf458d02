"""Where a report begins behind its dateline: "BELM, Oct 17 (Agency) - ", "BELM — "."""

import re

# A stroke parts names and stands in none: where either would do, a line of strokes takes for ever.
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /]+[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,4}"
# Behind the place in capitals a country, a state or a day, then an agency in brackets, then a dash.
_DATELINE = re.compile(
    rf"\s*{_PLACE}(?:,\s[A-ZÀ-Þ0-9][\w.'’ ]{{1,28}}){{0,2}}"
    r"(?:\s?[(\[][^()\[\]]{2,40}[)\]]\s*[-–—−:]{0,2}\s*(?=\S)|\s?[-–—−]{1,2}\s?(?=\S))"
)
# "US - " opens a list, not a report.
_SHORTEST_PLACE = 3


def dateline_end(paragraph: str) -> int:
    """Return where the first sentence begins behind a dateline; 0 where none opens the paragraph.

    >>> dateline_end("BELM (Agency) – The ferry sank.")
    16
    """
    if not paragraph[:1].isupper() or not paragraph[1:3].isupper():
        return 0
    found = _DATELINE.match(paragraph)
    if found is None or len(found.group().split()[0].strip(",")) < _SHORTEST_PLACE:
        return 0
    return found.end()
