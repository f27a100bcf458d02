"""Teasers told from articles: what only announces its text, or breaks off."""

import re

# Descriptions of pages run to 77 words (99 in 100 of 195 labelled pages), hand-written summaries
# to 52; bodies begin at 85 (95 in 100 of 6,000 texts of an agency, more elsewhere). Between the two
# a feed's description is its article.
_TEASER_WORDS = 80
# What a feed gives as content, apart from the description, may be a flash: 55 words at the least in
# 99 of 100 texts of an agency, 22 the shortest. Captions and hand-written notes are shorter.
_FLASH_WORDS = 30
# A line that leads on has few words; a sentence which begins alike has more.
_LEADING_WORDS = 8
_BROKEN_OFF = re.compile(
    r"(?:\.\.\.|…|⋯|\[\s*(?:\.\.\.|…|&hellip;)\s*\]|\[\+\d+ chars\])[\s»>→)\]]*\Z"
)
_LEADS_ON = re.compile(
    r"[\s\[(«»>→.…]*(?:read (?:more|on|the (?:full|rest|whole))|continue reading|keep reading|"
    r"full (?:story|article)|view (?:the )?(?:full|original)|click here|weiterlesen|mehr lesen|"
    r"zum artikel|lire (?:la suite|plus|l.article)|en savoir plus|leer m[aá]s|seguir leyendo|"
    r"sigue leyendo|leggi tutto|continua a leggere|leia mais|ler mais|continuar (?:a )?len?do|"
    r"lees (?:verder|meer)|l[äæ]s mere?\b|les mer\b|lue lisää|czytaj (?:więcej|dalej)|číst dál|"
    r"celý článek|tovább|читать (?:далее|полностью)|подробнее|читати далі|devamını oku|"
    r"διαβάστε|اقرأ المزيد|קרא עוד|続きを読む|全文|阅读全文|閱讀全文|繼續閱讀|기사 더보기|더 보기)",
    re.I,
)
# The line that a widespread publishing system puts below each entry of its feeds.
_FIRST_ON = re.compile(r"\A.{0,20}\b.{0,300} appeared first on .{1,100}\Z", re.I)
# The words that lead on may stand in the last paragraph itself, behind its end.
_LED_ON = re.compile(
    r"[.…!?\])»”\"] ?(?:read more|continue reading|weiterlesen|mehr lesen|lire la suite|leer más|"
    r"leggi tutto|читать далее)\W*\Z",
    re.I,
)
_TAIL = 40
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
# Scripts that set no spaces: so many letters as an English word stands for.
_LETTERS_A_WORD = 2


def is_teaser(content: str | None, summary: str | None) -> bool:
    """Tell whether an entry gives less than its article, from the texts of its two parts.

    `content` is what the feed says is the whole text, `summary` what it says is a description.
    """
    text = content or summary or ""
    if breaks_off(text):
        return True
    length = count_words(text)
    if content and not (summary and _within(content, summary)):
        return length < _FLASH_WORDS
    return length < _TEASER_WORDS


def breaks_off(text: str) -> bool:
    """Tell whether a text ends in mid-sentence marks, or in a line that leads to the rest."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    while lines and _FIRST_ON.match(lines[-1]):
        lines.pop()
    if not lines:
        return False
    last = lines[-1]
    leads_on = count_words(last) <= _LEADING_WORDS and _LEADS_ON.match(last)
    if leads_on and len(lines) > 1:
        return True
    return bool(_BROKEN_OFF.search(last) or _LED_ON.search(last[-_TAIL:]))


def count_words(text: str) -> int:
    """Return the number of words; two letters of a script without spaces count as one."""
    unspaced = len(_IDEOGRAPH.findall(text))
    return len(_IDEOGRAPH.sub(" ", text).split()) + unspaced // _LETTERS_A_WORD


def _within(part: str, whole: str) -> bool:
    return " ".join(part.split()) in " ".join(whole.split())
