"""The example pages: what is true of them (examples/truth.toml) must come out of the program."""

import tomllib
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from variorum.archive import open_archive
from variorum.model import (
    Account,
    Article,
    Comparison,
    Evidence,
    LedgerRow,
    Rendering,
    Story,
    Utterance,
    VariationUnit,
    Witness,
)
from variorum.text import fold_typography, folded_words

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
TRUTH: dict[str, Any] = tomllib.loads((EXAMPLES / "truth.toml").read_text(encoding="utf-8"))
Row = dict[str, Any]
PAGES: list[Row] = TRUTH["page"]
ARTICLES = [page for page in PAGES if page["kind"] == "article"]
# An agency and its initials are one name; which of them the program prints is not at issue here.
INITIALS = {"VPA": "Vessland Press Agency"}


def of_each(rows: list[Row], *keys: str) -> pytest.MarkDecorator:
    """Run a test on each row, named by its `keys`."""
    names = [" ".join(str(row.get(key, "")) for key in keys) for row in rows]
    return pytest.mark.parametrize("row", rows, ids=names)


@dataclass(frozen=True)
class Compared:
    """The comparison of all example pages, and ways to find a page in it."""

    comparison: Comparison
    articles: dict[str, Article]

    def account_of(self, file: str) -> Account:
        return next(each for each in self.accounts if self.article(file) in each.articles)

    def witness(self, file: str) -> Witness:
        account = self.account_of(file)
        return next(each for each in account.witnesses if each.article == self.article(file))

    def story_of(self, file: str) -> Story:
        found = self.article(file)
        return next(each for each in self.comparison.stories if found in each.articles)

    def article(self, file: str) -> str:
        return self.articles[file].id

    def files(self, ids: tuple[Any, ...]) -> set[str]:
        return {file for file, article in self.articles.items() if article.id in ids}

    @property
    def accounts(self) -> list[Account]:
        return [account for story in self.comparison.stories for account in story.accounts]


@pytest.fixture(scope="module")
def compared() -> Compared:
    comparison = open_archive().compare([str(EXAMPLES / "pages")])
    assert not comparison.failures
    located = {Path(each.capture.location).name: each for each in comparison.articles}
    return Compared(comparison, located)


def full_names(credit: tuple[str, ...] | list[str]) -> set[str]:
    return {INITIALS.get(name, name) for name in credit}


def pages_of(**wanted: str) -> set[str]:
    return {p["file"] for p in ARTICLES if all(p.get(k) == v for k, v in wanted.items())}


def plain(text: str) -> str:
    return fold_typography(text)


# --- the truth itself ---------------------------------------------------------------------------


def test_truth_names_every_page_once() -> None:
    listed = sorted(page["file"] for page in PAGES)
    assert listed == sorted(path.name for path in (EXAMPLES / "pages").iterdir())


@of_each([*TRUTH["utterance"], *TRUTH["unborne"]], "speaker", "text", "other")
def test_wording_stands_in_the_page(row: Row) -> None:
    wording = " ".join(folded_words(row.get("other") or row["text"]))
    for file in row.get("in") or [row["file"]]:
        page = unescape((EXAMPLES / "pages" / file).read_text(encoding="utf-8"))
        assert wording in " ".join(folded_words(page))


@of_each(PAGES, "file")
def test_readme_names_every_page(row: Row) -> None:
    assert f"`{row['file']}`" in (EXAMPLES / "README.md").read_text(encoding="utf-8")


# --- each page ----------------------------------------------------------------------------------


@of_each(PAGES, "file")
def test_kind(compared: Compared, row: Row) -> None:
    assert compared.articles[row["file"]].kind == row["kind"]


@of_each(ARTICLES, "file")
def test_headline(compared: Compared, row: Row) -> None:
    assert plain(compared.articles[row["file"]].headline or "") == plain(row["headline"])


@of_each(ARTICLES, "file")
def test_standfirst(compared: Compared, row: Row) -> None:
    assert compared.articles[row["file"]].standfirst == row.get("standfirst")


@of_each(ARTICLES, "file")
def test_outlet(compared: Compared, row: Row) -> None:
    assert compared.articles[row["file"]].outlet == row.get("outlet")


@of_each(ARTICLES, "file")
def test_credit(compared: Compared, row: Row) -> None:
    article = compared.articles[row["file"]]
    assert full_names(article.credit) == full_names(row["credit"])
    assert full_names(article.contributed) == full_names(row.get("contributed", []))


@of_each([page for page in ARTICLES if page.get("byline")], "file")
def test_people_of_the_byline(compared: Compared, row: Row) -> None:
    written = compared.articles[row["file"]].byline
    assert [name for name in written if name not in row["credit"]] == row["byline"]


