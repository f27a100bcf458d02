"""The quotations of one article, each with its cue and its speaker."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from math import exp
from typing import NamedTuple

from ..model import Article, Mention, Paragraph, Quotation, QuotationKind, Speaker
from ..text import dateline_end
from .clauses import Clause
from .focus import Focus
from .masking import Word, marks_of
from .people import PRONOUNS, Named, People
from .reading import ReadParagraph, is_bare, read_paragraph
from .speaker_kinds import speaker_kind
from .stretches import Stretch, beside_speech_verb, is_quotation, opens_or_follows_colon
from .subjects import opening_name

# A transcript inside a quotation names its speakers in capitals.
_LABEL = re.compile(r"(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s+(?=\S)")
# What stands behind "by" is who did it, not what is said.
_AGENT = "by"


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """Return the quotations of an article in order: direct, mixed and indirect.

    Titles, nicknames and scare quotes are left out. Words in the headline and in captions come
    with `in_headline`.
    """
    body = [paragraph for paragraph in article.paragraphs if paragraph.text]
    people = People(paragraph.text for paragraph in body)
    finder = _Finder(article, people)
    found = [
        quotation
        for paragraph, following in _with_following(body)
        for quotation in finder.paragraph(paragraph, following)
    ]
    for paragraph in _displayed(article):
        found += _Finder(article, people, headline=True).paragraph(paragraph, None)
    # Two cues may govern the same words.
    if len({(each.begin, each.end) for each in found}) < len(found):
        # Not a set: its order differs from one process to the next.
        found = list(dict.fromkeys(found))
    return tuple(sorted(found, key=lambda each: (each.begin, each.end, each.kind)))


def voiced_stretches(
    article: Article,
) -> Iterator[tuple[Paragraph, ReadParagraph, Stretch, "Voice"]]:
    """Yield every quoted stretch of the body and who speaks around it: what is_quotation learns from."""
    body = [paragraph for paragraph in article.paragraphs if paragraph.text]
    finder = _Finder(article, People(()))
    for paragraph, following in _with_following(body):
        read = read_paragraph(paragraph.text, following)
        for stretch, voice in finder.voiced(paragraph, read):
            yield paragraph, read, stretch, voice


def _with_following(body: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, str | None]]:
    texts = [paragraph.text for paragraph in body[1:]]
    return zip_longest(body, texts)


def _displayed(article: Article) -> Iterator[Paragraph]:
    """Yield headline, standfirst and captions as paragraphs, where they stand in the capture."""
    held = {(paragraph.begin, paragraph.end) for paragraph in article.paragraphs}
    for name in ("headline", "standfirst", "captions", "caption"):
        for begin, end in dict.fromkeys(article.spans_of(name)):
            if (begin, end) not in held:
                yield Paragraph(article.capture.text[begin:end], begin, end)


class Voice(NamedTuple):
    """Who spoke last: as written, where, resolved; and the cue."""

    speaker: Speaker | None
    cue: Mention | None

    @property
    def speaks(self) -> bool:
        """Whether anybody's cue is near."""
        return self.cue is not None


_NOBODY = Voice(None, None)


