"""Updates: news that a supplier put into his own text, told apart from what a desk left out.

A desk that shortens cuts the end and a paragraph here and there. Where several copies have the same
news in the body and several others have none of it, their exemplars were two states of one text.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from .characters import Character
from .costs import Costs

# So many words in the body that the same ones have and the same ones lack are an update's: desks
# drop one or two paragraphs of some thirty words each.
_NEWS = 60
# On both sides there must be more than one, or the one may be a desk that cut hard or added much.
_SEVERAL = 2
# What news costs its supplier to put in, less than it costs anyone to drop it.
_NEWS_COST = 0.4

Split = tuple[int, ...]


def find_news(splits: Sequence[tuple[Split, int]]) -> frozenset[Split]:
    """Return the splits of witnesses (1 has, 0 lacks) that updates made, given with their words."""
    words: Counter[Split] = Counter()
    for split, count in splits:
        words[split] += count
    return frozenset(
        split
        for split, count in words.items()
        if count >= _NEWS and min(split.count(0), split.count(1)) >= _SEVERAL
    )


def cheapen_news(characters: Sequence[Character]) -> list[Character]:
    """Return the characters with the costs of an update where passages of the body are its news."""
    inside = [each for each in characters if _is_inside(each)]
    news = find_news([(each.states, len(each.readings[1].split())) for each in inside])
    return [
        replace(each, costs=news_costs(each.costs))
        if _is_inside(each) and each.states in news
        else each
        for each in characters
    ]


def news_costs(costs: Costs) -> Costs:
    """Return the costs of a passage if its supplier put it in."""
    _, (drop, _) = costs.events
    return Costs(((0.0, min(_NEWS_COST, costs.events[0][1])), (drop, 0.0)), costs.coincidences)


def _is_inside(character: Character) -> bool:
    """Tell whether a character is a passage of the body; anyone cuts the end."""
    return character.kind == "passage" and not character.is_end
