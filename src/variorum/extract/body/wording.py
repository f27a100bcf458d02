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
PAST_VERBS = frozenset(
    "was were had did would could should told came went took made got gave left met saw began "
    "said became won lost killed announced agreed".split()
)
VERBS = frozenset(
    "was were is are has have had will would said told says could should did does do been be "
    "may might can must came went took made got gave left met saw began".split()
)
