"""People across the articles of a story: every speaker's names and descriptions brought together."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ..model import (
    Article,
    ArticleId,
    Form,
    Person,
    PersonId,
    PersonKind,
    Quotation,
    Span,
    content_id,
)
from .bearers import Bearer, Place, bearers_of
from .joining import Party, join_names
from .joining_bodies import join_bodies
from .joining_descriptions import join_descriptions
from .name_likeness import agreement_of, surnames_agree
from .nicknames import is_given_name
from .strays import strip_strays
from .written_names import WrittenName, read_name

# The fullest form of a name is shown if so large a part of the articles that give the most common
# one give it: else the one page that writes "Orla Ines Maria Venn" would name her for all.
_BORNE_OUT = 0.25
_UNPOINTED = re.compile(r"[A-Z](?:\.[A-Z])*|[JS]r")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_TITLES = 12
_MOST_REASONS = 12


def find_persons(
    articles: Sequence[Article], quotations: Sequence[Quotation]
) -> tuple[Person, ...]:
    """Return who speaks in the articles of one story, each once, with every form of the name.

    Names come together by their parts, initials, short forms and romanisations, bodies by their
    words and letters, bare descriptions by what some article says beside a name. What could mean
    two people stays apart. The order of articles and quotations does not matter.
    """
    spoken: dict[ArticleId, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        spoken[quotation.article].append(quotation)
    bearers = [
        bearer
        for article in sorted(articles, key=lambda each: each.id)
        for bearer in bearers_of(article, spoken[article.id])
    ]
    texts = _texts(articles)
    strip_strays(bearers, texts)
    parties = join_names([each for each in bearers if each.name is not None])
    parties += join_bodies([each for each in bearers if each.body is not None], texts)
    join_descriptions([each for each in bearers if each.description is not None], parties)
    words = {word for text in texts for word in _WORD.findall(text)}
    return tuple(sorted((_person(party, words) for party in parties), key=_order))


def _texts(articles: Sequence[Article]) -> list[str]:
    return [paragraph.text for article in articles for paragraph in article.paragraphs]


def speakers_of(people: Iterable[Person]) -> Mapping[Place, Person]:
    """Return whom each speaker as written means: by article and the speaker's `begin` and `end`."""
    return {
        (form.article, span.begin, span.end): person
        for person in people
        for form in (*person.forms, *person.pronouns)
        for span in form.spans
    }


def same_person(one: str, other: str) -> bool:
    """Whether two written names can be one person's, nothing else being known.

    >>> same_person("Sheikh Tarek Olmi", "Tariq al-Olmi"), same_person("Orla Venn", "Piet Venn")
    (True, False)
    """
    left, right = read_name(one), read_name(other)
    if left is None or right is None:
        return False
    if min(len(left.parts), len(right.parts)) > 1:
        return agreement_of(left, right) is not None
    if (left.sex and right.sex and left.sex != right.sex) or (
        left.suffix and right.suffix and left.suffix != right.suffix
    ):
        return False
    return surnames_agree(left.surname, right.surname)


def _order(person: Person) -> tuple[int, int, str, str]:
    """Put first who speaks in most articles; then who speaks most."""
    spans = sum(len(form.spans) for form in (*person.forms, *person.pronouns))
    return -len(person.articles), -spans, person.name, person.id


def _person(party: Party, words: Collection[str]) -> Person:
    name = _fullest(party)
    forms = _forms((each.article, each.forms) for each in party.bearers)
    pronouns = _forms((each.article, each.pronouns) for each in party.bearers)
    return Person(
        PersonId(content_id("person", name, *_first_place((*forms, *pronouns)))),
        name,
        forms,
        _titles(party.bearers),
        _kind(party, words),
        round(party.confidence, 3),
        _reasons(party, name),
        pronouns,
    )


def _first_place(forms: Iterable[Form]) -> tuple[str, ...]:
    """Return where a person first speaks: two may bear one name."""
    places = ((form.article, span.begin) for form in forms for span in form.spans)
    article, begin = min(places, default=("", 0))
    return article, str(begin)


def _kind(party: Party, words: Collection[str]) -> PersonKind:
    """Return whether a party is a person.

    "The" before a name that no title goes with, a lone name for which nothing speaks, and a plural
    are a body's, a country's, a thing's.
    """
    if party.kind == "body":
        return party.kind
    if any(bearer.told or bearer.sex or _is_titled(bearer) for bearer in party.bearers):
        return "person"
    written = sum(len(spans) for bearer in party.bearers for spans in bearer.forms.values())
    if written and 2 * sum(bearer.the for bearer in party.bearers) > written:
        return "body"
    if all(_is_plural(name, words) for name in party.names):
        return "body"
    full = any(len(name.parts) > 1 for name in party.names)
    return "person" if full or any(each.pronouns for each in party.bearers) else "body"


