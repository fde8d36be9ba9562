"""A story to try, and a notebook of it."""
