"""Alignments: what two articles share is found, wherever it stands, and typed by whose words it is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reuse.prose import article, paragraphs, prose
from variorum.model import Alignment, Article
from variorum.reuse import find_alignments
from variorum.text import folded_words


def only(*articles: Article) -> Alignment:
    (alignment,) = find_alignments(articles)
    return alignment


def texts_of(alignment: Alignment, *articles: Article) -> list[tuple[str, str]]:
    captured = {each.id: each.capture.text for each in articles}
    return [
        (
            captured[alignment.left][slice(*passage.left)],
            captured[alignment.right][slice(*passage.right)],
        )
        for passage in alignment.passages
    ]


def test_a_copy_shares_everything_and_spans_point_into_the_captures() -> None:
    body = paragraphs("a", "b", "c")
    one, other = article("one", body), article("other", body)
    alignment = only(one, other)
    assert (alignment.left_share, alignment.right_share) == (1.0, 1.0)
    for left, right in texts_of(alignment, one, other):
        assert folded_words(left) == folded_words(right)


def test_unrelated_articles_share_nothing() -> None:
    assert find_alignments([article("one", paragraphs("a")), article("two", paragraphs("b"))]) == ()


def test_moved_blocks_are_found() -> None:
    one = article("one", paragraphs("a", "b", "c", "d"))
    other = article("other", paragraphs("d", "x", "a", "b"))
    alignment = only(one, other)
    assert min(alignment.left_share, alignment.right_share) == 0.75


def test_light_edits_do_not_break_a_passage() -> None:
    words = prose("a", 60).split()
    edited = [*words[:20], "quite", *words[21:40], "suddenly", *words[40:]]
    alignment = only(article("one", [" ".join(words)]), article("other", [" ".join(edited)]))
    (passage,) = alignment.passages
    assert passage.words == 59


def test_merged_and_split_paragraphs_do_not_matter() -> None:
    one = article("one", paragraphs("a", "b", "c"))
    other = article("other", [" ".join(paragraphs("a", "b", "c"))])
    assert only(one, other).left_share == 1.0


def test_an_excerpt_has_a_high_share_one_way() -> None:
    whole = article("whole", paragraphs("a", "b", "c", "d", "e"))
    excerpt = article("excerpt", paragraphs("a"))
    alignment = only(whole, excerpt)
    assert sorted((alignment.left_share, alignment.right_share)) == [0.2, 1.0]


def test_shared_quotations_are_no_shared_narrative() -> None:
    said = f"“{prose('speech', 50)}”"
    one = article("one", [prose("a"), f"{said} the harbour master said.", prose("b")])
    other = article("other", [prose("c"), f"{said} the harbour master said."])
    alignment = only(one, other)
    assert {passage.kind for passage in alignment.passages} == {"quoted"}
    assert alignment.narrative_words == 0


def test_a_quotation_whose_marks_one_page_lost_stays_quoted() -> None:
    said = prose("speech", 50)
    one = article("one", [prose("a"), f"“{said}” the harbour master said."])
    other = article("other", [prose("c"), f"{said} the harbour master said."])
    assert only(one, other).narrative_words == 0


def test_turns_of_a_transcript_are_quoted() -> None:
    turns = [f"{name}: {prose(name)}" for name in ("QUILL", "HALE", "BRASK", "TARROW")]
    alignment = only(article("one", [prose("a"), *turns]), article("other", [prose("b"), *turns]))
    assert alignment.narrative_words == 0


def test_an_embedded_post_is_quoted() -> None:
    post = [prose("post"), "— Ada Quill (@adaquill) October 14, 2025"]
    alignment = only(article("one", [prose("a"), *post]), article("other", [prose("b"), *post]))
    assert alignment.narrative_words == 0


def test_a_statement_that_two_others_quote_is_nobody_s_prose() -> None:
    statement = prose("statement", 50)
    bare = [article(name, [prose(name, 60), statement]) for name in ("bare one", "bare two")]
    quoting = [article(name, [prose(name, 60), f"“{statement}”"]) for name in ("one", "two")]
    for alignment in find_alignments([*bare, *quoting]):
        assert alignment.narrative_words == 0
    assert only(*bare).narrative_words == 50


def test_standing_lines_are_common_and_say_why() -> None:
    line = (
        "Copyright 2031 Vessland Press Agency. All rights reserved. This material may not be "
        "published, broadcast or rewritten by anybody at all."
    )
    alignment = only(
        article("one", [prose("a"), line]),
        article("other", [prose("b"), line]),
    )
    (passage,) = alignment.passages
    assert passage.kind == "common"
    assert passage.reason == "a copyright notice"


def test_background_told_everywhere_is_common_but_not_between_two_copies() -> None:
    background = prose("background", 40)
    strangers = [
        article(f"stranger {n}", [*paragraphs(*(f"{n}{p}" for p in "abcdefgh")), background])
        for n in range(5)
    ]
    body = [*paragraphs("a", "b", "c", "d", "e", "f"), background]
    copies = [article("one", body), article("other", body)]
    alignments = find_alignments([*strangers, *copies])
    ids = {each.id for each in copies}
    for alignment in alignments:
        copied = {alignment.left, alignment.right} == ids
        kinds = {passage.kind for passage in alignment.passages}
        assert kinds == ({"narrative"} if copied else {"common"})
        if not copied:
            assert "otherwise share little" in str(alignment.passages[0].reason)


def test_scripts_without_spaces_align_by_character() -> None:
    sentence = "港口当局周二表示渡轮在大雾中搁浅所有乘客均已获救并被送往附近的医院接受检查"
    alignment = only(
        article("one", [sentence + "船长说没有人员失踪"]),
        article("other", ["另一家报纸报道了此事" + sentence]),
    )
    assert alignment.narrative_words >= 30


def test_empty_articles_and_no_articles() -> None:
    assert find_alignments([]) == ()
    assert find_alignments([article("one", []), article("other", [])]) == ()


def test_the_same_article_twice_is_not_aligned_with_itself() -> None:
    one = article("one", paragraphs("a", "b"))
    assert find_alignments([one, one]) == ()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=5), min_size=2, max_size=5),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter_and_shares_are_shares(bodies, random) -> None:  # type: ignore[no-untyped-def]
    articles = [article(str(n), paragraphs(*seeds)) for n, seeds in enumerate(bodies)]
    alignments = find_alignments(articles)
    shuffled = list(articles)
    random.shuffle(shuffled)
    assert find_alignments(shuffled) == alignments
    lengths = {each.id: len(each.capture.text) for each in articles}
    for alignment in alignments:
        assert 0.0 <= alignment.left_share <= 1.0
        assert 0.0 <= alignment.right_share <= 1.0
        for passage in alignment.passages:
            assert 0 <= passage.left.begin < passage.left.end <= lengths[alignment.left]
            assert 0 <= passage.right.begin < passage.right.end <= lengths[alignment.right]
