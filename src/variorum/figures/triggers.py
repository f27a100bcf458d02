"""The words at which a figure can begin, as one expression: most words of a text are passed over unread."""

import re
from collections import defaultdict
from collections.abc import Iterable

# Articles open few figures: only before these words is one looked for.
_PERIODS = "minute|hour|day|week|month|year|decade|century"
_ROUND = "dozen|score|hundred|thousand|lakh|million|crore|billion|trillion"
_PARTS = "half|third|quarter|fourth|fifth|sixth|eighth|tenth"
_NAMED = "next|following|same|previous|preceding"
_BEFORE = {
    "a": f"[ -](?:{_PERIODS}|{_ROUND}|{_PARTS})",
    "an": "[ -](?:hour|eighth)",
    "the": f" (?:day|coming|past|{_NAMED})",
    "that": f" (?:{_NAMED})",
}


def trigger_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return an expression that finds any of `words` (in lower case, capitalised or in capitals) or a number.

    >>> [found.group() for found in trigger_pattern(["a", "may"]).finditer("In May a man met a dozen.")]
    ['May', 'a']
    """
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=lambda each: (-len(each), each)):
        by_letter[word[0]].append(word)
    # A word is tried against those of its own first letter only, and against capitals where it is
    # in capitals: both together halve the time of the search.
    lower = "|".join(
        f"[{letter}{letter.upper()}](?:{'|'.join(word[1:] + _ahead(word) for word in each)})"
        for letter, each in sorted(by_letter.items())
    )
    upper = "|".join(
        word.upper() + _ahead(word) for each in by_letter.values() for word in each if word[1:]
    )
    return re.compile(
        rf"\d+|'(?=\d0s)|(?<![A-Za-z])(?:{lower}|(?=[A-Z]{{2}})(?:{upper}))(?![A-Za-z])"
    )


def _ahead(word: str) -> str:
    return f"(?=(?i:{_BEFORE[word]}))" if word in _BEFORE else ""
