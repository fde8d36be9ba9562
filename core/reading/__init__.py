"""Sources to articles: one module per kind of source, and `kinds` as the table of them all."""

from newsdiff.core.reading.reader import Reading, read

__all__ = ["Reading", "read"]
