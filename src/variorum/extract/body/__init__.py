"""The body: which lines of a page are its article, and what kind of page it is."""
