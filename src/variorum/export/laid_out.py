"""An account laid out word by word: its witnesses and the reconstructed text in one table.

The archetype takes part in the collation like a witness, so that an account and its articles are
all that is needed, wherever they come from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from ..collation import collate
from ..model import Account, Article, ArticleId, Collation

Each = TypeVar("Each")

# No witness has it: a sigil is made of letters, digits and marks.
_ARCHETYPE = " "


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The collation of the witnesses, the archetype's words by column, the paragraph each belongs to.

    `paragraphs` numbers the archetype's from 1; 0 is none.
    """

    collation: Collation
    lemma: tuple[str, ...]
    paragraphs: tuple[int, ...]


def lay_out(account: Account, articles: Mapping[ArticleId, Article]) -> LaidOut:
    """Return the words of all witnesses and of the archetype, laid side by side."""
    versions = {
        witness.sigil: [each.text for each in articles[witness.article].paragraphs]
        for witness in account.witnesses
    }
    versions[_ARCHETYPE] = [paragraph.text for paragraph in account.archetype]
    collation = collate(versions, by_sentence=True)
    at = collation.witnesses.index(_ARCHETYPE)
    numbers = [0] * len(collation.columns)
    for number, places in enumerate(collation.layout[at], 1):
        for place in places:
            numbers[place] = number
    columns = tuple(
        replace(column, readings=_without(column.readings, at)) for column in collation.columns
    )
    return LaidOut(
        Collation(_without(collation.witnesses, at), columns, _without(collation.layout, at)),
        tuple(column.readings[at] or "" for column in collation.columns),
        tuple(numbers),
    )


def _without(values: tuple[Each, ...], at: int) -> tuple[Each, ...]:
    return values[:at] + values[at + 1 :]
