"""Pages put together of articles: fronts, live reports, letters, stubs, galleries and other pages.

Labelled captures of such pages are few and of one event. What these teach is the make-up of a page:
the prose is that of the labelled articles, the chrome that of the labelled pages, and the words that
a site adds itself are in several languages. The articles of one half make the pages to learn from,
those of the other the pages to measure on.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from variorum.extract.body.text_body import find_roles
from variorum.extract.body.wrapping import join_wrapped
from variorum.extract.lines import split_lines
from variorum.text.sentences import sentences

from . import made_wording as wording
from .labelled import read_rows
from .render import RENDERERS


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """An article to build pages of: its title, its paragraphs, and others of the same event."""

    title: str
    parts: tuple[str, ...]
    siblings: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page put together, and its kind; `make` names how."""

    text: str
    kind: str
    make: str


Draw = np.random.Generator
Chrome = Sequence[tuple[list[str], list[str]]]


def made_pages(half: int, count: int) -> Iterator[MadePage]:
    """Yield `count` pages of each make, put together of one half of the articles and of the chrome."""
    articles, chrome = _articles()[half::2], _chrome()[half::2]
    for make, (kind, build) in _MAKES.items():
        for number in range(count):
            draw = np.random.default_rng([half, number, *make.encode()])
            lines = build(draw, articles)
            yield MadePage(_framed(draw, chrome, lines), kind, make)


def _articles() -> list[MadeArticle]:
    found = []
    for row in read_rows("stories"):
        bodies = [
            tuple(part.strip() for part in each["text"].split("\n") if part.strip())
            for each in row["articles"]
        ]
        first = row["articles"][0]
        if len(bodies[0]) >= 4:
            found.append(MadeArticle(first["title"], bodies[0], tuple(bodies[1:])))
    return found


def _chrome() -> list[tuple[list[str], list[str]]]:
    """Return what stands above and below the text on the labelled pages."""
    found = []
    renderers = list(RENDERERS.values())
    for collection in ("pages", "pages-fields"):
        for number, row in enumerate(read_rows(collection)):
            blocks = join_wrapped(split_lines(renderers[number % len(renderers)](row["html"])))
            roles, _ = find_roles(blocks)
            body = [at for at, role in enumerate(roles) if role == "body"]
            if body:
                texts = [block.text for block in blocks]
                found.append((texts[: max(0, body[0] - 6)], texts[body[-1] + 1 :]))
    return found


def _framed(draw: Draw, chrome: Chrome, lines: list[str]) -> str:
    if draw.random() < 0.25:
        return "\n".join(lines)
    above, below = chrome[int(draw.integers(len(chrome)))]
    most = int(draw.integers(3, 80))
    return "\n".join([*above[-most:], *lines, *below[:most]])


def _one(draw: Draw, choices: Sequence[str]) -> str:
    return choices[int(draw.integers(len(choices)))]


def _some(draw: Draw, articles: Sequence[MadeArticle], least: int, most: int) -> list[MadeArticle]:
    taken = draw.choice(len(articles), int(draw.integers(least, most)), replace=False)
    return [articles[at] for at in taken.tolist()]


def _pick(draw: Draw, articles: Sequence[MadeArticle]) -> MadeArticle:
    return articles[int(draw.integers(len(articles)))]


def _day(draw: Draw) -> str:
    month = int(draw.integers(12))
    return _one(draw, wording.DAYS).format(
        month=wording.MONTHS[month], number=month + 1, day=int(draw.integers(1, 29))
    )


def _sentences(text: str) -> list[str]:
    return [text[span.begin : span.end] for span in sentences(text)] or [text]


def _opening(draw: Draw, article: MadeArticle) -> str:
    """Return the beginning of an article as a teaser gives it: a sentence or two, cut off or not."""
    parts = _sentences(article.parts[0])
    text = " ".join(parts[: int(draw.integers(1, 3))])
    if draw.random() < 0.35:
        words = text.split()
        text = " ".join(words[: max(8, int(len(words) * draw.uniform(0.5, 0.9)))])
        text += _one(draw, ("…", "...", " [...]", " ..."))
    return text


def _heading(draw: Draw) -> list[str]:
    lines = []
    if draw.random() < 0.7:
        lines.append(_one(draw, ("By ", "", "Von ", "Par ")) + _one(draw, wording.NAMES))
    if draw.random() < 0.8:
        lines.append(_day(draw))
    return lines


