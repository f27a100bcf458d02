"""Quotations brought together across articles. Places and people are invented."""

from variorum.model import (
    Account,
    AccountId,
    Article,
    ArticleId,
    Capture,
    CaptureId,
    Evidence,
    Paragraph,
    Span,
    Utterance,
    Witness,
)
from variorum.quotations import find_quotations, gather_utterances, link_utterances


def article_of(key: str, *paragraphs: str, headline: str | None = None) -> Article:
    parts = [headline, *paragraphs] if headline else list(paragraphs)
    placed: list[Paragraph] = []
    at = len(headline) + 1 if headline else 0
    for each in paragraphs:
        placed.append(Paragraph(each, at, at + len(each)))
        at += len(each) + 1
    evidence = (Evidence("headline", (Span(0, len(headline)),)),) if headline else ()
    capture = Capture(CaptureId(key), key, "\n".join(parts), "text/plain", "")
    return Article(
        ArticleId(key),
        capture,
        "article",
        tuple(placed),
        headline=headline,
        evidence=evidence,
        language="en",
    )


def gather(*articles: Article, accounts: dict[str, str] | None = None) -> tuple[Utterance, ...]:
    """Gather with one account an article, or the account that `accounts` names."""
    members: dict[str, list[ArticleId]] = {}
    for article in articles:
        members.setdefault((accounts or {}).get(article.id, article.id), []).append(article.id)
    held = [
        Account(AccountId(key), tuple(Witness(str(n), each) for n, each in enumerate(ids)))
        for key, ids in members.items()
    ]
    quotations = [each for article in articles for each in find_quotations(article)]
    return gather_utterances(articles, held, quotations)


WIRE = article_of(
    "wire",
    "Tarr is no good neighbour, Belm’s leader Sir Orla Venn told Premier Piet de Roo on Monday.",
    "“Even the sight of one Tarran barge on the river is too much,” Venn told De Roo.",
    "“Tarrans are not friends of Belm. Tarrans are not friends of anyone and never "
    "spared their oldest partners,” state radio quoted Venn as saying.",
)
COPY = article_of(
    "copy",
    "Tarr is no good neighbour, Belm’s leader Sir Orla Venn told Premier Piet de Roo on Monday.",
    "Even the sight of one Tarran barge on the river is too much,” Venn told De Roo.",
    "Tarrans are not friends of Belm. Tarrans are not friends of anyone and never "
    "spared their oldest partners,” state radio quoted Venn as saying.",
)
OTHER = article_of(
    "other",
    "Belm’s leader Sir Orla Ines Venn received Premier Piet de Roo on Monday.",
    "“The sight of even one Tarran barge on the river is too much,” Venn said, adding that "
    "“Tarrans are not friends of anyone and never spared their oldest allies”.",
    headline="‘Even One Single Tarran Barge on Our River is Too Much, Belm’s Leader Says",
)
ACCOUNTS = {"wire": "agency", "copy": "agency", "other": "own"}


def test_renderings_come_together_across_accounts() -> None:
    utterances = gather(WIRE, COPY, OTHER, accounts=ACCOUNTS)
    assert [len(each.renderings) for each in utterances] == [2, 3]
    assert {each.speaker for each in utterances} == {"Sir Orla Venn"}
    cut, moved = utterances
    assert cut.renderings[0].articles == ("copy", "wire")
    assert cut.renderings[0].marks == "unopened"
    assert cut.renderings[0].text.startswith("Tarrans are not friends of Belm.")
    assert [(each.kind, each.before, each.after) for each in cut.renderings[1].changes] == [
        ("truncation", "Tarrans are not friends of Belm.", ""),
        ("lexical", "partners", "allies"),
    ]
    assert [each.kind for each in moved.renderings[1].changes] == ["transposition"]


def test_headline_words_that_no_quotation_bears_are_flagged() -> None:
    utterances = gather(WIRE, COPY, OTHER, accounts=ACCOUNTS)
    flagged = [each for one in utterances for each in one.renderings if each.unborne]
    assert [each.articles for each in flagged] == [("other",)]
    assert flagged[0].in_headline
    borne = article_of(
        "borne", "“No barge will pass,” Orla Venn said.", headline="Venn: ‘No barge will pass’"
    )
    assert not any(each.unborne for one in gather(borne) for each in one.renderings)


