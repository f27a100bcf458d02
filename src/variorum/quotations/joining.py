"""Named speakers of single articles joined to the people of a story.

Full names come first, the most attested leading; a bare surname goes to the one who can be meant.
Whoever could be two stays apart.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model import ArticleId, PersonKind
from .bearers import Bearer
from .name_likeness import agreement_of, given_names_agree, surnames_agree
from .titles import Sex
from .transliteration import skeleton, sounds_of, spelling_of
from .written_names import WrittenName

# One article's own resolution of a speaker.
WITHIN_ARTICLE = 0.95
# How sure a bare surname is: the article gives the full name too; nobody else of the story bears
# it (if others do, the less sure the more articles name them). Judgements in order, not frequencies.
_NAMED_HERE = 0.95
_BORNE_BY_ONE = 0.85
_TITLE_AGREES = 0.75
_GIVEN_NAME_HERE = 0.7
# In a story about a president his wife is named too: a bare surname means whom three times as many
# articles name.
_DOMINANT = 3


@dataclass(frozen=True, slots=True)
class Join:
    """Bearers taken in together: by what words they are called, and those they join, how surely and why."""

    called: str
    to: str
    articles: int
    confidence: float
    reason: str


@dataclass(slots=True)
class Party:
    """The bearers taken for one speaker so far, and why."""

    bearers: list[Bearer]
    kind: PersonKind = "person"
    names: list[WrittenName] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)

    @property
    def articles(self) -> set[ArticleId]:
        """The articles in which this party speaks."""
        return {each.article for each in self.bearers}

    @property
    def lead(self) -> str:
        """The words by which most bearers are called."""
        called = Counter(each.called for each in self.bearers if each.name or each.body)
        return min(called, key=lambda each: (-called[each], -len(each.split()), each))

    @property
    def sex(self) -> Sex | None:
        """What names and titles tell, if they do not contradict each other."""
        told = {each.sex for each in self.names} | {each.sex for each in self.bearers}
        told.discard(None)
        return next(iter(told)) if len(told) == 1 else None

    def join(self, bearers: Sequence[Bearer], confidence: float, reason: str) -> None:
        """Take bearers in, and say why."""
        called: dict[str, set[ArticleId]] = defaultdict(set)
        for bearer in bearers:
            called[bearer.called].add(bearer.article)
        lead = self.lead
        self.joins += [
            Join(each, lead, len(called[each]), confidence, reason) for each in sorted(called)
        ]
        self.bearers.extend(bearers)

    @property
    def confidence(self) -> float:
        """How surely its bearers are one, each article counting alike."""
        joined = sum(each.articles for each in self.joins)
        first = max(1, len(self.bearers) - joined)
        sure = sum(each.articles * each.confidence for each in self.joins)
        return (first * WITHIN_ARTICLE + sure) / (first + joined)


def join_names(bearers: Sequence[Bearer]) -> list[Party]:
    """Return the persons of all named bearers: those named in full, then the bare surnames."""
    groups: dict[tuple[object, ...], list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        assert bearer.name is not None
        groups[bearer.name.parts, bearer.name.suffix].append(bearer)
    full = [group for group in groups.values() if len(_name(group).parts) > 1]
    bare = [bearer for bearer in bearers if bearer.name and len(bearer.name.parts) == 1]
    parties = _join_full(full)
    _join_bare(bare, parties)
    return parties


def _name(group: Sequence[Bearer]) -> WrittenName:
    assert group[0].name is not None
    return group[0].name


def _attested(group: Sequence[Bearer]) -> tuple[int, int, tuple[str, ...], str]:
    name = _name(group)
    told = sum(len(part) > 1 for part in name.parts)
    return -len({each.article for each in group}), -told, name.parts, name.suffix or ""


def _join_full(groups: Sequence[list[Bearer]]) -> list[Party]:
    parties: list[Party] = []
    index: dict[str, list[Party]] = defaultdict(list)
    torn = _torn(groups)
    for group in sorted(groups, key=lambda each: (id(each) in torn, _attested(each))):
        name = _name(group)
        near = _near(name, index)
        fitting = [(each, found) for each in near if (found := _fits(name, group, each))]
        chosen = _strongest(fitting)
        if chosen is None:
            chosen_party = Party(list(group), names=[name])
            parties.append(chosen_party)
        else:
            chosen_party, (confidence, reason) = chosen
            chosen_party.join(group, confidence, reason)
            chosen_party.names.append(name)
        for part in name.parts:
            if chosen_party not in index[skeleton(part)]:
                index[skeleton(part)].append(chosen_party)
    return parties


def _near(name: WrittenName, index: dict[str, list[Party]]) -> Iterator[Party]:
    seen: set[int] = set()
    for part in name.parts:
        for party in index.get(skeleton(part), ()):
            if id(party) not in seen:
                seen.add(id(party))
                yield party


def _torn(groups: Sequence[list[Bearer]]) -> set[int]:
    """Return the groups whose name fits two fuller names that do not fit each other.

    "Piet Roo" is neither "Piet A. Roo" nor "Piet B. Roo" where both are named: it is asked last.
    """
    torn: set[int] = set()
    by_surname: dict[str, list[list[Bearer]]] = defaultdict(list)
    for group in groups:
        by_surname[skeleton(_name(group).surname)].append(group)
    for kindred in by_surname.values():
        for group in kindred:
            name = _name(group)
            fuller = [
                _name(each)
                for each in kindred
                if len(_name(each).parts) > len(name.parts) and agreement_of(_name(each), name)
            ]
            if any(agreement_of(fuller[0], each) is None for each in fuller[1:]):
                torn.add(id(group))
    return torn


def _fits(name: WrittenName, group: Sequence[Bearer], party: Party) -> tuple[float, str] | None:
    """Return how surely a full name is a party's: it must agree with every name the party bears."""
    best: tuple[float, str] | None = None
    for each in party.names:
        found = agreement_of(name, each)
        if found is None:
            return None
        if name.suffix != each.suffix and party.articles & {bearer.article for bearer in group}:
            return None
        if best is None or found.confidence > best[0]:
            best = (found.confidence, found.reason)
    return best


