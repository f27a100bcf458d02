"""What was learned from annotated articles: read once from the package, and kept."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Weights:
    """The words that can be cues, and the weights of features of cues and of quoted stretches."""

    lexicon: frozenset[str]
    cues: dict[str, float]
    stretches: dict[str, float]


@cache
def weights() -> Weights:
    """Return the learned weights (eval/learn_quotations.py writes them)."""
    text = files(__package__).joinpath("weights.json").read_text(encoding="utf-8")
    learned = json.loads(text)
    return Weights(frozenset(learned["lexicon"]), learned["cues"], learned["stretches"])


@cache
def voice_weights() -> dict[str, float]:
    """Return how words vote on whether a sentence is said (eval/learn_voices.py writes them)."""
    text = files(__package__).joinpath("voices.json").read_text(encoding="utf-8")
    learned: dict[str, float] = json.loads(text)
    return learned
