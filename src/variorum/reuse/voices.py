"""Whose words an article's words are: the reporter's, a quoted speaker's, or nobody's in particular."""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from ..model import Article
from ..text import fold_typography, quoted_spans
from .wording import Wording

NARRATIVE: Final = 0
QUOTED: Final = 1
COMMON: Final = 2

# What a line at the foot of a text calls its writer.
_PROFESSIONS = (
    "reporter",
    "correspondent",
    "columnist",
    "staff writer",
    "freelance writer",
    "freelance journalist",
    "bureau chief",
    "contributing writer",
    "contributing editor",
)

# Forms of words that newsrooms add to any text. Frequency finds such lines in a large
# collection, but not in a folder of three pages; these stand at the edges of news texts
# everywhere. Each: the reason, words of which one must stand in the paragraph (so that most
# paragraphs cost no search), and the form, matched on folded typography in lower case.
_FORMULAS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "a line of reporters' and editors' names",
        ("reporting", "writing", "editing", "compiled", "edited", "written"),
        re.compile(
            r"\W*(?:additional |with )?(?:reporting|writing|editing|compiled|edited|written)\b"
            r".{0,40}\bby\b.{0,400}$"
        ),
    ),
    (
        "a line that says who contributed",
        ("contribut",),
        re.compile(
            r".{0,300}\bcontribut(?:ed|ing)\b.{0,30}\b(?:report|story|article|writing)\b.{0,40}$"
        ),
    ),
    (
        "a line on the writer",
        _PROFESSIONS,
        re.compile(
            # Not "one of the wounded is a reporter for …, police said".
            r"^\W{0,5}(?!(?:the|an?|one|two|his|her|their|he|she|it|this|that)\b)"
            r"(?!.{0,400}\b(?:said|told|according)\b)(?:[\w.'-]{1,30} ){2,4}(?:\(@?\w{1,30}\) )?"
            r"is (?:an? |the )?(?:[\w',/&-]{1,30} ){0,5}?"
            rf"(?:{'|'.join(_PROFESSIONS)}),? "
            r"(?:for|at|with|of|in|on|based|covering|who covers|speciali[sz]ing)\b.{0,200}$"
        ),
    ),
    (
        "a copyright notice",
        ("copyright", "(c)", "©", "rights reserved", "may not be"),
        re.compile(
            r".{0,60}(?:\(c\)|©|\bcopyright\b).{0,60}\b(?:19|20)\d\d\b"
            r"|.*\ball rights reserved\b|.*\bmay not be (?:published|reproduced|broadcast)"
        ),
    ),
    (
        "an invitation to follow or subscribe",
        ("follow", "sign up", "subscribe", "click", "read more", "download", "like us", "mail"),
        re.compile(
            r"\W*(?:please )?"
            r"(?:follow|sign up|subscribe|click here|read more|download|like us|e-?mail)\b.{0,200}$"
        ),
    ),
    (
        "a disclaimer",
        ("reflect", "represent", "of the author", "been edited", "generated"),
        re.compile(
            r".*\b(?:do(?:es)? not (?:necessarily )?(?:reflect|represent)"
            r"|(?:are|is) (?:solely )?(?:those|that) of the author"
            r"|has not been edited by|auto-?generated from)\b"
        ),
    ),
)
_LONGEST_FORMULA = 600

# A transcript turn: the speaker's name in capitals (or a title and a name) and a colon.
_TURN = re.compile(
    r"^(?:[A-Z][A-Z.'’\- ]{2,40}|(?:[A-Z][\w.'’-]+ ){0,4}[A-Z]{3,}[A-Z.'’\- ]*)(?:\([^)]{1,40}\))?\s*:\s"
)
# The signature under an embedded post: "- Name (@handle) July 15, 2018".
_SIGNATURE = re.compile(
    r"-\s*[^-@]{1,80}\(@\w{1,30}\)\s+\S+ \d{1,2}, \d{4}|(?:pic\.twitter\.com|t\.co)/\w+"
)
_POST_MARKS = ("@", "t.co/", "pic.twitter.com")
# Without one of these, an apostrophe within a word aside, no word is quoted: seven of ten paragraphs.
_MARK = re.compile(
    r"(?=[\"＂“”„‟〝〞`'’‘‚‛´«»‹›「」『』《》])(?:[^`'’‘‚‛´]|(?<!\w).|.(?!\w))", re.DOTALL
)
_SIGNATURE_REACH = 120
_FEWEST_TURNS = 3
_TRANSCRIPT, _POST = "a turn of a transcript", "an embedded post"