def _front(draw: Draw, articles: Sequence[MadeArticle]) -> list[str]:
    mark = draw.random(4) < [0.5, 0.5, 0.4, 0.2]
    lines = [_one(draw, wording.LABELS)] if draw.random() < 0.5 else []
    for article in _some(draw, articles, 4, 25):
        lines += [_one(draw, wording.LABELS)] if mark[2] else []
        lines.append(article.title)
        lines += ["By " + _one(draw, wording.NAMES)] if mark[3] else []
        lines += [_opening(draw, article)] if draw.random() < 0.9 else []
        lines += (
            [
                _day(draw)
                if draw.random() < 0.5
                else _one(draw, wording.AGES).format(int(draw.integers(1, 23)))
            ]
            if mark[0]
            else []
        )
        lines += [_one(draw, wording.MORE)] if mark[1] else []
    return lines


def _search(draw: Draw, articles: Sequence[MadeArticle]) -> list[str]:
    word = _one(draw, articles[0].title.split())
    lines = [
        _one(
            draw,
            (
                "Search results",
                f"Results for {word}",
                "Showing 1-10 of 214 results",
                "Suchergebnisse",
            ),
        )
    ]
    for article in _some(draw, articles, 5, 15):
        lines += [article.title, f"{_day(draw)} ... " + _opening(draw, article)]
    return [*lines, "1", "2", "3", "Next page"]


def _titles(draw: Draw, articles: Sequence[MadeArticle]) -> list[str]:
    lines = []
    dated = draw.random() < 0.6
    for article in _some(draw, articles, 10, 60):
        lines += [article.title, *([_day(draw)] if dated else [])]
    return lines