@of_each(ARTICLES, "file")
def test_published(compared: Compared, row: Row) -> None:
    published = compared.articles[row["file"]].published
    if "published" not in row:
        assert published is None
    else:
        assert published is not None
        assert (published.value, published.precision) == (row["published"], row["precision"])


@of_each([page for page in ARTICLES if "modified" in page], "file")
def test_modified(compared: Compared, row: Row) -> None:
    modified = compared.articles[row["file"]].modified
    assert modified is not None
    assert modified.value == row["modified"]


@of_each(ARTICLES, "file")
def test_paragraphs_and_what_is_kept_apart_from_them(compared: Compared, row: Row) -> None:
    article = compared.articles[row["file"]]
    assert len(article.paragraphs) == row["paragraphs"]
    assert len(article.captions) == row["captions"]
    assert len(article.subheadings) == row.get("subheadings", 0)


@of_each([page for page in PAGES if page["kind"] == "none"], "file")
def test_page_without_an_article_has_no_paragraphs(compared: Compared, row: Row) -> None:
    assert compared.articles[row["file"]].paragraphs == ()


@of_each(ARTICLES, "file")
def test_evidence_stands_in_the_capture(compared: Compared, row: Row) -> None:
    article = compared.articles[row["file"]]
    for paragraph in article.paragraphs:
        begin, end = paragraph.span(0, len(paragraph.text))
        captured = article.capture.text[begin:end]
        assert captured.split() == paragraph.text.split()
    assert all(_stands(article, each) for each in article.evidence)


def _stands(article: Article, evidence: Evidence) -> bool:
    length = len(article.capture.text)
    return all(0 <= begin < end <= length for begin, end in evidence.spans)


# --- stories and accounts -----------------------------------------------------------------------


@of_each(TRUTH["story"], "name")
def test_story(compared: Compared, row: Row) -> None:
    files = pages_of(story=row["name"])
    story = compared.story_of(min(files))
    assert compared.files(story.articles) == files
    assert len(files) == row["pages"]
    assert len(story.accounts) == row["accounts"]
    assert story.event_date == row["event_date"]


def test_no_story_beyond_these(compared: Compared) -> None:
    assert len(compared.comparison.stories) == len(TRUTH["story"])


@pytest.mark.parametrize("label", sorted({page["account"] for page in ARTICLES}))
def test_account(compared: Compared, label: str) -> None:
    files = pages_of(account=label)
    assert compared.files(compared.account_of(min(files)).articles) == files


@of_each([page for page in PAGES if page["kind"] != "article"], "file")
def test_page_without_one_article_counts_in_no_account(compared: Compared, row: Row) -> None:
    assert all(compared.article(row["file"]) not in each.articles for each in compared.accounts)


@of_each(ARTICLES, "file")
def test_relation(compared: Compared, row: Row) -> None:
    witness = compared.witness(row["file"])
    assert witness.relation in row["relation"]
    assert witness.reasons


@of_each(ARTICLES, "file")
def test_passages_of_other_accounts(compared: Compared, row: Row) -> None:
    also = {each.account for each in compared.witness(row["file"]).also}
    wanted = {compared.account_of(min(pages_of(account=label))).id for label in row.get("also", [])}
    assert also == wanted


@of_each(TRUTH["origin"], "account")
def test_origin(compared: Compared, row: Row) -> None:
    origin = compared.account_of(min(pages_of(account=row["account"]))).origin
    assert full_names([origin.agency or ""]) == {row["agency"]}
    assert origin.reasons


# --- the family tree ----------------------------------------------------------------------------


def ancestors(account: Account, sigil: str) -> set[str]:
    found: set[str] = set()
    reached = {sigil}
    while reached:
        reached = {edge.origin for edge in account.stemma.edges if edge.target in reached} - found
        found |= reached
    return found


def test_no_page_of_the_grounding_derives_from_another(compared: Compared) -> None:
    files = pages_of(account="vpa-grounding")
    account = compared.account_of(min(files))
    extant = {witness.sigil for witness in account.witnesses}
    for witness in account.witnesses:
        assert not ancestors(account, witness.sigil) & extant, witness.sigil


def test_both_states_of_the_grounding_have_an_ancestor_of_their_own(compared: Compared) -> None:
    account = compared.account_of("vessland-today-ferry-update.html")
    first, update = (
        [compared.witness(file).sigil for file in sorted(pages_of(state=state))]
        for state in ("first", "update")
    )
    of_updates = set.intersection(*(ancestors(account, sigil) for sigil in update))
    of_first = set.union(*(ancestors(account, sigil) for sigil in first))
    assert of_updates - of_first, "the copies of the update share no ancestor that is theirs alone"


@of_each([page for page in ARTICLES if "copied_from" in page], "file")
def test_exemplar(compared: Compared, row: Row) -> None:
    assert compared.witness(row["file"]).copied_from == compared.witness(row["copied_from"]).sigil


