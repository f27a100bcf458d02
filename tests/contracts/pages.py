"""Captures made up for the archive: reports of invented events, copies of them, states of one page."""

import random
from collections.abc import Sequence
from pathlib import Path

from variorum.ingest import make_capture, read_captures
from variorum.model import Capture, Stated

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "pages"


def example_captures() -> list[Capture]:
    """Return the captures of the bundled examples."""
    return [each for each in read_captures([str(EXAMPLES)]) if isinstance(each, Capture)]


def record(
    text: str,
    *,
    headline: str = "",
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
    taken_at: str | None = None,
    key: str | None = None,
) -> Capture:
    """Return the capture of one record with recovered text."""
    return make_capture(
        key or url or headline,
        text,
        is_markup=False,
        key=key,
        url=url,
        taken_at=taken_at,
        stated=Stated(
            headline=headline or None, outlet=outlet, published=published, recovered=True
        ),
    )


_PLACES = (
    "Tolvar",
    "Merrin",
    "Oskeld",
    "Pellwick",
    "Varnholm",
    "Quessel",
    "Ardmere",
    "Brisk Point",
)
_THINGS = ("quarry", "tramway", "reservoir", "cannery", "lighthouse", "orchard", "foundry", "canal")
_DEEDS = ("reopened", "collapsed", "was sold", "flooded", "burned", "was fined", "shut", "expanded")
_WHO = (
    "Ilmar Dask",
    "Renna Holt",
    "Corvin Pell",
    "Sofie Arnt",
    "Bram Osk",
    "Tilda Wren",
    "Jory Lund",
)
_SOUNDS = ("tal", "ren", "os", "mir", "vek", "lun", "dor", "ash", "pil", "qua", "sen", "bru", "eth")
_FILL = (
    "residents", "engineers", "council", "inspectors", "families", "workers", "traders", "divers",
    "measured", "warned", "welcomed", "rejected", "studied", "repaired", "counted", "demanded",
    "timber", "gravel", "ledgers", "pumps", "ropes", "lanterns", "barrels", "fences", "wagons",
    "northern", "muddy", "ancient", "costly", "narrow", "sudden", "public", "broken", "quiet",
)  # fmt: skip


def simulated(events: int, seed: int) -> list[Capture]:
    """Return reports of so many invented events, with copies, cuts and updates of some."""
    chance = random.Random(seed)
    found: list[Capture] = []
    for event in range(events):
        day = 1 + chance.randrange(12)
        names = [_name(chance) for _ in range(30)]
        wire = _report(chance, event, names)
        headline = f"{wire[0].split('.')[0]}"
        for copy in range(chance.choice((1, 1, 2, 3, 5))):
            text = _copied(wire, chance) if copy else wire
            found.append(_page(text, headline, event, copy, day, chance))
        if chance.random() < 0.4:
            found.append(_page(_report(chance, event, names), headline, event, 90, day, chance))
    return found


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SOUNDS) for _ in range(chance.choice((2, 3)))).capitalize()


def _report(chance: random.Random, event: int, names: Sequence[str]) -> list[str]:
    place, thing, deed = _PLACES[event % 8], _THINGS[(event // 2) % 8], _DEEDS[(event // 3) % 8]
    first = (
        f"The {thing} at {place} {deed} on Monday, {chance.randrange(11, 99)} people said, "
        f"and {chance.choice(_WHO)} promised an answer about the {thing}."
    )
    return [
        first,
        *(_paragraph(chance, place, thing, names) for _ in range(chance.randrange(4, 8))),
    ]


def _paragraph(chance: random.Random, place: str, thing: str, names: Sequence[str]) -> str:
    words = " ".join(
        chance.choice(names if chance.random() < 0.4 else _FILL)
        for _ in range(chance.randrange(14, 26))
    )
    who = chance.choice(_WHO)
    if chance.random() < 0.3:
        return f"“The {thing} of {place} {words},” {who} said."
    return f"In {place} the {thing} {words}, as {who} told {chance.randrange(2, 60)} reporters."


def _copied(wire: Sequence[str], chance: random.Random) -> list[str]:
    text = list(wire)
    if chance.random() < 0.5:
        text = text[: max(3, len(text) - chance.randrange(3))]
    if chance.random() < 0.4:
        at = chance.randrange(len(text))
        text[at] = text[at].replace(" the ", " that ", 1)
    return text


def _page(
    text: Sequence[str], headline: str, event: int, copy: int, day: int, chance: random.Random
) -> Capture:
    outlet = f"{chance.choice(_PLACES)} {chance.choice(('Post', 'Mail', 'Echo'))}"
    return record(
        "\n\n".join(text),
        headline=headline if chance.random() < 0.7 else f"{headline} again",
        outlet=outlet,
        url=f"https://{outlet.lower().replace(' ', '-')}.example/{event}-{copy}",
        published=f"2031-05-{day + chance.randrange(2):02d}T{chance.randrange(24):02d}:15",
        key=f"{event}-{copy}",
    )
