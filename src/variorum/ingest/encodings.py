"""Names of encodings as pages use them, and what browsers take each of them to mean."""

import codecs
import re

# What pages declare is read as its superset, by the Encoding Standard of WHATWG: pages that say
# ISO 8859-1 hold the quotation marks of Windows, pages that say GB 2312 hold later characters.
# A page whose declaration could be read as ASCII is not in UTF-16, whatever it says.
_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030",
    "shift_jis": "cp932", "shift_jisx0213": "cp932", "euc_kr": "cp949",
    "big5": "big5hkscs", "cp950": "big5hkscs", "utf-16": "utf-8", "utf-16-le": "utf-8",
    "utf-16-be": "utf-8", "utf-32": "utf-8", "utf-8-sig": "utf-8", "koi8-r": "koi8-u",
    "iso8859-8": "iso8859-8",
}  # fmt: skip
# Labels of the standard that Python's own list lacks.
_LABELS = {
    "x-sjis": "cp932", "windows-31j": "cp932", "x-euc-jp": "euc_jp", "x-gbk": "gb18030",
    "gb_2312-80": "gb18030", "gb_2312": "gb18030", "chinese": "gb18030", "x-x-big5": "big5hkscs",
    "big5-hkscs": "big5hkscs", "ks_c_5601-1987": "cp949", "ks_c_5601-1989": "cp949", "korean": "cp949",
    "windows-949": "cp949", "x-windows-949": "cp949", "windows-874": "cp874", "dos-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic", "x-mac-ukrainian": "mac-cyrillic", "x-mac-roman": "mac-roman",
    "iso-8859-8-i": "iso8859-8", "logical": "iso8859-8", "visual": "iso8859-8", "unicode": "utf-8",
    "unicode-1-1-utf-8": "utf-8", "unicode20utf8": "utf-8", "x-unicode20utf8": "utf-8",
    "koi8-ru": "koi8-u", "koi": "koi8-u", "koi8": "koi8-u", "hz-gb-2312": "hz", "utf-7": "utf-8",
    "x-cp1250": "cp1250", "x-cp1251": "cp1251", "x-cp1252": "cp1252", "x-cp1253": "cp1253",
    "x-cp1254": "cp1254", "x-cp1255": "cp1255", "x-cp1256": "cp1256", "x-cp1257": "cp1257",
    "x-cp1258": "cp1258", "ansi": "cp1252", "unicode-1-1-utf-7": "utf-8",
}  # fmt: skip
_DECLARATIONS = (
    re.compile(rb"<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']\s*([\w.:-]{1,40})", re.I),
    re.compile(rb"<meta\b[^>]{0,500}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I),
)
# Browsers look for a declaration in the first kilobyte; real pages have it behind long scripts, too.
_DECLARED_WITHIN = 16384
_NEVER = frozenset({"hex", "base64", "bz2", "zip", "zlib", "rot-13", "quopri", "uu", "idna", "punycode",
                    "unicode-escape", "raw-unicode-escape",
                    "undefined", "mbcs", "oem"})  # fmt: skip


def encoding_named(label: str | None) -> str | None:
    """Return the encoding that a page means by a label, `None` where there is none of that name."""
    name = (label or "").strip("\"' \t\r\n").lower()
    if name in _LABELS:
        return _LABELS[name]
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return None if known in _NEVER or not name else _MEANT.get(known, known)


def declared_encodings(raw: bytes) -> tuple[str, ...]:
    """Return the encodings that a page of markup declares within itself, in order."""
    start = raw[:_DECLARED_WITHIN]
    labels = [found.group(1) for each in _DECLARATIONS for found in each.finditer(start)]
    named = [encoding_named(label.decode("ascii", "replace")) for label in labels]
    return tuple(dict.fromkeys(each for each in named if each))
