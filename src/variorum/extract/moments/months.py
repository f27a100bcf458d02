"""The names of the months in the languages that pages are dated in."""

import re
from collections.abc import Mapping
from functools import cache

# One string a language, the months in order; forms of one month are joined by "|". Genitives stand
# where a date uses them. Abbreviations that are also words of English ("mar", "dec") are safe: a
# month counts only between a day and a year.
_NAMES = (
    # English
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
    "september|sept|sep october|oct november|nov december|dec",
    # German, Austrian
    "januar|jänner|jan februar|feber|feb märz|mär|mrz april|apr mai juni|jun juli|jul august|aug "
    "september|sept|sep oktober|okt november|nov dezember|dez",
    # French
    "janvier|janv février|fevrier|févr|fév mars avril|avr mai juin juillet|juil août|aout "
    "septembre|sept octobre|oct novembre|nov décembre|decembre|déc",
    # Spanish
    "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago "
    "septiembre|setiembre|sep octubre|oct noviembre|nov diciembre|dic",
    # Portuguese
    "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago "
    "setembro|set outubro|out novembro|nov dezembro|dez",
    # Italian
    "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago "
    "settembre|set ottobre|ott novembre|nov dicembre|dic",
    # Dutch
    "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug "
    "september|sep oktober|okt november|nov december|dec",
    # Swedish, Norwegian, Danish
    "januari|januar|jan februari|februar|feb mars|marts april|apr maj|mai juni|jun juli|jul "
    "augusti|august|aug september|sep|sept oktober|okt november|nov december|desember|dec|des",
    # Finnish
    "tammikuuta|tammikuu helmikuuta|helmikuu maaliskuuta|maaliskuu huhtikuuta|huhtikuu "
    "toukokuuta|toukokuu kesäkuuta|kesäkuu heinäkuuta|heinäkuu elokuuta|elokuu syyskuuta|syyskuu "
    "lokakuuta|lokakuu marraskuuta|marraskuu joulukuuta|joulukuu",
    # Polish
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
    "grudnia",
    # Czech
    "ledna února března dubna května června července srpna září října listopadu prosince",
    # Slovak
    "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    # Hungarian
    "január|jan február|febr március|márc április|ápr május|máj június|jún július|júl "
    "augusztus|aug szeptember|szept október|okt november|nov december|dec",
    # Romanian
    "ianuarie|ian februarie|feb martie|mar aprilie|apr mai iunie|iun iulie|iul august|aug "
    "septembrie|sept octombrie|oct noiembrie|noi decembrie|dec",
    # Croatian
    "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga|studenog "
    "prosinca",
    # Serbian, Bosnian, Slovene
    "januara|januar|januarja februara|februar|februarja marta|mart|marca aprila|april maja|maj "
    "juna|jun|junija jula|jul|julija avgusta|avgust septembra|septembar oktobra|oktobar "
    "novembra|novembar decembra|decembar",
    # Russian
    "января|янв февраля|фев марта|мар апреля|апр мая июня|июн июля|июл августа|авг сентября|сен "
    "октября|окт ноября|ноя декабря|дек",
    # Ukrainian
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    # Bulgarian, Macedonian, Serbian
    "януари|јануари|јануар февруари|фебруари|фебруар март април май|мај юни|јуни|јун юли|јули|јул "
    "август|август септември|септембар октомври|октобар ноември|новембар декември|децембар",
    # Greek
    "ιανουαρίου|ιαν φεβρουαρίου|φεβ μαρτίου|μαρ απριλίου|απρ μαΐου|μαΐ ιουνίου|ιουν ιουλίου|ιουλ "
    "αυγούστου|αυγ σεπτεμβρίου|σεπ οκτωβρίου|οκτ νοεμβρίου|νοε δεκεμβρίου|δεκ",
    # Turkish
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    # Lithuanian, Latvian, Estonian
    "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
    "janvāris|janvārī februāris|februārī marts|martā aprīlis|aprīlī maijs|maijā jūnijs|jūnijā "
    "jūlijs|jūlijā augusts|augustā septembris|septembrī oktobris|oktobrī novembris|novembrī "
    "decembris|decembrī",
    "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    # Indonesian, Malay
    "januari februari|februari maret|mac april mei juni|jun juli|julai agustus|ogos september "
    "oktober november|november desember|disember",
    # Catalan
    "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    # Icelandic
    "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    # Arabic
    "يناير فبراير مارس أبريل|ابريل|إبريل مايو يونيو|يونيه يوليو|يوليه أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر "
    "نوفمبر ديسمبر",
    # Hebrew
    "בינואר|ינואר בפברואר|פברואר במרץ|מרץ באפריל|אפריל במאי|מאי ביוני|יוני ביולי|יולי באוגוסט|אוגוסט "
    "בספטמבר|ספטמבר באוקטובר|אוקטובר בנובמבר|נובמבר בדצמבר|דצמבר",
    # Hindi
    "जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
    # Bengali
    "জানুয়ারি|জানুয়ারী ফেব্রুয়ারি|ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট|অগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
)


@cache
def month_numbers() -> Mapping[str, int]:
    """Return the number of every name of a month, case folded."""
    numbers: dict[str, int] = {}
    for language in _NAMES:
        for number, forms in enumerate(language.split(" "), start=1):
            for form in forms.split("|"):
                # Listopad is October in one Slavic language, November in others: such a name
                # tells nothing by itself.
                if numbers.setdefault(form.casefold(), number) != number:
                    numbers[form.casefold()] = 0
    return {name: number for name, number in numbers.items() if number}


@cache
def month_pattern() -> str:
    """Return the alternatives of a regular expression that matches any name of a month."""
    return "|".join(re.escape(name) for name in sorted(month_numbers(), key=lambda n: (-len(n), n)))
