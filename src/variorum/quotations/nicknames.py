"""Given names and their short forms: Bill for William. Common ones of English, borne by anybody."""

from .given_names import FEMALE, MALE
from .subjects import SMALL_WORDS

_GROUPS = (
    "abigail abby",
    "abraham abe",
    "alan allan allen",
    "albert al bert",
    "alexander alex sandy",
    "alexandra alex sandra",
    "alfred alf fred",
    "andrew andy drew",
    "anthony antony tony",
    "antonio tony",
    "arthur art",
    "barbara barb",
    "benjamin ben benny",
    "bernard bernie",
    "bradley brad",
    "catherine katherine kathryn cathy kathy kate katie",
    "charles charlie chuck",
    "christina christine chris tina",
    "christopher chris",
    "clifford cliff",
    "daniel dan danny",
    "david dave",
    "deborah debbie deb",
    "dennis denny",
    "donald don donnie",
    "douglas doug",
    "edward ed eddie ted ned",
    "elizabeth liz beth betty lizzie",
    "eric erik erich",
    "eugene gene",
    "frances fran",
    "francis frank",
    "frederick fred freddie",
    "gabriel gabe",
    "geoffrey jeffrey jeff geoff",
    "gerald jerry gerry",
    "gregory greg",
    "harold harry hal",
    "henry harry hank",
    "herbert herb",
    "howard howie",
    "jacob jake",
    "james jim jimmy jamie",
    "janet jan",
    "jennifer jen jenny",
    "john jon johnny jack",
    "jonathan jon",
    "joseph joe joey",
    "joshua josh",
    "judith judy",
    "kenneth ken kenny",
    "kristin kristen",
    "lawrence laurence larry",
    "leonard len leo",
    "leslie les",
    "louis lewis lou",
    "margaret maggie meg peggy",
    "martin marty",
    "matthew matt",
    "maximilian max",
    "michael mike mick mickey",
    "mitchell mitch",
    "nathaniel nathan nate",
    "nicholas nick nicky",
    "pamela pam",
    "patricia pat patty trish",
    "patrick pat paddy",
    "peter pete",
    "philip phillip phil",
    "raymond ray",
    "rebecca becky",
    "richard dick rick ricky rich",
    "robert bob bobby rob robbie",
    "rodney rod",
    "roderick rod",
    "ronald ron ronnie",
    "russell russ",
    "samuel sam sammy",
    "samantha sam",
    "sarah sara sally",
    "stanley stan",
    "stephen steven steve",
    "stuart stewart stu",
    "susan sue suzanne",
    "terence terrence terry",
    "theodore ted teddy",
    "theresa teresa terry",
    "thomas tom tommy",
    "timothy tim",
    "victoria vicky",
    "vincent vince",
    "walter walt",
    "william bill billy will willie liam",
    "zachary zach zack",
)
_FORMS: dict[str, set[int]] = {}
for _number, _group in enumerate(_GROUPS):
    for _form in _group.split():
        _FORMS.setdefault(_form, set()).add(_number)


def are_forms_of_one(one: str, other: str) -> bool:
    """Whether two given names are forms of one.

    >>> are_forms_of_one("bill", "william"), are_forms_of_one("bill", "bob")
    (True, False)
    """
    return bool(_FORMS.get(one, set()) & _FORMS.get(other, set()))


def is_given_name(word: str) -> bool:
    """Whether a word in small letters is a common given name, or a short form of one.

    "Will" opens questions: by itself it tells nothing.
    """
    return (word in _FORMS or word in FEMALE or word in MALE) and word not in SMALL_WORDS
