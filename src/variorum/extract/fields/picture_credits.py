"""The credit of a picture: who took it and who supplied it, as its caption ends or a line of its own says."""

import re

from ..agencies.directory import canonical_agency

PICTURE = (
    r"photo(?:graph|grapher|s)?|foto(?:grafie|s)?|bild(?:er)?|image|picture|pic|crédits?(?:[ "
    r"-]photos?)?|"
    r"crédito|photo[ -]credit|bildrechte|bildquelle|bildnachweis|file photo|archivbild|"
    r"archivfoto|zdjęcie|kuva|immagine|imagen|фото|写真|사진"
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
STOCK = "|".join(map(re.escape, _SELLERS))
# The credit closes the line: "(AP Photo/Anna Roe)", "Photo: REUTERS/Anna Roe", "Anna Roe / AP".
_CREDIT_AT_END = re.compile(
    rf"(?:[(\[|]\s*(?:(?i:{PICTURE})\b|(?:{STOCK})\b)[^()]{{0,80}}[)\]]?\.?"
    rf"|[(\[][^()]{{0,60}}(?:/|via|,|\bby)\s?(?:{STOCK})\b[^()]{{0,24}}[)\]]\.?"
    rf"|\b(?i:{PICTURE})\s?(?:[:©/|]|(?i:by|par|von)\b)\s?[^.]{{2,70}}\.?"
    rf"|(?:{STOCK})\s?/\s?[^.]{{3,50}}(?:/(?i:file photo|pool|handout|file))?\.?"
    rf"|[A-ZÀ-Þ][\w.'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]+){{1,3}}\s?(?:/|\||"
    rf"via)\s?(?:{STOCK})(?:\s(?:Photo|Images|Pool))*\.?"
    rf"|\b(?:AP|AFP|REUTERS|EPA|dpa)[ -]?(?i:photo|file photo|foto)\b[^.]{{0,50}}\.?"
    rf"|[.”\"]\s?(?:[A-ZÀ-Þ][\w.'’-]+\s){{0,4}}(?:[A-ZÀ-Þ][\w.'’-]+,?\s)?(?:{STOCK})\.?|"
    rf"[”\"]\s?©.{{2,50}}|[.!?]\s[—–-]?\s?©\s?[A-ZÀ-Þ][^.©\d]{{1,40}}|©\s?(?:{STOCK}).{{0,40}}|\bvia\s(?:{STOCK})\.?"
    rf"|(?i:\bfile photo\b|\barchivfoto\b).{{0,30}})\s*(?i:less|more|hide caption|toggle caption)?$"
)
# "(Anna Roe/HPA)": a photographer and whoever supplied the picture, known or not.
_NAME = r"[A-ZÀ-Þ][\w.'’-]+"
_SIGNED = re.compile(
    rf"[(\[](?:{_NAME}(?:\s{_NAME}){{1,3}}\s?/\s?{_NAME}(?:\s{_NAME}){{0,3}}|"
    rf"{_NAME}\s?/\s?{_NAME}(?:\s{_NAME}){{1,3}})(?:\s(?i:via)\s{_NAME})?[)\]]\.?$"
)
# A credit stands within so many letters of the end.
_TAIL = 130
# Every credit has one of these, or ends with the name of who sells pictures or a button behind it.
_CREDIT_MARK = re.compile(r"[(\[|/©]")
_LAST_WORDS = frozenset(
    ("less", "more", "caption", *(word for name in _SELLERS for word in name.split()[-1:]))
)
# What a credit is printed in, and the buttons behind it.
_FRAME = " \t\u00a0.,;|()[]"
_OPENING_FRAME = _FRAME + '!?”"—–'
_BUTTON = re.compile(r"\s*(?:less|more|hide caption|toggle caption)$", re.IGNORECASE)


def may_credit_picture(text: str) -> bool:
    """Whether a line can end in the credit of a picture, at a glance: hardly any of a page's can."""
    tail = text[-_TAIL:] if len(text) > _TAIL else text
    if _CREDIT_MARK.search(tail):
        return True
    small = tail.lower()
    # What the words for picture and credit have in common; a chain, since this is asked of every line.
    if "oto" in small or "bild" in small or "ima" in small or "imm" in small or "pic" in small:
        return True
    if "dit" in small or "kuva" in small or "zdj" in small or "via " in small or "фото" in small:
        return True
    if not tail.isascii() and ("写真" in small or "사진" in small):
        return True
    last = tail.rstrip(").").rsplit(None, 1)
    return bool(last) and last[-1] in _LAST_WORDS


def is_picture_credit(text: str) -> bool:
    """Whether a line ends in the credit of a picture."""
    return picture_credit(text) is not None


def picture_credit(text: str) -> tuple[int, int] | None:
    """Return the place of the credit that a line ends in, `None` where it ends in none.

    >>> caption = "Dockers wait in Sveran. (Mara Olden/TPA)"
    >>> begin, end = picture_credit(caption)
    >>> caption[begin:end]
    'Mara Olden/TPA'
    """
    if not may_credit_picture(text):
        return None
    tail = max(0, len(text) - _TAIL)
    found = _CREDIT_AT_END.search(text, tail) or _SIGNED.search(text, tail)
    # "Daily Planet (TNS)" names two suppliers of a text, no photographer.
    if found is None or canonical_agency(text[: found.start()]) is not None:
        return None
    begin, end = found.span()
    button = _BUTTON.search(text, begin)
    end = button.start() if button else end
    # The full stop or mark of quotation that ends the caption.
    while begin < end and text[begin] in _OPENING_FRAME:
        begin += 1
    while begin < end and text[end - 1] in _FRAME:
        end -= 1
    return (begin, end) if begin < end else None
