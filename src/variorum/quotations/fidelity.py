"""Fidelity: of the quotations that an outlet's pages took over, how many stand as the exemplar had them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..model import (
    Account,
    Article,
    ArticleId,
    Capture,
    CaptureId,
    Change,
    Fidelity,
    Paragraph,
    Quotation,
    QuotationId,
    Story,
    TakenQuotation,
    Utterance,
)
from ..text import folded_words
from .changes import changes_between
from .find import find_quotations
from .given import Given, given_of
from .likeness import holds, longest_run, wording_of
from .renderings import attributed_to_another

# Phrases of one or two words are found by chance; they are not counted (a definition).
_FEWEST_WORDS = 3
# Words without marks are believed to be a quotation's if there are so many (a definition).
_FEWEST_BARE = 4
# A quotation of the page renders one of its exemplar if the longest run of words that they share
# is so large a part of the shorter: an edited sentence keeps a third of its words in one run.
_LEAST_RUN = 0.3
_HARMLESS = ("punctuation", "orthographic")
_SETTING = ' "“”'

Where = tuple[ArticleId, int]


@dataclass(slots=True)
class _Page:
    """What one page quotes, and all its words."""

    text: str
    given: list[Given]
    words: tuple[str, ...]
    by_word: dict[str, list[Given]] = field(default_factory=lambda: defaultdict(list))


def fidelity_of(
    story: Story, articles: Mapping[ArticleId, Article], quotations: Iterable[Quotation]
) -> tuple[Fidelity, ...]:
    """Return for each outlet of a story what became of the quotations that its pages took over.

    Counted are the quotations in the body of a page's exemplar whose words the page carries. What
    is lost is read from the archetype; where two pages that derive from one lost exemplar agree
    against it, the exemplar had it so. Outlets that took nothing over are left out.
    """
    members = set(story.articles)
    said = [each for each in quotations if each.article in members]
    held = given_of([articles[each] for each in story.articles], story.accounts, said)
    pages = _pages(articles, members, held)
    utterances = dict(_places(story.utterances))
    taken: dict[str | None, list[TakenQuotation]] = defaultdict(list)
    spelled = {_folded(each.outlet): each.outlet for each in story.outlets if each.outlet}
    for account in story.accounts:
        for each in _taken_of(account, pages):
            article = articles[each.article]
            outlet = article.outlet or article.host
            name = spelled.get(_folded(outlet), outlet) if outlet else None
            taken[name].append(replace(each, utterance=_utterance_of(each, utterances)))
    ranked = sorted(taken.items(), key=lambda pair: (pair[0] is None, pair[0] or ""))
    return tuple(Fidelity(outlet, tuple(each)) for outlet, each in ranked)


def _folded(outlet: str) -> str:
    return "".join(filter(str.isalnum, outlet.casefold()))


def _pages(
    articles: Mapping[ArticleId, Article], members: Iterable[ArticleId], held: Iterable[Given]
) -> dict[ArticleId, _Page]:
    pages = {
        each: _Page(articles[each].capture.text, [], tuple(folded_words(articles[each].text)))
        for each in members
    }
    for given in held:
        _put(pages[given.quotation.article], given)
    return pages


def _put(page: _Page, given: Given) -> None:
    if given.quotation.in_headline:
        return
    page.given.append(given)
    for word in set(folded_words(given.quotation.text)):
        page.by_word[word].append(given)


def _places(utterances: Iterable[Utterance]) -> Iterator[tuple[Where, QuotationId]]:
    for utterance in utterances:
        for rendering in utterance.renderings:
            for carried in rendering.carried:
                for span in carried.spans:
                    yield (carried.article, span.begin), utterance.id


def _utterance_of(
    taken: TakenQuotation, utterances: Mapping[Where, QuotationId]
) -> QuotationId | None:
    found = (utterances.get((taken.article, span.begin)) for span in taken.spans)
    return next((each for each in found if each is not None), None)


def _taken_of(account: Account, pages: Mapping[ArticleId, _Page]) -> Iterator[TakenQuotation]:
    """Yield what the witnesses of an account took over."""
    extant = {witness.sigil: witness.article for witness in account.witnesses}
    lost = _lost_page(account)
    told: dict[str, list[TakenQuotation]] = defaultdict(list)
    for witness in account.witnesses:
        if witness.copied_from is None:
            continue
        exemplar = extant.get(witness.copied_from)
        page = lost if exemplar is None else pages[exemplar]
        for each, rendered in _matched(page, pages[witness.article]):
            own = pages[witness.article]
            taken = _taken(each, rendered, exemplar, own, witness.article)
            if taken is not None:
                told[witness.copied_from].append(taken)
    for sigil, found in told.items():
        yield from found if sigil in extant else _cleared(found)


def _lost_page(account: Account) -> _Page:
    """Return what the reconstructed text of an account quotes."""
    text = "\n".join(paragraph.text for paragraph in account.archetype)
    paragraphs, at = [], 0
    for paragraph in account.archetype:
        paragraphs.append(Paragraph(paragraph.text, at, at + len(paragraph.text)))
        at += len(paragraph.text) + 1
    capture = Capture(CaptureId(account.id), "", text, "text/plain", "")
    article = Article(ArticleId(account.id), capture, "article", tuple(paragraphs), language="en")
    page = _Page(text, [], ())
    if paragraphs:
        for given in given_of([article], [account], find_quotations(article)):
            _put(page, given)
    return page


def _taken(
    given: Given,
    rendered: Given | None,
    exemplar: ArticleId | None,
    page: _Page,
    article: ArticleId,
) -> TakenQuotation | None:
    """Return what became of one quotation of the exemplar; `None` where the page lacks the words."""
    text = given.quotation.text.strip(_SETTING)
    if rendered is None:
        if not _stands_bare(given.quotation, page):
            return None
        reasons: tuple[str, ...] = ("the words stand without marks",)
        return TakenQuotation(article, (), text, exemplar, reasons=reasons)
    changes, reasons = _changed(given.quotation, rendered.quotation, page.text)
    return TakenQuotation(
        article,
        rendered.spans,
        text,
        exemplar,
        marks=rendered.quotation.marks,
        changes=changes,
        reasons=reasons,
    )


def _stands_bare(quotation: Quotation, page: _Page) -> bool:
    """Whether the words of a quotation stand on a page, but in none of its quotations."""
    words = wording_of(quotation.text).words
    if quotation.marks != "ok" or quotation.kind != "direct" or len(words) < _FEWEST_BARE:
        return False
    return holds(page.words, words) and not any(
        holds(wording_of(each.quotation.text).words, words) for each in page.given
    )


def _matched(exemplar: _Page, page: _Page) -> Iterator[tuple[Given, Given | None]]:
    """Yield the quotations of an exemplar, each with that of the page which renders it, if one does.

    Those of the same words are paired first; then those that share most words in a run. Each
    quotation of the page renders one at the most.
    """
    waiting: dict[tuple[str, ...], list[Given]] = defaultdict(list)
    for each in page.given:
        waiting[wording_of(each.quotation.text).words].append(each)
    left: list[Given] = []
    for each in exemplar.given:
        words = wording_of(each.quotation.text).words
        if len(words) < _FEWEST_WORDS:
            continue
        if waiting.get(words):
            yield each, waiting[words].pop(0)
        else:
            left.append(each)
    free = {id(each) for same in waiting.values() for each in same}
    runs = [
        (run, each.quotation.begin, other.quotation.begin, each, other)
        for each in left
        for run, other in _alike(each, page)
        if id(other) in free
    ]
    rendered: dict[int, Given] = {}
    for *_, each, other in sorted(runs, key=lambda found: (-found[0], *found[1:3])):
        if id(each) not in rendered and id(other) in free:
            rendered[id(each)] = other
            free.discard(id(other))
    for each in left:
        yield each, rendered.get(id(each))


def _alike(given: Given, page: _Page) -> Iterator[tuple[int, Given]]:
    """Yield the quotations of a page that share a run of words with one, and its length."""
    wording = wording_of(given.quotation.text)
    candidates = {
        id(each): each
        for word in wording.weighty or wording.words
        for each in page.by_word.get(word, ())
    }
    for each in candidates.values():
        other = wording_of(each.quotation.text)
        begin, end = longest_run(wording, other)
        least = _LEAST_RUN * min(len(wording.words), len(other.words))
        if end - begin >= max(least, min(_FEWEST_WORDS, len(other.words))):
            yield end - begin, each


def _changed(
    one: Quotation, other: Quotation, text: str
) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """Return what a page changed of its exemplar's quotation, and why it no longer stands as it did."""
    speaker = one.speaker.name if one.speaker is not None else None
    if holds(wording_of(other.text).words, wording_of(one.text).words):
        # The page may quote on: what the exemplar had stands as it did.
        found: tuple[Change, ...] = ()
    else:
        found = changes_between(one.text.strip(_SETTING), other.text.strip(_SETTING))
    changes = (*found, *attributed_to_another(other, speaker, text))
    reasons = [
        f"{each.kind}: {each.reason}"
        for each in changes
        if each.kind not in _HARMLESS or each.grade != "harmless"
    ]
    if other.marks != "ok" and one.marks == "ok":
        reasons.append(f"its marks are {other.marks}")
    return changes, tuple(dict.fromkeys(reasons))


def _cleared(found: Sequence[TakenQuotation]) -> Iterator[TakenQuotation]:
    """Yield what pages took from a lost exemplar, what two of them agree on taken for its own wording."""
    wordings: dict[tuple[str, tuple[tuple[str, str], ...]], set[ArticleId]] = defaultdict(set)
    for each in found:
        wordings[_wording(each)].add(each.article)
    for each in found:
        if each.reasons and each.changes and len(wordings[_wording(each)]) > 1:
            yield replace(each, changes=(), reasons=())
        else:
            yield each


def _wording(taken: TakenQuotation) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return what tells two changed wordings of one quotation apart."""
    return taken.text, tuple((each.before, each.after) for each in taken.changes)
