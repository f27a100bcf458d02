from pathlib import Path

import pytest

from variorum.extract import extract_article, extract_articles
from variorum.model import Article, Stated, content_id

from .pages import BRIDGE, HARBOUR, capture

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def spans_hold(article: Article, field: str, wanted: str) -> bool:
    return any(
        article.capture.text[span.begin : span.end] == wanted for span in article.spans_of(field)
    )


def test_a_page_with_menus_and_teasers() -> None:
    article = extract_article(capture(HARBOUR))
    assert article.id == content_id("article", article.capture.id)
    assert article.kind == "article"
    assert article.headline == "Ferry strike ends as Sveran port workers accept pay deal"
    assert article.byline == ("Mara Olden",)
    assert article.credit == ()
    assert article.published is not None
    assert (article.published.value, article.published.precision) == ("2021-03-14", "day")
    assert article.outlet == "Velmark Tribune"
    assert article.tags == ("Sveran", "Ports", "Labour")
    assert len(article.paragraphs) == 4
    assert article.paragraphs[0].text.startswith("Port workers in Sveran voted")
    [caption] = article.captions
    assert caption.endswith("March 13, 2021.")
    assert article.language == "en"
    assert spans_hold(article, "headline", article.headline)
    assert spans_hold(article, "byline", "Mara Olden")
    assert spans_hold(article, "published", "March 14, 2021")
    assert spans_hold(article, "captions", caption)


def test_a_page_with_a_standfirst() -> None:
    text = BRIDGE.replace("Nordpress", "Reuters")
    article = extract_article(capture(text))
    assert article.headline == "Old Quay bridge to close for a year of repairs, council says"
    assert article.standfirst is not None
    assert article.standfirst.startswith("The council of Tornau will close its oldest")
    assert article.credit == ("Reuters",)
    assert spans_hold(article, "credit", "Reuters")
    assert article.published is not None
    assert article.published.value == "2022-02-02T08:15"
    assert article.modified is not None
    assert article.modified.value == "2022-02-03T09:40"
    assert article.outlet is None
    assert len(article.paragraphs) == 4


def test_evidence_lies_in_the_text() -> None:
    for article in extract_articles([capture(HARBOUR), capture(BRIDGE)]):
        for evidence in article.evidence:
            for span in evidence.spans:
                assert 0 <= span.begin < span.end <= len(article.capture.text)


def test_order_of_results_is_the_order_given() -> None:
    first, second = capture(HARBOUR), capture(BRIDGE)
    forth = extract_articles([first, second])
    back = extract_articles([second, first])
    assert forth == tuple(reversed(back))


def test_a_page_without_an_article() -> None:
    article = extract_article(capture("Home\nNews\nLog in\nSubscribe\n"))
    assert (article.kind, article.paragraphs, article.headline) == ("none", (), None)


def test_an_empty_capture() -> None:
    article = extract_article(capture(""))
    assert (article.kind, article.paragraphs) == ("none", ())


def test_a_recovered_text_is_left_as_it_is() -> None:
    text = "Bridge to close.\n\nSVERAN (AP) — The bridge closes.\n\nIt is old."
    stated = Stated(
        headline="Bridge to close",
        byline=("Anna Roe and Jon Pell",),
        outlet="velmark",
        published="2021-03-04",
        recovered=True,
    )
    article = extract_article(capture(text, stated=stated))
    assert article.headline == "Bridge to close"
    assert article.byline == ("Anna Roe", "Jon Pell")
    assert article.outlet == "velmark"
    assert article.credit == ("AP",)
    assert article.dateline is not None
    assert article.dateline.place == "SVERAN"
    assert article.published is not None
    assert article.published.value == "2021-03-04"
    assert [each.text for each in article.paragraphs] == [
        "Bridge to close.",
        "SVERAN (AP) — The bridge closes.",
        "It is old.",
    ]


@pytest.mark.skipif(not SEEDS.exists(), reason="the three seed pages are not beside the checkout")
def test_the_seed_pages() -> None:
    paths = sorted(SEEDS.glob("*.txt"))
    algemeiner, unnamed, sarira = extract_articles(
        [capture(path.read_text(encoding="utf-8")) for path in paths]
    )
    assert [each.outlet for each in (algemeiner, unnamed, sarira)] == [
        "The Algemeiner",
        None,
        "Al-Sarira",
    ]
    assert algemeiner.byline == ("Reuters", "Algemeiner Staff")
    assert [each.credit for each in (algemeiner, unnamed, sarira)] == [
        ("Reuters",),
        ("Reuters",),
        (),
    ]
    published = [each.published.value for each in (algemeiner, unnamed, sarira) if each.published]
    assert published == ["2023-04-30T14:21", "2023-04-30T02:07", "2023-05-01"]
    assert len(algemeiner.captions) == 1
    assert len(algemeiner.paragraphs) == 7
    assert unnamed.standfirst is not None
    assert sarira.byline == ("Erick Wilson",)
    assert sarira.tags == ("Iran", "Iraq", "Politics")
    assert len(sarira.paragraphs) == 9
    assert len(sarira.subheadings) == 1
    assert len(sarira.captions) == 1


@pytest.mark.parametrize("before", ["caption", "note", None])
def test_a_text_begins_with_its_dateline(before: str | None) -> None:
    lines = {
        "caption": "A crane stands over the harbour of Sveran on Sunday, where work has stopped.",
        "note": "Ivo Ramm teaches the history of ports and sails the coast of Velmark every summer.",
    }
    text = [
        "SVERAN, Velmark (Nordpress) - Port workers went back to their cranes on Monday after "
        "eleven days of strike, and the first ferry left before noon.",
        "The union said that four in five of its members had voted for the offer. “We got what we "
        "asked for,” its head told reporters at the gate.",
        "Shops on the islands had begun to run out of milk and bread at the weekend.",
    ]
    page = "\n".join(
        ["Ferries sail again from Sveran", *([lines[before]] if before else []), *text]
    )
    article = extract_article(capture(page))
    assert [each.text for each in article.paragraphs] == text
    assert article.dateline is not None and article.dateline.place == "SVERAN, Velmark"
