"""Captions: the lines that describe a picture, told by the photographer's credit or by their form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..agencies.directory import canonical_agency
from ..lines import Line
from ..moments.moments import find_moments
from ..page import Page
from .byline import read_byline

_PICTURE = (
    r"photo(?:graph|grapher|s)?|foto(?:grafie|s)?|bild(?:er)?|image|picture|pic|crédits?(?:[ "
    r"-]photos?)?|"
    r"crédito|photo[ -]credit|file photo|archivbild|archivfoto|zdjęcie|kuva|immagine|imagen|фото|写真|사진"
)
# Who sells and supplies pictures.
_SELLERS = (
    "Getty Images", "Getty", "AFP", "REUTERS", "Reuters", "AP", "EPA", "EFE", "dpa", "ANSA",
    "Shutterstock", "iStock", "Alamy", "Imago", "IMAGO", "picture alliance", "picture-alliance",
    "Keystone", "Bloomberg", "TASS", "Sputnik", "Xinhua", "Pool", "Handout", "WireImage",
    "Associated Press", "Press Association", "PA Wire", "PA", "Anadolu", "NurPhoto", "SIPA", "Zuma",
    "UPI", "TNS", "USA TODAY", "The New York Times", "The Washington Post", "Kyodo", "Yonhap",
    "Lehtikuva", "Ritzau", "NTB", "TT", "ANP", "Belga", "APA", "Depositphotos", "Unsplash", "Pixabay",
)  # fmt: skip
_STOCK = "|".join(map(re.escape, _SELLERS))
# The credit closes the line: "(AP Photo/Anna Roe)", "Photo: REUTERS/Anna Roe", "Anna Roe / AP".
_CREDIT_AT_END = re.compile(
    rf"(?:[(\[|]\s*(?:(?i:{_PICTURE})\b|(?:{_STOCK})\b)[^()]{{0,80}}[)\]]?\.?"
    rf"|[(\[][^()]{{0,60}}(?:/|via|,|\bby)\s?(?:{_STOCK})\b[^()]{{0,24}}[)\]]\.?"
    rf"|\b(?i:{_PICTURE})\s?(?:[:©/|]|(?i:by|par|von)\b)\s?[^.]{{2,70}}\.?"
    rf"|(?:{_STOCK})\s?/\s?[^.]{{3,50}}(?:/(?i:file photo|pool|handout|file))?\.?"
    rf"|[A-ZÀ-Þ][\w.'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]+){{1,3}}\s?(?:/|\||"
    rf"via)\s?(?:{_STOCK})(?:\s(?:Photo|Images|Pool))*\.?"
    rf"|\b(?:AP|AFP|REUTERS|EPA|dpa)[ -]?(?i:photo|file photo|foto)\b[^.]{{0,50}}\.?"
    rf"|[.”\"]\s?(?:[A-ZÀ-Þ][\w.'’-]+\s){{0,4}}(?:[A-ZÀ-Þ][\w.'’-]+,?\s)?(?:{_STOCK})\.?|"
    rf"[”\"]\s?©.{{2,50}}|©\s?(?:{_STOCK}).{{0,40}}|\bvia\s(?:{_STOCK})\.?"
    rf"|(?i:\bfile photo\b|\barchivfoto\b).{{0,30}})\s*(?i:less|more|hide caption|toggle caption)?$"
)
# "(Anna Roe/HPA)": a photographer and whoever supplied the picture, known or not.
_NAME = r"[A-ZÀ-Þ][\w.'’-]+"
_SIGNED = re.compile(
    rf"[(\[](?:{_NAME}(?:\s{_NAME}){{1,3}}\s?/\s?{_NAME}(?:\s{_NAME}){{0,3}}|"
    rf"{_NAME}\s?/\s?{_NAME}(?:\s{_NAME}){{1,3}})(?:\s(?i:via)\s{_NAME})?[)\]]\.?$"
)
_OPENING = re.compile(
    rf"(?:FILE\b\s?(?:PHOTO|photo|IMAGE)?\s?[-–—:]|File [Pp]hoto:|(?i:{_PICTURE})\s?:\s?\S|"
    rf"Image (?:copyright|caption|source)\s|"
    rf"©\s?(?:{_STOCK})|"
    r"(?i:(?:in|on) this (?:\w+\.? \d|image|photo|frame|file|picture|undated)))"
)
# A picture is dated to the year; the opening of a report says "on Saturday".
_ENDS_DATED = re.compile(r"(?:,|\bon|\bin|\bam|\ble)\s*$")
_SHORTEST_WORDS = 4
_YEAR_AT_END = 4
_LONGEST = 900
# A credit stands within so many letters of the end.
_TAIL = 130
# Every credit has one of these, or ends with the name of who sells pictures or a button behind it.
_CREDIT_MARK = re.compile(r"[(\[|/©]")
_CREDIT_WORDS = (
    "photo", "foto", "bild", "image", "pic", "crédit", "credit", "crédito", "kuva", "immagin",
    "imagen", "zdjęcie", "via ", "фото", "写真", "사진",
)  # fmt: skip
_LAST_WORDS = frozenset(
    ("less", "more", "caption", *(word for name in _SELLERS for word in name.split()[-1:]))
)
# Pictures stand between the headline and the text; further up they belong to teasers.
_REACH = 25


@dataclass(frozen=True, slots=True)
class Captions:
    """The captions of a page in order, and every line that is part of one (a bare credit included)."""

    lines: tuple[Line, ...]
    taken: frozenset[int]


def find_captions(page: Page, stated: Sequence[str] = ()) -> Captions:
    """Return the captions that stand near and inside the body.

    `stated` are those that the markup names as captions.
    """
    known = set(stated)
    found: list[Line] = []
    taken: set[int] = set()
    seen: set[str] = set()
    opens = page.first
    for line in page.lines[max(0, page.first - _REACH) : page.last + 1]:
        key = line.text
        if (
            key not in seen
            and key not in known
            and not is_caption(line.text, within_front=line.number <= opens)
        ):
            continue
        taken.add(line.number)
        if line.number == opens:
            opens = next((at for at in page.body if at > line.number), opens)
        if len(line.text.split()) >= _SHORTEST_WORDS and key not in seen and not _bare(line.text):
            seen.add(key)
            found.append(line)
    return Captions(tuple(found), frozenset(taken))


def is_caption(text: str, *, within_front: bool) -> bool:
    """Whether a line is a picture's caption or credit; an undecided form counts only in the front."""
    if len(text) > _LONGEST:
        return False
    if _OPENING.match(text) or is_picture_credit(text):
        return True
    return within_front and _is_dated_scene(text)


