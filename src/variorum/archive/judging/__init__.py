"""Judging: what the pages of a story show together, found out when somebody opens it, or ahead."""
