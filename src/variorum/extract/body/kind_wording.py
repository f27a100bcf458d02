"""Wordings by which a page says what kind it is: galleries, films, notices of the site, round-ups, letters.

Hints that the regression weighs, never verdicts. All are for short lines in lower case, joined by
line breaks, so that a page is searched once for each.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.MULTILINE


class Wording(NamedTuple):
    """Forms of words that lines have; each form has one of the `hints`, or what `number` finds.

    Looking for a few letters passes over a page fifty times as fast as an expression of forms does:
    only lines with a hint are looked at closely.
    """

    forms: re.Pattern[str]
    hints: tuple[str, ...]
    number: re.Pattern[str] | None = None

    def lines_of(self, joined: str) -> list[tuple[int, int]]:
        """Return where those of the joined lines begin and end that have a hint, in order."""
        found: set[tuple[int, int]] = set()
        for hint in self.hints:
            at = joined.find(hint)
            while at >= 0:
                line = _line_around(joined, at)
                found.add(line)
                at = joined.find(hint, line[1])
        if self.number:
            found.update(
                _line_around(joined, each.start()) for each in self.number.finditer(joined)
            )
        return sorted(found)

    def matches(self, joined: str) -> Iterator[re.Match[str]]:
        """Yield each match of a form in the joined lines."""
        for begin, end in self.lines_of(joined):
            yield from self.forms.finditer(joined, begin, end)

    def count_lines(self, joined: str) -> int:
        """Return how many of the joined lines have one of the forms."""
        search = self.forms.search
        return sum(search(joined, begin, end) is not None for begin, end in self.lines_of(joined))


def _hints(written: str) -> tuple[str, ...]:
    return tuple(written.split("|"))


def _line_around(joined: str, at: int) -> tuple[int, int]:
    end = joined.find("\n", at)
    return joined.rfind("\n", 0, at) + 1, end if end >= 0 else len(joined)


PICTURES = Wording(
    re.compile(
        r"\bimage \d+ of \d+|\bfull ?screen\b|\bslide ?show\b|"
        r"\b(?:photo )?gallery\b|\bphotos? \d+|"
        r"\bhide caption\b|\bbuy photo\b|\bview photos\b|\blast slide\b|\bbildergalerie\b|\bfotostrecke\b|"
        r"\bdiaporama\b|\bfotogaler[ií]a\b|\bfotogallery\b|\bin pictures\b|\bgaleria zdjęć\b|"
        r"^\W*\d+ ?(?:of|/|von|de|sur|di) ?\d+\W*$|^(?:prev(?:ious)?|next)(?: (?:next|image|photo|slide))?$",
        _LINE,
    ),
    _hints(
        "image |fullscreen|full screen|slide|gallery|photo|hide caption|bildergalerie|fotostrecke|"
        "diaporama|fotogaler|in pictures|galeria |prev|next"
    ),
    re.compile(r"\d ?(?:of|/|von|de|sur|di) ?\d"),
)
FILMS = Wording(
    re.compile(
        r"\bnow playing\b|\bvideos?\b|\bepisode\b|\bwatch\b|\bprogramme\b|\bbroadcast\b|\bpodcast\b|"
        r"\blisten\b|\btrailer\b|\bclip\b|\bplay\b|\bautoplay\b|\bduration\b|\bansehen\b|\banhören\b|"
        r"\bfolge\b|\bregarder\b|\bécouter\b|\bescuchar\b|\bguarda\b|\bascolta\b|\bassistir\b|\bouça\b|"
        r"\bобзор видео\b|\bсмотреть\b",
    ),
    _hints(
        "play|video|видео|episode|watch|programme|broadcast|podcast|listen|trailer|clip|duration|"
        "ansehen|anhören|folge|regarder|écouter|escuchar|guarda|ascolta|assistir|ouça|смотреть"
    ),
)
LOGIN = re.compile(
    r"\bread the (?:full|rest)\b|\bfull (?:story|article)\b|\bsubscri(?:be|ption|ber)|\blog ?in\b|"
    r"\bsign in\b|\balready a (?:member|subscriber)|\bcontinue reading\b|\bto (?:read|continue)\b|"
    r"\bunlock\b|\bfree trial\b|\bregister (?:to|for|now)\b|\bjetzt (?:abonnieren|weiterlesen|testen)|"
    r"\bweiterlesen mit\b|\bzugang\b|\babonn(?:ez|és|ieren|ent)|\binscri(?:vez|ption)|\bsuscr[ií]b|"
    r"\bsuscriptor|\babbona|\bassin(?:e|ante)|\bprenumer|\blogga in\b|\bbli abonnent|\babonne[er]|"
    r"\bzaloguj|\bподпис|\bвойти\b|\babone\b",
)
LEADS_ON = Wording(
    re.compile(
        r"\b(?:read|see|learn|view|find out|show|load) (?:more|on|all|full)\b|\b(?:continue|keep) reading\b|"
        r"\bfull (?:story|article)\b|^more\W*$|\bweiter ?lesen|^mehr(?: lesen| anzeigen)?\W*$|"
        r"\blire (?:la suite|plus)|\ble(?:er|ia) (?:más|mais)|\bleggi(?: tutto)?\W*$|"
        r"\blees (?:meer|verder)|\bläs mer|\bles mer|\bczytaj (?:więcej|dalej)|\bdevamı\b|"
        r"\bчитать далее|\bподробнее\b",
        _LINE,
    ),
    _hints(
        "more|read |see |learn |view |find out |show |load |reading|full |lesen|mehr|lire |leer |"
        "leia |leggi|lees |läs mer|les mer|czytaj |devamı|читать|подробнее"
    ),
)
NOT_FOUND = re.compile(
    r"\b(?:page|article|story|content|file|url|address)\b.{0,60}(?:not|n['’]t|cannot|could not|no longer)"
    r".{0,20}(?:be )?(?:found|available|exist|displayed)|\b(?:error )?40[34]\b|\bpage not found\b|"
    r"\bnot found\b|\baccess (?:to this page )?(?:has been )?denied\b|\bforbidden\b|\bare (?:you )?(?:a )?"
    r"(?:not )?(?:a )?robot\b|\bunusual traffic\b|\benable (?:javascript|cookies)\b|\bjavascript is "
    r"(?:disabled|required)|\bverify (?:that )?you are\b|\bchecking your browser\b|\btoo many requests\b|"
    r"\bserver error\b|\bservice unavailable\b|\bhas (?:been (?:removed|deleted|moved)|expired)\b|"
    r"\bnicht gefunden\b|\bexistiert nicht\b|\bintrouvable\b|\bn['’]existe (?:pas|plus)\b|"
    r"\bno (?:se )?encontrad[ao]\b|\bno existe\b|\bnon (?:è stata )?trovat[ao]\b|"
    r"\bnão (?:foi )?encontrad[ao]\b|"
    r"\bniet gevonden\b|\bhittades inte\b|\bikke (?:funnet|fundet)\b|\bnie znaleziono\b|\bне найден[ао]?\b",
)
CONSENT = re.compile(
    r"\b(?:we|our) (?:and our )?(?:partners )?(?:use|store|process)\b.{0,40}(?:cookies|data)|"
    r"\baccept (?:all|cookies|and continue)\b|\breject all\b|\bmanage (?:preferences|options|choices)|"
    r"\bconsent\b|\blegitimate interests?\b|\bbefore you continue\b|\byour privacy\b|\bprivacy settings\b|"
    r"\b(?:alle )?(?:cookies )?akzeptieren\b|"
    r"\bwir verwenden cookies\b|\btout accepter\b|\baceptar (?:todo|cookies)|"
    r"\baccetta\b|\bnous utilisons des cookies\b|\butilizamos cookies\b",
)
SEARCH = Wording(
    re.compile(
        r"\bsearch results?\b|\bresults? (?:for|found|of)\b|\bshowing \d+|\bno results\b|\bsort by\b|"
        r"\brelevance\b|\bsuchergebnis|\btreffer\b|\brésultats?\b|\bresultados?\b|\brisultati\b|"
        r"^page \d+ of \d+|^(?:older|newer) (?:posts|stories|articles)|\barchives?:|^tag:|^category:|"
        r"\bитого найдено\b|\bрезультаты поиска\b",
        _LINE,
    ),
    _hints(
        "result|showing |sort by|relevance|suchergebnis|treffer|résultat|risultati|page |older |"
        "newer |archive|tag:|category:|найдено|поиска"
    ),
)
ROUND_UP = re.compile(
    r"(?:\bthe latest (?:on|from|in)\b|\ball times\b|\blive (?:updates?|blog|coverage|"
    r"report)|\bas it happened\b|\bin brief\b|\bbriefs?$|\bbriefing\b|\bround-?up\b|\bdigest\b|"
    r"\bwrap-?up\b|\bthings (?:you need )?to (?:know|watch)\b|\bneed to know\b|\bthis week\b|"
    r"\b(?:morning|evening|daily|weekly) (?:news|update|report|links)|\btop (?:news|stories|headlines)\b|"
    r"\bheadlines\b|\bnewsletter\b|\bmitschrift\b|\blive-?ticker\b|\bnewsblog\b|\ben direct\b|"
    r"\ben (?:vivo|directo)\b|\bin diretta\b|\bao vivo\b|\bdirekte\b|\bupdates?$|\bkurz (?:gemeldet|notiert)|"
    r"\ben bref\b|\bразом за день\b|\bпрямой эфир\b|\bонлайн-трансляция\b)|"
    r"^(?:(?:the )?latest: |live\b)",
    _LINE,
)
LETTERS = re.compile(
    r"\bletters?(?: to (?:the )?editors?|: |$)|\breaders (?:write|respond)|\bleserbriefe?\b|"
    r"\bcourrier des lecteurs\b|\bcartas (?:al director|de los lectores)\b|\blettere al direttore\b",
    _LINE,
)
# Where a letter opens, at the head of a paragraph.
SALUTATION = re.compile(
    r"^\W*(?:to the editor|dear (?:sir|editor|madam)|sir\b\W|editors?:|re:|letters?:|sehr geehrte|"
    r"monsieur|señor director|gentile direttore)",
)
TIME_ALONE = re.compile(
    r"^\W*(?:\d{1,2}(?:[:.]\d\d)?[ \u00a0]*(?:[ap]\.?[ \u00a0]?m\b\.?|uhr|h\b|gmt|bst|e[sd]t|utc)|"
    r"\d{1,2}[:.h]\d\d)(?: ?[a-z]{2,4})?\W*$",
    _LINE,
)
TIME_FIRST = re.compile(r"\W{0,3}\d{1,2}(?:[:.h]\d\d| ?[ap]\.?m\b)")
AGO = Wording(
    re.compile(
        r"\b\d+ ?(?:m|min|minutes?|h|hrs?|hours?|d|days?|weeks?|std|stunden|minuten|tagen?|heures?|horas?|"
        r"ore)(?: ago)?$|\b(?:yesterday|today|gestern|heute|hier|ayer|ieri|ontem)$|"
        r"^(?:vor|il y a|hace|há) \d+|\d+ comments?$",
        _LINE,
    ),
    _hints("yesterday|today|gestern|heute|hier|ayer|ieri|ontem|vor |il y a |hace |há "),
    re.compile(r"\d ?(?:[dhm]|comment|std|stunden|tag|ore|week)"),
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow yesterday "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi "
    "vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo".split()
)
RULE = re.compile(r"[\W_]{2,}$|[_*]$|\.{2,}$")
DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,30}(?:,[^—–-]{2,40})?(?: ?\([^)]{2,30}\))? ?(?:—|–|--?)\s?\S"
)
BREAKS_OFF = re.compile(r"(?:\.\.\.|…)[\"”’)\]]*$")
