"""People across articles: forms of invented names pair by pair, and invented stories told over and over.

No labelled collection names its speakers across articles. Measured instead: the pairs of
tests/cases/persons (precision and recall of `same_person`, nothing else being known), and stories
by a generator (eval/renaming.py), scored mention by mention: B-cubed and pairs over all quotations
of a story, the speaker of each being one mention, one of nobody standing alone. Seeds are halved:
the halves named "held" were not looked at while the rules were made.
"""

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from variorum.model import Person
from variorum.quotations import find_persons, find_quotations, same_person, speakers_of

from .labelled import ROOT
from .renaming import Told, invent_story

DATA: tuple[str, ...] = ()
_CASES = ROOT / "tests" / "cases" / "persons" / "names.json"
_STORIES = 150
_SEED = 20260301
Mention = tuple[int, str]


def measure() -> dict[str, float]:
    """Score names alone, and stories of either half."""
    scores = _names()
    for half, offset in (("", 0), ("_held", _STORIES)):
        scored = [
            _mentions(invent_story(random.Random(_SEED + offset + n))) for n in range(_STORIES)
        ]
        precision, recall = _b_cubed(scored)
        pairs = _pairs(scored)
        scores |= {
            f"b3_precision{half}": precision,
            f"b3_recall{half}": recall,
            f"b3_f1{half}": 2 * precision * recall / (precision + recall),
            f"pair_precision{half}": pairs[0],
            f"pair_recall{half}": pairs[1],
        }
    return scores


def _names() -> dict[str, float]:
    cases = json.loads(_CASES.read_text(encoding="utf-8"))
    same = [pair for forms in cases["one"] for pair in combinations(forms, 2)]
    found = sum(same_person(*pair) for pair in same)
    wrong = sum(same_person(*pair) for pair in cases["different"])
    return {
        "name_precision": found / max(1, found + wrong),
        "name_recall": found / len(same),
        "names_told_apart": 1 - wrong / len(cases["different"]),
    }


def _mentions(story: Sequence[Told]) -> list[Mention]:
    """Return for every quotation of a story who speaks in truth, and who is found to."""
    articles = [told.article for told in story]
    quotations = {each.id: find_quotations(each) for each in articles}
    people = find_persons(articles, [q for found in quotations.values() for q in found])
    speakers = speakers_of(people)
    mentions: list[Mention] = []
    for told in story:
        for spoken in told.spoken:
            paragraph = told.article.paragraphs[spoken.paragraph]
            found: Person | None = None
            for quotation in quotations[told.article.id]:
                speaker = quotation.speaker
                if speaker is not None and paragraph.begin <= quotation.begin < paragraph.end:
                    found = speakers.get((told.article.id, speaker.begin, speaker.end))
            mentions.append((spoken.person, found.id if found else f"nobody {len(mentions)}"))
    return mentions


def _b_cubed(stories: Iterable[Sequence[Mention]]) -> tuple[float, float]:
    precision = recall = 0.0
    count = 0
    for mentions in stories:
        both = Counter(mentions)
        true = Counter(person for person, _ in mentions)
        found = Counter(person for _, person in mentions)
        precision += sum(both[each] / found[each[1]] for each in mentions)
        recall += sum(both[each] / true[each[0]] for each in mentions)
        count += len(mentions)
    return precision / count, recall / count


def _pairs(stories: Iterable[Sequence[Mention]]) -> tuple[float, float]:
    right = found = true = 0
    for mentions in stories:
        for (one, here), (other, there) in combinations(mentions, 2):
            right += one == other and here == there
            found += here == there
            true += one == other
    return right / max(1, found), right / max(1, true)