# --- the lost original and the differences ------------------------------------------------------


@of_each(TRUTH["lost_mark"], "restored")
def test_lost_mark_is_restored(compared: Compared, row: Row) -> None:
    page = compared.articles[row["file"]]
    captured = plain(page.paragraphs[row["paragraph"] - 1].text)
    assert captured.startswith(plain(row["restored"])[1:])
    archetype = compared.account_of(row["file"]).archetype
    assert any(plain(each.text).startswith(plain(row["restored"])) for each in archetype)


@of_each(TRUTH["lost_mark"], "restored")
def test_lost_mark_is_in_the_apparatus(compared: Compared, row: Row) -> None:
    account, sigil = compared.account_of(row["file"]), compared.witness(row["file"]).sigil
    first = row["restored"][1:].split()[0]
    assert any(
        unit.lemma.lstrip('“"') == first
        and unit.lemma != first
        and any(
            sigil in reading.witnesses and reading.kind == "punctuation"
            for reading in unit.readings
        )
        for unit in account.apparatus
    )


@of_each(TRUTH["reading"], "kind", "text")
def test_reading(compared: Compared, row: Row) -> None:
    account, sigil = compared.account_of(row["file"]), compared.witness(row["file"]).sigil
    assert any(_shows(unit, row, sigil) for unit in account.apparatus)


def _shows(unit: VariationUnit, row: Row, sigil: str) -> bool:
    return row["lemma"].casefold() in folded_words(unit.lemma) and any(
        reading.kind == row["kind"]
        and row["text"].casefold() in folded_words(reading.text)
        and sigil in reading.witnesses
        for reading in unit.readings
    )


# --- quotations ---------------------------------------------------------------------------------


def utterance_of(story: Story, full: str) -> Utterance:
    found = [
        each
        for each in story.utterances
        if any(folded_words(rendering.text) == folded_words(full) for rendering in each.renderings)
    ]
    assert len(found) == 1, [rendering.text for each in found for rendering in each.renderings]
    return found[0]


def rendering_of(utterance: Utterance, text: str) -> Rendering:
    found = [each for each in utterance.renderings if folded_words(each.text) == folded_words(text)]
    assert found, [each.text for each in utterance.renderings]
    return found[0]


@of_each(TRUTH["utterance"], "speaker", "other")
def test_renderings_are_brought_together(compared: Compared, row: Row) -> None:
    utterance = utterance_of(compared.story_of(row["in"][0]), row["full"])
    assert folded_words(utterance.renderings[0].text) == folded_words(row["full"])
    assert (utterance.speaker or "").endswith(row["speaker"])
    other = [
        each
        for each in utterance.renderings
        if folded_words(each.text) == folded_words(row["other"])
    ]
    assert set(row["in"]) <= set().union(*(compared.files(each.articles) for each in other))


@of_each(TRUTH["utterance"], "speaker", "other")
def test_change_between_renderings(compared: Compared, row: Row) -> None:
    utterance = utterance_of(compared.story_of(row["in"][0]), row["full"])
    changes = rendering_of(utterance, row["other"]).changes
    kinds = {change.kind for change in changes} - {"punctuation"}
    if row.get("any_change"):
        assert kinds and kinds <= set(row["changes"])
    else:
        assert kinds == set(row["changes"])
    if "from" in row:
        swapped = {(plain(change.before), plain(change.after)) for change in changes}
        assert (row["from"], row["to"]) in swapped


@of_each(TRUTH["unborne"], "text")
def test_headline_that_nobody_said(compared: Compared, row: Row) -> None:
    unborne = [
        rendering
        for story in compared.comparison.stories
        for utterance in story.utterances
        for rendering in utterance.renderings
        if rendering.unborne
    ]
    assert [folded_words(each.text) for each in unborne] == [folded_words(row["text"])]
    assert compared.files(unborne[0].articles) == {row["file"]}
    assert unborne[0].in_headline


# --- figures ------------------------------------------------------------------------------------


@of_each(TRUTH["conflict"], "story", "about")
def test_conflict_of_figures(compared: Compared, row: Row) -> None:
    story = compared.story_of(min(pages_of(story=row["story"])))
    rows = {value: _ledger_row(compared, story, row, int(value)) for value in row["values"]}
    for value, files in row["values"].items():
        assert set(files) <= compared.files(rows[value].articles), value
        assert rows[value].status == "conflict", value
    assert len({each.topic for each in rows.values()}) == 1


def _ledger_row(compared: Compared, story: Story, row: Row, value: int) -> LedgerRow:
    files = set(row["values"][str(value)])
    same = [each for each in story.ledger if (each.kind, each.value) == (row["kind"], value)]
    found = [each for each in same if files & compared.files(each.articles)]
    assert found, f"no row states {value}"
    return max(found, key=lambda each: (each.status == "conflict", len(each.articles)))