def may_credit_picture(text: str) -> bool:
    """Whether a line can end in the credit of a picture, at a glance: hardly any of a page's can."""
    tail = text[-_TAIL:] if len(text) > _TAIL else text
    if _CREDIT_MARK.search(tail):
        return True
    small = tail.lower()
    if any(word in small for word in _CREDIT_WORDS):
        return True
    last = tail.rstrip(").").rsplit(None, 1)
    return bool(last) and last[-1] in _LAST_WORDS


def is_picture_credit(text: str) -> bool:
    """Whether a line ends in the credit of a picture."""
    if not may_credit_picture(text):
        return False
    tail = max(0, len(text) - _TAIL)
    found = _CREDIT_AT_END.search(text, tail) or _SIGNED.search(text, tail)
    # "Daily Planet (TNS)" names two suppliers of a text, no photographer.
    return found is not None and canonical_agency(text[: found.start()]) is None


def _bare(text: str) -> bool:
    found = _CREDIT_AT_END.search(text)
    return found is not None and found.start() < _SHORTEST_WORDS * 3 and len(text) < 80


def _is_dated_scene(text: str) -> bool:
    if not text[:1].isalpha() or len(text.split()) < _SHORTEST_WORDS + 2:
        return False
    # The date closes it: the last letters are a year's.
    if not text[-_YEAR_AT_END:].strip(" .)")[-1:].isdigit():
        return False
    moments = find_moments(text)
    if not moments or moments[-1].moment.precision != "day":
        return False
    rest = text[moments[-1].end :].strip(" .)")
    if rest or _ENDS_DATED.search(text, max(0, moments[-1].begin - 8), moments[-1].begin) is None:
        return False
    byline = read_byline(text)
    return byline is None or not byline.marked
