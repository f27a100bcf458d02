"""Text fit for a terminal."""


def printable(text: str) -> str:
    """Return captured text fit for a terminal: line ends as spaces, other control characters shown.

    An escape code from a page or a file's name must never reach the terminal that prints it.
    """
    return "".join(
        letter if letter.isprintable() else " " if letter.isspace() else "\ufffd" for letter in text
    )
