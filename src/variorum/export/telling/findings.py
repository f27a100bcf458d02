"""What is known of one account before it is told: its deeds, its pages, and what to call them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low

from ...model import Account, AccountId, Article, ArticleId, Witness
from ..wording import count, join_names, likelihood, number_word, origin_name, outlet_name
from .deeds import Deed, find_deeds

# Names that a sentence gives before it counts the rest.
_NAMED = 2
# Runs of paragraphs that are listed by number; more are counted.
_LISTED_RUNS = 4


@dataclass(frozen=True, slots=True)
class Findings:
    """An account's deeds: of its copies, of those that retell it, of its lost versions.

    Of a rewritten page every paragraph is another; what it dropped and added says nothing.
    """

    account: Account
    articles: Mapping[ArticleId, Article]
    accounts: Mapping[AccountId, Account]
    copies: tuple[tuple[Witness, Deed], ...]
    retold: tuple[tuple[Witness, Deed], ...]
    lost: tuple[Deed, ...]
    outlets: Mapping[str, int]

    @property
    def deeds(self) -> Iterable[tuple[Witness, Deed]]:
        """Every page but the root with its deed."""
        return (*self.copies, *self.retold)

    def page(self, sigil: str | None) -> Witness | None:
        """Return the page of a siglum; `None` of a lost one."""
        return next((each for each in self.account.witnesses if each.sigil == sigil), None)

    def article(self, witness: Witness) -> Article:
        """Return the article of a witness."""
        return self.articles[witness.article]

    def name(self, witness: Witness) -> str:
        """Return what to call a page: its outlet, with the siglum where that is not enough."""
        page = self.article(witness)
        outlet = outlet_name(page)
        is_told = bool(page.outlet or page.host) and self.outlets[outlet] == 1
        return outlet if is_told else f"{outlet} ({witness.sigil})"

    def pages(self, witnesses: Iterable[Witness]) -> str:
        """Name the first of some pages and count the rest: "The Mail, the Tern and twelve others"."""
        ranked = sorted(witnesses, key=self._rank)
        total = len(self.account.witnesses)
        if len(ranked) == total:
            return "both" if total == 2 else f"all {number_word(total)}"
        shown = len(ranked) if len(ranked) <= _NAMED + 1 else _NAMED
        rest = len(ranked) - shown
        names = [self.name(each) for each in ranked[:shown]]
        return join_names([*names, *([count(rest, "other")] if rest else [])])

    def account_name(self, key: AccountId) -> str:
        """Return what to call another account from which passages were taken."""
        account = self.accounts[key]
        if origin := origin_name(account):
            return f"another text of {origin}" if origin == origin_name(self.account) else origin
        names = dict.fromkeys(outlet_name(self.articles[each]) for each in account.articles)
        first = next(iter(names))
        return f"a text that {first} carries" if len(names) > 1 else first

    def _rank(self, witness: Witness) -> tuple[bool, int, bool, str, int]:
        """Outlets with a name before those without, those of many pages first, then early ones."""
        page = self.article(witness)
        moment = page.published
        return (
            not (page.outlet or page.host),
            -self.outlets[outlet_name(page)],
            moment is None,
            moment.day.isoformat() if moment else "",
            self.account.witnesses.index(witness),
        )


def find(
    account: Account,
    articles: Mapping[ArticleId, Article],
    accounts: Mapping[AccountId, Account],
) -> Findings:
    """Return what there is to tell of an account."""
    deeds = find_deeds(account, articles, accounts)
    pages = [(deed.witness, deed) for deed in deeds if deed.witness]
    retelling = {"rewrite", "translation"}
    return Findings(
        account,
        articles,
        accounts,
        tuple(each for each in pages if each[0].relation not in retelling),
        tuple(each for each in pages if each[0].relation in retelling),
        tuple(deed for deed in deeds if not deed.witness),
        Counter(outlet_name(articles[each]) for each in account.articles),
    )


def verb(pages: Sequence[object], several: str, one: str) -> str:
    """Return a verb in the number of its pages."""
    return one if len(pages) == 1 else several


def surety(witnesses: Iterable[Witness]) -> str:
    """Return the word for how sure most of some derivations are; those in doubt are told apart."""
    confidences = [each.confidence for each in witnesses]
    return likelihood(median_low(confidences) if confidences else 0.0)


def paragraphs_told(numbers: Sequence[int]) -> str:
    """Return "paragraph 9", "paragraphs 3 and 5", "paragraphs 1 to 4 and 7"; of many, how many."""
    noun = "paragraph" if len(numbers) == 1 else "paragraphs"
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    if len(runs) > _LISTED_RUNS:
        return count(len(numbers), "paragraph")
    return f"{noun} {join_names(_run_told(run) for run in runs)}"


def _run_told(run: Sequence[int]) -> str:
    """Return "3", "3 and 4", "3 to 7"."""
    if len(run) < 3:
        return join_names(map(str, run))
    return f"{run[0]} to {run[-1]}"
