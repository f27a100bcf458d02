"""Unjudged stories: those that nobody has opened yet, and which of them a reader is likely to open next."""

from sqlalchemy import Connection, text


def is_unjudged(connection: Connection, number: int) -> bool:
    """Tell whether a story is there and waits to be judged."""
    found = connection.execute(
        text("select 1 from story where number = :number and judgement is null"),
        {"number": number},
    )
    return found.scalar() is not None


def is_judged(connection: Connection, number: int, membership: str) -> bool:
    """Tell whether a story, with just these pages, is judged."""
    found = connection.execute(
        text(
            "select 1 from story where number = :number and membership = :membership "
            "and judgement is not null"
        ),
        {"number": number, "membership": membership},
    )
    return found.scalar() is not None


def unjudged_in_front(connection: Connection, of_day: int, of_all: int) -> list[int]:
    """Return what is unjudged among the widest stories of the latest day, then among the widest of all.

    Both lists are those that a desk shows first; what stands further down waits for its reader.
    """
    latest = connection.execute(text("select max(day) from story_day")).scalar() or 0
    numbers: dict[int, None] = {}
    for statement, most in ((_OF_DAY, of_day), (_OF_ALL, of_all)):
        rows = connection.execute(text(statement), {"day": latest, "most": most})
        numbers.update(dict.fromkeys(row.number for row in rows if row.waits))
    return list(numbers)


_WIDEST = "order by s.houses desc, s.accounts desc, s.pages desc, s.last_day desc, s.id limit :most"
_OF_DAY = (
    "select s.number, s.judgement is null as waits from story_day d "
    f"join story s on s.number = d.story where d.day = :day {_WIDEST}"
)
_OF_ALL = f"select s.number, s.judgement is null as waits from story s where :day >= 0 {_WIDEST}"
