"""Parallel segments: whatever was cut, added or reworded, each witness stands everywhere once."""

from collections.abc import Iterator, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.many_witnesses import named
from tests.export.sample_pages import article
from variorum.collation import fold_reading
from variorum.export.laid_out import LaidOut, lay_out
from variorum.export.parallel import Agreed, Parting, Segment, segment_account, told_text
from variorum.model import Account, AccountId, ArchetypeParagraph, Witness

WORDS = (
    "harbour lock grain pilots minister quay spring bell tide rope lamp crane ferry storm".split()
)
SENTENCES = (
    "The harbour master rang the bell before the tide turned.",
    "Pilots had waited on the quay since the lamps were lit.",
    "“No ferry sails tonight,” the minister said.",
    "A crane lifted 40 sacks of grain out of the storm’s reach.",
    "Ropes were counted twice, as they are every spring.",
    "Nobody asked why the lock had been left open.",
)


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, ...]:
    """Draw a version: some sentences, some with a word changed or dropped, some of its own."""
    told = []
    for sentence in SENTENCES:
        kind = draw(
            st.sampled_from(["kept", "kept", "kept", "cut", "changed", "shortened", "added"])
        )
        words = sentence.split()
        at = draw(st.integers(1, len(words) - 2))
        if kind == "cut":
            continue
        if kind == "changed":
            words[at] = draw(st.sampled_from(WORDS))
        elif kind == "shortened":
            del words[at]
        told.append(" ".join(words))
        if kind == "added":
            told.append(f"Later {' '.join(draw(st.permutations(WORDS))[:6])} were seen.")
    return tuple(told) or (SENTENCES[0],)


def laid_out(texts: Sequence[Sequence[str]], archetype: Sequence[str]) -> LaidOut:
    pages = [
        article(f"page-{number}", text, headline="Headline", outlet=None, published=None)
        for number, text in enumerate(map(tuple, map(dict.fromkeys, texts)))
    ]
    account = Account(
        AccountId("drawn"),
        tuple(Witness(named(number), page.id) for number, page in enumerate(pages)),
        archetype=tuple(ArchetypeParagraph(text, ()) for text in archetype),
    )
    return lay_out(account, {page.id: page for page in pages})


def partings(segments: Sequence[Segment]) -> Iterator[Parting]:
    for segment in segments:
        if isinstance(segment, Parting):
            yield segment
            for below in (segment.lemma, *(each.segments for each in segment.variants)):
                yield from partings(below)


def text_of(segments: Sequence[Segment], sigil: str) -> str:
    text = ""
    for segment in segments:
        if isinstance(segment, Agreed):
            text += f" {segment.text}"
            continue
        chosen = [each.segments for each in segment.variants if sigil in each.witnesses]
        chosen += [segment.lemma] * (sigil in segment.lemma_witnesses)
        assert len(chosen) == 1
        text += text_of(chosen[0], sigil)
    return text


def is_in_order(laid: LaidOut, sigil: str) -> bool:
    """Tell whether a witness has its words in the order of the collation."""
    at = laid.collation.witnesses.index(sigil)
    places = [place for paragraph in laid.collation.layout[at] for place in paragraph]
    return places == sorted(places)


@settings(max_examples=60, deadline=None)
@given(st.lists(versions(), min_size=1, max_size=5))
def test_every_witness_can_be_read(texts: list[tuple[str, ...]]) -> None:
    laid = laid_out(texts, tuple(dict.fromkeys(texts[0])))
    paragraphs = segment_account(laid)
    for number, text in enumerate(texts):
        told = fold_reading("".join(text_of(each.segments, named(number)) for each in paragraphs))
        expected = fold_reading(" ".join(dict.fromkeys(text)))
        if is_in_order(laid, named(number)):
            assert told == expected
        else:
            assert sorted(told) == sorted(expected)


@settings(max_examples=30, deadline=None)
@given(st.lists(versions(), min_size=2, max_size=4))
def test_nobody_stands_twice_and_an_outer_parting_names_all(texts: list[tuple[str, ...]]) -> None:
    laid = laid_out(texts, SENTENCES)
    everyone = sorted(laid.collation.witnesses)
    for paragraph in segment_account(laid):
        for parting in paragraph.segments:
            if isinstance(parting, Parting):
                named_here = [
                    *parting.lemma_witnesses,
                    *(s for v in parting.variants for s in v.witnesses),
                ]
                assert sorted(named_here) == everyone
        for parting in partings(paragraph.segments):
            assert parting.variants
            for variant in parting.variants:
                assert variant.witnesses
                assert variant.kind != "gap" or not variant.segments


@given(versions())
def test_a_single_witness_parts_nowhere(text: tuple[str, ...]) -> None:
    archetype = tuple(dict.fromkeys(text))
    paragraphs = segment_account(laid_out([text], archetype))
    assert not any(partings([s for each in paragraphs for s in each.segments]))
    assert [told_text(each.segments) for each in paragraphs] == list(archetype)
    assert [each.number for each in paragraphs] == list(range(1, len(archetype) + 1))


def test_a_sentence_told_in_place_of_another_is_one_parting() -> None:
    told = (
        SENTENCES[0],
        "Only gulls could say who had opened the gates that morning.",
        SENTENCES[2],
    )
    laid = laid_out([SENTENCES[:3], SENTENCES[:3], told], SENTENCES[:3])
    (parting,) = (each for p in segment_account(laid) for each in partings(p.segments))
    assert told_text(parting.lemma) == SENTENCES[1]
    assert parting.lemma_witnesses == ("A", "B")
    (variant,) = parting.variants
    assert (variant.witnesses, variant.kind) == (("C",), "lexical")


def test_what_a_later_version_puts_in_behind_a_paragraph_is_an_addition() -> None:
    added = (SENTENCES[0], SENTENCES[3], SENTENCES[1])
    laid = laid_out([SENTENCES[:2], added, added], SENTENCES[:2])
    paragraphs = segment_account(laid)
    assert [each.number for each in paragraphs] == [1, 0, 2]
    (parting,) = partings(paragraphs[1].segments)
    assert (parting.lemma, parting.lemma_witnesses) == ((), ("A",))
    assert [(each.witnesses, each.kind) for each in parting.variants] == [(("B", "C"), "addition")]
