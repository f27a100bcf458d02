"""Wordings by which lines of a page give themselves away: menus, notices, captions, bylines, dates.

The lists hold general words of the web and of newsrooms in the larger languages; they are hints
which the line model weighs, never verdicts. The patterns are for text in lower case: matching
without regard to case takes twice as long.
"""

import re

STOP_WORDS = frozenset(
    # English, then the commonest of German, French, Spanish, Italian, Portuguese, Dutch, the
    # Scandinavian languages, Polish, Turkish, Indonesian.
    "the of and to in a is was that for on with as it by at from be are has have had he his she her "
    "they their its an not but were who which this will would been said or about after more than "
    "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden "
    "aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben "
    "le la les de des et en un une du dans que qui est pour sur au pas par plus ce se ne son avec il "
    "el los las y del por con una para como más su al lo o sus fue ha son pero entre desde "
    "di che il per non della del dei gli nel alla più anche dal delle sono una è "
    "os da do em não uma na no mais foi dos das ao pela "
    "het een van dat op te zijn voor niet aan er om ook bij "
    "och att det som på är av för med den till inte har de om ett men var "
    "og er at af til ikke han der være så "
    "w z na się nie do jest że o jak po za od przez "
    "ve bir bu için ile da olarak olan daha çok "
    "yang dan di itu dengan untuk dari ini tidak dalam pada akan".split()
)

CHROME_WORDS = frozenset(
    "share tweet facebook twitter whatsapp linkedin pinterest reddit telegram instagram youtube "
    "email print subscribe subscription newsletter newsletters login log sign register account "
    "cookie cookies privacy terms copyright rights reserved contact advertise advertisement "
    "advertising sponsored menu home search close skip follow comments comment reply leave "
    "related trending popular read latest sections video videos gallery photos podcasts rss "
    "sitemap careers jobs classifieds archives archive faq help feedback app apps download mobile "
    "next previous prev back top view all loading click here unsubscribe posted permalink tags "
    "tag category categories toggle navigation "
    "teilen drucken anmelden abonnieren impressum datenschutz kommentare suche "
    "mehr startseite werbung partager imprimer abonner connexion accueil commentaires publicité "
    "mentions légales compartir imprimir suscríbete suscribirse inicio comentarios publicidad "
    "política privacidad aviso condividi stampa abbonati accedi cerca commenti pubblicità "
    "compartilhar assine entrar comentários publicidade deel delen inloggen zoeken reacties "
    "dela prenumerera logga sök annons del udostępnij zaloguj reklama paylaş giriş".split()
)

SAYING = frozenset(
    "said says told added according reported announced statement sagte sagt erklärte dit déclaré "
    "selon ajouté dijo según afirmó señaló ha detto secondo disse afirmou segundo zei volgens "
    "sade enligt sa ifølge powiedział dedi".split()
)

YOU_WORDS = frozenset("you your we our us i my me".split())

MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
DATE = re.compile(
    rf"\b(?:{MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?\b,? ?(?:19|20)\d\d|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\.? (?:{MONTHS})\.?,? (?:19|20)\d\d|"
    r"\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b|\b(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}\b|"
    r"\b\d{1,2}\.? ?\w{3,12} (?:19|20)\d\d\b|(?:19|20)\d\d年",
)
CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b(?: ?[ap]\.?m\b)?|\b\d+ (?:min|hour|day)s? ago\b")

