"""Plain tables of readings, as classical stemmatology has them: books across, places down."""

from collections.abc import Iterable, Sequence

from ..errors import OptionError
from ..model import Collation, Column


def table_of_readings(names: Sequence[str], rows: Iterable[Sequence[str | None]]) -> Collation:
    """Return the collation of a table: for each place, what each of the named witnesses reads.

    A reading may be a word, a few words, or the code of a variant; the empty string says that the
    witness leaves it out, `None` that its text is lost or unreadable there, so that nothing is
    known. Only whether two readings are the same, and how like their letters are, counts.

    >>> table = table_of_readings(["A", "B"], [["rain", "rain"], ["fell", None]])
    >>> table.columns[1].readings
    ('fell', None)
    """
    if len(set(names)) != len(names):
        raise OptionError("names", "two witnesses have one name")
    columns = []
    for number, row in enumerate(rows, 1):
        if len(row) != len(names):
            raise OptionError(
                "rows", f"place {number} has {len(row)} readings for {len(names)} witnesses"
            )
        columns.append(Column(tuple(row)))
    return Collation(tuple(names), tuple(columns))
