"""Seeded changes on whole pages: an article and a copy of it in which one quotation was changed.

What `compare` does with the two is measured from their text on: quotations found anew in both,
brought together, compared. Copies are set anew (marks, dashes, spaces); where nothing was changed
nothing may be told beyond what the article shows by itself, which may quote a thing twice.
"""

import os
import random
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from variorum.model import Account, AccountId, Article, Change, Quotation, Utterance, Witness
from variorum.quotations import find_quotations, gather_utterances
from variorum.text import folded_words

from .labelled import read_rows
from .quotations import article_of
from .seeded_changes import ALSO, OPERATIONS, retype, seed_change

_SEED = "seeded pages 1"
_FEWEST_WORDS = 6
_NAMES = ("Carl Brandt", "Nina Ferrow", "Oscar Lindqvist", "Amelia Thorne", "Victor Hale")
KINDS = (*OPERATIONS, "attribution", "splice")
Seeded = tuple[str, str, str]


def measure_pages(name: str, articles: int) -> dict[str, float]:
    """Return shares of changes found and rightly classed on pages, and of quotations alarmed at."""
    told: dict[str, list[tuple[bool, bool, int]]] = {kind: [] for kind in KINDS}
    alarms: list[bool] = []
    for place, row in enumerate(islice(read_rows(name), articles)):
        text = _plain(row["text"])
        original = article_of(text, "original")
        found = find_quotations(original)
        kind = KINDS[place % len(KINDS)]
        chance = random.Random(f"{_SEED}{row['id']}")
        alarms += _alarms(original, found, chance)
        seeded = seed_page(text, found, kind, chance)
        if seeded is not None:
            told[kind].append(_outcome(original, found, seeded, kind))
    everything = [each for some in told.values() for each in some]
    scores = {
        f"pages, found, {kind}": _share([each[0] for each in some]) for kind, some in told.items()
    }
    scores |= {
        f"pages, class right, {kind}": _share([each[1] for each in some])
        for kind, some in told.items()
    }
    return {
        "pages, found": _share([each[0] for each in everything]),
        "pages, class right": _share([each[1] for each in everything]),
        "pages, told beyond the one (errors)": sum(each[2] for each in everything)
        / max(1, len(everything)),
        "pages, false alarms, untouched (errors)": _share(alarms),
        **scores,
    }


def _plain(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def _share(told: Sequence[bool]) -> float:
    return sum(told) / max(1, len(told))


def seed_page(
    text: str, found: Sequence[Quotation], kind: str, chance: random.Random
) -> Seeded | None:
    """Return a copy of the page with one change of a kind, and the words before and after it."""
    direct = [
        each
        for each in found
        if each.kind == "direct" and each.marks == "ok" and not each.in_headline
        if len(each.text.split()) >= _FEWEST_WORDS
    ]
    chance.shuffle(direct)
    for quotation in direct:
        if kind == "attribution":
            copy = _another_speaker(text, quotation, chance)
            changed = quotation.text
        elif kind == "splice":
            copy, changed = _joined(text, quotation, found)
        else:
            changed = seed_change(quotation.text, kind, chance) or ""
            copy = changed and text[: quotation.begin] + changed + text[quotation.end :]
        if copy:
            return copy, quotation.text, changed
    return None


def _another_speaker(text: str, quotation: Quotation, chance: random.Random) -> str:
    """Put another person's name for the speaker's all over the page."""
    speaker = quotation.speaker
    if (
        speaker is None
        or quotation.cue is None
        or not re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", speaker.text)
    ):
        return ""
    other = chance.choice([name for name in _NAMES if name != speaker.text])
    last, new = speaker.text.split()[-1], other.split()[-1]
    return re.sub(rf"\b{last}\b", new, re.sub(rf"\b{speaker.text}\b", other, text))


def _joined(text: str, quotation: Quotation, found: Sequence[Quotation]) -> tuple[str, str]:
    """Move the speaker's next quotation, which stands in another paragraph, behind this one."""
    behind = [
        each
        for each in found
        if each.begin > quotation.end
        and each.kind == "direct"
        and each.speaker is not None
        and quotation.speaker is not None
        and each.speaker.name == quotation.speaker.name is not None
        and "\n" in text[quotation.end : each.begin]
        and len(each.text.split()) >= _FEWEST_WORDS
    ]
    if not behind:
        return "", ""
    other = behind[0]
    first = quotation.text.rstrip(",.") + "."
    joined = f"{first} {other.text}"
    low, high = text.rfind("\n", 0, other.begin) + 1, text.find("\n", other.end)
    if low <= quotation.end or high < 0:
        return "", ""
    return (
        text[: quotation.begin] + joined + text[quotation.end : low] + text[high + 1 :],
        joined,
    )


def _gathered(
    original: Article, found: Sequence[Quotation], copy: Article
) -> tuple[Utterance, ...]:
    account = Account(AccountId("one"), (Witness("A", original.id), Witness("B", copy.id)))
    return gather_utterances([original, copy], [account], [*found, *find_quotations(copy)])


def _told(utterances: Sequence[Utterance]) -> list[Change]:
    return [
        change
        for utterance in utterances
        for rendering in utterance.renderings
        if not rendering.in_headline
        for change in rendering.changes
    ]


def _beyond(changes: Sequence[Change], own: Sequence[Change]) -> list[Change]:
    """Return the changes that an article does not show by itself."""
    known = {(each.kind, *map(tuple, map(folded_words, (each.before, each.after)))) for each in own}
    return [
        each
        for each in changes
        if (each.kind, *map(tuple, map(folded_words, (each.before, each.after)))) not in known
    ]


def _alone(original: Article, found: Sequence[Quotation]) -> list[Change]:
    account = Account(AccountId("one"), (Witness("A", original.id),))
    return _told(gather_utterances([original], [account], found))


def _outcome(
    original: Article, found: Sequence[Quotation], seeded: Seeded, kind: str
) -> tuple[bool, bool, int]:
    copy = article_of(seeded[0], "copy")
    changes = _beyond(_told(_gathered(original, found, copy)), _alone(original, found))
    kinds = {change.kind for change in changes}
    right = bool(kinds & {kind, *ALSO.get(kind, ())})
    if not right and os.environ.get("VERBOSE"):
        shown = "; ".join(f"{each.kind}: {each.before} > {each.after}" for each in changes)
        print(f"page, {kind}: {seeded[1]}\n     > {seeded[2]}\n     {shown}")
    return bool(changes), right, max(0, len(changes) - 1)


def _alarms(original: Article, found: Sequence[Quotation], chance: random.Random) -> Iterator[bool]:
    """Yield for each utterance of a page and its copy, set anew, whether a change is told."""
    text = "\n".join(
        retype(line, random.Random(chance.random())) for line in original.capture.text.split("\n")
    )
    copy = article_of(text, "copy")
    own = _alone(original, found)
    for utterance in _gathered(original, found, copy):
        told = _beyond(_told([utterance]), own)
        if told and os.environ.get("VERBOSE"):
            shown = "; ".join(f"{each.kind}: {each.before} > {each.after}" for each in told)
            print(f"page, untouched: {utterance.renderings[0].text}\n     {shown}")
        yield bool(told)
