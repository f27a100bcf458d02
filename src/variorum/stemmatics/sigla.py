"""Letters of lost witnesses."""

from collections.abc import Iterator
from itertools import count

_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"


def lost_sigla() -> Iterator[str]:
    """Yield α, β, … ω, α2, β2, …"""
    for turn in count(1):
        for letter in _GREEK:
            yield letter if turn == 1 else f"{letter}{turn}"
