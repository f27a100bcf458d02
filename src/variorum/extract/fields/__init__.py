"""The fields: what a page states beside its paragraphs, each with the lines that prove it."""
