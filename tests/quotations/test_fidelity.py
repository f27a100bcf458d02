"""What outlets made of the quotations they took over. Places and people are invented."""

from dataclasses import replace

from variorum.model import (
    Account,
    AccountId,
    ArchetypeParagraph,
    Article,
    ArticleId,
    Fidelity,
    OutletShare,
    Story,
    StoryId,
    Witness,
)
from variorum.quotations import fidelity_of, find_quotations, gather_utterances

from .test_utterances import article_of

SAID = "“The dam at Orlen will hold, and nobody has to leave the valley tonight,” Piet Moor said."
ASKED = "“We asked for two boats and were given one,” Moor told reporters in the square."
WIRE = ("Rain fell on Orlen for the third day.", SAID, ASKED)


def story_of(
    articles: list[Article], copied_from: dict[str, str], archetype: tuple[str, ...] = ()
) -> tuple[Story, dict[ArticleId, Article]]:
    """Return a story of one account whose sigla are the articles' own keys."""
    witnesses = tuple(
        Witness(str(each.id), each.id, copied_from=copied_from.get(each.id)) for each in articles
    )
    text = tuple(ArchetypeParagraph(each, tuple(copied_from)) for each in archetype)
    account = Account(AccountId("one"), witnesses, archetype=text)
    shares = tuple(OutletShare(each.outlet, 1, 100, 0.0) for each in articles)
    story = Story(StoryId("s"), None, None, (account,), outlets=shares)
    said = [each for article in articles for each in find_quotations(article)]
    utterances = gather_utterances(articles, story.accounts, said)
    return replace(story, utterances=utterances), {each.id: each for each in articles}


def fidelity(
    articles: list[Article], copied_from: dict[str, str], archetype: tuple[str, ...] = ()
) -> dict[str | None, Fidelity]:
    story, by_id = story_of(articles, copied_from, archetype)
    said = [each for article in articles for each in find_quotations(article)]
    return {each.outlet: each for each in fidelity_of(story, by_id, said)}


def page(key: str, outlet: str | None, *paragraphs: str) -> Article:
    return replace(article_of(key, *paragraphs), outlet=outlet)


def test_a_verbatim_copy_keeps_all() -> None:
    wire = page("A", "Delta Wire", *WIRE)
    copy = page("B", "Orlen Post", *(each.replace("“", '"').replace("”", '"') for each in WIRE))
    told = fidelity([wire, copy], {"B": "A"})
    assert set(told) == {"Orlen Post"}
    assert (told["Orlen Post"].taken, told["Orlen Post"].kept) == (2, 2)


def test_a_changed_word_a_cut_and_a_lost_mark_are_told() -> None:
    wire = page("A", "Delta Wire", *WIRE)
    changed = page("B", "Orlen Post", WIRE[0], SAID.replace("nobody", "everybody"), ASKED)
    lost = page("C", None, WIRE[0], SAID, ASKED.removeprefix("“"))
    told = fidelity([wire, changed, lost], {"B": "A", "C": "A"})
    (taken,) = told["Orlen Post"].changed
    assert [each.kind for each in taken.changes] == ["negation"]
    assert taken.exemplar == "A"
    assert taken.utterance is not None
    (damaged,) = told[None].changed
    assert damaged.reasons == ("its marks are unopened",)


def test_what_a_page_leaves_out_is_not_taken_over() -> None:
    wire = page("A", "Delta Wire", *WIRE)
    short = page("B", "Orlen Post", WIRE[0], ASKED)
    assert fidelity([wire, short], {"B": "A"})["Orlen Post"].taken == 1


def test_words_without_their_marks_are_a_change() -> None:
    wire = page("A", "Delta Wire", *WIRE)
    bare = page("B", "Orlen Post", WIRE[0], SAID.replace("“", "").replace("”", ""), ASKED)
    (taken,) = fidelity([wire, bare], {"B": "A"})["Orlen Post"].changed
    assert "marks" in taken.reasons[0]


def test_a_lost_exemplar_is_read_from_the_archetype() -> None:
    first = page("A", "Orlen Post", *WIRE)
    second = page("B", "Hill Echo", WIRE[0], SAID, ASKED.replace("two", "three"))
    told = fidelity([first, second], {"A": "α", "B": "α"}, WIRE)
    assert told["Orlen Post"].kept == 2
    (taken,) = told["Hill Echo"].changed
    assert [each.kind for each in taken.changes] == ["figure"]
    assert taken.exemplar is None


def test_what_two_copies_of_a_lost_text_agree_on_was_its_own() -> None:
    same = ASKED.replace("two", "three")
    pages = [page(key, key, WIRE[0], SAID, same) for key in ("A", "B")]
    told = fidelity(pages, {"A": "β", "B": "β"}, WIRE)
    assert not any(each.changed for each in told.values())


def test_a_page_that_quotes_on_changed_nothing() -> None:
    wire = page("A", "Delta Wire", WIRE[0], "“The dam at Orlen will hold,” Piet Moor said.")
    more = page("B", "Orlen Post", WIRE[0], SAID)
    assert fidelity([wire, more], {"B": "A"})["Orlen Post"].kept == 1


def test_a_story_without_copies_has_no_fidelity() -> None:
    assert fidelity([page("A", "Delta Wire", *WIRE)], {}) == {}
