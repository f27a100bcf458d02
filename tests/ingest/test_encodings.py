"""Pages in the encodings of the web, declared, undeclared and declared wrongly."""

from pathlib import Path

import pytest

from variorum.ingest.decoding import decode, decode_markup
from variorum.ingest.encodings import declared_encodings, encoding_named
from variorum.ingest.plausibility import oddness

from .reading import read, read_input, write

TEXTS = {
    "ru": "Губернатор острова заявил в понедельник, что порт останется закрытым из-за шторма.",
    "uk": "Губернатор острова заявив у понеділок, що порт зачинено через шторм, і їхні човни теж.",
    "el": "Ο κυβερνήτης δήλωσε τη Δευτέρα ότι το λιμάνι θα μείνει κλειστό λόγω της καταιγίδας.",
    "zh": "总督星期一表示，由于风暴，港口将关闭至星期四，两艘渡轮停在码头。",
    "zh-tw": "總督星期一表示，由於風暴，港口將關閉至星期四，兩艘渡輪停在碼頭。",
    "ja": "知事は月曜日、嵐のため港を木曜日まで閉鎖すると述べた。フェリーは停泊中だ。",
    "ko": "주지사는 월요일 폭풍 때문에 항구가 목요일까지 폐쇄될 것이라고 말했다.",
    "ar": "قال الحاكم يوم الاثنين إن الميناء سيبقى مغلقا حتى يوم الخميس بسبب العاصفة.",
    "he": "המושל אמר ביום שני כי הנמל יישאר סגור עד יום חמישי בגלל הסערה.",
    "th": "ผู้ว่าการกล่าวเมื่อวันจันทร์ว่าท่าเรือจะปิดจนถึงวันพฤหัสบดีเพราะพายุ",
    "tr": "Vali pazartesi günü yaptığı açıklamada limanın fırtına nedeniyle kapalı kalacağını söyledi.",
    "pl": "Gubernator powiedział w poniedziałek, że port będzie zamknięty. Śnieg, żółw, źródło, ćma.",
    "cs": "Guvernér v pondělí řekl, že přístav zůstane kvůli bouři uzavřen. Žluťoučký kůň tam stál.",
    "hu": "A kormányzó hétfőn azt mondta, hogy a kikötő a vihar miatt csütörtökig zárva marad.",
    "de": "Der Bürgermeister sagte, der Hafen müsse für drei Tage schließen, so groß sei der Sturm.",
    "fr": "Le gouverneur a déclaré lundi que le port resterait fermé à cause de la tempête, hélas.",
    "es": "El gobernador señaló el lunes que el puerto seguirá cerrado mañana por la tempestad.",
    "sv": "Guvernören sade på måndagen att hamnen förblir stängd på grund av ovädret på sjön.",
    "lv": "Gubernators pirmdien paziņoja, ka osta vētras dēļ būs slēgta līdz ceturtdienai, šķērsojot.",
    "ro": "Guvernatorul a spus luni că portul va rămâne închis până joi din cauza furtunii.",
}
ENCODINGS = [
    ("ru", "windows-1251"), ("ru", "koi8-r"), ("ru", "iso-8859-5"), ("ru", "cp866"),
    ("ru", "x-mac-cyrillic"), ("uk", "windows-1251"), ("uk", "koi8-u"), ("el", "iso-8859-7"),
    ("el", "windows-1253"), ("zh", "gb2312"), ("zh", "gbk"), ("zh", "gb18030"), ("zh-tw", "big5"),
    ("ja", "shift_jis"), ("ja", "euc-jp"), ("ja", "iso-2022-jp"), ("ko", "euc-kr"),
    ("ar", "windows-1256"), ("ar", "iso-8859-6"), ("he", "windows-1255"), ("he", "iso-8859-8"),
    ("th", "tis-620"), ("tr", "windows-1254"), ("tr", "iso-8859-9"), ("pl", "iso-8859-2"),
    ("pl", "windows-1250"), ("cs", "iso-8859-2"), ("cs", "windows-1250"), ("hu", "iso-8859-2"),
    ("de", "iso-8859-1"), ("de", "iso-8859-15"), ("fr", "windows-1252"), ("es", "iso-8859-1"),
    ("sv", "windows-1252"), ("lv", "windows-1257"), ("lv", "iso-8859-13"), ("ro", "windows-1250"),
    ("de", "utf-8"), ("ja", "utf-8"), ("ru", "utf-8"),
]  # fmt: skip
PYTHON = {"x-mac-cyrillic": "mac-cyrillic"}
each_encoding = pytest.mark.parametrize(
    ("text", "encoding"), [(TEXTS[language], encoding) for language, encoding in ENCODINGS],
    ids=[f"{language}-{encoding}" for language, encoding in ENCODINGS],
)  # fmt: skip

DECLARATIONS = [
    '<meta charset="{}">',
    "<meta charset={} />",
    '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={}">',
    "<meta content='text/html;charset={}' http-equiv=content-type>",
]


def page(text: str, encoding: str, declared: str, form: str = DECLARATIONS[0]) -> bytes:
    head = form.format(declared) if declared else ""
    markup = (
        f"<html><head>{head}<title>x</title></head><body class='a b'><p>{text}</p></body></html>"
    )
    return markup.encode(PYTHON.get(encoding, encoding))


