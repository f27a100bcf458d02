"""Whom a cue has as its speaker, and which words it governs. Places and people are invented."""

import pytest

from variorum.quotations import find_quotations
from variorum.quotations.votes import Judgement, Votes

from .test_find import article_of


def reported(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return content, speaker and cue of what a text reports without marks."""
    return [
        (
            each.text,
            each.speaker.text if each.speaker else None,
            each.cue.text if each.cue else None,
        )
        for each in find_quotations(article_of(text))
        if each.kind == "indirect"
    ]


@pytest.mark.parametrize(
    ("text", "content", "speaker", "cue"),
    [
        # The cue is more than one word: the content begins behind all of it.
        (
            "Orla Venn called for a vote on the harbour.",
            "a vote on the harbour",
            "Orla Venn",
            "called",
        ),
        # The cue stands in the midst of what is said.
        (
            "The harbour, officials said, would open again in spring.",
            "would open again in spring",
            "officials",
            "said",
        ),
        (
            "The mine will close, according to the harbour office.",
            "The mine will close",
            "the harbour office",
            "according to",
        ),
        # A participle has the subject of its sentence.
        (
            "Ines Falk left the hall, saying that the vote was lost.",
            "that the vote was lost",
            "Ines Falk",
            "saying",
        ),
        # A second verb shares the subject of the first.
        (
            "The senator from Orl paused and recalled that the bridge had fallen before.",
            "that the bridge had fallen before",
            "The senator",
            "recalled",
        ),
    ],
)
def test_what_is_reported(text: str, content: str, speaker: str, cue: str) -> None:
    assert (content, speaker, cue) in reported(text)


def test_nobody_is_named_where_everybody_expects() -> None:
    speakers = [speaker for _, speaker, cue in reported("The ferry is expected to sail on Monday.")]
    assert speakers == [None]


def test_a_lone_capital_q_is_an_initial_and_no_quotation() -> None:
    (found,) = find_quotations(article_of("Minister Q. Teck said the dam was safe."))
    assert found.speaker is not None
    assert (found.speaker.text, found.speaker.name) == ("Minister Q. Teck", "Q Teck")


def test_a_run_of_capitals_is_nobody() -> None:
    article = article_of(
        "Piet Ode opened the fair.", "HARBOUR OPENS LATE", "“We stay open,” he said."
    )
    assert [each.speaker.name for each in find_quotations(article) if each.speaker] == ["Piet Ode"]


def test_votes_take_the_choice_with_the_most() -> None:
    judgement = Judgement("speaker", ("cue",), ("how", "head"), ("cue how", "how head"))
    names = list(judgement.vote_names(("said",), ("rule", "Name")))
    assert names == ["how=rule", "head=Name", "cue how=said\trule", "how head=rule\tName"]
    votes = Votes(
        judgement, {"how=rule": 1.0, "cue how=said\tname": 3.0, "how head=rule\tName": 1.0}
    )
    choices = [("rule", "Name"), ("name", "Name")]
    assert votes.best(("said",), choices) == 1
    assert votes.best(("told",), choices) == 0
    assert Votes(judgement, {}).best(("said",), choices) == 0
