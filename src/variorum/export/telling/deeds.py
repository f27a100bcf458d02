"""Deeds: what each copy, and each lost version, did to the text that it was copied from."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...model import (
    Account,
    AccountId,
    Article,
    ArticleId,
    Reading,
    VariationUnit,
    Witness,
)
from .lineage import Lineage, page_runs, union

# Changes that a reader would hear; of marks, spelling and inflection he would not.
_HEARD = frozenset(
    {"lexical", "figure", "attribution", "addition", "omission", "transposition", "grammatical"}
)
# An addition or omission of so many words is a passage, and told as part of a paragraph added or
# dropped where there is one.
_PASSAGES = frozenset({"addition", "omission"})
_PASSAGE = 8
_QUOTE_MARKS = frozenset('“”"„«»')


@dataclass(frozen=True, slots=True)
class Reworded:
    """One place where a copy reads otherwise than what it was copied from."""

    unit: VariationUnit
    reading: Reading

    @property
    def loses_mark(self) -> bool:
        """Whether a quotation mark of the original is missing here."""
        marks = [sum(letter in _QUOTE_MARKS for letter in text) for text in self._texts]
        return self.reading.kind == "punctuation" and marks[1] < marks[0]

    @property
    def is_heard(self) -> bool:
        """Whether the words are others, not only their marks, their spelling or the dateline."""
        return self.reading.kind in _HEARD and not self._in_dateline

    @property
    def is_passage(self) -> bool:
        """Whether whole clauses were put in or left out, not words."""
        words = [len(text.split()) for text in self._texts]
        return self.reading.kind in _PASSAGES and abs(words[0] - words[1]) >= _PASSAGE

    @property
    def _in_dateline(self) -> bool:
        """Before the first word of the story that is no name, agencies and dates come and go."""
        words = f"{self.unit.before} {self.unit.lemma} {self.reading.text}".split()
        return self.unit.paragraph == 1 and not any(word[0].islower() for word in words)

    @property
    def _texts(self) -> tuple[str, str]:
        return self.unit.lemma, self.reading.text


@dataclass(frozen=True, slots=True)
class Deed:
    """What one version did: `kept`, `dropped` and `cut_after` number the original's paragraphs.

    `added` and `taken` number the paragraphs of the page that shows them: the version's own, or
    for a lost one that of the copy which keeps most of them. `below` are the pages that go back to
    a lost version, or the page itself.
    """

    sigil: str
    witness: Witness | None
    exemplar: str | None
    below: tuple[Witness, ...]
    cut_after: int | None = None
    dropped: tuple[int, ...] = ()
    added: tuple[int, ...] = ()
    taken: tuple[tuple[AccountId, tuple[int, ...]], ...] = ()
    reworded: tuple[Reworded, ...] = ()
    shown_by: Witness | None = None
    kept: tuple[int, ...] = ()

    @property
    def is_fragment(self) -> bool:
        """Whether it is a piece from the middle: neither the opening nor the end is there."""
        return self.cut_after is not None and bool(self.dropped) and self.dropped[0] < self.kept[0]

    @property
    def is_whole(self) -> bool:
        """Whether it carries all of what it was copied from and nothing else."""
        return self.cut_after is None and not (self.dropped or self.added or self.taken)

    @property
    def heard(self) -> tuple[Reworded, ...]:
        """The places where its words are others."""
        told = self.added or self.taken or self.dropped or self.cut_after is not None
        return tuple(
            each for each in self.reworded if each.is_heard and not (told and each.is_passage)
        )

    @property
    def marks(self) -> tuple[Reworded, ...]:
        """The places where it has lost a quotation mark."""
        return tuple(each for each in self.reworded if each.loses_mark)


def find_deeds(
    account: Account,
    articles: Mapping[ArticleId, Article],
    accounts: Mapping[AccountId, Account],
) -> tuple[Deed, ...]:
    """Return what every version of an account but its root did, pages before lost ones.

    `accounts` are those that the witnesses may have taken passages from.
    """
    tree = Lineage(account, articles)
    deeds = []
    for sigil in tree.order:
        exemplar = tree.parents.get(sigil)
        if exemplar is None:
            continue
        witness = tree.witnesses.get(sigil)
        added, shown_by = tree.added(sigil)
        missing = tree.missing(sigil)
        carried = tree.carried[sigil]
        last = max(carried, default=0)
        taken = _taken(witness, tree, articles, accounts) if witness else ()
        foreign = {number for _, numbers in taken for number in numbers}
        deeds.append(
            Deed(
                sigil,
                witness,
                exemplar,
                tree.below(sigil),
                cut_after=last if last and any(number > last for number in missing) else None,
                dropped=tuple(number for number in missing if number < last),
                added=tuple(number for number in added if number not in foreign),
                taken=taken,
                reworded=tuple(Reworded(*each) for each in tree.readings(sigil)),
                shown_by=shown_by,
                kept=tuple(sorted(carried)),
            )
        )
    return tuple(deeds)


def _taken(
    witness: Witness,
    tree: Lineage,
    articles: Mapping[ArticleId, Article],
    accounts: Mapping[AccountId, Account],
) -> tuple[tuple[AccountId, tuple[int, ...]], ...]:
    """Return which paragraphs of a page stand in the other accounts that it carries."""
    found = []
    for also in witness.also:
        if account := accounts.get(also.account):
            text = union(run for key in account.articles for run in page_runs(articles[key]))
            if numbers := tree.foreign(witness, text):
                found.append((also.account, numbers))
    return tuple(found)
