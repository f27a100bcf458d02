"""Languages as records and feeds name them, brought to the two letters of ISO 639-1."""

import re

# ISO 639-2 and 639-3 codes of the languages that newspapers are written in, for programs that give
# three letters (Event Registry, Common Crawl).
_TWO_LETTERS = dict(
    pair.split(":")
    for pair in (
        "afr:af alb:sq sqi:sq amh:am ara:ar arb:ar arm:hy hye:hy aze:az baq:eu eus:eu bel:be ben:bn "
        "bos:bs bul:bg bur:my mya:my cat:ca chi:zh zho:zh cmn:zh hrv:hr cze:cs ces:cs dan:da dut:nl "
        "nld:nl eng:en est:et fin:fi fre:fr fra:fr geo:ka kat:ka ger:de deu:de gre:el ell:el guj:gu "
        "hau:ha heb:he hin:hi hun:hu ice:is isl:is ind:id gle:ga ita:it jpn:ja kan:kn kaz:kk khm:km "
        "kir:ky kor:ko lao:lo lav:lv lit:lt ltz:lb mac:mk mkd:mk msa:ms may:ms zsm:ms mal:ml mlt:mt "
        "mar:mr mon:mn nep:ne nor:no nob:nb nno:nn ori:or pan:pa per:fa fas:fa pes:fa pol:pl por:pt "
        "pus:ps rum:ro ron:ro rus:ru srp:sr sin:si slo:sk slk:sk slv:sl som:so spa:es swa:sw swe:sv "
        "tam:ta tel:te tgl:tl fil:tl tgk:tg tha:th tir:ti tur:tr tuk:tk ukr:uk urd:ur uzb:uz vie:vi "
        "wel:cy cym:cy xho:xh yor:yo zul:zu iw:he in:id"
    ).split()
)
_CODE = re.compile(r"\s*([a-z]{2,3})(?:[-_][\w-]{1,20})?\s*\Z", re.I)


def language_code(told: str | None) -> str | None:
    """Return the two letters of a language, `None` where `told` is no code.

    >>> language_code("en-GB"), language_code("deu"), language_code("English")
    ('en', 'de', None)
    """
    found = _CODE.match(told or "")
    if found is None:
        return None
    code = found.group(1).lower()
    return _TWO_LETTERS.get(code, code if len(code) == 2 else None)
