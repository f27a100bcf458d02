"""Accounts completed: archetype, apparatus, and what is told of each witness."""

from collections.abc import Mapping, Sequence

from variorum.model import (
    Account,
    AccountId,
    Article,
    ArticleId,
    Capture,
    CaptureId,
    Origin,
    Paragraph,
    Witness,
)
from variorum.stemmatics import complete_account

from .test_build import WIRE


def article(name: str, texts: Sequence[str], credit: tuple[str, ...] = ("Northwire",)) -> Article:
    capture = Capture(CaptureId(name), name, "\n\n".join(texts), "text/plain", "")
    paragraphs = tuple(Paragraph(text, 0, 0) for text in texts)
    return Article(ArticleId(name), capture, "article", paragraphs, credit=credit)


def complete(pages: Mapping[str, Sequence[str]], agency: str | None = "Northwire") -> Account:
    articles = {ArticleId(name): article(name, texts) for name, texts in pages.items()}
    witnesses = tuple(Witness(name, ArticleId(name)) for name in sorted(pages))
    return complete_account(Account(AccountId("x"), witnesses, Origin(agency)), articles)


def text(account: Account) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in account.archetype)


def test_lost_marks_are_restored() -> None:
    account = complete({"A": [each.lstrip("“") for each in WIRE], "B": WIRE})
    assert text(account) == WIRE
    assert {paragraph.witnesses for paragraph in account.archetype} == {("A", "B")}
    assert [(u.paragraph, u.lemma, u.readings[0].kind) for u in account.apparatus] == [
        (2, "“We", "punctuation")
    ]
    assert [(w.copied_from, w.relation) for w in account.witnesses] == [("α", "verbatim")] * 2


def test_each_copyist_s_fault_is_mended_from_the_others() -> None:
    account = complete(
        {
            "A": [WIRE[0].replace("night", "late"), *WIRE[1:]],
            "B": WIRE[:4],
            "C": [*WIRE[:2], WIRE[2].replace("1,400", "1,800"), *WIRE[3:]],
            "D": [WIRE[1].lstrip("“"), *WIRE[2:]],
        }
    )
    assert text(account) == WIRE
    relations = {witness.sigil: witness.relation for witness in account.witnesses}
    assert relations["B"] == "excerpt"
    assert account.witnesses[1].dropped > 0.1


def test_a_local_paragraph_is_not_in_the_archetype() -> None:
    local = "In Tarn, shopkeepers said that they had fuel for four days and bread for two."
    pages = {"A": WIRE, "B": [*WIRE[:2], local, *WIRE[2:]], "C": WIRE}
    assert text(complete(pages)) == WIRE
    two = {"B": pages["B"], "C": WIRE[:4]}
    assert local not in text(complete(two))


def test_type_is_that_of_the_witness_with_whole_marks() -> None:
    plain = [each.replace("“", '"').replace("”", '"').replace("’", "'") for each in WIRE]
    broken = [each.replace("“", "").replace("’", "‘") for each in WIRE]
    assert text(complete({"A": broken, "B": plain})) == tuple(plain)


def test_a_single_witness_is_its_own_archetype() -> None:
    account = complete({"A": WIRE}, None)
    assert text(account) == WIRE
    assert account.stemma.edges == () and account.apparatus == ()
    assert account.witnesses[0].relation == "original"


def test_the_order_of_witnesses_does_not_matter() -> None:
    pages = {"A": WIRE, "B": WIRE[:3], "C": [*WIRE[:4], WIRE[4].replace("grain", "wheat")]}
    articles = {ArticleId(name): article(name, texts) for name, texts in pages.items()}
    ordered = tuple(Witness(name, ArticleId(name)) for name in pages)
    one = complete_account(Account(AccountId("x"), ordered), articles)
    other = complete_account(Account(AccountId("x"), ordered[::-1]), articles)
    assert one.stemma == other.stemma and one.archetype == other.archetype
