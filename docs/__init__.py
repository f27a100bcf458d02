"""Documentation for users, and what writes its generated parts."""