def test_order_does_not_matter() -> None:
    assert gather(WIRE, COPY, OTHER, accounts=ACCOUNTS) == gather(
        OTHER, COPY, WIRE, accounts=ACCOUNTS
    )


def test_another_speaker_is_a_change() -> None:
    one = article_of("one", "“The river belongs to those who drink from it,” Orla Venn said.")
    two = article_of("two", "“The river belongs to those who drink from it,” Piet de Roo said.")
    (utterance,) = gather(one, two)
    changes = [change for each in utterance.renderings for change in each.changes]
    assert [(each.kind, each.grade) for each in changes] == [("attribution", "alters meaning")]


def test_a_cue_in_the_middle_does_not_part_an_utterance() -> None:
    one = article_of("one", "“The river is ours and the barges,” Orla Venn said, “will stay home.”")
    two = article_of("two", "“The river is ours and the barges will stay home,” Orla Venn said.")
    (utterance,) = gather(one, two)
    assert {change.kind for each in utterance.renderings for change in each.changes} <= {
        "punctuation"
    }
    assert sorted(len(each.spans) for each in utterance.renderings) == [1, 2]


def test_two_utterances_run_together_are_a_splice() -> None:
    apart = article_of(
        "apart",
        "“The old bridge over the river must be rebuilt,” Orla Venn said.",
        "The talks went on for six hours.",
        "“Every family in the valley has lost someone dear,” Venn said later.",
    )
    joined = article_of(
        "joined",
        "“The old bridge over the river must be rebuilt. Every family in the valley has lost "
        "someone dear,” Orla Venn said.",
    )
    (utterance,) = gather(apart, joined)
    kinds = {change.kind for change in utterance.renderings[0].changes}
    assert kinds == {"splice"}


def test_short_phrases_do_not_glue() -> None:
    one = article_of("one", "The talks were “very good,” Orla Venn said.")
    two = article_of("two", "The harvest was “very good,” Piet de Roo said.")
    assert len(gather(one, two)) == 2


CREW = "“All went well. Nobody pushed, nobody shouted, and each child was carried off,” Venn said."


def test_a_lost_mark_is_never_a_cut() -> None:
    whole = article_of("a", "Orla Venn spoke.", CREW)
    copy = article_of("b", "Orla Venn spoke.", CREW.removeprefix("“"))
    (utterance,) = gather(whole, copy, accounts={"a": "x", "b": "x"})
    (rendering,) = utterance.renderings
    assert rendering.changes == ()
    assert rendering.marks == "unopened"
    assert rendering.damaged == ("b",)


def test_a_lost_mark_behind_a_lead_is_mended_from_an_intact_copy() -> None:
    said = (
        "Venn told the press: {}Keep the harbour open. They say: Close it. We will not,” she wrote."
    )
    whole = article_of("a", "Orla Venn spoke.", said.format("“"))
    copy = article_of("b", "Orla Venn spoke.", said.format(""))
    (utterance,) = gather(whole, copy, accounts={"a": "x", "b": "x"})
    (rendering,) = utterance.renderings
    assert set(rendering.articles) == {"a", "b"}
    assert rendering.damaged == ("b",)
    words = "Keep the harbour open. They say: Close it. We will not,"
    assert words in {copy.capture.text[span.begin : span.end] for span in rendering.spans}


def test_pieces_that_a_cue_divides_keep_their_sentences() -> None:
    article = article_of("a", "Orla Venn spoke. “It was a goat,” Venn said. “It has four legs.”")
    (utterance,) = gather(article)
    assert utterance.renderings[0].text == "It was a goat. It has four legs."


def test_a_headline_in_words_of_its_own_shows_one_change() -> None:
    article = article_of(
        "a",
        "“Tarrans are not friends of Belm and never spared their oldest partners,” Orla Venn said.",
        headline="‘Belm partners never friends with cruel Tarrans of old,’ says Venn",
    )
    (utterance,) = gather(article)
    changes = [r.changes for r in utterance.renderings if r.in_headline]
    assert all(len(each) <= 1 for each in changes)


