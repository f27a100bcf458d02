"""The `variorum` command and its verbs."""

import click

from .. import __version__
from .verbs import Verb, Verbs

_VERBS = {
    "add": Verb("held", "Keep pages in the archive; only what is new is worked on."),
    "check": Verb("held", "Verify every digest and every reference of the archive."),
    "compare": Verb("pages", "Compare pages: accounts, who copied whom, what changed."),
    "correct": Verb("correct", "Put stories right by hand: join, split, move, part."),
    "export": Verb("export", "Write what was found in the formats of other programs."),
    "figures": Verb("pages", "Print every figure that pages state, as JSON lines."),
    "quotations": Verb("pages", "Print every quotation with its speaker, as JSON lines."),
    "read": Verb("pages", "Print the article that each page carries, as JSON lines."),
    "search": Verb("held", "Find articles of the archive by words and phrases."),
    "serve": Verb("serve", "Serve the desk: pages for people, JSON for programs."),
    "show": Verb("held", "Show a story of the archive as `compare` shows pages."),
    "stories": Verb("held", "List the stories of the archive."),
    "trace": Verb("pages", "Find every page that carries a pasted text."),
    "watch": Verb("watch", "Keep reading feeds, and take each new page once."),
}


@click.group(cls=Verbs, verbs=_VERBS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="variorum")
def main() -> None:
    """How many independent accounts a news story has, who copied whom, and what changed.

    PATH is a captured page (.txt, .html), a feed (.xml, .rss, .atom), a file of records (.jsonl, .json,
    .parquet), a web archive (.warc, .wet), any of them packed (.gz, .zst), a folder of these, or - for
    standard input.
    """
