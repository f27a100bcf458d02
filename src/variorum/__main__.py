"""`python -m variorum`: the same as the `variorum` command."""

from .cli import main

if __name__ == "__main__":
    main(prog_name="variorum")
