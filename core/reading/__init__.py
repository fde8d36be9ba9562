"""Sources to articles: one module per kind of source."""
