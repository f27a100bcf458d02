"""Quotations against people's annotation of attributions: what was said, by whom, and marks lost on purpose.

The annotators marked spans of content, not marks; a gold stretch is what stands between two
double marks (or two single ones outside them) inside one content, or, where an opened paragraph
is not closed, what stands behind its opening mark.

The measures "of double marks" leave out what other marks do: two single marks side by side, as
old systems type a double one, and single marks. Gold stretches are those between “, ” and " alone;
of ours, those are counted that have such a mark at one end or the other, or next to an end that
lost its mark. The measures "of pairs" ask for both marks: gold stretches are what a regular
expression that pairs “, ” and " finds inside the contents, ours are those that have both.
"""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from variorum.model import Article, ArticleId, Capture, CaptureId, Paragraph, Quotation
from variorum.quotations import find_quotations

from .labelled import read_rows

DATA = ("attributions-dev",)
UNPINNED = ("rival ",)
_FEWEST_WORDS = 3
_ONE_MARK_IN = 10
_SEED = 20260101
# A quotation that has less than this share of the two contents' code points is of another
# attribution: one stands within the other. (Half would be the same content.) At 0 the dev score is
# .013 lower, at .25 it is .005 higher.
_LEAST_SHARED = 0.125
_MARKS = '“”"'
_BLANK = re.compile(r"[^\S\n]*")
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)([^“”\"\n]*?[^\s“”\"])[’'](?!\w)")
# The rival: one expression that pairs marks, a mark of one kind with the next of the other.
_PAIR = re.compile(r"[“\"]([^“”\"\n]+)[”\"]")
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
Interval = tuple[int, int]
# Right ones, found ones, gold ones.
Counts = tuple[int, int, int]


def measure() -> dict[str, float]:
    """Score quotations on the labelled articles."""
    rows = list(read_rows(DATA[0]))
    found = [find_quotations(article_of(row["text"], row["id"])) for row in rows]
    both = list(zip(rows, found, strict=True))
    broken = [_damaged(row, random.Random(f"{_SEED} {row['id']}")) for row in rows]
    speakers = [right for row, each in both for right in _speakers(row, each)]
    return {
        "stretch_f1": _f1(_stretch_counts(row, each) for row, each in both),
        "stretch_f1_damaged": _f1(each.counts() for each in broken),
        "stretch_f1 of double marks": _f1(_double_counts(row, each) for row, each in both),
        "stretch_f1_damaged of double marks": _f1(each.double_counts() for each in broken),
        "stretch_f1 of pairs": _f1(_pair_counts(row, each) for row, each in both),
        "rival stretch_f1 of pairs": _f1(_rival_counts(row) for row in rows),
        "rival stretch_f1_damaged of double marks": _f1(each.rival_counts() for each in broken),
        "speaker_given_content": sum(speakers) / max(1, len(speakers)),
        "content_overlap_f1": _overlap_f1(rows, found),
    }


def article_of(text: str, key: str) -> Article:
    """Return an article whose paragraphs are the lines of `text`, the first being its headline."""
    lines = [found.span() for found in _LINE.finditer(text)]
    paragraphs = tuple(Paragraph(text[begin:end], begin, end) for begin, end in lines)
    capture = Capture(CaptureId(key), key, text, "text/plain", "", key=key)
    return Article(ArticleId(key), capture, "article", paragraphs, language="en")


def gold_stretches(row: dict[str, Any], *, doubles: bool = False) -> set[Interval]:
    """Return the stretches between marks of three words or more that annotators gave a speaker or cue.

    `doubles` leaves out those between other marks than “, ” and ".
    """
    text = row["text"] if doubles else _plain_doubles(row["text"])
    return _long(
        text,
        (
            interval
            for begin, end in _contents(row)
            for interval in _stretches(text, begin, end, singles=not doubles)
        ),
    )


def _contents(row: dict[str, Any]) -> Iterator[Interval]:
    for attribution in row["attributions"]:
        yield from _joined(row["text"], attribution.get("content", []))


def _pairs(text: str, begin: int, end: int) -> Iterator[Interval]:
    for pair in _PAIR.finditer(text, begin, end):
        yield pair.span(1)


def pairs_of_marks(text: str) -> set[Interval]:
    """Return what the rival finds: every three words or more that one expression sees between marks."""
    return _long(text, _pairs(text, 0, len(text)))


def _long(text: str, intervals: Iterable[Interval]) -> set[Interval]:
    """Return the intervals of three words or more, white space at their ends left out."""
    trimmed = (_trimmed(text, *interval) for interval in intervals)
    return {(low, high) for low, high in trimmed if _long_enough(text[low:high])}


def _plain_doubles(text: str) -> str:
    """Return `text` with two single marks in a row read as one double mark; same length."""
    text = re.sub(r"(?<!\S)''", ' "', text)
    return re.sub(r"''(?!')", '" ', text)


def _joined(text: str, spans: list[list[int]]) -> list[Interval]:
    joined: list[Interval] = []
    for begin, end in sorted((span[0], span[1]) for span in spans):
        if joined and _BLANK.fullmatch(text, joined[-1][1], begin):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return joined


def _stretches(text: str, begin: int, end: int, *, singles: bool = True) -> Iterator[Interval]:
    opened: int | None = None
    doubled = False
    for at in range(begin, end):
        mark = text[at]
        # The annotators' borders tell wrong glyphs: what begins a content opens it.
        opens = mark == "“" or (mark == '"' and at + 1 < end) or (mark == "”" and at == begin)
        if opened is None and opens:
            opened, doubled = at + 1, True
        elif opened is not None and (mark in '”"' or (mark == "“" and at + 1 == end)):
            yield opened, at
            opened = None
    if opened is not None:
        yield opened, end
    if singles and not doubled:
        for single in _SINGLE.finditer(text, begin, end):
            yield single.span(1)


def _trimmed(text: str, begin: int, end: int) -> Interval:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return begin, end


def _long_enough(text: str) -> bool:
    return len(re.findall(r"\w+(?:['’]\w+)*", text)) >= _FEWEST_WORDS


def _found_stretches(quotations: tuple[Quotation, ...]) -> set[Interval]:
    return {
        (quotation.begin, quotation.end)
        for quotation in quotations
        if quotation.kind != "indirect" and _long_enough(quotation.text)
    }


def _stretch_counts(row: dict[str, Any], found: tuple[Quotation, ...]) -> Counts:
    return _counts(gold_stretches(row), _found_stretches(found))


def _double_counts(row: dict[str, Any], found: tuple[Quotation, ...]) -> Counts:
    ours = {each for each in _found_stretches(found) if _is_double(row["text"], each)}
    return _counts(gold_stretches(row, doubles=True), ours)


def _pair_counts(row: dict[str, Any], found: tuple[Quotation, ...]) -> Counts:
    ours = {each for each in _found_stretches(found) if _is_pair(row["text"], each)}
    return _counts(_gold_pairs(row), ours)


def _rival_counts(row: dict[str, Any]) -> Counts:
    return _counts(_gold_pairs(row), pairs_of_marks(row["text"]))


def _gold_pairs(row: dict[str, Any]) -> set[Interval]:
    contents = _contents(row)
    return _long(row["text"], (pair for each in contents for pair in _pairs(row["text"], *each)))


def _counts(gold: set[Interval], predicted: set[Interval]) -> Counts:
    return len(gold & predicted), len(predicted), len(gold)


def _at_ends(text: str, stretch: Interval) -> tuple[str, str]:
    """Return the marks that stand at either end of a stretch, or "" where there is no double one."""
    before, behind = text[: stretch[0]].rstrip(" \xa0")[-1:], text[stretch[1] :].lstrip(" \xa0")[:1]
    return before if before in _MARKS else "", behind if behind in _MARKS else ""


def _is_double(text: str, stretch: Interval) -> bool:
    return any(_at_ends(text, stretch))


def _is_pair(text: str, stretch: Interval) -> bool:
    opening, closing = _at_ends(text, stretch)
    return bool(opening and closing) and opening in '“"' and closing in '”"'


def damage(text: str, chance: random.Random) -> tuple[str, list[int]]:
    """Lose, double or swap one mark in ten; return the text and where each old offset now lies."""
    parts: list[str] = []
    moved: list[int] = []
    length = 0
    for mark in text:
        moved.append(length)
        part = mark
        if mark in _MARKS and chance.randrange(_ONE_MARK_IN) == 0:
            swapped = {"“": "”", "”": "“", '"': "'"}[mark]
            part = chance.choice(("", mark * 2, swapped))
        parts.append(part)
        length += len(part)
    return "".join(parts), [*moved, length]


@dataclass(frozen=True, slots=True)
class _Damaged:
    """An annotated article whose marks were damaged: where its stretches lie now, and what was found."""

    text: str
    gold: set[Interval]
    doubles: set[Interval]
    found: set[Interval]

    def counts(self) -> Counts:
        return _counts(self.gold, self.found)

    def double_counts(self) -> Counts:
        return _counts(self.doubles, {each for each in self.found if _is_double(self.text, each)})

    def rival_counts(self) -> Counts:
        return _counts(self.doubles, pairs_of_marks(self.text))


def _damaged(row: dict[str, Any], chance: random.Random) -> _Damaged:
    text, moved = damage(row["text"], chance)
    found = _found_stretches(find_quotations(article_of(text, row["id"])))
    gold = _moved(text, gold_stretches(row), moved)
    return _Damaged(text, gold, _moved(text, gold_stretches(row, doubles=True), moved), found)


def _moved(text: str, stretches: set[Interval], moved: list[int]) -> set[Interval]:
    found: set[Interval] = set()
    for begin, end in stretches:
        low, high = moved[begin], moved[end - 1] + 1
        while low < high and text[low] in _MARKS:
            low += 1
        found.add((low, high))
    return found


def _f1(counts: Iterator[Counts]) -> float:
    right, predicted, gold = map(sum, zip(*counts, strict=True))
    return 2 * right / max(1, predicted + gold)


def _speakers(row: dict[str, Any], found: tuple[Quotation, ...]) -> Iterator[bool]:
    """Yield, for each gold attribution found, whether its speaker overlaps the gold one."""
    for attribution in row["attributions"]:
        if not attribution.get("source"):
            continue
        over = [each for each in found if _covers(each, attribution.get("content", []))]
        best = max(over, key=lambda each: _shared(each, attribution["content"]), default=None)
        if best is not None and _shared(best, attribution["content"]) >= _LEAST_SHARED:
            speaker = best.speaker
            yield speaker is not None and any(
                speaker.begin < end and begin < speaker.end for begin, end in attribution["source"]
            )


def _covers(quotation: Quotation, spans: list[list[int]]) -> bool:
    return any(quotation.begin < end and begin < quotation.end for begin, end in spans)


def _shared(quotation: Quotation, spans: list[list[int]]) -> float:
    shared = sum(
        max(0, min(quotation.end, end) - max(quotation.begin, begin)) for begin, end in spans
    )
    return shared / (quotation.end - quotation.begin + sum(end - begin for begin, end in spans))


def _overlap_f1(rows: list[dict[str, Any]], found: list[tuple[Quotation, ...]]) -> float:
    matched_gold = matched_found = gold = predicted = 0
    for row, quotations in zip(rows, found, strict=True):
        contents = [each["content"] for each in row["attributions"] if each.get("content")]
        gold += len(contents)
        predicted += len(quotations)
        matched_gold += sum(any(_covers(q, spans) for q in quotations) for spans in contents)
        matched_found += sum(any(_covers(q, spans) for spans in contents) for q in quotations)
    recall, precision = matched_gold / max(1, gold), matched_found / max(1, predicted)
    return 2 * precision * recall / max(1e-9, precision + recall)