def _strongest(
    fitting: Sequence[tuple[Party, tuple[float, str]]],
) -> tuple[Party, tuple[float, str]] | None:
    """Return the party that a name goes to: the only one, or the one that most articles name."""
    if not fitting:
        return None
    ranked = sorted(fitting, key=lambda each: (-len(each[0].articles), each[0].lead))
    if len(ranked) == 1:
        return ranked[0]
    first, second = ranked[0][0], ranked[1][0]
    if len(first.articles) < _DOMINANT * len(second.articles):
        return None
    sure = min(_BORNE_BY_ONE, 1 - len(second.articles) / len(first.articles))
    return first, (sure, f"{ranked[0][1][1]}; others fit, but far fewer articles name them")


def _join_bare(bearers: Sequence[Bearer], parties: list[Party]) -> None:
    """Give every bare surname to the person who can be meant; what remains is a person of its own."""
    left: list[Bearer] = []
    settled = list(parties)
    named = {id(party): len(party.articles) for party in settled}
    places = {id(party): party.articles for party in settled}
    index = _index(settled)
    for bearer in sorted(bearers, key=place_of):
        chosen = _meant(bearer, _kindred(bearer, index), named, places)
        if chosen is None:
            if not bearer.weak or _is_borne(bearer, _kindred(bearer, index)):
                left.append(bearer)
        else:
            party, confidence, reason = chosen
            party.join([bearer], confidence, reason)
    for bearer in left:
        assert bearer.name is not None
        for party in parties[len(settled) :]:
            if surnames_agree(bearer.name.surname, party.names[0].surname) and _one_sex(
                bearer, party
            ):
                party.join([bearer], _BORNE_BY_ONE, "the same surname")
                break
        else:
            parties.append(Party([bearer], names=[bearer.name]))


def _index(parties: Iterable[Party]) -> dict[str, list[Party]]:
    """Return the parties by the sounds of every part of their names."""
    index: dict[str, list[Party]] = defaultdict(list)
    for party in parties:
        parts = {part for name in party.names for part in name.parts}
        halves = {half for part in parts for half in part.split("-")}
        for sound in {sound for part in parts | halves for sound in sounds_of(part)}:
            index[sound].append(party)
    return index


