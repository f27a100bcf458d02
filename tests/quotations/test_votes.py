"""The votes, sorted for speed, against the plain sums that they stand for."""

from variorum.quotations.cue_votes import cue_votes, neighbour_shapes
from variorum.quotations.cues import cue_features
from variorum.quotations.masking import mask
from variorum.quotations.shapes import COVER, SEEN, seen
from variorum.quotations.votes import Judgement, Votes
from variorum.quotations.weights import weights

_JUDGEMENT = Judgement(
    "test", ("cue", "suffix"), ("how", "size"), ("cue how", "suffix size", "how size")
)
_LEARNED = {
    "how=rule": 0.5,
    "size=2": 0.25,
    "cue how=said\trule": -1.0,
    "suffix size=aid\t1": 0.1,
    "how size=name\t1": 0.3,
}
_TEXT = (
    "Democrats' leaders said on Monday that “the dam will hold,” and Orla Venn's aides asked "
    "whether it would. Reports quoted Mayor Venn as saying “we are ready.” Asked about it, the "
    "union claimed, warned and demanded more."
)


def test_the_choice_with_the_most_votes_is_taken() -> None:
    votes = Votes(_JUDGEMENT, _LEARNED)
    choices = [("rule", "1"), ("rule", "2"), ("name", "1"), ("other", "3")]
    for context in (("said", "aid"), ("asked", "ked"), ("#", "")):
        totals = [
            sum(_LEARNED.get(name, 0.0) for name in _JUDGEMENT.vote_names(context, choice))
            for choice in choices
        ]
        assert votes.best(context, choices) == totals.index(max(totals))


def test_the_first_of_equals_is_taken() -> None:
    assert Votes(_JUDGEMENT, {}).best(("said", "aid"), [("a", "1"), ("b", "2")]) == 0


def test_the_odds_of_a_cue_are_the_votes_of_its_features() -> None:
    learned, lexicon = weights().cues, weights().lexicon
    told = 0
    for words in mask(_TEXT).sentences:
        lows, shapes = [word.low for word in words], neighbour_shapes(words)
        for place, word in enumerate(words):
            if word.low in lexicon:
                plain = sum(learned.get(each, 0.0) for each in ("", *cue_features(words, place)))
                odds = cue_votes().odds(lows, shapes, place, capital=word.text[0].isupper())
                assert round(plain, 6) == odds, word.text
                told += 1
    assert told >= 6


def test_what_was_seen_of_a_word_is_what_is_read_of_it() -> None:
    for text in (
        "Venn",
        "Venn's",
        "The",
        COVER,
        COVER * 2,
        COVER * 5,
        "Q",
        "27",
        "—",
        "Démocrates’",
    ):
        assert SEEN[text] == seen(text)
