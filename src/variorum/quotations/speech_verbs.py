"""Verbs of speech in other languages than English: what tells speech from titles there.

The forms that news writing puts beside a quotation: third person, present and past. Words that
English writes too ("so", "dice", "lance") are left out.
"""

_FORMS = frozenset(
    # French, Italian, Spanish, Portuguese, Romanian
    "dit dit-il dit-elle déclare déclaré affirme affirmé explique expliqué ajoute ajouté assuré précise "
    "précisé estime estimé souligne souligné raconte raconté confie confié lancé répond répondu indique "
    "indiqué annoncé insiste insisté martelé conclut poursuit poursuivi rappelé regretté prévenu écrit "
    "detto disse afferma affermato dichiara dichiarato spiega spiegato aggiunge aggiunto sottolinea "
    "sottolineato scrive scritto risponde risposto racconta raccontato commenta commentato "
    "dijo afirmó afirma declaró explicó explica añadió agregó señaló señala indicó aseguró sostuvo "
    "manifestó expresó comentó respondió escribió advirtió anunció precisó subrayó recordó insistió "
    "disse diz afirmou declarou explicou acrescentou contou ressaltou destacou escreveu respondeu "
    "alertou anunciou comentou spus declarat afirmat precizat adăugat transmis scris "
    # German, Dutch, Swedish, Danish, Norwegian
    "sagt sagte erklärt erklärte betont betonte meint meinte berichtet berichtete schrieb schreibt "
    "antwortete warnte kritisierte forderte äußerte zei zegt verklaarde aldus vertelde vertelt stelde "
    "schreef schrijft antwoordde säger sade sa berättar skriver skrev förklarar menar uppger tillägger "
    "siger sagde sier fortæller forteller mener forklarer udtaler uttaler oplyser tilføjer "
    # Finnish, Estonian, Hungarian, Turkish, Indonesian
    "sanoo sanoi kertoo kertoi toteaa totesi kirjoittaa kirjoitti arvioi muistuttaa ütles ütleb "
    "mondta közölte nyilatkozta írta hozzátette dedi söyledi belirtti kaydetti vurguladı açıkladı "
    "ekledi ujar ujarnya katanya tutur "
    # Polish, Czech, Slovak, Croatian
    "powiedział powiedziała mówi mówił mówiła dodał dodała stwierdził stwierdziła podkreślił "
    "podkreśliła oświadczył oświadczyła napisał napisała zaznaczył zaznaczyła wyjaśnił wyjaśniła "
    "ocenił oceniła odpowiedział odpowiedziała řekl řekla uvedl uvedla dodal dodala prohlásil "
    "prohlásila napsal napsala povedal povedala uviedol uviedla rekao rekla kazao kazala izjavio "
    # Russian, Ukrainian, Bulgarian, Greek
    "сказал сказала сказали говорит заявил заявила заявили отметил отметила добавил добавила "
    "подчеркнул подчеркнула сообщил сообщила пояснил пояснила написал написала рассказал рассказала "
    "ответил ответила считает уточнил уточнила объяснил объяснила сказав заявив заявила зазначив "
    "зазначила додав додала повідомив повідомила наголосив наголосила написав каза заяви "
    "είπε δήλωσε ανέφερε τόνισε πρόσθεσε "
    # Arabic, Persian, Hebrew, Hindi
    "قال قالت وقال وقالت أضاف وأضاف صرح وأكد أكد گفت افزود אמר אמרה הוסיף הוסיפה कहा बताया".split()
)
# Written without spaces, so looked for inside what stands beside the stretch.
_STEMS = tuple(
    "说 說 表示 称 稱 指出 强调 強調 写道 寫道 述べ 語っ 語り 話し 話す 言っ 言う 説明し "
    "말했 밝혔 전했 강조했 설명했 덧붙였".split()
)


def is_speech_verb(word: str) -> bool:
    """Whether a lower-case word is, or holds, a verb of speech of another language."""
    return word in _FORMS or (not word.isascii() and any(stem in word for stem in _STEMS))
