"""Quotations: the words given as said in an article, who said them, and what other versions made of them."""

from .changes import changes_between
from .fidelity import fidelity_of
from .find import find_quotations
from .naming import name_speakers
from .persons import find_persons, same_person, speakers_of
from .utterances import gather_utterances, link_utterances

__all__ = [
    "changes_between",
    "fidelity_of",
    "find_persons",
    "find_quotations",
    "gather_utterances",
    "link_utterances",
    "name_speakers",
    "same_person",
    "speakers_of",
]
