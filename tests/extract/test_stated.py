"""What a record states of its page: claims that complete the fields, never verdicts over the text."""

from variorum.extract import extract_article
from variorum.ingest import make_capture
from variorum.model import Article, Stated

PARAGRAPHS = (
    "The ferry between Lissel and the island of Harn will sail again from Monday, the harbour "
    "master said on Friday after divers had raised the last of the sunken barges.",
    "Two of the three berths are still closed. Repairs will take until the autumn, he said, and "
    "lorries have to book a place the day before they want to cross.",
    "Hotels on the island report that half of their rooms are free for the first time in years.",
)


def read(
    stated: Stated, text: str = "\n\n".join(PARAGRAPHS), *, is_markup: bool = False
) -> Article:
    return extract_article(
        make_capture(
            "feed.xml#1", text, is_markup=is_markup, url="https://kelp.example/a", stated=stated
        )
    )


def test_a_teaser_is_no_article_and_says_why() -> None:
    article = read(Stated("Ferry sails again", teaser=True), PARAGRAPHS[0])
    assert (article.kind, article.paragraphs, article.headline) == ("none", (), "Ferry sails again")
    assert "only a summary or the beginning" in article.reasons[0]


def test_whom_a_text_was_taken_from_is_credited_unless_it_is_the_outlet_itself() -> None:
    assert read(Stated(supplier="Tide Post", recovered=True)).credit == ("Tide Post",)
    assert read(Stated(credit=("Associated Press",), recovered=True)).credit == ("AP",)
    own = Stated(outlet="Kelp News", supplier="Kelp News", recovered=True)
    assert read(own).credit == ()
    marked = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    assert read(Stated(supplier="Tide Post"), marked, is_markup=True).credit == ("Tide Post",)


def test_a_picture_s_credit_is_no_text_s() -> None:
    article = read(Stated(image_credit=("AFP",), recovered=True))
    assert (article.image_credits, article.credit) == (("AFP",), ())


def test_standfirst_and_tags_complete_what_the_page_does_not_print() -> None:
    stated = Stated(standfirst="The barges are gone.", tags=("ferries", "Harn"), recovered=True)
    article = read(stated)
    assert (article.standfirst, article.tags) == ("The barges are gone.", ("ferries", "Harn"))
    assert article.spans_of("standfirst") == ()
