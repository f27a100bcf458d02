"""Bodies of single articles joined to those of a story: long names, short names and letters."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .bearers import Bearer
from .bodies import Body, bodies_agree, letters_given, read_body
from .joining import Party, group_by

_LETTERS_STATED = 0.95


def join_bodies(bearers: Iterable[Bearer], texts: Iterable[str]) -> list[Party]:
    """Return the bodies of a story, the longest names leading; `texts` may state their letters."""
    stated = _stated(texts)
    parties: list[Party] = []
    groups = group_by(bearers, lambda each: (_body(each).words or _body(each).letters,))
    for group in sorted(groups, key=lambda each: (-len(_body(each[0]).words), _body(each[0]).name)):
        fitting = [
            (party, found)
            for party in parties
            if (found := _agreement(_body(group[0]), party, stated)) is not None
        ]
        if len(fitting) == 1:
            party, (confidence, reason) = fitting[0]
            party.join(group, confidence, reason)
        elif fitting:
            parties += _divide(group, [party for party, _ in fitting])
        else:
            parties.append(Party(list(group), "body"))
    return parties


def _body(bearer: Bearer) -> Body:
    assert bearer.body is not None
    return bearer.body


def _stated(texts: Iterable[str]) -> dict[str, set[frozenset[str]]]:
    """Return for letters in brackets the words of the names before them."""
    stated: dict[str, set[frozenset[str]]] = defaultdict(set)
    for text in texts:
        for name, letters in letters_given(text):
            body = read_body(name)
            if body is not None:
                stated[letters].add(body.words)
    return stated


def _agreement(
    body: Body, party: Party, stated: dict[str, set[frozenset[str]]]
) -> tuple[float, str] | None:
    best: tuple[float, str] | None = None
    for bearer in party.bearers:
        other = _body(bearer)
        if body.is_letters and other.words in stated.get(body.letters, ()):
            return _LETTERS_STATED, "the letters stand in brackets behind the name"
        found = bodies_agree(body, other)
        if found is not None and (best is None or found > best):
            best = found
    return best


def _divide(group: Sequence[Bearer], parties: Sequence[Party]) -> list[Party]:
    """Give a short name that fits several bodies to the one its article names; the rest stays apart."""
    apart: list[Bearer] = []
    articles = [party.articles for party in parties]
    for bearer in group:
        here = [
            party for party, held in zip(parties, articles, strict=True) if bearer.article in held
        ]
        if len(here) == 1:
            here[0].join([bearer], 0.9, "its article gives the longer name")
        else:
            apart.append(bearer)
    return [Party(apart, "body")] if apart else []
