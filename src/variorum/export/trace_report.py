"""The report on a trace for the terminal: who carries a pasted text, oldest first."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import TextIO

from ..model import Article, ArticleId, CarriedPassage, Carrier, Trace
from ..text import printable
from .wording import change_phrase, count, join_names, outlet_name

_WIDTH = 80
# A screen or two; --json shows everything.
_MOST_CARRIERS = 40
_MOST_PASSAGES = 3
_MOST_CHANGES = 4
_NAMED = 4
_LONGEST_TEXT = 200
# A page that carries less of the text is none of which "the oldest" is asked.
_MAINLY = 0.5
_ALL = 0.995


def print_trace(trace: Trace, stream: TextIO) -> None:
    """Write the report on a trace to `stream`, in plain lines of 80 columns."""
    articles = {article.id: article for article in trace.articles}
    for line in _lines(trace, articles):
        stream.write(line.rstrip() + "\n")


def _lines(trace: Trace, articles: Mapping[ArticleId, Article]) -> Iterator[str]:
    yield from _filled(headcount(trace))
    if not trace.carriers:
        return
    yield from _filled(oldest_sentence(trace.carriers, articles))
    shown = trace.carriers[:_MOST_CARRIERS]
    dated = [each for each in shown if each.places]
    undated = [each for each in shown if not each.places]
    for heading, carriers in (("Dated, oldest first", dated), ("Undated", undated)):
        if carriers:
            yield ""
            yield heading
            for carrier in carriers:
                yield from _carrier(carrier, articles[carrier.article])
    left = len(trace.carriers) - len(shown)
    if left:
        yield ""
        yield f"… and {count(left, 'more page')} (--json shows them all)."


def headcount(trace: Trace) -> str:
    """Return "Nine of 20 pages carry this text or a part of it."."""
    if not trace.carriers:
        return f"None of {count(trace.searched, 'page')} carries this text or a part of it."
    carrying = count(len(trace.carriers), "page").split(" ")[0]
    verb = "carries" if len(trace.carriers) == 1 else "carry"
    whole = sum(each.text_share >= _ALL for each in trace.carriers)
    told = f"{carrying} of {count(trace.searched, 'page')} {verb} this text or a part of it"
    if whole == len(trace.carriers):
        told = told.replace(" or a part of it", "")
    elif whole:
        told += f", {count(whole, 'page').split(' ')[0]} of them all of it"
    return told[0].upper() + told[1:] + "."


def oldest_sentence(carriers: Sequence[Carrier], articles: Mapping[ArticleId, Article]) -> str:
    """Say which page is the oldest, or which may be; only pages with most of the text are asked."""
    most = max(each.text_share for each in carriers)
    mainly = [each for each in carriers if each.text_share >= _MAINLY * most]
    dated = [each for each in mainly if each.places]
    undated = len(mainly) - len(dated)
    if not dated:
        return "None of them is dated: which is the oldest cannot be said."
    # Before another for sure, when its latest place comes before the other's earliest.
    first = min(each.places[1] for each in dated if each.places)
    possible = [each for each in dated if each.places and each.places[0] <= first]
    names = list(dict.fromkeys(outlet_name(articles[each.article]) for each in possible))
    listed = names[:_NAMED] + ([f"{len(names) - _NAMED} more"] if len(names) > _NAMED else [])
    aside = f" ({count(undated, 'page is', 'pages are')} undated)" if undated else ""
    if len(possible) == 1:
        return f"The oldest dated page with most of it: {names[0]}{aside}."
    return (
        f"The oldest is one of {count(len(possible), 'page')} ({join_names(listed)}): their dates, as "
        f"precise as they are, do not say which{aside}."
    )


def _carrier(carrier: Carrier, article: Article) -> Iterator[str]:
    place = f"{_place(carrier.places)}  " if carrier.places else ""
    told = [_date(article), _share(carrier)]
    if carrier.is_verbatim:
        told.append("word for word")
    if article.kind == "aggregate":
        told.append("a page of many articles")
    told.append(f"{carrier.article_share:.0%} of the article")
    yield from _filled(f"{place}{outlet_name(article)}: {', '.join(told)}", 2)
    if article.headline:
        yield from _filled(article.headline, 6)
    yield from _filled(article.capture.location, 6)
    for passage in carrier.passages[:_MOST_PASSAGES]:
        yield from _passage(passage)
    left = len(carrier.passages) - _MOST_PASSAGES
    if left > 0:
        yield f"      … and {count(left, 'more passage')}"


def _place(places: tuple[int, int]) -> str:
    first, last = places
    return f"{first}." if first == last else f"{first}.–{last}. (order unknown)"


def _date(article: Article) -> str:
    if article.published:
        moment = article.published
        zone = "" if moment.has_zone or moment.precision == "day" else ", no zone"
        return moment.value.replace("T", " ") + zone
    if article.modified:
        return f"undated, last changed {article.modified.value.replace('T', ' ')}"
    return "undated"


def _share(carrier: Carrier) -> str:
    return "all of it" if carrier.text_share >= _ALL else f"{carrier.text_share:.0%} of it"


def _passage(passage: CarriedPassage) -> Iterator[str]:
    where = f"[{passage.carried.begin}–{passage.carried.end}]" if passage.carried else "[stated]"
    kind = passage.kind if passage.field == "body" else f"{passage.field}, {passage.kind}"
    reason = f" ({passage.reason})" if passage.reason else ""
    text = passage.text
    if len(text) > _LONGEST_TEXT:
        text = f"{text[: _LONGEST_TEXT // 2].rsplit(' ', 1)[0]} … {text[-_LONGEST_TEXT // 2 :]}"
    yield from _filled(f"{where} {kind}{reason}: {text}", 6)
    for change in passage.changes[:_MOST_CHANGES]:
        yield from _filled(f"~ {change_phrase(change)}", 8)
    left = len(passage.changes) - _MOST_CHANGES
    if left > 0:
        yield f"        ~ and {count(left, 'more change')}"


def _filled(words: str, indent: int = 0) -> Iterator[str]:
    margin = " " * indent
    yield from wrap(printable(words), _WIDTH, initial_indent=margin, subsequent_indent=margin) or [
        ""
    ]
