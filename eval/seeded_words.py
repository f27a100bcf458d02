"""The words that seeded changes are made with: pairs that stand for each other, a tilde for a space."""

SYNONYMS = tuple(
    (
        "big large, start begin, help assist, important crucial, children youngsters, money cash, "
        "problem issue, country nation, people citizens, work labor, house home, war conflict, "
        "quickly fast, difficult hard, think believe, want wish, need require, great terrific, "
        "good decent, bad awful, company firm, government administration, show demonstrate, very "
        "extremely, job task, plan scheme, attack assault, allow permit, city town, market trade, "
        "sure certain, talk speak, try attempt, support back, happy glad, buy purchase, get "
        "obtain, way manner, lot heap, end finish, family household, police officers, case "
        "matter, today nowadays, clear plain, kind sort, place spot, really truly, see notice, "
        "make produce"
    ).split(", ")
)
HOUSES = tuple(
    (
        "organize organise, color colour, center centre, defense defence, labor labour, favor "
        "favour, program programme, recognize recognise, traveled travelled, toward towards, "
        "honor honour, realize realise, percent per~cent, neighbor neighbour, behavior behaviour, "
        "analyze analyse, gray grey, license licence, OK okay, email e-mail, cooperation "
        "co-operation"
    ).split(", ")
)
TENSES = tuple(
    (
        "is was, are were, has had, have had, do did, does did, will would, says said, say said, "
        "go went, goes went, think thought, know knew, make made, want wanted, need needed, "
        "believe believed, take took, see saw, work worked, look looked, get got, feel felt, come "
        "came, can could"
    ).split(", ")
)
PERSONS = tuple(
    ("I he, my his, we they, our their, us them, me him, you they, your their").split(", ")
)
CONTRACTIONS = tuple(
    (
        "do~not don't, does~not doesn't, did~not didn't, it~is it's, that~is that's, we~are "
        "we're, they~are they're, I~am I'm, we~have we've, will~not won't, can~not can't, cannot "
        "can't, is~not isn't, are~not aren't, I~have I've, we~will we'll, there~is there's"
    ).split(", ")
)
DENIED = tuple(
    (
        "can cannot, can can't, will won't, is isn't, are aren't, was wasn't, were weren't, has "
        "hasn't, have haven't, should shouldn't, would wouldn't, could couldn't, with without, "
        "always never, everybody nobody, everyone no~one, everything nothing, all none~of, "
        "possible impossible, likely unlikely, agree disagree, able unable, legal illegal, fair "
        "unfair, clear unclear, necessary unnecessary, important unimportant, some no, confirm "
        "deny, accept refuse, both neither, happy unhappy, sure unsure, regular irregular, "
        "responsible irresponsible, known unknown, acceptable unacceptable, careful careless, yes "
        "no"
    ).split(", ")
)
FIGURE_SWAPS = tuple(
    (
        "half third, double triple, dozens hundreds, hundreds thousands, thousands millions, once "
        "twice, a~dozen two~dozen, one two, percent percentage~points"
    ).split(", ")
)
INSERTED = tuple(
    (
        "very, really, simply, terrible, honestly, once more, in this city, of course, as we all "
        "know, from the very beginning, in the eyes of the world, [sic], [the company]"
    ).split(", ")
)
NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty "
    "sixty hundred thousand million billion"
).split()
ORDINALS = "first second third fourth fifth sixth seventh tenth".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July August September October November December".split()
