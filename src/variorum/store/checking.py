"""Checking: whether what an archive holds is what was put there, and hangs together."""

from collections.abc import Iterator

from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from ..model import Story, content_id
from ..model.holding import Check
from .articles import articles_by_number, figures_of, quotations_of
from .captures import captures_by_number
from .database import Database
from .packing import unpack
from .stories import Judgement

_AT_ONCE = 500
# Each finds rows that should not be; {0} is what the row is about.
_REFERENCES = (
    ("article {0} has no capture", "select a.id from article a left join capture c "
     "on c.number = a.number where c.number is null"),
    ("capture {0} has no article and waits for none", "select c.id from capture c left join article a "
     "on a.number = c.number left join pending p on p.capture = c.number "
     "where a.number is null and p.capture is null and c.failed is null"),
    ("article {0} is of a story that is not there", "select a.id from article a left join story s "
     "on s.number = a.story where a.story is not null and s.number is null"),
    ("article {0} is of a unit that is not there", "select a.id from article a left join unit u "
     "on u.number = a.unit where a.unit is not null and u.number is null"),
    ("article {0} counts, but stands in no story", "select a.id from article a where "
     "a.kind = 'article' and a.is_current = 1 and (a.story is null or a.unit is null)"),
    ("article {0} counts no longer, but stands in a story", "select a.id from article a where "
     "a.is_current = 0 and (a.story is not null or a.unit is not null)"),
    ("story {0} counts other pages than it has", "select s.id from story s left join article a "
     "on a.story = s.number group by s.id, s.pages having count(a.number) <> s.pages"),
    ("unit {0} has no pages", "select u.id from unit u left join article a on a.unit = u.number "
     "where a.number is null"),
    ("page {0} has no newest state, or several", "select c.page from capture c join article a "
     "on a.number = c.number where c.page is not null group by c.page having sum(a.is_current) <> 1"),
)  # fmt: skip


def check(database: Database) -> Check:
    """Read everything once; return what is wrong."""
    with database.reading() as connection:
        looks = [_dangling(connection), _captures(connection), _stories(connection)]
        if database.is_sqlite:
            looks.insert(0, _damage(connection))
        problems = [each for look in looks for each in _as_far_as_it_goes(look)]
        counts = [_count(connection, table) for table in ("capture", "article", "story")]
        # A transaction in which a part could not be read cannot be ended otherwise.
        connection.rollback()
    return Check(counts[0], counts[1], counts[2], tuple(problems))


def _as_far_as_it_goes(look: Iterator[str]) -> Iterator[str]:
    """Yield what a look at an archive finds; a page of SQLite that cannot be read is a problem found."""
    try:
        yield from look
    except DatabaseError as error:
        if "malformed" not in str(error.orig):
            raise
        yield f"part of the file cannot be read: {error.orig}"


def _count(connection: Connection, table: str) -> int:
    """Return how many rows a table has; 0 of one that cannot be read, which is told as a problem."""
    try:
        return connection.execute(text(f"select count(*) from {table}")).scalar() or 0
    except DatabaseError as error:
        if "malformed" not in str(error.orig):
            raise
        return 0


def _damage(connection: Connection) -> Iterator[str]:
    for row in connection.execute(text("pragma integrity_check(20)")):
        if row[0] != "ok":
            # Each of several lines on one page is a problem.
            yield from str(row[0]).splitlines()


def _dangling(connection: Connection) -> Iterator[str]:
    for told, statement in _REFERENCES:
        for row in connection.execute(text(f"{statement} limit 20")):
            yield told.format(row[0])


def _captures(connection: Connection) -> Iterator[str]:
    numbers = [row[0] for row in connection.execute(text("select number from capture order by 1"))]
    for begin in range(0, len(numbers), _AT_ONCE):
        for number in numbers[begin : begin + _AT_ONCE]:
            yield from _capture(connection, number)


def _capture(connection: Connection, number: int) -> Iterator[str]:
    try:
        capture = captures_by_number(connection, [number])[number]
        told = content_id(
            "capture", capture.digest, capture.url, capture.key, capture.stated.outlet
        )
        if told != capture.id:
            yield f"capture {capture.id} is not what its id says"
        articles = articles_by_number(connection, [number])
        quotations_of(connection, articles)
        figures_of(connection, articles)
    except (ValueError, TypeError, KeyError, OSError) as error:
        yield f"capture {number} cannot be read: {error}"


def _stories(connection: Connection) -> Iterator[str]:
    for row in connection.execute(text("select id, record, judgement from story")):
        try:
            unpack(row.record, Story)
            if row.judgement is not None:
                unpack(row.judgement, Judgement)
        except (ValueError, TypeError, KeyError, OSError) as error:
            yield f"story {row.id} cannot be read: {error}"
