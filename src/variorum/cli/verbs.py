"""A group of commands that loads each only when it is called, so that its help comes at once."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple

import click


class Verb(NamedTuple):
    """Where a command is, as a module of this package, and what it does, in a line of help."""

    module: str
    does: str


class Verbs(click.Group):
    """A group whose commands are named here and loaded when they are called."""

    def __init__(self, *args: Any, verbs: Mapping[str, Verb] | None = None, **kwargs: Any) -> None:
        self._verbs = dict(verbs or {})
        # Those that a list of commands tells of: never called, they have names and lines of help only.
        named = {
            name: click.Command(name, short_help=verb.does) for name, verb in self._verbs.items()
        }
        kwargs["commands"] = named
        super().__init__(*args, **kwargs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, loaded."""
        verb = self._verbs.get(cmd_name)
        if verb is None:
            return None
        command: click.Command = getattr(import_module(f".{verb.module}", __package__), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what there is below the options, without loading any of it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, verb.does) for name, verb in sorted(self._verbs.items())])
