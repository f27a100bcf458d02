"""Utterances named: the speaker of each shown by the person's fullest name."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..model import ArticleId, Person, PersonId, Quotation, Utterance
from .persons import speakers_of


def name_speakers(
    utterances: Iterable[Utterance], people: Sequence[Person], quotations: Iterable[Quotation]
) -> tuple[Utterance, ...]:
    """Return the utterances, each with the person to whom most of its articles give the words."""
    speakers = speakers_of(people)
    spoken: dict[tuple[ArticleId, int], Person] = {}
    for quotation in quotations:
        speaker = quotation.speaker
        if speaker is not None:
            person = speakers.get((quotation.article, speaker.begin, speaker.end))
            if person is not None:
                spoken[quotation.article, quotation.begin] = person
    return tuple(_named(utterance, spoken) for utterance in utterances)


def _named(utterance: Utterance, spoken: dict[tuple[ArticleId, int], Person]) -> Utterance:
    votes: Counter[PersonId] = Counter()
    names: dict[PersonId, str] = {}
    for rendering in utterance.renderings:
        for carried in rendering.carried:
            given = (spoken.get((carried.article, span.begin)) for span in carried.spans)
            person = next((each for each in given if each is not None), None)
            if person is not None:
                votes[person.id] += 1
                names[person.id] = person.name
    if not votes:
        return utterance
    chosen = min(votes, key=lambda each: (-votes[each], names[each], each))
    return replace(utterance, speaker=names[chosen], person=chosen)
