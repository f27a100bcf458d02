"""Small words: those that name nothing, and have a capital only where they open a sentence."""

AUXILIARY = frozenset(
    "has have had was were is are am be been being will would can could may might must should "
    "do does did not n't never also then later now still just even already again reportedly "
    "repeatedly recently often once previously publicly simply only long ever to once has "
    "himself herself themselves itself both initially subsequently further first "
    "hasn't haven't hadn't wasn't weren't isn't aren't won't wouldn't can't couldn't don't "
    "doesn't didn't shouldn't hasn’t haven’t hadn’t wasn’t weren’t isn’t aren’t won’t wouldn’t "
    "can’t couldn’t don’t doesn’t didn’t shouldn’t".split()
)
BORDERS = frozenset(
    "that when while as if because but and or although though after before since whether where "
    "than so until unless what how why which who whom".split()
)
# What opens a sentence without being its subject.
LEADING = frozenset(
    "in on at after before while when as if for from by with during since despite although though "
    "but and however meanwhile also earlier later then still instead asked without of than not "
    "about aside into over under upon via while yet or so".split()
)
# Words that have a capital only because they open a sentence.
SMALL_WORDS = (
    LEADING
    | BORDERS
    | AUXILIARY
    | frozenset(
        "i he she they we it you the a an this that these those there here his her their our my "
        "its who what one two three some many most all both each every no yes others another "
        "officials police".split()
    )
)