@each_encoding
def test_declared(text: str, encoding: str) -> None:
    for form in DECLARATIONS:
        found, noted = decode_markup(page(text, encoding, encoding, form), "x")
        assert text in found
        assert noted is None
    prologue = f'<?xml version="1.0" encoding="{encoding}"?>\n'.encode()
    assert text in decode_markup(prologue + page(text, encoding, ""), "x")[0]


@each_encoding
def test_told_by_the_server(text: str, encoding: str) -> None:
    assert text in decode_markup(page(text, encoding, ""), "x", encoding)[0]
    assert text in decode_markup(page(text, encoding, "utf-8"), "x", encoding)[0]


@each_encoding
def test_undeclared(tmp_path: Path, text: str, encoding: str) -> None:
    assert text in decode_markup(page(text, encoding, ""), "x")[0]
    raw = text.encode(PYTHON.get(encoding, encoding))
    (capture,), failures, notes = read(write(tmp_path / "page.txt", raw))
    assert not failures
    assert capture.text == text
    assert bool(notes) == (encoding != "utf-8")


@each_encoding
@pytest.mark.parametrize("lie", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "nonsense", ""])
def test_declared_wrongly(text: str, encoding: str, lie: str) -> None:
    found, noted = decode_markup(page(text, encoding, lie), "x", lie)
    assert text in found
    assert noted is None or encoding != "utf-8"


@pytest.mark.parametrize(
    ("encoding", "lie"),
    [("koi8-r", "windows-1251"), ("windows-1251", "koi8-r"), ("cp866", "windows-1251"),
     ("utf-8", "windows-1251"), ("utf-8", "gb2312"), ("utf-8", "shift_jis")],
)  # fmt: skip
def test_one_encoding_of_a_script_declared_for_another(encoding: str, lie: str) -> None:
    text = TEXTS["ru"] * 3
    assert text in decode_markup(page(text, encoding, lie), "x")[0]


@pytest.mark.parametrize(
    ("encoding", "lie"),
    [("big5", "gb2312"), ("gb18030", "big5"), ("shift_jis", "euc-jp"), ("euc-jp", "shift_jis")],
)
def test_one_eastern_encoding_declared_for_another(encoding: str, lie: str) -> None:
    text = TEXTS[{"big5": "zh-tw", "gb18030": "zh"}.get(encoding, "ja")]
    assert text in decode_markup(page(text, encoding, lie), "x")[0]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_wide_encodings(encoding: str) -> None:
    for text in (TEXTS["de"], TEXTS["ru"], TEXTS["ja"]):
        if encoding in {"utf-16", "utf-32", "utf-8-sig"} or text.isascii() or " " in text:
            assert decode(text.encode(encoding), "x")[0] == text
        assert text in decode_markup(page(text, encoding, ""), "x")[0]


def test_quotation_marks_of_windows_in_what_says_latin_1() -> None:
    text = "“We waited,” she said — it’s late…"
    assert text in decode_markup(page(text, "windows-1252", "iso-8859-1"), "x")[0]


def test_letters_that_came_after_the_first_standards() -> None:
    assert "朱镕基①" in decode_markup(page("朱镕基①" + TEXTS["zh"], "gb18030", "gb2312"), "x")[0]
    assert "髙橋①" in decode_markup(page("髙橋①" + TEXTS["ja"], "cp932", "shift_jis"), "x")[0]
    assert "똠방각하" in decode_markup(page("똠방각하" + TEXTS["ko"], "cp949", "euc-kr"), "x")[0]


def test_few_letters_beyond_ascii_behind_much_markup() -> None:
    script = "<script>" + "var a = 1;\n" * 20_000 + "</script>"
    raw = page(
        script + "<p>Harbour closed in Malmö, says the café owner.</p>", "windows-1252", "utf-8"
    )
    assert "Malmö, says the café" in decode_markup(raw, "x")[0]


def test_a_stray_byte_does_not_unsettle_utf_8() -> None:
    raw = page(TEXTS["fr"] * 2, "utf-8", "utf-8").replace(b"lundi", b"lundi \x92")
    found, _ = decode_markup(raw, "x")
    assert "déclaré lundi \ufffd que" in found


def test_a_lie_is_noted(tmp_path: Path) -> None:
    _, _, notes = read(write(tmp_path / "page.html", page(TEXTS["ru"], "koi8-r", "utf-8")))
    assert "read as koi8" in notes[0].text
    _, _, notes = read(write(tmp_path / "page.html", page(TEXTS["ru"], "koi8-r", "koi8-r")))
    assert not notes
    captures, _, _ = read_input(page(TEXTS["ru"], "koi8-r", "koi8-r"))
    assert TEXTS["ru"] in captures[0].text


def test_labels() -> None:
    assert encoding_named("ISO-8859-1") == encoding_named(" 'latin1' ") == "cp1252"
    assert encoding_named("utf-16") == encoding_named("UTF8") == "utf-8"
    assert encoding_named("x-sjis") == "cp932"
    assert encoding_named("rot13") is None
    assert encoding_named("no such thing") is None
    assert encoding_named(None) is None
    assert declared_encodings(b"<meta charset=hex><meta charset=big5>") == ("big5hkscs",)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_right_texts_are_not_odd(text: str) -> None:
    assert oddness(text) < 0.02


def test_wrong_texts_are_odd() -> None:
    assert oddness("Ïîðò çàêðûò èç-çà øòîðìà") > 0.5
    assert oddness("Bьrgermeister schlieЯt den Hafen fьr Tage") > 0.5
    assert oddness("оПТР ГЮЙПШР") < 1
    assert oddness("plain") == 0
