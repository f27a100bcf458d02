"""Who speaks in one article, as its quotations write them: names, bodies, descriptions, pronouns."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..model import Article, ArticleId, Quotation, Span, Speaker
from .bodies import Body, is_body_noun, read_body
from .descriptions import Description, descriptions_beside, read_description
from .nicknames import is_given_name
from .titles import Sex, is_title, sex_told
from .transliteration import plain_letters, spelling_of
from .written_names import WrittenName, read_name

_PRONOUNS = frozenset("he she who i they we it you".split())
_CAPITAL_BEHIND = re.compile(r"[\s-]+[^\W\d_a-z]")
_CAPITAL_BEFORE = re.compile(r"(?<!\w)[^\W\d_a-z][\w'’-]*[\s-]+$")
_PLACED = re.compile(r"(?:\b(?:of|to|for|at|in)\s+[A-Z][\w-]*|['’]s?)\s+$")
_WITHIN = 30
# A point and the spaces between two words of a name.
_GAP = 3
_FULL = 2
Place = tuple[ArticleId, int, int]


@dataclass(slots=True)
class Bearer:
    """One speaker of one article: by name, as a body, or by a description.

    `resolved` is whom the article seems to mean by a description; `told` holds the descriptions
    that stand beside the name, `the` counts an article before it; `first_alone` and `last_alone`
    how often the first or last part of the name stands by itself; `weak` a lone capital of which
    its article does not tell that it is a name; `others` the given names before the same surname.
    """

    article: ArticleId
    name: WrittenName | None = None
    body: Body | None = None
    description: Description | None = None
    resolved: WrittenName | None = None
    sex: Sex | None = None
    forms: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    pronouns: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    names: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    told: dict[str, Description] = field(default_factory=dict)
    first_alone: int = 0
    last_alone: int = 0
    the: int = 0
    weak: bool = False
    others: set[str] = field(default_factory=set)

    @property
    def called(self) -> str:
        """The words by which to speak of this speaker in a reason."""
        written = self.names or Counter({each: len(at) for each, at in self.forms.items()})
        return min(written, key=lambda each: (-written[each], each))


@dataclass(frozen=True, slots=True)
class _Said:
    """What a speaker as written is: the key within the article, and the words that are the form."""

    key: tuple[object, ...]
    name: WrittenName | None = None
    body: Body | None = None
    description: Description | None = None
    form: tuple[int, int] | None = None
    sex: Sex | None = None
    resolved: WrittenName | None = None
    weak: bool = False


def bearers_of(article: Article, quotations: Iterable[Quotation]) -> list[Bearer]:
    """Return the speakers of an article's quotations, in the order in which they first speak."""
    bearers: dict[tuple[object, ...], Bearer] = {}
    placed: dict[str, WrittenName | None] = {}
    for speaker in _speakers(quotations):
        if speaker.name is not None and speaker.name not in placed:
            placed[speaker.name] = _without_place(speaker.name, article)
        said = _read(speaker, placed[speaker.name] if speaker.name is not None else None)
        if said is None:
            continue
        if said.resolved is not None:
            # Whom only descriptions show speaking is a speaker by name as well.
            _bearer(bearers, article.id, _by_name(said.resolved, None, None))
        _note(_bearer(bearers, article.id, said), speaker, said)
    found = list(bearers.values())
    _read_titles(article, [each for each in found if each.name is not None])
    return found


def _bearer(bearers: dict[tuple[object, ...], Bearer], article: ArticleId, said: _Said) -> Bearer:
    bearer = bearers.get(said.key)
    if bearer is None:
        bearer = Bearer(article, said.name, said.body, said.description, resolved=said.resolved)
        bearer.weak = said.weak
        if said.name is not None:
            bearer.names[said.name.called] += 1
        bearers[said.key] = bearer
    bearer.sex = bearer.sex or said.sex
    return bearer


def _speakers(quotations: Iterable[Quotation]) -> list[Speaker]:
    """Return every speaker once, though two quotations may share a cue."""
    spoken = {each.speaker for each in quotations if each.speaker is not None}
    return sorted(spoken, key=lambda each: (each.begin, each.end, each.name or ""))


def _note(bearer: Bearer, speaker: Speaker, said: _Said) -> None:
    if said.form is None:
        bearer.pronouns[speaker.text].append(Span(speaker.begin, speaker.end))
    else:
        begin, end = said.form
        words = " ".join(speaker.text[begin:end].split())
        bearer.forms[words].append(Span(speaker.begin, speaker.end))
    if said.name is not None:
        bearer.names[said.name.called] += 1
        bearer.the += said.name.the


def _without_place(name: str, article: Article) -> WrittenName | None:
    """Return a resolved name, without the place of an office: "envoy to Tarr Orla Venn"."""
    read = read_name(name)
    if read is None or is_body_noun(read.surname):
        return None
    if len(read.parts) > _FULL:
        before = re.compile(rf"(\S+)\s+(?:to|of|for|at|in)\s+{re.escape(read.name)}(?!\w)")
        for paragraph in article.paragraphs:
            found = before.search(paragraph.text)
            if found is not None and is_title(found[1]):
                return read_name(read.name.split(None, 1)[1])
    return read


