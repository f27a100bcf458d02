"""Bare descriptions joined to the people of a story: "the mayor of Tarr" to whom an article calls so."""

from collections import Counter
from collections.abc import Iterable, Sequence

from ..model import ArticleId
from .bearers import Bearer
from .descriptions import Description, contradicts, fits_description
from .joining import WITHIN_ARTICLE, Party, place_of

_DESCRIBED_HERE = 0.75
_DESCRIBED = 0.65
# A description that so few of a person's articles have is another's, read from a list of names:
# "with Venn, the leader of Tarr and others".
_RARELY = 0.03
# The office of one person: "the mayor" with nothing else may mean one who is named elsewhere.
# "The analyst" may be anybody.
_SINGLE_OFFICES = frozenset(
    "president premier chancellor leader mayor governor king queen pope ambassador chair".split()
)


def join_descriptions(bearers: Iterable[Bearer], parties: Sequence[Party]) -> None:
    """Give descriptions to the persons beside whose names articles have them.

    Where an article by itself seems to mean somebody, that holds, unless the description says
    more than the office and stands beside other names only.
    """
    told = [(party, _told(party), party.articles) for party in parties if party.kind == "person"]
    for bearer in sorted(bearers, key=place_of):
        asked = bearer.description
        assert asked is not None
        fitting = [(party, held) for party, described, held in told if _is_told(asked, described)]
        meant = _resolved(bearer, parties)
        if meant is not None and _may_mean(asked, meant, [party for party, _ in fitting]):
            meant.join([bearer], WITHIN_ARTICLE, "its article says so")
        elif asked.words or asked.head in _SINGLE_OFFICES:
            _give(bearer, asked, fitting)


def _may_mean(asked: Description, meant: Party, fitting: Sequence[Party]) -> bool:
    """Whether a description can mean whom its article seems to mean by it, for all that others say."""
    if any(meant is party for party in fitting):
        return True
    if any(contradicts(asked, each) for each in _told(meant)):
        return False
    return not (asked.words and fitting)


def _give(
    bearer: Bearer, asked: Description, fitting: Sequence[tuple[Party, set[ArticleId]]]
) -> None:
    here = [party for party, articles in fitting if bearer.article in articles]
    if len(here) == 1:
        here[0].join([bearer], _DESCRIBED_HERE, _beside(here[0], asked))
    elif len(fitting) == 1:
        fitting[0][0].join([bearer], _DESCRIBED, _beside(fitting[0][0], asked))


def _told(party: Party) -> set[Description]:
    """Return the descriptions that stand beside a name often enough to be its own."""
    count: Counter[Description] = Counter()
    for bearer in party.bearers:
        for written, description in bearer.told.items():
            count[description] += bearer.titles[written]
    least = _RARELY * len(party.articles)
    return {description for description, times in count.items() if times >= least}


def _is_told(asked: Description, told: Iterable[Description]) -> bool:
    return any(fits_description(asked, each) for each in told)


def _resolved(bearer: Bearer, parties: Sequence[Party]) -> Party | None:
    """Return the party whom the article itself means by a description."""
    if bearer.resolved is None:
        return None
    whom = bearer.resolved.parts
    for party in parties:
        if any(
            each.article == bearer.article and each.name is not None and each.name.parts == whom
            for each in party.bearers
        ):
            return party
    return next((party for party in parties if any(n.parts == whom for n in party.names)), None)


def _beside(party: Party, asked: Description) -> str:
    """Return the reason: what an article has beside the name."""
    written = Counter(
        each
        for one in party.bearers
        for each, description in one.told.items()
        if fits_description(asked, description)
    )
    shown = min(written, key=lambda each: (-written[each], len(each), each))
    return f"an article has “{' '.join(shown.split())}” beside the name"
