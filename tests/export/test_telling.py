"""The stemma in sentences: what pages did is told, grouped, named and counted."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.export.sample import wire_account
from tests.export.sample_pages import AGENCY, COURIER, OWN, OWN_ACCOUNT, WIRE, article
from variorum.export.telling import Claim, tell_account
from variorum.model import (
    Account,
    AccountId,
    Also,
    ArchetypeParagraph,
    Article,
    ArticleId,
    Moment,
    Origin,
    Reading,
    Relation,
    Stemma,
    StemmaEdge,
    StemmaNode,
    VariationUnit,
    Witness,
)

LOCAL = "Ferries to the outer islands will land at the fish hall for as long as the work goes on."
UPDATE = (
    "The pilots voted late on Thursday to keep their boats in port until the minister hears them.",
    "Their vote was the first of its kind on the island since the winter of the long ice.",
)


def carries(text: str, paragraph: str) -> bool:
    words = paragraph.split()
    return sum(word in text.split() for word in words) > 0.8 * len(words)


class Pages:
    """An account put together page by page."""

    def __init__(self, *paragraphs: str, origin: str | None = AGENCY) -> None:
        self.text = paragraphs
        self.origin = origin
        self.witnesses: list[Witness] = []
        self.articles: dict[ArticleId, Article] = {}
        self.lost = {"α": ""}
        self.units: list[VariationUnit] = []

    def add(
        self,
        sigil: str,
        outlet: str | None,
        body: Sequence[str],
        *,
        copied_from: str | None = "α",
        relation: Relation = "verbatim",
        confidence: float = 0.9,
        also: tuple[Also, ...] = (),
        published: str | None = "2031-04-17T10:00",
    ) -> None:
        page = article(
            f"page-{sigil}", body, headline=f"Lock, {sigil}", outlet=outlet, published=published
        )
        self.articles[page.id] = page
        self.witnesses.append(
            Witness(
                sigil,
                page.id,
                relation,
                copied_from,
                confidence=confidence,
                also=also,
                reasons=("",),
            )
        )

    def account(self) -> Account:
        sigla = [each.sigil for each in self.witnesses]
        extant = {each.sigil: each.copied_from for each in self.witnesses if each.copied_from}
        above = {**{sigil: parent for sigil, parent in self.lost.items() if parent}, **extant}
        texts = {each.sigil: self.articles[each.article].text for each in self.witnesses}
        return Account(
            AccountId("told"),
            tuple(self.witnesses),
            Origin(self.origin, None, 0.9),
            Stemma(
                tuple(StemmaNode(each, each not in self.lost) for each in (*self.lost, *sigla)),
                tuple(StemmaEdge(parent, child, 0.9, ()) for child, parent in above.items()),
            ),
            tuple(
                ArchetypeParagraph(each, tuple(s for s in sigla if carries(texts[s], each)))
                for each in self.text
            ),
            tuple(self.units),
        )

    def claims(self, *others: Account) -> tuple[Claim, ...]:
        known = {each.id: each for each in others}
        articles = {**self.articles, COURIER.id: COURIER}
        return tell_account(self.account(), articles, known)

    def sentences(self, *others: Account) -> list[str]:
        return [claim.sentence for claim in self.claims(*others)]


@pytest.fixture
def pages() -> Pages:
    pages = Pages(*WIRE)
    pages.add("A", "The Tern", WIRE)
    pages.add("B", "The Ostra Mail", WIRE)
    return pages


def test_two_pages_that_carry_it_whole(pages: Pages) -> None:
    assert pages.sentences() == [
        "The Island Wire text itself is not among the pages; it is rebuilt from them.",
        "Both carry it word for word.",
    ]


def test_a_single_page_has_nothing_to_tell() -> None:
    pages = Pages(*WIRE)
    pages.add("A", "The Tern", WIRE, copied_from=None)
    assert pages.sentences() == []


def test_pages_that_cut_are_grouped_by_where(pages: Pages) -> None:
    for number, sigil in enumerate("CDEFG"):
        pages.add(sigil, f"Paper {number}", WIRE[:3])
    pages.add("H", "The Gull", WIRE[:2])
    claim = pages.claims()[2]
    assert claim.sentence == (
        "Paper 0, Paper 1 and three others cut it after paragraph 3; "
        "The Gull cuts it after paragraph 2 of 5."
    )
    assert [each.witness.sigil for each in claim.instances] == ["H", *"CDEFG"]
    assert claim.instances[0].paragraphs == (2,)


def test_many_cuts_are_told_as_one_range() -> None:
    pages = Pages(*WIRE, *OWN)
    pages.add("A", "The Tern", (*WIRE, *OWN))
    for number, end in enumerate((2, 3, 3, 3, 6)):
        pages.add("BCDEF"[number], f"Paper {number}", (*WIRE, *OWN)[:end])
    assert pages.sentences()[2] == (
        "Paper 0, Paper 1 and three others cut it short, most often after paragraph 3 (three pages), "
        "between paragraphs 2 and 6 of 9."
    )


def test_what_a_page_left_out_is_no_cut(pages: Pages) -> None:
    pages.add("C", "The Gull", (*WIRE[:1], *WIRE[2:]))
    assert pages.sentences()[-1] == "The Gull leaves out paragraph 2."


def test_own_paragraphs_are_shown_where_they_stand(pages: Pages) -> None:
    pages.add("C", "The Gull", (*WIRE[:2], LOCAL, *WIRE[2:]))
    claim = pages.claims()[-1]
    assert claim.sentence == "The Gull adds one paragraph of its own."
    assert claim.instances[0].paragraphs == (3,)


def test_paragraphs_of_another_account_are_told_by_its_origin(pages: Pages) -> None:
    pages.add("C", "The Gull", (*WIRE, *OWN[:2], LOCAL), also=(Also(OWN_ACCOUNT, 0.2),))
    other = Account(OWN_ACCOUNT, (Witness("A", COURIER.id),), Origin("North Wire"))
    claims = pages.claims(other)
    assert claims[1].sentence == "The Gull adds two paragraphs from North Wire."
    assert claims[1].instances[0].paragraphs == (6, 7)
    assert claims[-1].sentence == "The Gull adds one paragraph of its own."


def test_another_account_of_unknown_origin_goes_by_its_outlet(pages: Pages) -> None:
    pages.add("C", "The Gull", (*WIRE, *OWN[:2]), also=(Also(OWN_ACCOUNT, 0.2),))
    other = Account(OWN_ACCOUNT, (Witness("A", COURIER.id),))
    assert f"The Gull adds two paragraphs from {COURIER.outlet}." in pages.sentences(other)


def test_what_a_copy_inherited_is_not_its_own_deed(pages: Pages) -> None:
    pages.add("C", "The Gull", (*WIRE[:2], LOCAL))
    pages.add("D", "Pilot News", (*WIRE[:2], LOCAL), copied_from="C", confidence=0.6)
    assert pages.sentences()[1:] == [
        "The Tern, The Ostra Mail and Pilot News carry it word for word.",
        "The Gull cuts it after paragraph 2 of 5.",
        "The Gull adds one paragraph of its own.",
        "Pilot News was copied from The Gull (likely).",
    ]


def test_a_lost_version_is_told_by_what_its_copies_have_in_common(pages: Pages) -> None:
    pages.lost["β"] = "α"
    for sigil, outlet in (("C", "The Gull"), ("D", "Pilot News")):
        pages.add(sigil, outlet, (*UPDATE, *WIRE[:4]), copied_from="β")
    told = pages.claims()
    assert told[1].sentence == (
        "The Gull and Pilot News carry a later version of it (β) that adds two paragraphs and "
        "ends after paragraph 4."
    )
    assert told[1].instances[0].paragraphs == (1, 2)
    assert told[2].sentence == "All four carry their version of it word for word."


def test_an_extant_root_is_named_and_how_sure_that_is() -> None:
    pages = Pages(*WIRE, origin=None)
    pages.lost = {}
    pages.add("A", "The Tern", WIRE, copied_from=None, relation="original")
    pages.add("B", "The Gull", WIRE[:3], copied_from="A", confidence=0.6)
    assert pages.sentences()[0] == "The Gull was copied from The Tern (likely)."
    pages.add("C", "Pilot News", WIRE, copied_from="A", confidence=0.85)
    assert pages.sentences()[0] == "All others go back to the page of The Tern (likely)."
    pages.add("D", None, WIRE, copied_from="A", confidence=0.4)
    assert pages.sentences()[0] == "All others go back to the page of The Tern (likely)."
    assert "From whom an unnamed outlet (D) copied is undecided." in pages.sentences()
    pages.add("E", "Pilot Mail", WIRE, copied_from="A", confidence=0.3)
    assert pages.sentences()[0] == "Whether The Tern was first is undecided."


def test_changed_words_figures_and_lost_marks_are_told_apart(pages: Pages) -> None:
    body = (WIRE[0], WIRE[1].removeprefix("“"), WIRE[2].replace("2,400", "2,500"), *WIRE[3:])
    pages.add("C", "The Gull", (body[0].replace("told", "promised"), *body[1:]))
    pages.units = [
        VariationUnit(
            1, "told", ("A", "B"), (Reading("promised", ("C",), "lexical"),), "Tarn", "dock"
        ),
        VariationUnit(2, "“No", ("A", "B"), (Reading("No", ("C",), "punctuation"),), "", "crew"),
        VariationUnit(3, "2,400", ("A", "B"), (Reading("2,500", ("C",), "figure"),), "Some", ""),
    ]
    claims = pages.claims()
    assert [claim.sentence for claim in claims[1:]] == [
        "All three carry it whole, two of them word for word.",
        "The Gull states other figures in one place.",
        "The Gull changes the wording in one place.",
        "The Gull has lost quotation marks in one place.",
    ]
    assert claims[2].instances[0].told == "one place (“2,400” became “2,500”)"
    assert claims[2].instances[0].paragraphs == (3,)
    assert claims[4].instances[0].told == "one place (“No became No)"


def test_another_dateline_is_no_change_of_wording(pages: Pages) -> None:
    units = (Reading("BAY (Wire) – Veldoria", ("B",), "addition"),)
    pages.units = [VariationUnit(1, "Veldoria", ("A",), units, "", "will close")]
    assert pages.sentences()[1] == "Both carry it word for word."


def test_of_a_page_that_retells_it_nothing_else_is_said(pages: Pages) -> None:
    pages.add("C", "The Gull", OWN, relation="rewrite")
    assert pages.sentences()[-1] == "The Gull retells it in other words."


def test_pages_of_one_outlet_are_told_apart_by_their_sigla(pages: Pages) -> None:
    pages.add("C", "The Tern", WIRE[:3])
    assert "The Tern (C) cuts it after paragraph 3 of 5." in pages.sentences()


def test_sentences_do_not_depend_on_the_order_of_articles() -> None:
    account = wire_account()
    pages = Pages(*WIRE)
    for number in range(7):
        pages.add("ABCDEFG"[number], f"Paper {number}", WIRE[: 2 + number % 4])
    articles = dict(reversed(pages.articles.items()))
    told = tell_account(pages.account(), articles, {account.id: account})
    assert [claim.sentence for claim in told] == pages.sentences()


def test_an_undated_page_is_named_after_dated_ones(pages: Pages) -> None:
    pages.add("C", "Early", WIRE[:3], published="2031-04-16T10:00")
    pages.add("D", "Late", WIRE[:3], published=None)
    moment = Moment("2031-04-15", "day")
    pages.articles = {
        key: replace(each, published=moment) if each.outlet == "Late" else each
        for key, each in pages.articles.items()
    }
    assert "Late and Early cut it after paragraph 3 of 5." in pages.sentences()


def test_a_ring_of_derivations_is_told_without_an_end(pages: Pages) -> None:
    pages.add("C", "The Gull", WIRE, copied_from="D")
    pages.add("D", "Pilot News", WIRE, copied_from="C")
    assert pages.sentences()


def test_a_piece_from_the_middle_is_told_by_what_is_left_of_it(pages: Pages) -> None:
    pages.add("C", "The Gull", WIRE[1:3])
    assert pages.sentences()[-1] == "The Gull carries only paragraphs 2 and 3 of 5."


def test_paragraphs_in_a_row_are_told_as_a_range() -> None:
    pages = Pages(*WIRE, *OWN)
    pages.add("A", "The Tern", (*WIRE, *OWN))
    pages.add("B", "The Gull", (*WIRE[3:], *OWN))
    assert pages.sentences()[-1] == "The Gull leaves out paragraphs 1 to 3."


def test_where_the_supplier_has_a_page_its_text_is_not_called_absent(pages: Pages) -> None:
    pages.add("C", AGENCY, WIRE[:3])
    assert pages.sentences()[0] == (
        "No page is known to be the Island Wire text that all go back to; it is rebuilt from them."
    )


def test_what_is_undecided_is_told_as_a_possibility(pages: Pages) -> None:
    pages.add("C", "The Gull", WIRE[:3])
    pages.add("D", "Pilot News", WIRE[:3], copied_from="C", confidence=0.4)
    assert "Pilot News may have been copied from The Gull (undecided)." in pages.sentences()


def test_a_page_that_drew_on_two_versions_names_the_second(pages: Pages) -> None:
    pages.add("C", "The Gull", WIRE)
    account = pages.account()
    edges = (*account.stemma.edges, StemmaEdge("B", "C", 0.6, ("reads with B",)))
    mixed = replace(account, stemma=replace(account.stemma, edges=edges))
    told = [claim.sentence for claim in tell_account(mixed, pages.articles, {})]
    assert told[1] == "The Gull draws on a second version as well: The Ostra Mail (likely)."