class _Finder:
    """Goes through the paragraphs of one article in order and remembers who spoke."""

    def __init__(self, article: Article, people: People, headline: bool = False) -> None:
        self.article = article
        self.people = people
        self.headline = headline
        self.last = _NOBODY
        self.focus = Focus(people)
        self.voices: dict[tuple[int, tuple[int, int]], Voice] = {}

    def paragraph(self, paragraph: Paragraph, following: str | None) -> Iterator[Quotation]:
        """Yield the quotations of the next paragraph."""
        read = read_paragraph(paragraph.text, following, headline=self.headline)
        for stretch, voice in self.voiced(paragraph, read):
            quotation = self._quoted(paragraph, read, stretch, voice)
            if quotation is not None:
                yield quotation
        opening = dateline_end(paragraph.text)
        for number, words in enumerate(read.masked.sentences):
            for clause in read.clauses[number]:
                voice = self.voices[number, clause.cue]
                yield from self._reported(paragraph, words, clause, voice, opening)

    def voiced(self, paragraph: Paragraph, read: ReadParagraph) -> Iterator[tuple[Stretch, Voice]]:
        """Yield the stretches of the next paragraph with who speaks them, and remember who spoke."""
        self.voices = self._voices(paragraph, read)
        around = self._voices_around(read)
        for stretch, nearby in zip(read.stretches, around, strict=True):
            if stretch.clause is not None:
                yield stretch, self.voices[stretch.sentence, stretch.clause.cue]
            elif stretch.alone:
                yield stretch, nearby
            else:
                words = read.masked.sentences[stretch.sentence]
                yield stretch, self._opening_voice(paragraph, words, stretch)
        if self.voices:
            named = [each for each in self.voices.values() if each.speaker and each.speaker.name]
            self.last = (named or list(self.voices.values()))[-1]

    def _voices_around(self, read: ReadParagraph) -> list[Voice]:
        """Return, for every stretch, who speaks where it has no cue of its own.

        That is who is quoted before it in its paragraph, else behind it, else whoever a cue
        before it names, else the last voice of the paragraphs before.
        """
        quoted = [
            None if each.clause is None else self.voices[each.sentence, each.clause.cue]
            for each in read.stretches
        ]
        later: list[Voice | None] = []
        for voice in reversed(quoted):
            later.append(voice if voice is not None else later[-1] if later else None)
        later.reverse()
        cued = list(self.voices)
        around: list[Voice] = []
        earlier: Voice | None = None
        for stretch, voice, following in zip(read.stretches, quoted, later, strict=True):
            nearest = earlier or following
            if nearest is None:
                at = bisect_left(cued, (stretch.sentence, (0, 0)))
                nearest = self.voices[cued[at - 1]] if at else self.last
            around.append(nearest)
            earlier = voice or earlier
        return around

    def _voices(
        self, paragraph: Paragraph, read: ReadParagraph
    ) -> dict[tuple[int, tuple[int, int]], Voice]:
        """Resolve the speaker of every clause of a paragraph, in order."""
        voices: dict[tuple[int, tuple[int, int]], Voice] = {}
        previous = self.last
        for number, words in enumerate(read.masked.sentences):
            named = self._named(paragraph, read, words)
            spoke: list[Named] = []
            for clause in read.clauses[number]:
                here = (*spoke, *named)
                speaker = self._speaker(paragraph, words, clause, previous, here)
                voice = Voice(speaker, _mention(paragraph, words, clause.cue))
                voices[number, clause.cue] = voice
                if speaker is not None and speaker.name is not None:
                    previous = voice
                    if speaker.text.lower() in PRONOUNS or any(
                        each.name == speaker.name for each in named
                    ):
                        spoke.append(Named(speaker.begin - paragraph.begin, speaker.name, True))
            self.focus.pass_on(spoke or self._opening(words), named)
        return voices

    def _named(
        self, paragraph: Paragraph, read: ReadParagraph, words: Sequence[Word]
    ) -> list[Named]:
        """Return the persons whom the reporter's own words name in a sentence."""
        low, high = words[0].begin, words[-1].end
        everybody = self.people.named_in(paragraph.text)
        here = [each for each in everybody if low <= each.begin < high]
        spans = read.masked.stretches
        if not here or not spans:
            return here
        return [
            each for each in here if not any(span.begin <= each.begin < span.end for span in spans)
        ]

    def _opening(self, words: Sequence[Word]) -> list[Named]:
        """Return whom a pronoun means that opens a sentence without a cue: it keeps the focus."""
        if words[0].low not in PRONOUNS:
            return []
        name = self.focus.whom(words[0].low, ())
        return [] if name is None else [Named(words[0].begin, name, True)]

    def _speaker(
        self,
        paragraph: Paragraph,
        words: Sequence[Word],
        clause: Clause,
        previous: Voice,
        here: Sequence[Named],
    ) -> Speaker | None:
        if clause.speaker is None:
            return None
        named = _mention(paragraph, words, clause.speaker)
        via = None
        if clause.via is not None:
            via = _mention(paragraph, words, clause.via).text
        told = named if clause.antecedent is None else _mention(paragraph, words, clause.antecedent)
        before = words[clause.speaker[0]].begin
        name = self._name(told.text, previous, [each for each in here if each.begin < before])
        sentence = paragraph.text[words[0].begin : words[-1].end]
        kind = speaker_kind(told.text, name, sentence)
        return Speaker(named.text, named.begin, named.end, name, via, kind)

    def _name(self, text: str, previous: Voice, here: Sequence[Named] = ()) -> str | None:
        first = text.split()[0].lower() if text.split() else ""
        if first not in PRONOUNS:
            return self.people.name_of(text)
        found = self.focus.whom(first, here)
        if found is not None:
            return found
        name = previous.speaker.name if previous.speaker is not None else None
        return name if name is not None and self.people.fits(first, name) else None

    def _opening_voice(
        self, paragraph: Paragraph, words: Sequence[Word], stretch: Stretch
    ) -> Voice:
        """Return the subject of a sentence in which no cue was found as the speaker of its marks."""
        place = opening_name(words, 0, stretch.place)
        if place is None:
            return _NOBODY
        named = _mention(paragraph, words, place)
        name = self._name(named.text, self.last)
        kind = speaker_kind(named.text, name, "")
        return Voice(Speaker(named.text, named.begin, named.end, name, kind=kind), None)

    def _quoted(
        self, paragraph: Paragraph, read: ReadParagraph, stretch: Stretch, voice: Voice
    ) -> Quotation | None:
        accepted, odds = is_quotation(read.masked, stretch, continued=voice.speaks)
        if not accepted:
            return None
        begin, end = stretch.span.begin, stretch.span.end
        label = _LABEL.match(paragraph.text, begin, end)
        if label is not None:
            begin = label.end()
            voice = self._labelled(paragraph, label)
        span = paragraph.span(begin, end)
        marks = marks_of(read.masked, stretch.span, self.article.language)
        reason = "stands between marks" + ("" if marks == "ok" else f" ({marks})")
        return Quotation(
            self.article.id,
            paragraph.text[begin:end],
            span.begin,
            span.end,
            _kind(read, stretch),
            marks,
            voice.speaker,
            voice.cue,
            round(1 / (1 + exp(-odds)), 3),
            (reason, *_why(voice, stretch.clause)),
            self.headline,
        )

    def _labelled(self, paragraph: Paragraph, label: re.Match[str]) -> Voice:
        """Return the speaker whom a transcript names before the words, as in "VENN: We stay"."""
        begin, end = label.span("name")
        span = paragraph.span(begin, end)
        name = self.people.name_of(label["name"].title())
        cue = paragraph.span(end, end + 1)
        return Voice(
            Speaker(label["name"], span.begin, span.end, name), Mention(":", cue.begin, cue.end)
        )

    def _reported(
        self,
        paragraph: Paragraph,
        words: Sequence[Word],
        clause: Clause,
        voice: Voice,
        opening: int,
    ) -> Iterator[Quotation]:
        """Yield what a cue governs without marks, behind the dateline that ends at `opening`."""
        for begin, end in clause.said:
            if is_bare(words, begin, end):
                continue
            while begin < end and words[begin].begin < opening:
                begin += 1
            while begin < end and not words[begin].text[0].isalnum():
                begin += 1
            while end > begin and not words[end - 1].text[0].isalnum():
                end -= 1
            if begin == end or words[begin].low == _AGENT:
                continue
            said = _mention(paragraph, words, (begin, end))
            yield Quotation(
                self.article.id,
                said.text,
                said.begin,
                said.end,
                "indirect",
                "ok",
                voice.speaker,
                voice.cue,
                round(1 / (1 + exp(-clause.odds)), 3),
                ("reported without marks", *_why(voice, clause)),
                self.headline,
            )


