"""Which quotations render one utterance: each given to the fullest wording whose words it has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ..collation import fold_reading
from ..model import AccountId, ArticleId
from ..text import folded_words
from .given import Given
from .likeness import (
    Likeness,
    Wording,
    holds,
    is_long,
    likeness,
    render_one,
    telling_words,
    word_weights,
    wording_of,
)
from .names import same_person

# Words before and behind a quotation, and how many of them must be there to say where it stands.
_AROUND = 4
_FEWEST_AROUND = 6
_REACH = 60

Setting = tuple[AccountId, tuple[str, ...]]


@dataclass(slots=True)
class Group:
    """The quotations of one utterance; `leader` is its fullest wording, `share` its weakest tie."""

    leader: Wording
    given: list[Given]
    wordings: dict[tuple[str, ...], Wording]
    names: dict[str, None] = field(default_factory=dict)
    share: float = 1.0

    def take(self, given: Given, wording: Wording, share: float) -> None:
        """Add a quotation."""
        self.given.append(given)
        self.wordings.setdefault(wording.words, wording)
        self.share = min(self.share, share)
        if given.name is not None:
            self.names.setdefault(given.name)

    def absorb(self, other: "Group") -> None:
        """Take over all that another group holds."""
        self.given += other.given
        self.wordings.update(other.wordings)
        self.names.update(other.names)
        self.share = min(self.share, other.share)
        other.given = []


@dataclass(frozen=True, slots=True)
class _Tie:
    """A group of which a quotation may be a rendering, and how it ranks among them."""

    number: int
    share: float
    rank: tuple[bool, float, bool, int]
    long: bool

    @property
    def at(self) -> tuple[int, float]:
        """The group and the share of words."""
        return self.number, self.share


@dataclass(slots=True)
class _Groups:
    """The groups so far, and where to look for those that may hold a wording."""

    weights: Mapping[str, float]
    groups: list[Group] = field(default_factory=list)
    by_word: dict[str, dict[int, None]] = field(default_factory=dict)
    by_setting: dict[Setting, int] = field(default_factory=dict)
    merged: dict[int, int] = field(default_factory=dict)

    def add(self, given: Given, wording: Wording, setting: Setting | None) -> None:
        """Give a quotation to the group it renders best, or begin one; a long bridge makes two one."""
        fitting = self._fitting(given, wording, setting)
        if not fitting:
            number, share = len(self.groups), 1.0
            self.groups.append(Group(wording, [], {}))
        else:
            number, share = max(fitting, key=lambda tie: tie.rank).at
            bridged = {tie.number for tie in fitting if tie.long}
            if number in bridged and len(bridged) > 1:
                number = self._merge(sorted(bridged))
        self.groups[number].take(given, wording, share)
        for word in wording.weighty or wording.words:
            self.by_word.setdefault(word, {})[number] = None
        if setting is not None:
            self.by_setting.setdefault(setting, number)

    def _merge(self, numbers: Sequence[int]) -> int:
        """Make groups one, the fullest wording of all its leader."""
        first, *others = numbers
        for other in others:
            self.groups[first].absorb(self.groups[other])
            self.merged[other] = first
        return first

    def _home(self, number: int) -> int:
        while number in self.merged:
            number = self.merged[number]
        return number

    def _fitting(self, given: Given, wording: Wording, setting: Setting | None) -> list[_Tie]:
        """Return the groups of which a quotation may be a rendering."""
        here = self.by_setting.get(setting) if setting is not None else None
        here = None if here is None else self._home(here)
        numbers = {
            self._home(number)
            for word in telling_words(wording, self.weights)
            for number in self.by_word.get(word, ())
        }
        if here is not None:
            numbers.add(here)
        holding = {number for number in numbers if _is_in(wording, self.groups[number])}
        ties = []
        for number in sorted(numbers):
            group = self.groups[number]
            found = self._likeness(group, wording, number in holding)
            if render_one(
                group.leader,
                wording,
                found,
                same_speaker=_same_speaker(given, group),
                alone=len(holding) == 1,
                same_place=number == here,
            ):
                share = 1.0 if number in holding else found.share
                kin = any(each.account == given.account is not None for each in group.given)
                ties.append(
                    _Tie(number, share, (number == here, share, kin, -number), is_long(found))
                )
        return ties

    def _likeness(self, group: Group, wording: Wording, is_held: bool) -> Likeness:
        found = likeness(group.leader, wording, self.weights)
        if is_held and not found.held:
            weighty = sum(wording.weighty.values())
            return Likeness(1.0, weighty, True, len(wording.words), weighty)
        return found


def group_quotations(given: Sequence[Given], texts: Mapping[ArticleId, str]) -> list[Group]:
    """Return the quotations in groups, one an utterance; `texts` are those of the articles' captures."""
    wordings = {each: wording_of(each.quotation.text) for each in given}
    distinct = {wording.words: wording for wording in wordings.values()}
    wordings = {each: distinct[wording.words] for each, wording in wordings.items()}
    groups = _Groups(word_weights(distinct.values()))
    for each in sorted(given, key=lambda each: _fullness(each, wordings[each])):
        groups.add(each, wordings[each], _setting(each, texts))
    return [group for group in groups.groups if group.given]


def _fullness(given: Given, wording: Wording) -> tuple[bool, int, int, str, str, int]:
    """Order wordings: body before headline, then the fullest first, then by text and place."""
    quotation = given.quotation
    return (
        quotation.in_headline,
        -sum(wording.weighty.values()),
        -len(wording.words),
        fold_reading(quotation.text),
        quotation.article,
        quotation.begin,
    )


def _setting(given: Given, texts: Mapping[ArticleId, str]) -> Setting | None:
    """Return the words around a quotation in its account's text; `None` where they are too few."""
    if given.account is None or given.quotation.in_headline:
        return None
    text = texts[given.quotation.article]
    begin, end = given.spans[0].begin, given.spans[-1].end
    before = folded_words(text[max(0, begin - _REACH) : begin])[-_AROUND:]
    behind = folded_words(text[end : end + _REACH])[:_AROUND]
    words = (*before, *behind)
    return (given.account, words) if len(words) >= _FEWEST_AROUND else None


def _is_in(wording: Wording, group: Group) -> bool:
    return any(holds(each.words, wording.words) for each in group.wordings.values())


def _same_speaker(given: Given, group: Group) -> bool | None:
    if given.name is None or not group.names:
        return None
    return any(_one_person(given.name, name) for name in group.names)


@lru_cache(maxsize=65536)
def _one_person(one: str, other: str) -> bool:
    return one == other or same_person(one, other)