CAPTION = re.compile(
    r"\bphoto(?:graph)?s?\s*(?:by|credit|courtesy|:|/)|\bfile (?:photo|picture|image)\b|"
    r"\(file\)|\bpicture(?:s|d)?:|\bimages?\s*(?:by|credit|source|courtesy|:)|\bcredit:|"
    r"/\s?(?:getty|afp|ap|reuters|epa|dpa|shutterstock|istock|bloomberg|file|pool|handout)\b|"
    r"\bgetty images\b|\bap photo\b|\bshutterstock\b|\bphotograph:|\(photo\b|\bimage:|"
    r"\bfoto(?:grafía)?s?\s*[:/]|\bbild:|©\s?\w+|\bcrédit|\bvideo:|^enlarge\b|\bhandout\b|"
    r"\((?:ap|afp|epa|reuters|getty)\b[^)]*\)[.\s]*$|\bcourtesy (?:of|photo)\b|"
    r"\b(?:epa|afp|ap|reuters|getty)/\w|\((?:left|right|centre|center|l|r|c)\)",
)
BYLINE = re.compile(
    r"^(?:by|von|par|por|di|da|door|av|af|yazan|oleh)\b[: ]|^(?:written|posted|reported|story) by\b|"
    r"^(?:(?:staff|special) (?:writer|correspondent|report)|(?:associated press|reuters|afp|ap)$)",
)
DATE_LABEL = re.compile(
    r"^(?:first )?(?:published|updated|posted|last (?:updated|modified)|modified|created|issued|"
    r"publicado|actualizado|publié|mis à jour|veröffentlicht|aktualisiert|stand|pubblicato|"
    r"aggiornato|atualizado|gepubliceerd|publicerad|uppdaterad)\b",
)
NOTICE = re.compile(
    r"©|\(c\) ?(?:19|20)\d\d|all rights reserved|copyright|privacy policy|terms of (?:use|service)|"
    r"may not be (?:published|reproduced|reprinted)|sign up|log ?in\b|click here|cookies?\b|"
    r"subscribe|newsletter|follow us|join the|your (?:e-?mail|browser|account|comment)|javascript|"
    r"required fields|advertis|alle rechte|tous droits|reservados|derechos|"
    r"read (?:more|also|next)|see also|more (?:from|on|stories)|also read|related (?:stor|art|post|con)|"
    r"sponsored|captcha|leave a (?:reply|comment)|be the first|share (?:this|on)|tell us|"
    r"thank you for|donat|support us|download (?:the|our)|comments? (?:are|policy|section)",
)
# What a reader can do with a page.
TOOL = re.compile(
    r"(?:print(?:er)?(?:[- ]?(?:friendly|version|view))?(?: (?:this|the|version|article|page|story))*$|"
    r"print(?:er)?[- ]friendly|e-?mail (?:this|to|a friend|article|story)|^e-?mail$|"
    r"send (?:this|to|by|page|article|story)|share (?:this|on|via|article|story)|^share$|^tweet$|"
    r"back to (?:top|the top|home|news|index)|^top(?: of page)?$|"
    r"(?:larger|smaller|bigger) (?:text|type|font)|(?:text|font|type) size|"
    r"(?:increase|decrease) (?:text|font)|tell a friend|bookmark this|"
    r"save (?:this|article|story|page)|^save$|copy link|comment on this|permalink|add to favou?rites|"
    r"(?:artikel|seite) (?:drucken|versenden|empfehlen)|^drucken$|druckversion|nach oben|weiterempfehlen|"
    r"imprimer|envoyer (?:à|par)|haut de page|imprimir|enviar (?:a|por)|^stampa$|^invia$)"
)
# Links to the article before and the one after.
PAGE_TURN = re.compile(
    r"^[«‹←<]{1,2}\s{0,2}(?:previous|prev|older|newer|back|zurück|vorherige|précédent|anterior|vorige)\b|"
    r"^(?:previous|next|older|newer|nächster|suivant|siguiente) ?(?:post|article|story|page)? ?[:»›→]|"
    r"^(?:next|newer|older|nächste|weiter|suivant|siguiente)\b.{0,150}[»›→]$"
)
RELATED_HEAD = re.compile(
    r"^(?:(?:you (?:may|might) (?:also )?(?:like|be interested)|more (?:from|in|on|stories|news|like)|"
    r"(?:also )?(?:read|see)(?: also| more| next)?|related|recommended|trending|popular|most read|"
    r"most popular|latest|top stories|editors?['’]? picks|don['’]?t miss|opinion|sponsored|"
    r"from the web|around the web|in other news|up next|next post|previous post|next article|"
    r"comments?|leave a|post a comment|\d+ comments?|tags?|topics|filed under|share|"
    r"about the author|lesen sie|mehr zum|lire aussi|à lire|le(?:er|a) (?:también|más)|"
    r"leggi anche|leia (?:também|mais)|lees (?:ook|meer)|läs (?:också|mer))\b.{0,40})$",
)
PAST_VERBS = frozenset(
    "was were had did would could should told came went took made got gave left met saw began "
    "said became won lost killed announced agreed".split()
)
VERBS = frozenset(
    "was were is are has have had will would said told says could should did does do been be "
    "may might can must came went took made got gave left met saw began".split()
)

# Every form of CAPTION holds one of these, every form of DATE the other: looking for them first is
# ten times as fast as the patterns.
_CAPTION_HINTS = tuple(
    "photo|file |picture|image|credit:|/|getty|shutterstock|foto|bild:|©|crédit|video:|enlarge|handout|"
    "(|courtesy".split("|")
)
_DATE_HINT = re.compile(r"(?:19|20)\d\d|\d[./-]\d")


def words_a_caption(lower: str) -> bool:
    """Whether a text in lower case is worded as a caption or its credit."""
    return any(hint in lower for hint in _CAPTION_HINTS) and CAPTION.search(lower) is not None


def names_a_day(lower: str) -> bool:
    """Whether a text in lower case names a day with its year."""
    return _DATE_HINT.search(lower) is not None and DATE.search(lower) is not None
