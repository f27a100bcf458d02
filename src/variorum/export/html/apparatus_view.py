"""The reconstructed text with its readings: each place of variation found again in the running text."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Account, Reading, VariationUnit
from ..wording import join_names
from .accounts_view import account_headline, account_title
from .palette import Sign
from .phrases import KINDS
from .register import Register

# Readings that change no word: the first to fold where a margin is full.
_SLIGHT = {"punctuation", "orthographic"}
# The margin's type is smaller than the text's and its column narrower: notes of this many
# characters for one of the paragraph stand beside it; more would tear the running text apart.
_MARGIN_PER_CHARACTER = 0.6
_LEAST_MARGIN = 200
# What a sigil, a kind and the space around them take.
_NOTE_FRAME = 24
# More context than this never decides between two places.
_CONTEXT = 80


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One other wording: the words, what kind of change it is, and who has it."""

    text: str
    kind: str
    sigla: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A place of variation as the margin tells it."""

    anchor: str
    number: int
    lemma: str
    readings: tuple[ReadingView, ...]
    slight: bool
    added: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: plain, or (with a note) one where witnesses differ."""

    text: str
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of the archetype in pieces, its notes, and the witnesses if not all carry it."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    folded: tuple[Note, ...]
    carried_by: str | None


@dataclass(frozen=True, slots=True)
class ArchetypeView:
    """The reconstructed text of one account."""

    anchor: str
    sign: Sign
    title: str
    headline: str | None
    witnesses: int
    paragraphs: tuple[ParagraphView, ...]
    places: int


def view_archetype(account: Account, register: Register, anchor: str) -> ArchetypeView | None:
    """Return the archetype of an account, `None` where there is none to reconstruct."""
    if len(account.witnesses) < 2 or not account.archetype:
        return None
    names = {each.sigil: register.name(each.article) for each in account.witnesses}
    paragraphs, number = [], 0
    for position, paragraph in enumerate(account.archetype, start=1):
        units = [unit for unit in account.apparatus if unit.paragraph == position]
        notes = []
        for unit in units:
            number += 1
            notes.append(_note(unit, number, f"{anchor}-note-{number}", names))
        pieces = _pieces(paragraph.text, list(zip(units, notes, strict=True)))
        partial = len(paragraph.witnesses) < len(account.witnesses)
        shown = _fitting(notes, len(paragraph.text))
        paragraphs.append(
            ParagraphView(
                pieces=pieces,
                notes=tuple(note for note in notes if note in shown),
                folded=tuple(note for note in notes if note not in shown),
                carried_by=_carriers(paragraph.witnesses, len(account.witnesses))
                if partial
                else None,
            )
        )
    return ArchetypeView(
        anchor=anchor,
        sign=register.sign(account.id),
        title=account_title(account),
        headline=account_headline(account),
        witnesses=len(account.witnesses),
        paragraphs=tuple(paragraphs),
        places=number,
    )


def _fitting(notes: Sequence[Note], length: int) -> list[Note]:
    """Return the notes for which a paragraph's margin has room, changed words before changed marks."""
    room = max(length * _MARGIN_PER_CHARACTER, _LEAST_MARGIN)
    shown: list[Note] = []
    for note in sorted(notes, key=lambda each: each.slight):
        room -= len(note.lemma)
        room -= sum(len(reading.text) + _NOTE_FRAME for reading in note.readings)
        if room < 0:
            break
        shown.append(note)
    return shown


def _carriers(sigla: tuple[str, ...], all_witnesses: int) -> str:
    if len(sigla) > 6:
        return f"only in {len(sigla)} of {all_witnesses} pages"
    return f"only in {join_names(sigla)}" if sigla else "whole in none"


def _note(unit: VariationUnit, number: int, anchor: str, names: dict[str, str]) -> Note:
    return Note(
        anchor=anchor,
        number=number,
        lemma=unit.lemma,
        readings=tuple(_reading(reading, names) for reading in unit.readings),
        slight=all(reading.kind in _SLIGHT for reading in unit.readings),
        added=unit.added,
    )


def _reading(reading: Reading, names: dict[str, str]) -> ReadingView:
    return ReadingView(
        text=reading.text,
        kind=KINDS[reading.kind],
        sigla=tuple((sigil, names.get(sigil, "")) for sigil in reading.witnesses),
    )


def _pieces(text: str, noted: list[tuple[VariationUnit, Note]]) -> tuple[Piece, ...]:
    """Cut a paragraph at its places of variation; a place not found again is in the margin alone."""
    places: list[tuple[int, int, Note]] = []
    cursor = 0
    for unit, note in noted:
        place = None
        if not unit.added:
            place = _find(text, unit, cursor) or _find_at_end(text, unit, cursor)
        if place is None:
            continue
        begin, end = place
        places.append((begin, end, note))
        cursor = end
    pieces: list[Piece] = []
    cursor = 0
    for begin, end, note in places:
        if begin > cursor:
            pieces.append(Piece(text[cursor:begin]))
        pieces.append(Piece(text[begin:end], note))
        cursor = end
    if cursor < len(text):
        pieces.append(Piece(text[cursor:]))
    return tuple(pieces)


def _find(text: str, unit: VariationUnit, cursor: int) -> tuple[int, int] | None:
    """Return where the lemma stands at or after `cursor`, judged by the words around it."""
    best: tuple[int, int] | None = None
    best_fit = -1
    begin = text.find(unit.lemma, cursor)
    while begin >= 0:
        fit = _fit_before(text[:begin], unit.before) + _fit_after(
            text[begin + len(unit.lemma) :][:_CONTEXT], unit.after
        )
        if _at_word(text, begin, begin + len(unit.lemma)) and fit > best_fit:
            best, best_fit = (begin, begin + len(unit.lemma)), fit
        begin = text.find(unit.lemma, begin + 1)
    return best


def _find_at_end(text: str, unit: VariationUnit, cursor: int) -> tuple[int, int] | None:
    """Return the end of the paragraph if the lemma begins there and runs on into the next one."""
    words = unit.lemma.split()
    for kept in range(len(words) - 1, 0, -1):
        begin = len(text) - len(" ".join(words[:kept]))
        if (
            begin >= cursor
            and text[begin:] == " ".join(words[:kept])
            and _at_word(text, begin, len(text))
        ):
            return begin, len(text)
    return None


def _at_word(text: str, begin: int, end: int) -> bool:
    """Whether a stretch neither begins nor ends inside a word."""
    starts = begin == 0 or not (text[begin - 1].isalnum() and text[begin : begin + 1].isalnum())
    ends = end >= len(text) or not (text[end].isalnum() and text[end - 1 : end].isalnum())
    return starts and ends


def _fit_before(text: str, context: str) -> int:
    return _fit_after(text[-_CONTEXT:][::-1], context[::-1])


def _fit_after(text: str, context: str) -> int:
    """Return how many characters of the context, spaces aside, follow at once."""
    fit = 0
    have = (mark for mark in text if not mark.isspace())
    for mark in context:
        if mark.isspace():
            continue
        if next(have, None) != mark:
            break
        fit += 1
    return fit
