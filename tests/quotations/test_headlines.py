"""Words in the marks of a headline or caption that no quotation of the article bears. All invented."""

from dataclasses import replace

import pytest

from variorum.model import Evidence, Span

from .test_utterances import article_of, gather

BODY = (
    "The pier at Orlen reopened on Monday, three years after the storm.",
    "“We will not close the pier again, and nobody will pay to walk on it,” Mayor Orla Venn said.",
    "“It was a long winter,” said the harbour master, Piet Moor, “and the lamp went out twice.”",
)


@pytest.mark.parametrize(
    ("headline", "borne"),
    [
        ("Mayor: ‘We will not close the pier again’", True),
        ("Mayor Venn says “nobody will pay to walk on it”", True),
        ("“We Will Not Close The Pier Again,” Venn says", True),
        ("‘It was a long winter’: Orlen pier reopens", True),
        ("“the lamp went out twice,” says harbour master", True),
        ("Mayor: ‘We will never close the pier again’", False),
        ("Venn: ‘We will close the pier again’", False),
        ("“The pier is ours for good,” says Venn", False),
        ("“Nobody pays to walk on our pier,” mayor says", False),
        ("Moor: “The lamp went out three times”", False),
        ("“The storm took all we had,” Moor says", False),
    ],
)
def test_headlines(headline: str, borne: bool) -> None:
    article = article_of("a", *BODY, headline=headline)
    quoted = [one for each in gather(article) for one in each.renderings if one.in_headline]
    assert any(each.unborne for each in quoted) == (not borne)


@pytest.mark.parametrize(
    ("caption", "borne"),
    [
        ("Mayor Orla Venn on the pier: “nobody will pay to walk on it,” she said.", True),
        ("Mayor Orla Venn: “The pier belongs to the children,” she said.", False),
    ],
)
def test_captions(caption: str, borne: bool) -> None:
    article = article_of("a", *BODY)
    text = f"{article.capture.text}\n{caption}"
    begin = len(article.capture.text) + 1
    article = replace(
        article,
        capture=replace(article.capture, text=text),
        captions=(caption,),
        evidence=(Evidence("captions", (Span(begin, len(text)),)),),
    )
    quoted = [one for each in gather(article) for one in each.renderings if one.in_headline]
    assert any(each.unborne for each in quoted) == (not borne)
