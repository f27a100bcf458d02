"""What the versions of one account did to the figures of their archetype: same, changed, added, dropped."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..model import (
    Account,
    Article,
    ArticleId,
    Capture,
    CaptureId,
    Figure,
    Moment,
    Paragraph,
    Witness,
)
from ..model.figure import LedgerEntry, LedgerState
from .counterparts import pair_figures
from .find import find_figures
from .hedges import bound_of
from .things import same_unit

# Dates are resolved from the day of the page that states them; of an account whose pages are of
# more days than this, the archetype's dates are compared by the first ones.
_MOST_DAYS = 6
_ALONE = "no other version"
_NO_ARCHETYPE = "the original could not be reconstructed"
_ADDED = "the archetype does not state it"
_HEADLINE = "in a headline, which is each outlet's own"


class Told(NamedTuple):
    """An entry, and which figure of its account's archetype it answers to, counted from 0."""

    entry: LedgerEntry
    place: int | None = None


def compare_versions(account: Account, figures: Sequence[Figure]) -> tuple[Told, ...]:
    """Return how each figure stands in each witness of an account, held against its archetype.

    `figures` are those of the account's articles, in order. What a witness lacks is an entry
    without a figure, whose `instead` are the archetype's words.
    """
    if len(account.witnesses) == 1:
        return _all_alike(account, figures, "same", _ALONE)
    if not account.archetype:
        return _all_alike(account, figures, "undecided", _NO_ARCHETYPE)
    original = _Original(account, {each.seen_from for each in figures})
    by_article: dict[ArticleId, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_article[figure.article].append(figure)
    told: list[Told] = []
    for witness in account.witnesses:
        told += original.compare(witness, by_article[witness.article])
    return tuple(told)


def _all_alike(
    account: Account, figures: Iterable[Figure], state: LedgerState, reason: str
) -> tuple[Told, ...]:
    return tuple(
        Told(LedgerEntry(each.article, account.id, state, each, reason=reason)) for each in figures
    )


class _Original:
    """The figures of an archetype, its dates resolved from each day on which a witness was published."""

    def __init__(self, account: Account, days: Iterable[str | None]) -> None:
        self._account = account
        self.carriers: list[frozenset[str]] = []
        read = _archetype_article(account)
        seen = sorted(day for day in days if day)[:_MOST_DAYS]
        self.figures = find_figures(_seen_from(read, seen[0] if seen else None))
        self._dates: list[set[object]] = [{figure.value} for figure in self.figures]
        for day in seen[1:]:
            for values, figure in zip(
                self._dates, find_figures(_seen_from(read, day)), strict=True
            ):
                values.add(figure.value)
        for figure in self.figures:
            paragraph = next(
                number for number, each in enumerate(read.paragraphs) if figure.begin < each.end
            )
            self.carriers.append(frozenset(account.archetype[paragraph].witnesses))

    def compare(self, witness: Witness, figures: Sequence[Figure]) -> list[Told]:
        """Return the entries of one witness."""
        body = [figure for figure in figures if not figure.in_headline]
        pairs = {pair.one: pair.other for pair in pair_figures(self.figures, body)}
        told = [
            Told(
                self._kept(witness, number, body[pairs[number]])
                if number in pairs
                else self._dropped(witness, number),
                number,
            )
            for number in range(len(self.figures))
        ]
        answered = set(pairs.values())
        added = [figure for number, figure in enumerate(body) if number not in answered]
        told += [Told(self._entry(witness, "added", each, None, _ADDED)) for each in added]
        told += [Told(self._headed(witness, each)) for each in figures if each.in_headline]
        return told

    def _entry(
        self,
        witness: Witness,
        state: LedgerState,
        figure: Figure | None,
        instead: str | None,
        reason: str,
    ) -> LedgerEntry:
        return LedgerEntry(witness.article, self._account.id, state, figure, instead, reason)

    def _kept(self, witness: Witness, number: int, figure: Figure) -> LedgerEntry:
        original = self.figures[number]
        why = _difference(original, figure, self._dates[number])
        if why is None:
            return self._entry(witness, "same", figure, None, "as in the archetype")
        return self._entry(witness, "changed", figure, original.text, why)

    def _dropped(self, witness: Witness, number: int) -> LedgerEntry:
        carried = witness.sigil in self.carriers[number]
        reason = "left out of a paragraph it carries" if carried else "its paragraph is not carried"
        entry = self._entry(witness, "dropped", None, self.figures[number].text, reason)
        return replace(entry, carried=carried)

    def _headed(self, witness: Witness, figure: Figure) -> LedgerEntry:
        stated = any(
            each.kind == figure.kind and _difference(each, figure, dates) is None
            for each, dates in zip(self.figures, self._dates, strict=True)
        )
        return self._entry(witness, "same" if stated else "undecided", figure, None, _HEADLINE)


def _difference(original: Figure, figure: Figure, dates: set[object]) -> str | None:
    """Return how a figure differs from that of the archetype, `None` where it states the same."""
    if original.text.casefold() == figure.text.casefold():
        return None
    if original.kind == "date":
        same = figure.value is not None and figure.value in dates
        return None if same else f"“{original.text}” in the archetype"
    if (original.value, original.upper) != (figure.value, figure.upper):
        return f"“{original.text}” in the archetype"
    if not same_unit(original, figure):
        return f"counts “{figure.unit}”, the archetype “{original.unit}”"
    if figure.value is None:
        return f"“{original.text}” in the archetype"
    if bound_of(original.hedge) != bound_of(figure.hedge):
        return f"“{original.text}” in the archetype: hedged otherwise"
    return None


def _archetype_article(account: Account) -> Article:
    """Return the archetype as an article, so that its figures are found as all are."""
    paragraphs: list[Paragraph] = []
    at = 0
    for each in account.archetype:
        paragraphs.append(Paragraph(each.text, at, at + len(each.text)))
        at += len(each.text) + 1
    text = "\n".join(each.text for each in paragraphs)
    capture = Capture(CaptureId(account.id), "archetype", text, "text/plain", "")
    return Article(ArticleId(account.id), capture, "article", tuple(paragraphs))


def _seen_from(article: Article, day: str | None) -> Article:
    return replace(article, published=Moment(day, "day")) if day else article