def _formulas(texts: Sequence[str]) -> dict[int, str]:
    """Return the reasons of the paragraphs that are lines which newsrooms add to any text."""
    # Once for the whole article: most have no such word, and their paragraphs need no look.
    joined = " ".join(texts)
    folded = " ".join(joined.split())
    is_plain = folded == joined
    folded = folded.lower()
    found_words = ((each, [word for word in each[1] if word in folded]) for each in _FORMULAS)
    forms = [(reason, words, form) for (reason, _, form), words in found_words if words]
    found: dict[int, str] = {}
    for number, text in enumerate(texts if forms else ()):
        if len(text) > _LONGEST_FORMULA:
            continue
        plain = (text if is_plain else " ".join(text.split())).lower()
        paragraph = ""
        for reason, words, form in forms:
            if _has_any(plain, words):
                paragraph = paragraph or fold_typography(text).lower()
                if form.match(paragraph):
                    found[number] = reason
                    break
    return found


def _has_any(text: str, words: Sequence[str]) -> bool:
    # A loop: it is asked of every paragraph, and a generator costs more than the looking.
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False


def _signed(article: Article) -> set[int]:
    """Return the numbers of paragraphs that are an embedded post or its signature.

    The signature may stand in the paragraph, make one up, or follow it in the capture, where
    extraction left it out.
    """
    found: set[int] = set()
    captured = article.capture.text
    if not _has_any(captured, _POST_MARKS):
        return found
    for number, paragraph in enumerate(article.paragraphs):
        after = captured[paragraph.end : paragraph.end + _SIGNATURE_REACH]
        for text, following in ((paragraph.text, False), (after, True)):
            if not _has_any(text, _POST_MARKS):
                continue
            signature = _SIGNATURE.search(fold_typography(text).lstrip())
            if signature and (not following or signature.start() == 0):
                found.add(number)
            if signature and not following and signature.start() == 0 and number:
                found.add(number - 1)
    return found


def _spoken(texts: Sequence[str]) -> set[int]:
    """Return the numbers of paragraphs of a transcript: turns, and what stands between two of them."""
    turns = [number for number, text in enumerate(texts) if ":" in text and _TURN.match(text)]
    if len(turns) < _FEWEST_TURNS:
        return set()
    return (
        set(range(turns[0], turns[-1] + 1))
        if len(turns) * 3 >= turns[-1] - turns[0]
        else set(turns)
    )


def voices_of(
    article: Article, wording: Wording
) -> tuple[npt.NDArray[np.uint8], tuple[tuple[int, str], ...]]:
    """Return the voice of each word, and why a paragraph is common or quoted as a whole.

    Quoted words are those between quotation marks, in embedded posts and in transcripts.
    """
    texts = [paragraph.text for paragraph in article.paragraphs]
    formulas = _formulas(texts)
    others = dict.fromkeys(_spoken(texts), _TRANSCRIPT)
    others |= dict.fromkeys(_signed(article), _POST)
    spans: list[tuple[int, int, int]] = []
    for number, (text, start) in enumerate(zip(texts, wording.starts.tolist(), strict=True)):
        if number in formulas:
            spans.append((start, start + len(text), COMMON))
        elif number in others:
            spans.append((start, start + len(text), QUOTED))
        elif _MARK.search(text):
            spans += [(start + s.begin, start + s.end, QUOTED) for s in quoted_spans(text)]
    voices = np.zeros(len(wording.begins), dtype=np.uint8)
    if spans:
        begins, ends, kinds = zip(*spans, strict=True)
        firsts = np.searchsorted(wording.begins, begins).tolist()
        lasts = np.searchsorted(wording.begins, ends).tolist()
        for first, last, kind in zip(firsts, lasts, kinds, strict=True):
            voices[first:last] = kind
    return voices, tuple(sorted((others | formulas).items()))
