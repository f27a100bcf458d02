"""Titles: words that stand before a name, or for it, and say what a person is."""

from typing import Literal

Sex = Literal["female", "male"]

# Part of how a person is called; they stay with the name.
HONORIFICS = frozenset(
    "ayatollah sheikh shaikh sheik shaykh pope sir lord lady dame king queen prince princess duke "
    "duchess imam sayed sayyed seyyed sayyid seyed syed hojatoleslam mullah rabbi saint sultan "
    "emir grand hajj haji baron baroness count countess".split()
)
ADDRESSES = frozenset("mr mrs ms miss mx madam mister".split())
# What a person is: the head of a title or a description.
OFFICES = frozenset(
    "president minister premier chancellor secretary leader chairman chairwoman chairperson chair "
    "chief senator representative governor mayor judge justice attorney general colonel captain "
    "lieutenant sergeant admiral major commander director spokesman spokeswoman spokesperson "
    "ambassador envoy deputy officer analyst economist professor doctor strategist pollster "
    "candidate nominee coach actor actress singer author writer reporter journalist host anchor "
    "editor speaker congressman congresswoman councilman councilwoman councillor "
    "councilor commissioner sheriff reverend father bishop archbishop cardinal pastor brother "
    "sister aide counsel lawyer manager owner executive founder head member adviser advisor "
    "counterpart lawmaker negotiator diplomat official prosecutor historian expert scientist "
    "researcher farmer teacher inspector constable superintendent magistrate monarch pontiff "
    "co-founder co-chair co-chairman co-author vice-president vice-chancellor ceo cfo coo mp mep "
    "correspondent columnist commentator filmmaker novelist activist organiser organizer "
    "ombudsman treasurer trustee dean provost principal warden harbourmaster engineer marshal "
    "brigadier corporal private detective agent consul attache legislator parliamentarian "
    "congressperson alderman chieftain tsar czar shah pm ag widow wife husband son daughter "
    "mother".split()
)
# Rank and portfolio: they stand in a title and name nobody by themselves.
MODIFIERS = frozenset(
    "former then acting foreign prime defence defense interior finance economy economic state "
    "treasury supreme senior vice deputy top white house campaign republican democrat democratic "
    "incumbent rival police press chief national security intelligence health education justice "
    "energy trade labour labor agriculture transport environment culture oil home internal "
    "external affairs party opposition majority minority special veteran retired late new current "
    "ex longtime long-time outgoing incoming ruling military army navy naval joint staff first "
    "lieutenant assistant associate managing executive editor-in-chief conservative liberal "
    "socialist independent lead lone embattled american european".split()
)
_SHORT = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "capt": "captain",
    "sgt": "sergeant",
    "maj": "major",
    "adm": "admiral",
    "dr": "doctor",
    "prof": "professor",
    "rev": "reverend",
    "pres": "president",
    "sec": "secretary",
    "amb": "ambassador",
    "cllr": "councillor",
    "supt": "superintendent",
    "brig": "brigadier",
    "cpl": "corporal",
    "det": "detective",
    "insp": "inspector",
    "hon": "honourable",
    "st": "saint",
    "advisor": "adviser",
    "councilor": "councillor",
    "pm": "premier",
    "chairwoman": "chair",
    "chairman": "chair",
    "chairperson": "chair",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "congresswoman": "representative",
    "congressman": "representative",
}
SHORT_TITLES = frozenset(_SHORT) - OFFICES
SUFFIXES = frozenset("jr sr ii iii iv".split())
# Titles that are also surnames: "Ida Bishop"; "Tarr Leader" is nobody's name.
SURNAMES = frozenset(
    "bishop king pope prince duke lord marshal major dean warden judge baron count constable white "
    "house sheriff archbishop chancellor coach cardinal abbott marshall shah".split()
)
PARTICLES = frozenset(
    "al el de del della da di du van von der den bin bint ibn la le ben abu dos das do ter ten ul "
    "y".split()
)
_FEMALE = frozenset(
    "mrs ms miss madam queen princess lady dame duchess baroness countess sister mother wife widow "
    "daughter actress chairwoman spokeswoman congresswoman councilwoman".split()
)
_MALE = frozenset(
    "mr mister king prince lord sir duke baron count father brother son husband chairman spokesman "
    "congressman councilman sheikh shaikh sheik shaykh ayatollah imam pope pontiff".split()
)


def plain_title(word: str) -> str:
    """Return a title in full and small letters.

    >>> plain_title("Sen."), plain_title("Advisor")
    ('senator', 'adviser')
    """
    low = word.strip(".,’'").lower()
    return _SHORT.get(low, low)


def is_title(word: str) -> bool:
    """Whether a word can stand in a title before a name."""
    low = word.strip(".,’'").lower()
    return (
        low in OFFICES or low in HONORIFICS or low in ADDRESSES or low in MODIFIERS or low in _SHORT
    )


def is_short(word: str) -> bool:
    """Whether a word is a title cut short, whose point ends no sentence: "Sen."."""
    low = word.strip(".,’'").lower()
    return low in _SHORT or low in ADDRESSES


def is_office(word: str) -> bool:
    """Whether a word says what a person is: "mayor", "Sen."."""
    low = word.strip(".,’'").lower()
    return low in OFFICES or (_SHORT.get(low, "") in OFFICES)


def sex_told(word: str) -> Sex | None:
    """Return which sex a title tells, if it does."""
    low = word.strip(".,’'").lower()
    return "female" if low in _FEMALE else "male" if low in _MALE else None
