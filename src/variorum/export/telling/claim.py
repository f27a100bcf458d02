"""A claim: one sentence on an account, and what it says of each page that it speaks of."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...model import Witness


@dataclass(frozen=True, slots=True)
class Instance:
    """What a claim says of one page: its own words, and the paragraphs of the page that show it."""

    witness: Witness
    told: str
    paragraphs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence on an account and the pages it speaks of."""

    sentence: str
    instances: tuple[Instance, ...] = ()


def claim(told: str, instances: Iterable[Instance]) -> Claim:
    """Return a claim, its words made a sentence; a name that is an address keeps its case."""
    is_address = "." in told.split()[0]
    sentence = told if is_address else told[0].upper() + told[1:]
    return Claim(f"{sentence}.", tuple(instances))