def _is_plural(name: WrittenName, words: Collection[str]) -> bool:
    """Whether a name is that of many, "Tarrans": no given name, and the singular stands in the story."""
    last = name.name.split()[-1]
    return last.endswith("s") and last[:-1] in words and not is_given_name(name.parts[0])


def _is_titled(bearer: Bearer) -> bool:
    return bearer.name is not None and bool(bearer.name.titles)


def _fullest(party: Party) -> str:
    """Return the fullest name that enough articles bear out, in mixed letters if any has them."""
    carried: dict[str, set[ArticleId]] = defaultdict(set)
    for bearer in party.bearers:
        written = [each.body.name for each in (bearer,) if each.body is not None]
        for name in written or bearer.names:
            carried[_pointed(name)].add(bearer.article)
    mixed = {name: held for name, held in carried.items() if not name.isupper()} or carried
    most = max(map(len, mixed.values()))
    borne = [name for name, held in mixed.items() if len(held) >= _BORNE_OUT * most]
    return min(borne, key=lambda each: (*_fullness(each), -len(mixed[each]), each))


def _fullness(name: str) -> tuple[int, int]:
    """Order names by their words, initials last: "Orla Venn" is fuller than "O. I. Venn"."""
    words = name.split()
    return -sum(len(word.strip(".")) > 1 and "." not in word[:-1] for word in words), -len(words)


def _pointed(name: str) -> str:
    """Return a name with the points of its initials: "O J Venn Jr" is "O. J. Venn Jr."."""
    return " ".join(word + "." if _UNPOINTED.fullmatch(word) else word for word in name.split())


def _forms(
    written: Iterable[tuple[ArticleId, Mapping[str, Sequence[Span]]]],
) -> tuple[Form, ...]:
    """Return one form for every wording and article, in the order of the wordings' frequency."""
    places: dict[tuple[str, ArticleId], set[Span]] = defaultdict(set)
    count: Counter[str] = Counter()
    for article, forms in written:
        for text, spans in forms.items():
            places[text, article].update(spans)
            count[text] += len(spans)
    order = sorted(places, key=lambda each: (-count[each[0]], each))
    return tuple(
        Form(text, article, tuple(sorted(places[text, article], key=lambda span: span.begin)))
        for text, article in order
    )


def _titles(bearers: Iterable[Bearer]) -> tuple[str, ...]:
    """Return what stands beside the name, each description once, the most frequent first."""
    count: Counter[str] = Counter()
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    for bearer in bearers:
        for title, times in bearer.titles.items():
            key = " ".join(title.casefold().split())
            count[key] += times
            shown[key][" ".join(title.split())] += times
    keys = sorted(count, key=lambda each: (-count[each], each))[:_MOST_TITLES]
    return tuple(min(shown[key], key=lambda each: (-shown[key][each], each)) for key in keys)


def _reasons(party: Party, name: str) -> tuple[str, ...]:
    """Return why each way of calling this person is theirs, the most frequent first."""
    count: Counter[tuple[str, str]] = Counter()
    for join in party.joins:
        called = _pointed(join.called)
        if called.casefold() == name.casefold():
            called = _pointed(join.to)
        if called.casefold() != name.casefold():
            count[called, join.reason] += join.articles
    for bearer in party.bearers:
        for called, reason in _told_within(bearer, name):
            count[called, reason] += 1
    order = sorted(count, key=lambda each: (-count[each], each))[:_MOST_REASONS]
    return tuple(f"“{called}” is {name}: {reason}" for called, reason in order)


def _told_within(bearer: Bearer, name: str) -> Iterator[tuple[str, str]]:
    """Yield what one article by itself shows to be this person's."""
    if bearer.name is None or len(bearer.name.parts) == 1:
        return
    for called in bearer.names:
        if _pointed(called).casefold() != name.casefold() and _ends(called, name):
            yield _pointed(called), "the same name, titles aside"
    for form in bearer.forms:
        read = read_name(form)
        if read is not None and len(read.parts) == 1 and read.name.casefold() != name.casefold():
            yield read.name, "its article gives the full name"


def _ends(called: str, name: str) -> bool:
    here, there = read_name(called), read_name(name)
    return here is not None and there is not None and here.parts == there.parts
