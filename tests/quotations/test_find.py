"""Quotations of one article: what is said, by whom. Places and people are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model import Article, ArticleId, Capture, CaptureId, Evidence, Paragraph, Span
from variorum.quotations import find_quotations


def article_of(*paragraphs: str, headline: str | None = None) -> Article:
    """Return an article whose capture holds its headline and paragraphs, a blank line between two."""
    parts = [headline, *paragraphs] if headline else list(paragraphs)
    text = "\n\n".join(parts)
    placed: list[Paragraph] = []
    at = len(headline) + 2 if headline else 0
    for each in paragraphs:
        placed.append(Paragraph(each, at, at + len(each)))
        at += len(each) + 2
    evidence = (Evidence("headline", (Span(0, len(headline)),)),) if headline else ()
    capture = Capture(CaptureId("c"), "c", text, "text/plain", "")
    return Article(
        ArticleId("a"),
        capture,
        "article",
        tuple(placed),
        headline=headline,
        evidence=evidence,
        language="en",
    )


def told(article: Article) -> list[tuple[str, str, str, str | None, str | None]]:
    """Return kind, marks, words, speaker as written and resolved of every quotation."""
    return [
        (
            each.kind,
            each.marks,
            each.text,
            each.speaker.text if each.speaker else None,
            each.speaker.name if each.speaker else None,
        )
        for each in find_quotations(article)
    ]


def test_offsets_are_those_of_the_capture() -> None:
    article = article_of(
        "The mine will close, Mayor Orla Venn said.",
        "“It is over,” Venn said.",
        headline="Mine Shuts",
    )
    for each in find_quotations(article):
        assert article.capture.text[each.begin : each.end] == each.text
        assert each.cue is not None and each.speaker is not None
        for mention in (each.cue, each.speaker):
            assert article.capture.text[mention.begin : mention.end] == mention.text


def test_a_surname_is_resolved_to_the_fullest_name() -> None:
    article = article_of(
        "Belm’s President Orla Ines Venn told visiting Tarran Minister Piet de Roo to leave.",
        "“The coal is ours,” Venn said. “It will stay ours.”",
        "De Roo said that talks would go on.",
    )
    assert told(article)[1:] == [
        ("direct", "ok", "The coal is ours,", "Venn", "Orla Ines Venn"),
        ("direct", "ok", "It will stay ours.", "Venn", "Orla Ines Venn"),
        ("indirect", "ok", "that talks would go on", "De Roo", "Piet de Roo"),
    ]


def test_pronouns_and_roles_are_resolved() -> None:
    article = article_of(
        "The mine will close, Mayor Orla Venn said on Monday.",
        "“We have no choice,” she said.",
        "The mayor said that the pits were “not safe at all.”",
    )
    quoted = told(article)
    assert ("direct", "ok", "We have no choice,", "she", "Orla Venn") in quoted
    assert ("mixed", "ok", "not safe at all.", "The mayor", "Orla Venn") in quoted


def test_one_speaker_quoted_through_another_keeps_both() -> None:
    article = article_of(
        "Belm and Tarr met. Premier Orla Venn spoke first.",
        "Tarr is no friend of ours. Tarr is nobody’s friend,” state radio quoted Venn as saying.",
        "“Our aim is peace,” Piet de Roo was quoted as saying, without a word on coal.",
    )
    found = [each for each in find_quotations(article) if each.kind == "direct"]
    assert [each.marks for each in found] == ["unopened", "ok"]
    assert found[0].text == "Tarr is no friend of ours. Tarr is nobody’s friend,"
    assert found[0].speaker is not None and found[0].speaker.name == "Orla Venn"
    assert found[0].speaker.via == "state radio"
    assert found[1].speaker is not None and found[1].speaker.name == "Piet de Roo"
    assert found[1].cue is not None and found[1].cue.text == "quoted as saying"


def test_paragraphs_opened_again_without_closing_belong_together() -> None:
    article = article_of(
        "Mayor Orla Venn wrote to the miners:",
        "“You dug this coal for a hundred years, and nobody thanked you.",
        "“I do so now.”",
    )
    direct = [each for each in find_quotations(article) if each.kind == "direct"]
    assert [each.text for each in direct] == [
        "You dug this coal for a hundred years, and nobody thanked you.",
        "I do so now.",
    ]
    assert {each.speaker.name for each in direct if each.speaker} == {"Orla Venn"}
    assert {each.marks for each in direct} == {"ok"}


def test_a_transcript_names_its_speakers() -> None:
    article = article_of(
        "Mayor Orla Venn spoke to Belm Radio. She was asked:",
        "“VENN: We will stay here for good.”",
    )
    said = [each for each in told(article) if each[0] != "indirect"]
    assert said == [("direct", "ok", "We will stay here for good.", "VENN", "Orla Venn")]


@pytest.mark.parametrize(
    "text",
    [
        "She will appear on the radio show “Belm This Morning” on Monday.",
        "She stars in “The Long Winter of Tarr” at the Royal Theatre.",
    ],
)
def test_titles_are_no_quotations(text: str) -> None:
    assert [each for each in told(article_of(text)) if each[0] != "indirect"] == []


def test_a_headline_is_read_too() -> None:
    article = article_of(
        "The mine will close, Mayor Orla Venn said.",
        headline="‘One Pit Is One Too Many in Belm, Mayor Says",
    )
    found = [
        each for each in find_quotations(article) if each.in_headline and each.kind != "indirect"
    ]
    assert [(each.text, each.marks) for each in found] == [
        ("One Pit Is One Too Many in Belm,", "unclosed")
    ]


WORDS = st.sampled_from(
    [
        *"“ ” \" ' ’ , . : ; — ― ( ) ? ! …".split(),
        *"said says told adding according to saying as quoted was by who that Venn Orla Mayor".split(),
        *"the she coal will stay VENN: Q Qqqq İ ''".split(),
    ]
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=25), max_size=3), st.booleans())
def test_whatever_the_text_the_offsets_hold(paragraphs: list[list[str]], spaced: bool) -> None:
    article = article_of(*((" " if spaced else "").join(words) for words in paragraphs))
    for each in find_quotations(article):
        assert article.capture.text[each.begin : each.end] == each.text
        assert each.text.strip() and 0 <= each.confidence <= 1


def test_the_same_article_gives_the_same_quotations() -> None:
    article = article_of("“We stay,” Orla Venn said, adding that “nobody will go hungry here.”")
    assert find_quotations(article) == find_quotations(article)
    assert find_quotations(article_of()) == ()


def speakers(*paragraphs: str) -> list[str | None]:
    """Return who speaks each quotation between marks."""
    return [name for kind, _, _, _, name in told(article_of(*paragraphs)) if kind != "indirect"]


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (
            (
                "Orla Venn spoke first. “We stay,” Venn said.",
                "The minister, Ines Falk, asked for patience. “Read the log,” she said.",
            ),
            "Ines Falk",
        ),
        (
            (
                "“We stay,” Ines Falk said.",
                "One of the skippers, Corin Ode, 68, steered by ear. “My radar is old,” he said.",
            ),
            "Corin Ode",
        ),
        (
            ("Orla Venn stepped ashore. “You could hear the town,” she told Radio Belm.",),
            "Orla Venn",
        ),
        (
            (
                "Falk’s groups point out the cost, and Piet Ode, who leads them, wants a vote.",
                "“I like the moon,” he said.",
            ),
            "Piet Ode",
        ),
    ],
)
def test_a_pronoun_means_the_last_subject(paragraphs: tuple[str, ...], speaker: str) -> None:
    assert speakers(*paragraphs)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("''We stay,'' Orla Venn said. ''We always did and always will.''", "Orla Venn"),
        ("“You know, I love the harbour,” Venn said, but “it has a history of fogs.”", "Venn"),
        ("“Did you see it?” she yells.", "she"),
        ("“We stay put,” Orla Venn, the mayor of Belm, one of two towns there, said.", "Orla Venn"),
    ],
)
def test_every_piece_has_the_speaker_of_its_sentence(text: str, written: str) -> None:
    said = [each for each in told(article_of("Orla Venn spoke.", text)) if each[0] != "indirect"]
    assert said and {speaker for _, _, _, speaker, _ in said} == {written}


def test_a_dateline_is_not_part_of_what_is_said() -> None:
    article = article_of("BELM, Oct 3 (Orl Press) – A ferry ran aground, the harbour office said.")
    assert [text for _, _, text, _, _ in told(article)] == ["A ferry ran aground"]