def test_the_same_short_words_of_two_speakers_stay_apart() -> None:
    one = article_of("one", "“Yes, we will,” Orla Venn said.", "“Yes, we will,” Piet de Roo said.")
    two = article_of("two", "“Yes, we will,” Piet de Roo told the crowd.")
    utterances = gather(one, two)
    assert [each.speaker for each in utterances] == ["Piet de Roo", "Orla Venn"]
    assert [len({a for r in each.renderings for a in r.articles}) for each in utterances] == [2, 1]


def test_half_of_an_utterance_is_of_it() -> None:
    whole = "The dam will hold through the night. Nobody has to leave the valley before morning"
    full = article_of("full", f"“{whole},” Orla Venn said.")
    first = article_of("first", "“The dam will hold through the night,” Orla Venn said.")
    last = article_of("last", "“Nobody has to leave the valley before morning,” Orla Venn said.")
    (utterance,) = gather(full, first, last)
    assert [[each.kind for each in one.changes] for one in utterance.renderings] == [
        [],
        ["truncation"],
        ["truncation"],
    ]


def test_a_rare_phrase_belongs_to_the_one_utterance_that_has_it() -> None:
    full = article_of(
        "full", "“Venn does her homework, and the harbour is better for it,” Piet de Roo said."
    )
    piece = article_of("piece", "Piet de Roo said that Venn “does her homework” every night.")
    assert len(gather(full, piece)) == 1


def test_a_changed_quotation_at_the_same_place_of_a_copy_is_the_same() -> None:
    told = "The talks ended at noon. “{},” Orla Venn told reporters in the square after lunch."
    one = article_of("one", told.format("They agreed"), "Rain fell.")
    two = article_of("two", told.format("They never agreed"), "Rain fell.")
    together = gather(one, two, accounts={"one": "x", "two": "x"})
    assert [[c.kind for c in r.changes] for each in together for r in each.renderings] in (
        [[], ["negation"]],
        [["negation"], []],
    )


def test_one_utterance_in_two_stories_bears_one_id() -> None:
    said = "The river belongs to those who drink from it and to nobody else"
    one = gather(article_of("one", f"“{said},” Orla Venn said."))
    two = gather(article_of("two", f"“{said},” Orla Venn said.", "“Go home,” Piet de Roo said."))
    assert one[0].id != two[0].id
    left, right = link_utterances([one, two])
    assert left[0].id == right[0].id
    assert len({each.id for each in right}) == 2
    assert [each.renderings for each in right] == [each.renderings for each in two]


def test_what_most_accounts_give_stands_first_among_wordings_of_a_length() -> None:
    said = "“The river belongs to {}those who drink from it and fish in it,” Orla Venn said."
    pages = [article_of(key, said.format("")) for key in ("a", "b")]
    longer = article_of("c", said.format("all "))
    (utterance,) = gather(*pages, longer)
    assert "all" not in utterance.renderings[0].text
    changes = [change for each in utterance.renderings for change in each.changes]
    assert [each.kind for each in changes] == ["addition"]


def test_each_page_knows_where_it_carries_a_rendering() -> None:
    utterances = gather(WIRE, COPY, OTHER, accounts=ACCOUNTS)
    texts = {each.id: each.capture.text for each in (WIRE, COPY, OTHER)}
    for rendering in (one for each in utterances for one in each.renderings):
        assert tuple(each.article for each in rendering.carried) == rendering.articles
        for carried in rendering.carried:
            for span in carried.spans:
                assert texts[carried.article][span.begin : span.end].strip()


def test_a_speaker_named_near_by_is_not_charged_as_another() -> None:
    words = "“The river belongs to those who drink from it and fish in it,” "
    one = article_of("one", f"{words}Orla Venn said.")
    two = article_of("two", f"{words}Piet de Roo said. Orla Venn had told him so.")
    changes = [c for each in gather(one, two) for r in each.renderings for c in r.changes]
    assert not any(each.kind == "attribution" for each in changes)
