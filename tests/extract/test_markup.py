# ruff: noqa: E501 - a page's paragraph is one line
import time

from variorum.extract import extract_article, render_markup
from variorum.extract.markup.markup import plain, read_markup
from variorum.model import Article, Capture, CaptureId, content_id

PAGE = """<!doctype html><html lang="en"><head>
<title>Lighthouse keeper retires | Velmark Tribune</title>
<meta property="og:site_name" content="Velmark Tribune">
<meta property="og:title" content="Lighthouse keeper of Ostmark retires after forty years">
<meta property="og:description" content="The last keeper on the coast hands his lamp to a computer in the capital.">
<link rel="canonical" href="https://tribune.example/lighthouse">
<script type="application/ld+json">{broken</script>
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
 {"@type": "NewsArticle", "headline": "Lighthouse keeper of Ostmark retires after forty years",
  "datePublished": "2021-05-06T07:08:00+02:00", "dateModified": "0001-01-01T00:00:00Z",
  "author": [{"@type": "Person", "name": "Anna Roe"}, {"@type": "Person", "name": "Jon Pell"}],
  "publisher": {"@type": "Organization", "name": "Velmark Tribune"}, "keywords": ["Ostmark", "Sea"]}]}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<article><h1>Lighthouse keeper of Ostmark retires after forty years</h1>
<p class="lead">The last keeper on the coast hands his lamp to a computer in the capital.</p>
<figure><img src="a.jpg"><figcaption>Henrik Lund on the gallery of the Ostmark light.</figcaption></figure>
<p>OSTMARK (Reuters) - Henrik Lund climbed the two hundred and eleven steps of the Ostmark light for the
   last time on <b>Thursday</b> evening, and left the key beneath the mat.</p>
<p>For forty years he had slept in four-hour watches, wound the clockwork by hand whenever the current
failed, and written the weather into a ledger that nobody asked to see.</p>
<h2>A box with a blinking light</h2>
<p>From now on a grey box in the capital will switch the lamp on at dusk, the coastal office said, and a
technician will come by boat twice a year to wipe the glass.</p>
<p>"I am not sad," said Lund, whose daughter waited below with a handcart. "I have seen enough fog."</p>
</article><footer><p>© 2021 Velmark Tribune</p></footer></body></html>"""


def capture(markup: str, url: str | None = "https://tribune.example/lighthouse") -> Capture:
    return Capture(
        CaptureId(content_id(markup)),
        "page.html",
        render_markup(markup),
        "text/html",
        content_id(markup),
        url=url,
        markup=markup,
    )


def read(markup: str = PAGE) -> Article:
    return extract_article(capture(markup))


def test_fields_of_a_page_of_markup() -> None:
    article = read()
    assert article.headline == "Lighthouse keeper of Ostmark retires after forty years"
    assert article.byline == ("Anna Roe", "Jon Pell")
    assert article.credit == ("Reuters",)
    assert article.outlet == "Velmark Tribune"
    assert article.published is not None
    assert article.published.value == "2021-05-06T07:08:00+02:00"
    assert article.modified is None
    assert article.canonical == "https://tribune.example/lighthouse"
    assert article.tags == ("Ostmark", "Sea")
    assert article.standfirst is not None
    assert article.standfirst.startswith("The last keeper on the coast")
    assert article.captions == ("Henrik Lund on the gallery of the Ostmark light.",)


def test_paragraphs_are_placed_in_the_rendering() -> None:
    article = read()
    assert len(article.paragraphs) == 4
    assert [each.text for each in article.subheadings] == ["A box with a blinking light"]
    for paragraph in article.paragraphs:
        piece = article.capture.text[paragraph.begin : paragraph.end]
        assert " ".join(piece.split()) == paragraph.text
        for at in range(0, len(paragraph.text), 7):
            letter = paragraph.text[at]
            if letter != " ":
                assert article.capture.text[paragraph.offset(at)] == letter


def test_anothers_article_is_not_this_pages() -> None:
    other = PAGE.replace(
        '"headline": "Lighthouse keeper of Ostmark retires after forty years"',
        '"headline": "Mayor opens swimming pool"',
    )
    article = read(other)
    assert article.headline == "Lighthouse keeper of Ostmark retires after forty years"
    assert article.published is None or not article.published.value.startswith("2021-05-06T07")


def test_a_page_without_metadata() -> None:
    head, body = PAGE.split("</head>")
    article = read("<html><head><title>x</title></head>" + body)
    assert article.headline == "Lighthouse keeper of Ostmark retires after forty years"
    assert len(article.paragraphs) >= 4
    assert head


def test_a_page_of_markup_without_an_article() -> None:
    article = read("<html><body><p>Log in</p><a href='/'>Home</a></body></html>")
    assert (article.kind, article.paragraphs) == ("none", ())


def test_broken_markup() -> None:
    for markup in ("", "<", "<html><script type='application/ld+json'>[[[[", "\x00<p>a</p>"):
        assert read(markup).kind == "none"


def test_plain_resolves_tags_and_entities() -> None:
    assert plain("<b>Sea &amp; sky</b>\n  <script>x</script>now") == "Sea & sky now"


def test_hostile_markup_costs_no_time() -> None:
    begun = time.perf_counter()
    read_markup("<meta " * 20_000 + "<h1>" * 20_000 + "<script type=application/ld+json>" * 2_000)
    read_markup("[" * 10_000 + '<script type="application/ld+json">' + "[" * 100_000 + "</script>")
    assert time.perf_counter() - begun < 2
