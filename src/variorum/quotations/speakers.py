"""Who is meant to have said it: the words that may name the speaker of a cue, and the choice.

The rules of subjects propose, and so does every name and pronoun near the cue; which of them is the
speaker, or that none is named ("is widely expected to"), learned votes decide.
"""

from collections.abc import Iterator, Sequence

from .masking import Word, shape_of
from .shapes import NAMES
from .subjects import (
    AUXILIARY,
    CLOSING,
    agent_of,
    noun_phrase_end,
    opening_name,
    subject_begin,
    trimmed_subject,
)
from .votes import Judgement, Signs, steps, votes_of

Place = tuple[int, int]
# How far from the cue a name is looked for, in words; the nearest few are weighed. (Eight, and
# phrases such as "the senator" beside names, are no better: .719 either way, all overlapping.)
_REACH = 30
_MOST_NAMES = 5
_PRONOUNS = frozenset("he she they it we i you who which that those some many others".split())
_POSSESSIVE = frozenset("his her their its our my your whose".split())
_REFERRING = _PRONOUNS | _POSSESSIVE
_BEING = frozenset("was were is are be been being 's ’s get got gets".split())
_PARTED = frozenset(",?!—") | CLOSING
_ORIGIN = frozenset(("from", "by", "of", "among"))
_ARTICLES = frozenset("the a an some many several most both".split())
_LONGEST_PHRASE = 4
_FURTHEST = 30
_GAPS = steps((0, 1, 2, 3, 5, 8, 13, 21), _FURTHEST)
_SIZES = tuple(map(str, range(7)))
SPEAKER = Judgement(
    "speaker",
    ("cue", "suffix", "helped", "being", "subject"),
    ("how", "head", "first", "gap", "left", "right", "size"),
    (
        *("cue how", "suffix how", "being how", "subject how", "how head", "how left", "how right"),
        *("how size", "cue head", "suffix head", "helped head", "being head", "subject head"),
        *("head gap", "head left", "suffix gap", "helped gap"),
    ),
)


def chosen_speaker(
    words: Sequence[Word],
    place: int,
    limit: int,
    proposed: Place | None,
    shared: Place | None,
) -> Place | None:
    """Return the speaker of the cue at `place`, or None where the sentence names none.

    `proposed` is what the rules take, `shared` is the speaker of the cue before.
    """
    choices = speaker_choices(words, place, limit, proposed, shared)
    signs = [choice_signs(words, place, span, how) for span, how in choices.items()]
    return list(choices)[votes_of(SPEAKER).best(context_signs(words, place), signs)]


def speaker_choices(
    words: Sequence[Word],
    place: int,
    limit: int,
    proposed: Place | None,
    shared: Place | None,
) -> dict[Place | None, str]:
    """Return the places that may name the speaker and how each was come by; None is nobody."""
    choices: dict[Place | None, str] = {}

    def propose(span: Place | None, how: str) -> None:
        if span is not None:
            held = choices.get(span)
            choices[span] = how if held is None else held + "+" + how

    propose(proposed, "rule")
    propose(shared, "shared")
    begin = subject_begin(words, place, 0)
    propose(trimmed_subject(words, begin, place), "before")
    propose(opening_name(words, 0, place) or _opening_phrase(words, place), "opening")
    propose(agent_of(words, place, limit), "agent")
    for span, how in _behind(words, place, limit):
        propose(span, how)
    if begin and words[begin - 1].low in _PRONOUNS:
        propose((begin - 1, begin), "who")
    taken = [each for each in choices if each is not None]
    for span in _names_before(words, place):
        first = span[0]
        if not any(begin <= first < end for begin, end in taken):
            propose(span, "name")
    choices[None] = "none"
    return choices


def _opening_phrase(words: Sequence[Word], place: int) -> Place | None:
    """Return the first words of a sentence that opens with an article: "The senator paused and"."""
    if words[0].low not in _ARTICLES:
        return None
    end = noun_phrase_end(words, 1, min(place, _LONGEST_PHRASE))
    return (0, end) if end > 1 else None


def _behind(words: Sequence[Word], place: int, limit: int) -> Iterator[tuple[Place, str]]:
    """Yield the phrase right behind a cue ("said the mayor") and that behind "from" or "by"."""
    if place and words[place - 1].low in _PARTED and place + 1 < limit:
        end = noun_phrase_end(words, place + 1, limit)
        if end > place + 1:
            yield (place + 1, end), "inverted"
    for at in range(place + 1, min(limit - 1, place + 4)):
        if words[at].low in _ORIGIN:
            end = noun_phrase_end(words, at + 1, limit)
            if end > at + 1:
                yield (at + 1, end), words[at].low
            return


def _names_before(words: Sequence[Word], place: int) -> Iterator[Place]:
    """Yield the names, pronouns and possessives nearest before a cue, from the nearest on."""
    at = place
    low = max(0, place - _REACH)
    left = _MOST_NAMES
    while at > low and left:
        at -= 1
        word = words[at]
        if word.low in _REFERRING:
            left -= 1
            yield (at, at + 1)
        elif word.shape in NAMES:
            end = at + 1
            while at > low and words[at - 1].shape in NAMES:
                at -= 1
            left -= 1
            yield (at, end)


def context_signs(words: Sequence[Word], place: int) -> Signs:
    """Return the signs that all choices of a cue share: the cue and its neighbours."""
    low = words[place].low
    at = place - 1
    helped: list[str] = []
    while at >= 0 and words[at].low in AUXILIARY:
        helped.append(words[at].low)
        at -= 1
    return (
        low,
        low[-3:],
        helped[0] if helped else "-",
        "be" if not _BEING.isdisjoint(helped) else "to" if "to" in helped else "-",
        shape_of(words, at),
    )


def choice_signs(words: Sequence[Word], place: int, span: Place | None, how: str) -> Signs:
    """Return the signs of one who may be the speaker."""
    if span is None:
        return (how, "nobody", "", "", "", "", "")
    begin, end = span
    gap = place - end
    return (
        how,
        words[end - 1].shape,
        words[begin].shape,
        _GAPS[min(gap, _FURTHEST)] if end <= place else "behind",
        shape_of(words, begin - 1),
        shape_of(words, end),
        _SIZES[min(end - begin, 6)],
    )
