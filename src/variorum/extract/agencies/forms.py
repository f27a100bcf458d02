"""Suppliers known by the form of their names: what no directory can list.

"Harn Press Agency", "Nachrichtenagentur Lissel", "HPA": a supplier calls itself one, or stands as
initials where a dateline names who wrote it.
"""

import re
from collections.abc import Iterator

_NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’&.-]{0,30}"
_BEFORE = rf"(?:{_NAME}\s(?:(?:of|and|&|de|del|di|der|des|du|da)\s)?){{1,4}}"
_BEHIND = rf"(?:\s(?:(?:of|and|de|del|di|der|des|du|da|la|el)\s){{0,2}}{_NAME}){{1,4}}"
# What an agency's name ends in. "News" or "Press" alone is as often an outlet's.
_ENDINGS = (
    r"(?:Press|News|Information|Telegraph(?:ic)?)\sAgency|News\sService|Press\sAssociation|"
    r"News\s?[Ww]ires?|Wire\sService|Nachrichten[- ]?[Aa]gentur|Presse[- ]?[Aa]gentur|"
    r"Pers(?:agentschap|bureau)|Nieuwsagentschap|Nyhetsbyrån?|Nyhetsbyråen|Nyhedsbureau|Telegrambyrå|"
    r"(?:Uutis|Tieto)toimisto|Agencja\sPrasowa|Tisková\skancelář|Hírügynökség|Távirati\sIroda|"
    r"(?:Haber\s)?Ajansı|(?:Novinska|Telegrafska|Tiskovna)\s[Aa]gencija"
)
# What one begins with, in languages that put the kind first.
_BEGINNINGS = (
    r"(?:(?:National|State)\s)?(?:Press|News)\sAgency\sof|"
    r"Agence(?:\s(?:de\s[Pp]resse|d['’][Ii]nformations?|[Tt]élégraphique))?|"
    r"Ag[eê]ncia(?:\sde\s(?:[Nn]otici?as|[Nn]otícias|[Pp]rensa|[Ii]nformaci[oó]n))?|"
    r"Agencia(?:\sde\s(?:[Nn]oticias|[Pp]rensa))?|Agenzia(?:\s(?:di\s[Ss]tampa|[Gg]iornalistica))?|"
    r"Agenția(?:\sde\s[Pp]resă)?|Agencja(?:\s[Pp]rasowa)?|Agentura|Agensi|Kantor\sBerita|"
    r"(?:Die\s)?Nachrichten[- ]?[Aa]gentur|Presse[- ]?[Aa]gentur|Nieuwsagentschap|Persbureau|Nyhetsbyrån"
)
# Most lines hold no word of such a form: looking for one first is ten times as fast.
_HINT = re.compile(
    r"[Aa]g[eê]n[cțzts]|Service|Association|[Ww]ire|Nyhe[td]|byrå|toimisto|kancelář|Hírügynök|Iroda|"
    r"Ajans|bureau|Kantor"
)
_FORM = re.compile(
    rf"(?<![\w'’&.-])(?!(?:By|From|With|Via|And|In|On|To|For|Of|At|Our|Your|This|That|An?|Source|Photo|Credit)\b)"
    rf"(?:{_BEFORE}(?:{_ENDINGS})|(?:{_BEGINNINGS}){_BEHIND})(?!\w)"
)
_THE = re.compile(r"(?:The|Die|La|L['’]|El|Het)\s?(?=[A-ZÀ-Þ])")
# In a dateline's bracket: initials, or a name of one to three words.
_INITIALS = re.compile(r"[A-ZÀ-Þ](?:[A-ZÀ-Þ]|&){1,4}[A-ZÀ-Þ]?|[A-ZÀ-Þ](?:\.[A-ZÀ-Þ]){1,4}\.?")
_SMALL_INITIALS = re.compile(r"[a-zäöü]{3}")
# Stations of America call themselves by four letters and publish for themselves; the codes of its
# states and the marks of pictures are no suppliers.
_CALL_SIGN = re.compile(r"[KW][A-Z]{3}|[KW][A-Z]{2,3}[- ]?(?:TV|FM|AM|DT)")
_NO_INITIALS = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY "
    "NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC US USA UK EU UN PM AM TV PHOTO FILE "
    "PHOTOS VIDEO LIVE NEWS UPDATE pic cdu csu spd fdp afd öv".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_WIRE = re.compile(r"(?<=news)(?=wire)", re.IGNORECASE)
_SMALL_WORDS = frozenset("of and the de del della di der des du da la el et und y e i".split())


def has_supplier_form(name: str) -> bool:
    """Whether the whole of `name` has the form of an agency's name.

    >>> has_supplier_form("Harn Press Agency"), has_supplier_form("Harn Daily Press")
    (True, False)
    """
    return bool(_HINT.search(name)) and _FORM.fullmatch(_THE.sub("", name, count=1)) is not None


def supplier_forms(text: str) -> Iterator[tuple[int, int]]:
    """Yield the place of each name in running text that has the form of an agency's."""
    if _HINT.search(text) is None:
        return
    for found in _FORM.finditer(text):
        article = _THE.match(found.group())
        begin = found.start() + (article.end() if article else 0)
        yield begin, found.end()


def is_initials(slot: str) -> bool:
    """Whether the bracket of a dateline holds an agency's initials."""
    if slot in _NO_INITIALS or _CALL_SIGN.fullmatch(slot):
        return False
    return bool(_INITIALS.fullmatch(slot) or _SMALL_INITIALS.fullmatch(slot))


def abbreviates(initials: str, name: str) -> bool:
    """Whether `initials` can stand for `name`: the first letters of its words, in order.

    >>> abbreviates("HPA", "Harn Press Agency"), abbreviates("GNW", "Greyfell Newswire")
    (True, True)
    """
    letters = re.sub(r"\W", "", initials).casefold()
    split = [word for part in _WORD.findall(name) for word in _WIRE.split(part)]
    firsts = "".join(word[0] for word in split if word.casefold() not in _SMALL_WORDS).casefold()
    whole = "".join(part[0] for part in _WORD.findall(name)).casefold()
    return len(letters) > 1 and letters in (firsts, whole)
