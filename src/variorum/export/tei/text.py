"""The text of a TEI edition: a paragraph of the archetype each, an app wherever witnesses part."""

from collections.abc import Mapping, Sequence

from ...collation import find_moved, join_words
from ..laid_out import LaidOut
from ..parallel import Agreed, Parting, Segment, segment_account, told_text
from .element import Element, add, add_text

Names = Mapping[str, str]


def add_paragraphs(body: Element, laid: LaidOut, names: Names) -> None:
    """Add the paragraphs with their apparatus; an empty one where there is no text at all."""
    for paragraph in segment_account(laid):
        if paragraph.number:
            block = add(body, "p", n=str(paragraph.number))
        else:
            block = add(body, "ab", type="addition")
        _add_segments(block, paragraph.segments, names)
    if not len(body):
        add(body, "p")


def add_transpositions(back: Element, laid: LaidOut, names: Names) -> None:
    """Add an app for each passage that some witnesses have elsewhere in their text."""
    found = find_moved(laid.collation)
    if not found:
        return
    part = add(back, "div", type="transpositions")
    add(part, "head", "Passages that stand elsewhere in a witness")
    listed = add(part, "listApp", type="transpositions")
    for moved in found:
        columns = laid.collation.columns[moved.begin : moved.end]
        rows = dict(
            zip(
                laid.collation.witnesses,
                zip(*(column.readings for column in columns), strict=True),
                strict=True,
            )
        )
        words = laid.lemma[moved.begin : moved.end]
        if not any(words):
            words = tuple(each or "" for each in rows[moved.witnesses[0]])
        text = join_words(words)
        others = [sigil for sigil, row in rows.items() if any(row) and sigil not in moved.witnesses]
        number = max(laid.paragraphs[moved.begin : moved.end], default=0)
        app = add(listed, "app", type="transposition", loc=str(number) if number else None)
        add(app, "lem", text, wit=_refer(others, names))
        add(app, "rdg", text, wit=_refer(moved.witnesses, names), type="transposition")


def _add_segments(parent: Element, segments: Sequence[Segment], names: Names) -> None:
    """Add segments, a space between two where running text has one."""
    before = ""
    for segment in segments:
        text = told_text([segment])
        space = _space(before, text) if before else ""
        if isinstance(segment, Agreed):
            add_text(parent, space + segment.text)
        else:
            add_text(parent, space)
            _add_app(parent, segment, names)
        before = text or before


def _add_app(parent: Element, parting: Parting, names: Names) -> None:
    app = add(parent, "app")
    lemma = add(app, "lem", wit=_refer(parting.lemma_witnesses, names))
    _add_segments(lemma, parting.lemma, names)
    for variant in parting.variants:
        reading = add(app, "rdg", wit=_refer(variant.witnesses, names), type=variant.kind)
        _add_segments(reading, variant.segments, names)


def _space(before: str, text: str) -> str:
    """Return what stands between two stretches of text: a space, or nothing after a glued dash."""
    last, first = before.split()[-1:], text.split()[:1]
    return "" if last and first and join_words([*last, *first]) == last[0] + first[0] else " "


def _refer(sigla: Sequence[str], names: Names) -> str:
    return " ".join(f"#{names[sigil]}" for sigil in sigla)
