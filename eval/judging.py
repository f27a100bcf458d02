"""Whether a stemma or a text is right: against the account that was grown, whose truth is known."""

from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from eval.growing import WIRE, GrownAccount
from variorum.collation.words import split_words
from variorum.model import Stemma


def words_of(paragraphs: Sequence[str]) -> list[str]:
    """Return the words of a text as they are compared."""
    return [word.form for paragraph in paragraphs for word in split_words(paragraph)]


def word_errors(words: Sequence[str], truth: Sequence[str]) -> float:
    """Return the word error rate of a text."""
    return Levenshtein.distance(words, truth) / len(truth)


def judge_exemplars(account: GrownAccount, stemma: Stemma) -> list[bool]:
    """Tell for each extant text but the wire whether its exemplar is the true one."""
    given = {edge.target: edge.origin for edge in reversed(stemma.edges)}
    lost = {node.sigil for node in stemma.nodes if not node.extant}
    return [
        is_right(account, name, given.get(name), given, lost)
        for name in account.extant
        if name != WIRE
    ]


def is_right(
    account: GrownAccount, name: str, said: str | None, given: Mapping[str, str], lost: set[str]
) -> bool:
    """Tell whether a text derives from what is said; a lost text counts when the same lines come from it."""
    true = account.exemplar(name)
    if said is None or true is None:
        return said is true
    reading = words_of(account.texts[true].paragraphs)
    if said not in lost:
        return said == true or words_of(account.texts[said].paragraphs) == reading
    if said not in given:
        # Our root: the text that all go back to, or one that reads like it.
        root = account.archetype
        return true in (WIRE, root) or reading == words_of(account.texts[root].paragraphs)
    below = {each for each in account.extant if _descends(each, said, given)}
    truth = account.branches(true)
    same = {each for each in account.extant if words_of(account.texts[each].paragraphs) == reading}
    # A lost exemplar beside a text that reads the same is that text as far as readings go.
    overlap = len((below | same) & (truth | same)) / len(below | truth | same)
    is_trace = account.texts[true].withheld or bool(same & below)
    return true != WIRE and is_trace and overlap >= 0.5


def _descends(name: str, above: str, given: Mapping[str, str]) -> bool:
    while name in given:
        name = given[name]
        if name == above:
            return True
    return False
