"""Adding: what follows from a new page: neighbours, accounts, stories; and nothing else is touched."""