def _live(draw: Draw, articles: Sequence[MadeArticle]) -> list[str]:
    story = _pick(draw, articles)
    parts = [part for body in (story.parts, *story.siblings) for part in body]
    lines = [
        _one(draw, ("Live: ", "LIVE ", "Live updates: ", "", "Liveticker: ", "En direct : "))
        + story.title
    ]
    lines += _heading(draw)
    clock, step = int(draw.integers(600, 1380)), -1 if draw.random() < 0.7 else 1
    form, rule = (
        _one(draw, ("{}:{:02}", "{}:{:02} p.m.", "{}.{:02}", "{}h{:02}", "{}:{:02} Uhr")),
        draw.random() < 0.3,
    )
    welded = draw.random() < 0.3
    at = 0
    while at < min(len(parts), 40):
        stamp = form.format(clock // 60 % (12 if "p.m." in form else 24) or 12, clock % 60)
        entry = parts[at : at + int(draw.integers(1, 4))]
        lines += [f"{stamp} - {entry[0]}", *entry[1:]] if welded else [stamp, *entry]
        lines += ["___"] if rule else []
        at += len(entry)
        clock = max(0, clock + step * int(draw.integers(2, 50)))
    return lines


def _round_up(draw: Draw, articles: Sequence[MadeArticle]) -> list[str]:
    rule = ["", "___", "* * *"][int(draw.integers(3))]
    bullet = "• " if draw.random() < 0.3 else ""
    headed, numbered = draw.random() < 0.7, draw.random() < 0.2
    lines = [
        _one(
            draw,
            (
                "Morning briefing",
                "In brief",
                "Five things to know today",
                "What happened this week",
            ),
        )
    ]
    lines = lines if draw.random() < 0.5 else [_pick(draw, articles).title]
    lines += _heading(draw)
    placed = draw.random() < 0.3
    for number, article in enumerate(_some(draw, articles, 3, 10), start=1):
        lines += [(f"{number}. " if numbered else "") + article.title] if headed else []
        parts = [bullet + part for part in article.parts[: int(draw.integers(1, 5))]]
        lines += [f"{_one(draw, wording.PLACES)} — {parts[0]}", *parts[1:]] if placed else parts
        lines += [rule] if rule else []
    return lines


def _letters(draw: Draw, articles: Sequence[MadeArticle]) -> list[str]:
    hail = _one(
        draw, ("To the editor: ", "Dear Editor, ", "Sir, – ", "Re: the report, ", "SIR — ", "")
    )
    lines = (
        ["Letters to the editor"]
        if not hail or draw.random() < 0.6
        else [_pick(draw, articles).title]
    )
    lines += _heading(draw)
    for article in _some(draw, articles, 2, 8):
        begin = int(draw.integers(1, 3))
        parts = article.parts[begin : begin + int(draw.integers(1, 4))]
        lines += [article.title] if draw.random() < 0.4 else []
        lines += [
            hail + parts[0],
            *parts[1:],
            f"{_one(draw, wording.NAMES)}, {_one(draw, ('Sveran', 'Tornau', 'Harn'))}",
        ]
    return lines


def _stub(draw: Draw, articles: Sequence[MadeArticle]) -> list[str]:
    article = _pick(draw, articles)
    wall = [
        _one(draw, wording.WALLS),
        *([_one(draw, wording.WALLS)] if draw.random() < 0.4 else []),
    ]
    return [article.title, *_heading(draw), _opening(draw, article), *wall]


def _film(draw: Draw, articles: Sequence[MadeArticle]) -> list[str]:
    article = _pick(draw, articles)
    said = _sentences(article.parts[0])[0] if draw.random() < 0.8 else ""
    marks = [_one(draw, wording.FILMS) for _ in range(int(draw.integers(1, 4)))]
    others = [each.title for each in _some(draw, articles, 0, 8)]
    dated = _heading(draw)
    return [marks[0], article.title, *dated, said, *marks[1:], *others]


def _gallery(draw: Draw, articles: Sequence[MadeArticle]) -> list[str]:
    article = _pick(draw, articles)
    parts = [part for body in (article.parts, *article.siblings) for part in body][:20]
    house = _one(draw, ("AP Photo", "Getty Images", "Reuters", "AFP", "Handout"))
    lines = [
        article.title,
        _one(draw, ("View photos", "Full screen", "Photo gallery", "1 of 12", "Next image")),
    ]
    for number, part in enumerate(parts, start=1):
        sentence = _sentences(part)[0].rstrip(".")
        credit = _one(
            draw,
            (
                f"({house}/{_one(draw, wording.NAMES)})",
                f"Photo: {_one(draw, wording.NAMES)}, {house}",
                f"{_one(draw, wording.NAMES)} / {house}",
            ),
        )
        lines += [f"{number} of {len(parts)}"] if draw.random() < 0.5 else []
        lines.append(f"{sentence}, {_day(draw)}. {credit}")
    return lines


def _table(draw: Draw, articles: Sequence[MadeArticle]) -> list[str]:
    heads = (
        "Sveran",
        "Tornau",
        "Harn",
        "Lissel",
        "Velmark 50",
        "Gold",
        "Oil",
        "Krone",
        "Wheat",
        "Bonds",
    )
    lines = [_one(draw, ("Weather", "Markets", "Börse", "Météo", "Results", "Fixtures and tables"))]
    for _ in range(int(draw.integers(8, 40))):
        lines += [
            _one(draw, heads),
            *(f"{draw.uniform(-30, 900):.2f}" for _ in range(int(draw.integers(1, 5)))),
        ]
    note = (
        "Prices are delayed by at least fifteen minutes.",
        "Mostly dry with some sun in the afternoon and light winds from the west.",
        "",
    )
    return [*lines, _one(draw, note)]


def _absent(draw: Draw, articles: Sequence[MadeArticle]) -> list[str]:
    lines = _one(draw, wording.ABSENT).split("\n")
    return [*lines, *([each.title for each in _some(draw, articles, 0, 6)])]


def _consent(draw: Draw, articles: Sequence[MadeArticle]) -> list[str]:
    return _one(draw, wording.CONSENTS).split("\n")


def _brief(draw: Draw, articles: Sequence[MadeArticle]) -> list[str]:
    """Return a short report of 30 to 100 words, whole sentences, with others' teasers below it or not."""
    article = _pick(draw, articles)
    kept: list[str] = []
    least = int(draw.integers(30, 80))
    for sentence in _sentences(" ".join(article.parts)):
        kept.append(sentence)
        if sum(len(each.split()) for each in kept) > least:
            break
    if draw.random() < 0.4:
        kept = [" ".join(kept)]
    tail = _front(draw, articles)[:12] if draw.random() < 0.3 else []
    again = [article.title] if draw.random() < 0.2 else []
    return [article.title, *_heading(draw), *again, *kept, *tail]


def _article(draw: Draw, articles: Sequence[MadeArticle]) -> list[str]:
    article = _pick(draw, articles)
    tail = _front(draw, articles) if draw.random() < 0.5 else []
    parts = list(article.parts)
    if draw.random() < 0.4:
        parts[0] = f"{_one(draw, wording.PLACES)} — {parts[0]}"
    if draw.random() < 0.25:
        parts[-1:-1] = ["___"]
    return [article.title, *_heading(draw), *parts, *tail]


_MAKES: dict[str, tuple[str, Callable[[Draw, Sequence[MadeArticle]], list[str]]]] = {
    "front": ("aggregate", _front),
    "search": ("aggregate", _search),
    "live report": ("aggregate", _live),
    "round-up": ("aggregate", _round_up),
    "letters": ("aggregate", _letters),
    "list of titles": ("none", _titles),
    "stub before a wall": ("none", _stub),
    "film": ("none", _film),
    "gallery": ("none", _gallery),
    "table": ("none", _table),
    "nothing there": ("none", _absent),
    "consent": ("none", _consent),
    "brief": ("article", _brief),
    "article": ("article", _article),
}
