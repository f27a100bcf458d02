"""Currencies: signs and names before and after a sum, as ISO 4217 codes."""

import re
from typing import NamedTuple

_SIGNS = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY",
    "₹": "INR", "₩": "KRW", "₪": "ILS", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₦": "NGN", "Rs": "INR",
    "Rs.": "INR", "CAN$": "CAD", "Can$": "CAD", "MX$": "MXN", "₱": "PHP", "฿": "THB", "₫": "VND",
    "RM": "MYR", "Rp": "IDR", "Tk": "BDT", "KSh": "KES", "Ksh": "KES",
}  # fmt: skip
_CODES = (
    "USD EUR GBP JPY CNY INR AUD CAD CHF RUB ILS SAR AED PKR BRL ZAR MXN KRW TRY HKD SGD NZD SEK NOK "
    "DKK PLN UAH EGP QAR KWD IQD IRR BDT LKR NGN KES IDR MYR THB PHP VND CZK HUF"
).split()
_NAMES = {
    "dollar": "USD", "euro": "EUR", "sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "rupee": "INR", "rouble": "RUB", "ruble": "RUB", "shekel": "ILS", "riyal": "SAR", "dirham": "AED",
    "real": "BRL", "reais": "BRL", "rand": "ZAR", "won": "KRW", "franc": "CHF", "hryvnia": "UAH",
    "zloty": "PLN", "lira": "TRY", "naira": "NGN", "ringgit": "MYR", "baht": "THB", "rupiah": "IDR",
    "krona": "SEK", "kronor": "SEK", "kroner": "NOK", "peso": "MXN", "taka": "BDT", "toman": "IRR",
    "rial": "IRR", "dinar": "dinars", "forint": "HUF", "cent": "cents", "pence": "pence",
    "crown": "crowns", "koruna": "CZK",
}  # fmt: skip
# A dollar, rupee, pound, franc or peso with a country before it is that country's.
_NATIONAL = {
    ("canadian", "dollar"): "CAD", ("australian", "dollar"): "AUD", ("zealand", "dollar"): "NZD",
    ("kong", "dollar"): "HKD", ("singapore", "dollar"): "SGD", ("taiwan", "dollar"): "TWD",
    ("us", "dollar"): "USD", ("u.s.", "dollar"): "USD", ("american", "dollar"): "USD",
    ("pakistani", "rupee"): "PKR", ("lankan", "rupee"): "LKR", ("nepalese", "rupee"): "NPR",
    ("indian", "rupee"): "INR", ("egyptian", "pound"): "EGP", ("lebanese", "pound"): "LBP",
    ("syrian", "pound"): "SYP", ("british", "pound"): "GBP", ("swiss", "franc"): "CHF",
    ("czech", "crown"): "CZK", ("swedish", "crown"): "SEK", ("norwegian", "crown"): "NOK",
    ("danish", "crown"): "DKK", ("icelandic", "crown"): "ISK",
    ("cfa", "franc"): "XOF", ("turkish", "lira"): "TRY", ("chinese", "yuan"): "CNY",
    ("japanese", "yen"): "JPY", ("russian", "rouble"): "RUB", ("russian", "ruble"): "RUB",
    ("saudi", "riyal"): "SAR", ("qatari", "riyal"): "QAR", ("iranian", "rial"): "IRR",
    ("omani", "rial"): "OMR", ("iraqi", "dinar"): "IQD", ("kuwaiti", "dinar"): "KWD",
    ("jordanian", "dinar"): "JOD", ("philippine", "peso"): "PHP", ("argentine", "peso"): "ARS",
    ("chilean", "peso"): "CLP", ("colombian", "peso"): "COP", ("mexican", "peso"): "MXN",
}  # fmt: skip
_SIGN = re.compile(
    r"(?:" + "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
    + "|" + "|".join(_CODES) + r") ?$"
)  # fmt: skip
_NAME = re.compile(
    r"[ -](?:(?P<country>US|U\.S\.|(?:New |Hong |Sri )?[A-Z][a-z]+|CFA) )?(?:(?P<code>"
    + "|".join(_CODES)
    + r")\b|(?P<name>"
    + "|".join(sorted(_NAMES, key=len, reverse=True))
    + r"|pound)s?\b)"
)
_SIGN_ENDS = frozenset(sign[-1] for sign in (*_SIGNS, *_CODES))
# Below this a sum in "pounds" is rather a weight, unless a scale or sterling stands beside it.
_LEAST_POUNDS = 1000
# Names that are everyday words as well ("five won", "two real issues") ask for a sum as large.
_EVERYDAY = frozenset({"won", "real", "rand", "pound", "crown"})


class Currency(NamedTuple):
    """A currency's code, and where the sum then begins or ends."""

    code: str
    at: int


def currency_before(text: str, begin: int) -> Currency | None:
    """Return the sign or code that stands right before a number."""
    last = text[begin - 1 : begin].strip() or text[max(0, begin - 2) : begin - 1]
    if last not in _SIGN_ENDS:
        return None
    found = _SIGN.search(text, max(0, begin - 5), begin)
    if found is None:
        return None
    sign = found.group().strip()
    if sign[0].isalpha() and text[max(0, found.start() - 1) : found.start()].isalpha():
        # "TV$5" ends in no national sign: take the bare one.
        return Currency("USD", begin - 1) if sign.endswith("$") else None
    return Currency(_SIGNS.get(sign, sign), found.start())


def currency_after(text: str, end: int, value: float, scaled: bool) -> Currency | None:
    """Return the currency named right after a number ("5 million euros")."""
    found = _NAME.match(text, end)
    if found is None:
        return None
    if found["code"]:
        return Currency(found["code"], found.end())
    name, country = found["name"], (found["country"] or "").lower().split(" ")[-1]
    if name in _EVERYDAY and not scaled and not country and value < _LEAST_POUNDS:
        return None
    if country and (country, name) not in _NATIONAL:
        return None
    code = _NATIONAL.get((country, name)) or ("GBP" if name == "pound" else _NAMES[name])
    return Currency(code, found.end())