def _kind(read: ReadParagraph, stretch: Stretch) -> QuotationKind:
    """Return whether a stretch is all that is said, or a piece inside reported speech."""
    clause = stretch.clause
    if clause is None:
        masked = read.masked
        said = beside_speech_verb(masked, stretch) and opens_or_follows_colon(masked, stretch)
        return "direct" if stretch.alone or masked.dashed or said else "mixed"
    words = read.masked.sentences[stretch.sentence]
    around = (each for each in clause.content if each[0] <= stretch.place < each[1])
    return "direct" if any(is_bare(words, *each) for each in around) else "mixed"


def _why(voice: Voice, clause: Clause | None) -> tuple[str, ...]:
    """Return the reasons for a speaker."""
    if voice.speaker is None:
        return ("no speaker is named",)
    where = (
        f"“{voice.cue.text}” governs it"
        if clause is not None and voice.cue
        else ("goes on with the speaker around it")
    )
    resolved = voice.speaker.name
    if resolved is None or resolved == voice.speaker.text:
        return (where,)
    return where, f"“{voice.speaker.text}” is {resolved} in this article"


def _mention(paragraph: Paragraph, words: Sequence[Word], place: tuple[int, int]) -> Mention:
    begin, end = words[place[0]].begin, words[place[1] - 1].end
    text = paragraph.text[begin:end]
    if not paragraph.joins:
        return Mention(text, paragraph.begin + begin, paragraph.begin + end)
    span = paragraph.span(begin, end)
    return Mention(text, span.begin, span.end)
