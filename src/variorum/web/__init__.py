"""The desk: pages for people and JSON for programs, over what an archive holds."""
