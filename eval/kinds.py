"""Kinds: whether a page is one article, several or none, judged by weights that saw no copy of it."""

from .train_kinds import held_out, macro_f1, made_round_ups, read_articles, read_captures

DATA = ("pages", "pages-2008", "pages-fields", "stories", "summit", "summit-labels")


def measure() -> dict[str, float]:
    """Return macro F1 of kinds on the captures of one event, by two halves with all copies in one."""
    others = [*read_articles(), *made_round_ups()]
    return {"kind macro F1, summit, halves": macro_f1(held_out(read_captures(), others))}
