"""Tracing: every page that carries a pasted text, oldest first, and what each did to its words."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from ..errors import OptionError
from ..model import Capture, CarriedPassage, Carrier, Change, Failure, Note, Trace
from ..quotations import changes_between
from ..reuse.carriers import find_carriers
from ..text import fold_typography
from .precedence import put_in_order
from .readings import Reading


def trace_text(text: str, reading: Reading) -> Trace:
    """Return every article of a reading that carries some of `text`, oldest first."""
    articles = {article.id: article for article in reading.articles}
    searched = [each for each in articles.values() if each.kind != "none"]
    found = [_name_changes(each) for each in find_carriers(text, searched)]
    carriers = put_in_order(found, articles)
    return Trace(
        text=text,
        carriers=carriers,
        articles=tuple(articles[each.article] for each in carriers),
        searched=len(searched),
        failures=reading.failures,
        notes=reading.notes,
    )


def read_pasted(captures: Iterable[Capture | Failure | Note], location: str) -> Capture:
    """Return the one capture that was pasted; raise `OptionError` where there is none or several."""
    found = list(captures)
    pasted = [each for each in found if isinstance(each, Capture)]
    if len(pasted) == 1:
        return pasted[0]
    if pasted:
        raise OptionError(location, f"holds {len(pasted)} pages; give the text of one")
    errors = [each.error for each in found if isinstance(each, Failure)]
    raise OptionError(location, errors[0] if errors else "holds no text")


def _name_changes(carrier: Carrier) -> Carrier:
    passages = tuple(replace(each, changes=_changes(each)) for each in carrier.passages)
    return replace(carrier, passages=passages)


def _changes(passage: CarriedPassage) -> tuple[Change, ...]:
    return _changes_between(passage.pasted_text, passage.text)


# Most carriers of a text have it in the same words.
@lru_cache(maxsize=256)
def _changes_between(pasted: str, carried: str) -> tuple[Change, ...]:
    if _plain(pasted) == _plain(carried):
        return ()
    changes = changes_between(pasted, carried)
    return tuple(each for each in changes if _plain(each.before) != _plain(each.after))


def _plain(text: str) -> str:
    """Return the form in which glyphs, spaces and case, which a pasted text seldom keeps, are gone."""
    return " ".join(fold_typography(text).casefold().split())