def _read(speaker: Speaker, resolved: WrittenName | None) -> _Said | None:
    """Return who is meant, by the words as written first and by the article's resolution second."""
    if speaker.text.strip().lower() in _PRONOUNS:
        return None if resolved is None else _by_name(resolved, None, None)
    body = read_body(speaker.text)
    if body is not None:
        return _Said(("body", body.words or body.letters), body=body, form=(body.begin, body.end))
    written = read_name(speaker.text)
    if written is not None and not is_body_noun(written.surname):
        return _named(speaker.text, written, resolved)
    description = read_description(speaker.text)
    if description is not None and not description.definite:
        return None
    if resolved is not None and _stands_in(resolved, speaker.text):
        resolved = None
    if description is not None:
        key = ("described", description, resolved and resolved.parts)
        whole = (0, len(speaker.text))
        return _Said(key, description=description, form=whole, resolved=resolved)
    return None if resolved is None else _by_name(resolved, None, None)


def _named(text: str, written: WrittenName, resolved: WrittenName | None) -> _Said | None:
    sex = next((told for title in written.titles if (told := sex_told(title))), None)
    form = (written.begin, written.end)
    if resolved is not None and any(
        spelling_of(written.surname, part) in ("same", "alike") for part in resolved.parts
    ):
        return _by_name(replace(resolved, the=written.the), form, sex)
    if len(written.parts) > 1 or written.titles:
        return _by_name(written, form, sex)
    if form == (0, len(text)):
        return replace(_by_name(written, form, sex), weak=True)
    return None


def _by_name(name: WrittenName, form: tuple[int, int] | None, sex: Sex | None) -> _Said:
    # "Mr. Venn" and "Mrs. Venn" of one article are two, though a bare surname fits both.
    alone = len(name.parts) == 1
    return _Said(
        ("name", name.parts, name.suffix, sex if alone else None), name=name, form=form, sex=sex
    )


def _stands_in(name: WrittenName, text: str) -> bool:
    """Whether a resolved name is only a word of the description: "the Arizona senator"."""
    words = {word.strip(".,’'").lower() for word in text.split()}
    return all(part in words for part in name.parts)


def _read_titles(article: Article, bearers: Sequence[Bearer]) -> None:
    """Note what the article says beside the names of its speakers, and which part stands alone."""
    ends: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        for word in dict.fromkeys((_words(bearer)[0], _words(bearer)[-1])):
            ends[word].append(bearer)
    if not ends:
        return
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(ends))) + r")(?!\w)")
    for paragraph in article.paragraphs:
        for found in pattern.finditer(paragraph.text):
            _read_place(ends[found.group()], paragraph.text, found)


def _words(bearer: Bearer) -> list[str]:
    assert bearer.name is not None
    return [word.strip(".") or word for word in bearer.name.name.split()]


def _read_place(bearers: Sequence[Bearer], text: str, found: re.Match[str]) -> None:
    """Note what stands beside the end of a name, for the speaker of whose name most stands there."""
    here: list[tuple[int, Bearer]] = []
    for bearer in bearers:
        if found.group() == _words(bearer)[-1]:
            here.append((_name_begin(_words(bearer), text, found), bearer))
        else:
            bearer.first_alone += not _CAPITAL_BEHIND.match(text, found.end())
    first = min((begin for begin, _ in here), default=found.start())
    alone = first == found.start()
    another = _CAPITAL_BEFORE.search(text[max(0, first - _WITHIN) : first])
    if another is not None and not is_title(another.group().strip()):
        # "Piet Venn" is not Orla; "envoy to Tarr" and "Tarr’s" may well stand before "Orla Venn".
        placed = _PLACED.search(text[max(0, first - _WITHIN) : first])
        given = plain_letters(another.group())
        # "John" of "Donald John Venn" is a middle name.
        middle = _CAPITAL_BEFORE.search(text[max(0, first - 2 * _WITHIN) : first - len(another[0])])
        for _, bearer in here:
            if is_given_name(given) and middle is None:
                bearer.others.add(given)
        if placed is None or alone:
            return
    for begin, bearer in here:
        if begin != first:
            continue
        bearer.last_alone += alone and len(_words(bearer)) > 1
        for written, description in descriptions_beside(text, first, found.end()):
            bearer.titles[written] += 1
            bearer.told[written] = description


def _name_begin(words: Sequence[str], text: str, found: re.Match[str]) -> int:
    """Return where a name begins that ends here, as far as its words stand there."""
    first = found.start()
    for word in reversed(words[:-1]):
        left = text[max(0, first - len(word) - _GAP) : first].rstrip()
        at = max(0, first - len(word) - _GAP) + left.rfind(word)
        if not left.rstrip(".").endswith(word) or text[at - 1 : at].isalnum():
            break
        first = at
    return first
