"""What a site says itself on the pages put together: names, days, labels, walls and notices, all invented."""
# ruff: noqa: E501 - what a site says is one line

NAMES = "Mara Olden|Jon Pell|Ilse Brandt|Ivo Ramm|Paula Grieg|Anna Roe|Tomas Lind|Rosa Vidal".split(
    "|"
)
PLACES = (
    "SVERAN, Velmark (AP)",
    "TORNAU",
    "HARN (Reuters)",
    "LISSEL, Velmark",
    "OLD QUAY (AP)",
    "MARN",
)
DAYS = (
    "{month} {day}, 2021",
    "{day} {month} 2021",
    "{day}.{number}.2021",
    "2021-{number:02}-{day:02}",
)
MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December".split(
        "|"
    )
)
AGES = ("{} hours ago", "{} min ago", "vor {} Stunden", "il y a {} heures", "hace {} horas", "{}h")
MORE = (
    "Read more",
    "Continue reading",
    "Weiterlesen",
    "Lire la suite",
    "Leer más",
    "Read full story",
    "More",
)
LABELS = (
    "Politics|World|Business|Sport|National|Culture|Opinion|Politik|Monde|Deportes|Cronaca".split(
        "|"
    )
)
WALLS = (
    "Subscribe to continue reading",
    "This article is for subscribers. Already a subscriber? Log in",
    "To read the full story, subscribe or sign in",
    "Jetzt abonnieren und weiterlesen",
    "Cet article est réservé aux abonnés. Abonnez-vous",
    "Suscríbete para seguir leyendo",
    "Unlock this article with a free trial",
    "Register now to read the rest of this story",
)
FILMS = (
    "Now playing",
    "Watch: more videos",
    "Play video",
    "Up next",
    "Duration 1:32",
    "Listen to the episode",
    "Autoplay",
    "Video ansehen",
    "Regarder la vidéo",
    "Show transcript",
)
ABSENT = (
    "Page not found\nSorry, the page that you asked for cannot be found. It may have been moved or removed. Please try "
    "our search or go back to the home page.",
    "404\nOops! That page can’t be found. It looks like nothing was found at this address.",
    "Seite nicht gefunden\nDie von Ihnen aufgerufene Seite existiert nicht mehr oder wurde verschoben. Bitte nutzen Sie "
    "die Suche.",
    "Page introuvable\nLa page que vous cherchez n’existe plus ou a été déplacée. Revenez à l’accueil.",
    "Access denied\nYou do not have permission to view this page. Please contact us if you think that this is wrong.",
    "Are you a robot?\nWe have noticed unusual traffic from your network. Please tick the box below to go on.",
    "This story is no longer available\nThe article that you are looking for has expired under our licence.",
    "Please enable JavaScript\nThis site needs JavaScript and cookies to show its pages. Please turn them on and load "
    "the page again.",
)
CONSENTS = (
    "We value your privacy\nWe and our partners store and process data such as cookies to show advertisements and to "
    "measure how our pages are used. You can accept all or manage options at any time.\nAccept all\nReject all\nManage options",
    "Before you continue\nWe use cookies to keep this service running, to understand how it is used and, if you consent, "
    "to show you advertising.\nAccept all\nMore options",
    "Ihre Privatsphäre\nWir verwenden Cookies und verarbeiten Daten, um Inhalte und Anzeigen zu zeigen. Sie können alle "
    "akzeptieren oder Ihre Auswahl jederzeit ändern.\nAlle akzeptieren\nEinstellungen",
    "Votre vie privée\nNous utilisons des cookies et nos partenaires traitent vos données pour mesurer l’audience et "
    "afficher des publicités.\nTout accepter\nContinuer sans accepter",
)
