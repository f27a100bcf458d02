"""Names as indexes hold them: of one without end only the beginning."""

# PostgreSQL takes entries of an index of 2,704 bytes at the most, and one index holds four names. A page
# whose outlet, or whose host, has a longer one would end what is added with it, again and again. The
# longest names of outlets in the labelled sets have some 80 bytes.
LONGEST_NAME = 600


def indexed(name: str | None) -> str | None:
    """Return the beginning of a name that an index can hold, which of all real ones is the whole.

    >>> indexed("The Ansel Courier"), len(indexed("é" * 1000) or "")
    ('The Ansel Courier', 300)
    """
    if name is None or len(name) * 4 <= LONGEST_NAME:
        return name
    return name.encode("utf-8")[:LONGEST_NAME].decode("utf-8", "ignore")
