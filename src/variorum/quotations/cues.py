"""Cues: the words that say that somebody said, thinks or wants something.

A word is a candidate if people marked it as a cue often enough; whether it is one here, its
neighbours tell (logistic regression; weights learned by eval/learn_quotations.py).
"""

from collections.abc import Sequence
from typing import NamedTuple

from .cue_votes import DASHES, REACH_BEFORE, REACH_BEHIND, cue_votes, neighbour_shapes
from .masking import Word, is_cover
from .weights import weights

# Log odds. On the 84 articles kept for development, contents overlap with F1 .858 at -0.75, .853 at
# -0.5 and .843 at -0.25; content, speaker and cue together with .688, .692 and .695.
# (Nothing is lost by looking outside quotations only: 16 of 19,833 annotated cues stand inside.)
_EVEN = -0.75
# Words in quotation marks want a speaker: for them the bar is lower. Together with brackets and
# signatures this raised speakers given content from .835 to .854.
_UNLIKELY = -4.0
# Too rare in the training part to be learned, and never anything else.
_SURE = 4.0
_CLOSING = frozenset(('"', "”", "»", "'", "’", "''"))
# A name, an office and a town; more words behind a dash are a sentence that goes on.
_LONGEST_SIGNATURE = 8
QUOTING = frozenset("quoted quotes quoting quote cited".split())


class Cue(NamedTuple):
    """A cue in a sentence: which word, and the log odds that it is one."""

    place: int
    odds: float


def find_cues(words: Sequence[Word], *, quoted: bool) -> tuple[Cue, ...]:
    """Return the cues of one covered sentence, in order.

    `quoted` says that the sentence holds quoted words: if it has no likely cue, then the likeliest
    candidate is taken.
    """
    lexicon = weights().lexicon
    lows = [word[1] for word in words]
    votes = cue_votes()
    candidates = [at for at, low in enumerate(lows) if low in votes.candidates]
    if not candidates:
        return ()
    shapes = neighbour_shapes(words)
    found: list[Cue] = []
    best = Cue(0, _UNLIKELY)
    for place in candidates:
        if lows[place] in DASHES and _signs(words, place):
            found.append(Cue(place, _SURE))
            continue
        if lows[place] not in lexicon:
            continue
        if is_quoted_as_saying(words, place):
            while found and words[found[-1].place].low in QUOTING:
                found.pop()
            found.append(Cue(place, _SURE))
            continue
        odds = votes.odds(lows, shapes, place, capital=words[place].text[0].isupper())
        if odds > _EVEN:
            found.append(Cue(place, odds))
        elif odds > best.odds:
            best = Cue(place, odds)
    if not found and quoted and best.odds > _UNLIKELY:
        found.append(best)
    return tuple(found)


def _signs(words: Sequence[Word], place: int) -> bool:
    """Whether a dash stands between quoted words and the name of who said them."""
    if not place or words[place - 1].low not in _CLOSING or place + 1 >= len(words):
        return False
    signature = [word for word in words[place + 1 :] if word.low != "."]
    return 0 < len(signature) <= _LONGEST_SIGNATURE and signature[0].text[0].isupper()


def is_quoted_as_saying(words: Sequence[Word], place: int) -> bool:
    """Whether a word is the "saying" of "was quoted as saying"."""
    return (
        words[place].low in {"saying", "telling"}
        and place > 1
        and words[place - 1].low == "as"
        and any(word.low in QUOTING for word in words[max(0, place - 12) : place])
    )


def cue_features(words: Sequence[Word], place: int) -> list[str]:
    """Return what tells whether the word at `place` is a cue."""
    word = words[place].low
    earlier, before, _, after, later = neighbour_shapes(words)[place : place + 5]
    features = [
        "w=" + word,
        "w=" + word + " <" + before,
        "w=" + word + " >" + after,
        "<" + before,
        ">" + after,
        "<<" + earlier,
        ">>" + later,
        "<<<" + earlier + " " + before,
        ">>>" + after + " " + later,
        "s=" + word[-3:] + " <" + before,
        "s=" + word[-3:] + " >" + after,
    ]
    window = words[place + 1 : place + 1 + REACH_BEHIND]
    if any(each.low == "that" for each in window):
        features += ("that", "that w=" + word)
    if any(is_cover(each) for each in window):
        features += ("quoted after", "quoted after w=" + word)
    if any(is_cover(each) for each in words[max(0, place - REACH_BEFORE) : place]):
        features += ("quoted before", "quoted before w=" + word)
    if words[place].text[0].isupper():
        features.append("capital" if place else "first")
    return features
