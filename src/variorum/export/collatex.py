"""CollateX JSON: the table of all witnesses' words, as CollateX writes and other tools read it.

The shape is that of CollateX for Python (`collate(..., output="json")`, version 2.3): `witnesses`
names the rows of `table`; a cell is a list of tokens, or null where the witness has none.
"""

import json
from collections.abc import Mapping

from ..collation import fold_reading
from ..model import Account, Article, ArticleId
from .laid_out import lay_out
from .writable import one_line

Token = dict[str, str]


def render_collatex(account: Account, articles: Mapping[ArticleId, Article]) -> str:
    """Return the collation of an account as one line of JSON.

    A token's `t` is the word as its page has it, a space behind it as CollateX keeps it; `n` the
    form by which words are compared. CollateX knows one kind of absence: a word left out and a
    passage that the page does not reach are both null.
    """
    collation = lay_out(account, articles).collation
    rows = [
        [_cell(column.readings[at]) for column in collation.columns]
        for at in range(len(collation.witnesses))
    ]
    witnesses = [one_line(sigil) for sigil in collation.witnesses]
    return json.dumps({"witnesses": witnesses, "table": rows}, ensure_ascii=False) + "\n"


def _cell(reading: str | None) -> list[Token] | None:
    if not reading:
        return None
    return [{"t": f"{one_line(reading)} ", "n": one_line(fold_reading(reading))}]