def _kindred(bearer: Bearer, index: Mapping[str, list[Party]]) -> list[Party]:
    """Return the parties a part of whose name may sound like a bare surname."""
    assert bearer.name is not None
    sounding = [party for sound in sounds_of(bearer.name.surname) for party in index.get(sound, ())]
    return list({id(party): party for party in sounding}.values())


def _is_borne(bearer: Bearer, parties: Sequence[Party]) -> bool:
    assert bearer.name is not None
    surname = bearer.name.surname
    return any(surnames_agree(surname, name.surname) for each in parties for name in each.names)


def place_of(bearer: Bearer) -> tuple[str, str]:
    """Return what bearers are taken in the order of, whatever the order of the articles."""
    return bearer.article, bearer.called


def _one_sex(bearer: Bearer, party: Party) -> bool:
    return bearer.sex is None or party.sex is None or bearer.sex == party.sex


def _meant(
    bearer: Bearer,
    parties: Sequence[Party],
    named: dict[int, int],
    places: dict[int, set[ArticleId]],
) -> tuple[Party, float, str] | None:
    """Return whom a bare surname means, how surely, and why."""
    assert bearer.name is not None
    surname = bearer.name.surname
    fitting = [
        party
        for party in parties
        if _one_sex(bearer, party)
        and any(_bears(surname, name, party) for name in party.names)
        and _is_named_here(bearer, party)
    ]
    here = [party for party in fitting if bearer.article in places[id(party)]]
    if len(here) == 1:
        return here[0], _NAMED_HERE, "its article gives the full name"
    if not fitting:
        return _by_given_name(bearer, parties, places)
    if len(fitting) == 1:
        return fitting[0], _BORNE_BY_ONE, "nobody else of that name speaks in the story"
    titled = [party for party in fitting if _share_title(bearer, party)]
    if len(titled) == 1:
        return titled[0], _TITLE_AGREES, "of those who bear the name, only one has that title"
    ranked = sorted(fitting, key=lambda each: (-named[id(each)], each.lead))
    first, second = named[id(ranked[0])], named[id(ranked[1])]
    if first >= _DOMINANT * second:
        sure = min(_BORNE_BY_ONE, 1 - second / first)
        return ranked[0], sure, "others bear the name, but far fewer articles name them"
    return None


def _is_named_here(bearer: Bearer, party: Party) -> bool:
    """Whether an article that puts given names before a bare surname puts one of this party's."""
    return not bearer.others or any(
        given_names_agree(part, given)
        for given in bearer.others
        for name in party.names
        for part in name.parts[:-1]
    )


def _bears(surname: str, name: WrittenName, party: Party) -> bool:
    if surnames_agree(surname, name.surname) or surname in name.surname.split("-"):
        return True
    if spelling_of(surname, name.parts[0]) != "same":
        return False
    # "Jo" is Jo Minsuk where articles write "Jo" alone more than "Minsuk".
    first = sum(each.first_alone for each in party.bearers)
    return first > sum(each.last_alone for each in party.bearers)


def _by_given_name(
    bearer: Bearer, parties: Sequence[Party], places: dict[int, set[ArticleId]]
) -> tuple[Party, float, str] | None:
    """Return the one person of the article itself whom a lone given or middle name can mean."""
    assert bearer.name is not None
    called = bearer.name.surname
    here = [
        party
        for party in parties
        if bearer.article in places[id(party)]
        and any(called in name.parts[:-1] for name in party.names)
    ]
    if len(here) != 1 or not _one_sex(bearer, here[0]):
        return None
    return here[0], _GIVEN_NAME_HERE, "a part of the name that its article gives in full"


def _share_title(bearer: Bearer, party: Party) -> bool:
    asked = {each.head for each in bearer.told.values() if not each.past}
    told = {each.head for one in party.bearers for each in one.told.values() if not each.past}
    return bool(asked & told)


def group_by(
    bearers: Iterable[Bearer], key: Callable[[Bearer], tuple[object, ...]]
) -> list[list[Bearer]]:
    """Return bearers in groups of one key, in the order of their first members."""
    groups: dict[tuple[object, ...], list[Bearer]] = defaultdict(list)
    for bearer in sorted(bearers, key=place_of):
        groups[key(bearer)].append(bearer)
    return list(groups.values())
