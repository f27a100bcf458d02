"""Articles for tests: prose that nobody wrote, drawn from invented words by a seeded generator."""

from random import Random

from variorum.model import Article, Capture, Moment, Paragraph, content_id

_SYLLABLES = "ka lo mi ren tas vo du shel pir an gor eth bly stra nu fen".split()
_SMALL = "the of and to in a that for on with was by from had its were".split()


def prose(seed: str, words: int = 40) -> str:
    """Return a paragraph of invented prose; another seed gives another."""
    random = Random(seed)
    chosen = [
        random.choice(_SMALL) if random.random() < 0.4 else _word(random) for _ in range(words)
    ]
    return " ".join(chosen).capitalize() + "."


def _word(random: Random) -> str:
    return "".join(random.choice(_SYLLABLES) for _ in range(random.randint(2, 4)))


def paragraphs(*seeds: str) -> list[str]:
    """Return a paragraph of prose for each seed."""
    return [prose(seed) for seed in seeds]


def article(
    name: str,
    texts: list[str],
    *,
    outlet: str | None = None,
    headline: str | None = None,
    credit: tuple[str, ...] = (),
    published: str | None = None,
    kind: str = "article",
) -> Article:
    """Return an article of these paragraphs, after a line of chrome so that no offset is 0."""
    text = f"Menu Home {name}"
    built: list[Paragraph] = []
    for each in texts:
        begin = len(text) + 2
        text += "\n\n" + each
        built.append(Paragraph(each, begin, begin + len(each)))
    capture = Capture(
        id=content_id(name, text),  # type: ignore[arg-type]
        location=f"{name}.txt",
        text=text,
        media_type="text/plain",
        digest=name,
    )
    return Article(
        id=content_id("article", name),  # type: ignore[arg-type]
        capture=capture,
        kind=kind,  # type: ignore[arg-type]
        paragraphs=tuple(built),
        outlet=outlet,
        headline=headline,
        credit=credit,
        published=Moment(published, "day") if published else None,
    )
