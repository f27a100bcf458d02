"""Phrases by which lines of a page give themselves away: notices, captions, labels, headings of links.

General phrases of the web and of newsrooms in the larger languages; hints which the line model
weighs, never verdicts. A slash parts alternatives of one word: "sign up/in" is two phrases. Marks
between words do not count.
"""

# What a site tells its reader, wherever it stands in a line.
NOTICES = (
    "all rights reserved",
    "copyright",
    "privacy/cookie policy",
    "terms of use/service",
    "may not be published/reproduced/reprinted/redistributed",
    "sign/log up/in",
    "login",
    "click here/to",
    "cookie/cookies",
    "subscribe/subscribed/subscriber/subscribers/subscription",
    "newsletter/newsletters",
    "follow us",
    "join the",
    "your email/browser/account/comment/inbox",
    "your e mail",
    "javascript",
    "required fields",
    "advertise/advertiser/advertisement/advertisements/advertising",
    "alle rechte",
    "tous droits",
    "reservados",
    "derechos",
    "read/see more/also/next",
    "more from/on/stories",
    "also read",
    "related story/stories/article/articles/post/posts/content/coverage/news/links",
    "sponsored",
    "captcha",
    "leave a reply/comment",
    "be the first",
    "share this/on/via",
    "tell us",
    "thank you for",
    "donate/donation/donations",
    "support us/our",
    "download the/our",
    "comments are/policy/section",
    "abonnieren/abonnez/abonnement/suscríbete/suscribirse/iscriviti/assine/abonneer/prenumerera",
    "infolettre/rundbrief/boletín",
    "lesen sie",
    "lire/leggi/leia aussi/anche/também",
    "lee también",
)
# What heads a list of links, and what labels a date or a name, where a line begins with it.
LINK_HEADS = (
    "you may/might like",
    "you may/might also like",
    "you may/might be interested",
    "more from/in/on/stories/news/like",
    "read/see also/more/next",
    "also read/see",
    "related",
    "recommended",
    "trending",
    "popular",
    "most read/popular/viewed/shared",
    "latest",
    "top stories",
    "editor/editors picks",
    "editor's/editors'/editor’s/editors’ picks",
    "don't/don’t miss",
    "opinion",
    "sponsored",
    "from the web",
    "around the web",
    "in other news",
    "up next",
    "next/previous post/article/story",
    "comment/comments",
    "leave a",
    "post a comment",
    "tag/tags",
    "topic/topics",
    "filed under",
    "share",
    "about the author",
    "lesen sie",
    "mehr zum",
    "das könnte sie",
    "lire aussi",
    "à lire",
    "sur le même",
    "leer/lea también/más",
    "te puede interesar",
    "leggi anche",
    "leia também/mais",
    "lees ook/meer",
    "läs också/mer",
    "les også",
    "læs også",
)
DATE_LABELS = (
    "published",
    "first published",
    "updated",
    "posted",
    "last updated/modified",
    "modified",
    "created",
    "issued",
    "publicado",
    "actualizado",
    "publié",
    "mis à jour",
    "veröffentlicht",
    "aktualisiert",
    "stand",
    "pubblicato",
    "aggiornato",
    "atualizado",
    "gepubliceerd",
    "publicerad",
    "uppdaterad",
    "publisert",
    "oppdatert",
    "opublikowano",
    "опубликовано",
)
BYLINES = (
    "by",
    "von",
    "par",
    "por",
    "di",
    "da",
    "door",
    "av",
    "af",
    "yazan",
    "oleh",
    "written/posted/reported by",
    "story by",
    "staff writer/correspondent/report/reporter",
    "special correspondent/report",
)
# Each is a caption's, or the credit of a picture's, wherever it stands.
CAPTIONS = (
    "photo/photos/photograph/photographs/image/images/foto/fotos by/credit/courtesy",
    "file photo/picture/image",
    "image/images source",
    "getty images",
    "ap photo",
    "afp photo",
    "reuters photo",
    "shutterstock",
    "istock",
    "handout",
    "courtesy of/photo",
    "courtesy",
)
# These name a picture where a colon or a stroke follows them.
PICTURES = (
    "photo photos photograph photographs picture pictures pictured image images foto fotos "
    "fotografía bild credit video crédit crédits crédito caption фото ảnh nuotr fot kuva zdjęcie "
    "bildquelle symbolbild archivbild imago"
).split()
# These are credited with pictures where a stroke or a bracket stands beside them.
HOUSES = (
    "getty afp ap reuters epa dpa shutterstock istock bloomberg file pool handout xinhua tass "
    "ansa efe"
).split()
POSITIONS = "left right centre center l r c file links rechts izquierda derecha gauche".split()
# What is said of the author below a text, of those who reported it, and to make readers subscribe.
AUTHORS = (
    "is a/an/the writer/reporter/editor/correspondent/journalist/columnist/author/contributor/freelancer",
    "is a/an/the staff/senior/freelance/contributing/political/chief/managing/science/business "
    "writer/reporter/editor/correspondent/journalist",
    "can be reached/contacted",
    "has been reporting/writing/covering",
    "follow him/her/them on",
    "email him/her/me/them",
    "reach him/her/them at",
    "opinions/views expressed",
    "is author of",
    "ist redakteur/redakteurin/journalist/journalistin/autor/autorin",
    "est journaliste",
    "es periodista",
)
REPORTED = (
    "reporting/editing/writing/compiled by",
    "additional/with reporting",
    "contributed to this/the",
    "contributed reporting",
    "originally published/appeared",
    "first published/appeared",
    "with inputs/files/agencies",
    "with material from",
)
INVITATIONS = (
    "your inbox",
    "delivered to/every/daily/weekly/weekday",
    "news alerts",
    "start your day",
    "get the latest",
    "get our",
    "stay informed/updated",
    "weekly/daily/free/our newsletter/newsletters/briefing/email/digest",
    "best of",
    "become a member/subscriber",
    "support our journalism",
    "kostenlos anmelden",
    "jetzt abonnieren/anmelden/testen",
    "recevez chaque/nos",
    "recibe en",
    "before you go",
    "members only",
    "published/posted/filed under/in",
    "terms and conditions",
    "view/listen/watch gallery/on/more/live/now",
)
AGO = (
    "min/mins/minute/minutes/hour/hours/hr/hrs/day/days/week/weeks ago",
    "vor minuten/stunden/tagen",
    "hace",
    "il y a",
)
WEB = "http https www com org net html href".split()
MONTHS = (
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september "
    "oct october nov november dec december "
    "januar jänner februar märz mai juni juli oktober dezember "
    "janvier février mars avril juin juillet août septembre octobre novembre décembre "
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre "
    "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre "
    "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro "
    "januari februari maart mei augustus maj oktober desember "
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia "
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık "
    "januari februari maret agustus "
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
).split()
